import { readFileSync } from "node:fs";
import { join } from "node:path";
import { EvidenceError, InputError, METRIC_FORMATS, type MetricFormat } from "@ml-gates/gate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgeComparison } from "./judge-comparison.ts";
import { parseMetrics } from "./parse-metrics.ts";

const read = (text: string) => {
  const { values, aside } = parseMetrics(text, "metrics.json");
  return { values: Object.fromEntries(values), aside: Object.fromEntries(aside) };
};

describe("parseMetrics reads", () => {
  const stories: readonly (readonly [string, string, Record<string, number>, Record<string, string>])[] = [
    [
      "nested maps as dotted names",
      '{"test": {"accuracy": 0.91}, "loss": 1e-3}',
      { "test.accuracy": 0.91, loss: 0.001 },
      {},
    ],
    [
      "names to the letter",
      '{"acc,none": 1, "a/b.c": 2, "macro avg": {"f1-score": 3}}',
      { "acc,none": 1, "a/b.c": 2, "macro avg.f1-score": 3 },
      {},
    ],
    [
      "Python's bare words",
      '{"a": NaN, "b": Infinity, "c": -Infinity}',
      { a: Number.NaN, b: Infinity, c: -Infinity },
      {},
    ],
    [
      "Python's words as text",
      '{"a": "NaN", "b": "-Infinity", "c": "inf"}',
      { a: Number.NaN, b: -Infinity, c: Infinity },
      {},
    ],
    ["bare words inside a text as text", '{"note": "it was NaN, then \\"Infinity\\""}', {}, { note: "text" }],
    [
      "what is no metric aside",
      '{"t": "0.9 ± 0.1", "b": true, "l": [1, {"x": "]"}], "n": null}',
      {},
      {
        t: "a number and its spread in one text, of unknown meaning,",
        b: "a boolean",
        l: "a list",
        n: "null",
      },
    ],
    ["a number beyond a double as infinite", '{"a": 1e999}', { a: Infinity }, {}],
    ["names that objects already have", '{"__proto__": {"toString": 1}}', { "__proto__.toString": 1 }, {}],
    ["a byte order mark and an empty map", "\uFEFF{ }", {}, {}],
    [
      "YAML",
      "test:\n  accuracy: 0.91\n  f1: .nan\n0: 2\nnote: fine\n",
      { "test.accuracy": 0.91, "test.f1": Number.NaN, "0": 2 },
      { note: "text" },
    ],
    ["YAML with an alias", "a: &x { m: 1 }\nb: *x\n", { "a.m": 1, "b.m": 1 }, {}],
    [
      "TOML",
      'loss = 0.25\n[test]\n"acc,none" = 0.5\nf1 = nan\nok = true\n',
      { loss: 0.25, "test.acc,none": 0.5, "test.f1": Number.NaN },
      { "test.ok": "a boolean" },
    ],
    ["TOML that starts with a table", "[test]\nacc = 1\n", { "test.acc": 1 }, {}],
    ["a big integer as the nearest double", '{"n": 123456789012345678901}', { n: 123456789012345680000 }, {}],
    [
      "a cell in quotes with the delimiter and a line in it",
      'metric,value\r\n"a, ""b""\nc",2\r\n',
      { 'a, "b"\nc': 2 },
      {},
    ],
    ["a semicolon as delimiter", "metric;value\nf1;0.5\n", { f1: 0.5 }, {}],
    [
      "YAML names with commas",
      "acc,none: 0.5\nacc_stderr,none: 0.1\n",
      { "acc,none": 0.5, "acc_stderr,none": 0.1 },
      {},
    ],
    ["YAML between its markers", "---\naccuracy: 0.5\n---\n", { accuracy: 0.5 }, {}],
    ["a list of maps as a table", '[{"metric": "f1", "value": 0.5}]', { f1: 0.5 }, {}],
    ["nan and inf in a table", "step,a,b\n1,nan,inf\n", { a: Number.NaN, b: Infinity }, {}],
    [
      "text in a table aside",
      "a,b\n1,0.9 ± 0.1\n",
      { a: 1 },
      { b: "a number and its spread in one text, of unknown meaning," },
    ],
    ["YAML flow that is not JSON", "{accuracy: 0.5}", { accuracy: 0.5 }, {}],
  ];
  it.each(stories)("%s", (_story, text, values, aside) => {
    expect(read(text)).toEqual({ values, aside });
  });

  it("the same numbers through its JSON and its YAML reader", () => {
    const key = fc.string({ minLength: 1, unit: "grapheme" }).filter((name) => !name.includes("."));
    const tree = fc.letrec((tie) => ({
      node: fc.oneof({ maxDepth: 3 }, fc.double({ noNaN: true }), tie("map")),
      map: fc.dictionary(key, tie("node"), { minKeys: 1, maxKeys: 4 }),
    }));
    fc.assert(
      fc.property(tree.map, (map) => {
        const text = JSON.stringify(map, null, 1);
        expect(parseMetrics(`# a comment makes it YAML\n${text}`, "m").values).toEqual(
          parseMetrics(text, "m").values,
        );
      }),
      { numRuns: 200 },
    );
  });
});

describe("parseMetrics, whatever it is given,", () => {
  const word = fc.constantFrom(
    ...[
      "results",
      "versions",
      "config",
      "metrics",
      "run",
      "data",
      "info",
      "run_id",
      "benchmarks",
      "stats",
      "status",
    ],
    ...[
      "fullname",
      "name",
      "unit",
      "value",
      "log_history",
      "global_step",
      "model-index",
      "dataset",
      "id",
      "eval",
    ],
    ...[
      "_wandb",
      "summaryMetrics",
      "artifacts",
      "metadata",
      "confusionMatrix",
      "rows",
      "row",
      "key",
      "timestamp",
    ],
    ...[
      "old",
      "new",
      "support",
      "precision",
      "recall",
      "f1-score",
      "prompts",
      "task",
      "model",
      "step",
      "seed",
    ],
  );
  const leaf = fc.oneof(
    fc.double(),
    fc.constantFrom("NaN", "Infinity", "N/A", "1 ± 2", "success", "", true, null, 2 ** 60),
    fc.string({ maxLength: 4 }),
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof({ maxDepth: 5 }, leaf, tie("list"), tie("map"), tie("map")),
    list: fc.array(tie("tree"), { maxLength: 3 }),
    map: fc.dictionary(
      fc.oneof({ weight: 9, arbitrary: word }, { weight: 1, arbitrary: fc.string() }),
      tie("tree"),
      {
        maxKeys: 6,
      },
    ),
  }));

  /** Python's JSON: numbers that are none are bare words. */
  const write = (value: unknown): string => {
    if (typeof value === "number") return Object.is(value, -0) ? "-0.0" : String(value);
    if (Array.isArray(value)) return `[${value.map(write).join(",")}]`;
    if (typeof value !== "object" || value === null) return JSON.stringify(value);
    return `{${Object.entries(value)
      .map(([key, entry]) => `${JSON.stringify(key)}:${write(entry)}`)
      .join(",")}}`;
  };

  /** Only the two errors that tell the author or the operator what to do may leave. */
  const readSafely = (text: string, format?: MetricFormat) => {
    try {
      return parseMetrics(text, "metrics.json", format ?? null);
    } catch (error) {
      if (error instanceof InputError || error instanceof EvidenceError) return null;
      throw error;
    }
  };

  it("gives names and numbers, or one of the two errors, for any JSON", () => {
    fc.assert(
      fc.property(tree, (value) => {
        const found = readSafely(write(value));
        for (const [name, number] of found?.values ?? [])
          expect([typeof name, typeof number]).toEqual(["string", "number"]);
      }),
      { numRuns: 500 },
    );
  });

  it("gives the same, read as every format", () => {
    fc.assert(
      fc.property(tree, fc.constantFrom(...METRIC_FORMATS), (value, format) => {
        readSafely(write(value), format);
      }),
      { numRuns: 1000 },
    );
  });

  it("gives the same for any text, and for pieces of real files", () => {
    const samples = [
      "lm-eval/candidate.json",
      "tables/long.csv",
      "dvc/metrics.toml",
      "hugging-face/README.md",
    ].map((name) => readFileSync(join(import.meta.dirname, "../../../fixtures/metrics", name), "utf8"));
    const broken = fc
      .tuple(fc.constantFrom(...samples), fc.nat(3000), fc.nat(3000), fc.string({ maxLength: 3 }))
      .map(([text, from, length, put]) => text.slice(0, from) + put + text.slice(from + (length % 40)));
    fc.assert(
      fc.property(fc.oneof(broken, fc.string(), fc.string({ unit: "binary" })), (text) => {
        readSafely(text);
      }),
      { numRuns: 500 },
    );
  });

  it("never takes what was not measured for a number that a limit could pass", () => {
    const unmeasured = fc.constantFrom(
      "NaN",
      "Infinity",
      "-Infinity",
      '"NaN"',
      '"Infinity"',
      '"-inf"',
      "1e999",
    );
    fc.assert(
      fc.property(unmeasured, fc.constantFrom("min", "max"), (text, kind) => {
        const candidate = parseMetrics(`{"m": ${text}}`, "m.json");
        const limits = [{ kind, value: 0.5 }] as const;
        const common = { direction: null, by: [], severity: "block", source: null, written: {} } as const;
        const { findings } = judgeComparison(
          { mode: "screen", checks: [{ metric: "m", limits, ...common }] },
          { candidate, baseline: null, predictions: null },
        );
        expect(findings[0]?.outcome).toBe("not-evaluable");
      }),
    );
  });
});

describe("parseMetrics refuses", () => {
  const nest = (depth: number) => `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;
  const bomb = [
    "a0: &a0 { x: 1 }",
    ...Array.from(
      { length: 9 },
      (_, i) =>
        `a${i + 1}: &a${i + 1} { ${Array.from({ length: 9 }, (_, j) => `k${j}: *a${i}`).join(", ")} }`,
    ),
  ].join("\n");
  const stories: readonly (readonly [string, string, number, RegExp])[] = [
    ["a duplicate key, at its line", '{"a": 1,\n"b": 2,\n"a": 3}', 3, /"a" stands twice/],
    ["a duplicate map, at its line", '{"a": {"x": 1},\n"a": {"y": 2}}', 2, /"a" stands twice/],
    ["a duplicate YAML key, at its line", "a: 1\nb: 2\na: 3", 3, /"a" stands twice/],
    ["two entries of one flattened name", '{"a": {"b": 1},\n"a.b": 2}', 2, /both called "a.b".*line 1/],
    ["a list at the top", "[1, 2]", 1, /wanted a map/],
    ["an empty file", "", 1, /wanted a map/],
    ["a number alone", "0.93", 1, /wanted a map/],
    ["several JSON texts on one line", '{"a": 1} {"a": 2}', 1, /more text follows/],
    ["JSON lines that are not all maps", '{"a": 1}\n{"a": 2}\n[3]', 3, /not a JSON map/],
    ["a truncated file", '{"a": 1,\n"b": ', 2, /a value is wanted/],
    ["a text that is not closed", '{"a": "x', 1, /not closed/],
    ["a list that is not closed", '{"a": [1, 2', 1, /"\]" is wanted/],
    ["a trailing comma", '{"a": 1,\n}', 2, /double quotes is wanted/],
    ["a leading zero", '{"a": 01}', 1, /"}" is wanted/],
    ["a name that no report could show", `{"${"k".repeat(1001)}": 1}`, 1, /name has 1001 characters/],
    [
      "more entries than a metrics file has",
      JSON.stringify(Object.fromEntries(Array.from({ length: 200_001 }, (_, index) => [`m${index}`, 1]))),
      1,
      /holds 200001 entries/,
    ],
    ["maps nested too deep", nest(40), 1, /deeper than 32/],
    ["YAML maps nested too deep", `# yaml\n${nest(40)}`, 2, /deeper than 32/],
    ["lists that would exhaust the YAML reader", `x: ${"[".repeat(100_000)}`, 1, /cannot be read|not YAML/],
    ["aliases of aliases", bomb, 3, /aliases|entries/],
    ["broken YAML", "a: 1\n b: 2\n", 1, /not YAML/],
    ["UTF-16 without its mark", "a\u0000:\u0000", 1, /UTF-16/],
    ["a packed archive", "PK\u0003\u0004rest", 1, /packed archive/],
    ["lists nested too deep", `{"a": ${"[".repeat(40)}`, 1, /deeper than 32/],
    ["a duplicate key below a list", '[{"a": 1,\n"a": 2}]', 2, /"a" stands twice/],
    ["a duplicate TOML key, at its line", "a = 1\nb = 2\na = 3", 3, /not TOML/],
    ["TOML nested too deep", `${"a.".repeat(40)}a = 1`, 1, /deeper than 32/],
    ["a ragged row, at its line", "epoch,loss\n0,0.5\n1", 3, /1 cells and the header 2/],
    ["a column named twice", "loss,loss\n1,2\n", 1, /two columns are called "loss"/],
    ["a quoted cell that is not closed", 'metric,value\n"a,1\n', 2, /not closed/],
    ["text behind a quoted cell", 'metric,value\n"a"b,1\n', 2, /text follows a quoted cell/],
    ["a table without rows", "epoch,loss\n", 1, /wanted a map of metrics, or a table/],
    ["a head without results before a text", "---\ntitle: x\n---\n# Notes\n", 1, /no `model-index`/],
  ];
  it.each(stories)("%s", (_story, text, line, message) => {
    let problems: InputError["problems"] = [];
    try {
      parseMetrics(text, "m.json");
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems = error.problems;
    }
    expect(problems[0]).toMatchObject({ path: "m.json", message: expect.stringMatching(message) });
    expect(problems[0]?.line).toBe(line);
    for (const { remedy } of problems) expect(remedy).toMatch(/\.$/);
  });

  it("a large file in time that grows with its size", () => {
    const many = Object.fromEntries(
      Array.from({ length: 100_000 }, (_, index) => [`metric_${index}`, index]),
    );
    expect(parseMetrics(JSON.stringify(many), "m.json").values.size).toBe(100_000);
  });
});
