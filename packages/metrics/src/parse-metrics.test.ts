import { InputError } from "@ml-gates/gate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
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
      { t: "text", b: "a boolean", l: "a list", n: "null" },
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
    ["several JSON texts", '{"a": 1}\n{"a": 2}', 2, /more text follows/],
    ["a truncated file", '{"a": 1,\n"b": ', 2, /a value is wanted/],
    ["a text that is not closed", '{"a": "x', 1, /not closed/],
    ["a list that is not closed", '{"a": [1, 2', 1, /list is not closed/],
    ["a trailing comma", '{"a": 1,\n}', 2, /double quotes is wanted/],
    ["a leading zero", '{"a": 01}', 1, /"}" is wanted/],
    ["a name that no report could show", `{"${"k".repeat(1001)}": 1}`, 1, /name has 1001 characters/],
    ["maps nested too deep", nest(40), 1, /deeper than 32/],
    ["YAML maps nested too deep", `# yaml\n${nest(40)}`, 2, /deeper than 32/],
    ["lists that would exhaust the YAML reader", `x: ${"[".repeat(100_000)}`, 1, /cannot be read|not YAML/],
    ["aliases of aliases", bomb, 3, /aliases|entries/],
    ["broken YAML", "a: 1\n b: 2\n", 1, /not YAML/],
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
