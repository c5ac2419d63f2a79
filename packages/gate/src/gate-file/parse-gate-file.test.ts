import { describe, expect, it } from "vitest";
import { InputError, type Problem } from "../errors.ts";
import { parseGateFile } from "./parse-gate-file.ts";

const VALID = `version: 1
model: employment
predictions:
  candidate: out/preds.parquet
  baseline: registry
  columns: { key: row_id, label: employed, prediction: decision, score: score }
metrics:
  candidate: out/metrics.json
  checks:
    - { metric: roc_auc, max-drop: 0.01 }
    - { metric: accuracy, min: 0.78, max-drop: 0.01, by: [SEX] }
`;

function problemsOf(text: string, fragments: Parameters<typeof parseGateFile>[1] = []): readonly Problem[] {
  try {
    parseGateFile({ path: "ml-gates.yml", text }, fragments);
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

describe("parseGateFile", () => {
  it("fills every default and keeps the line of each check", () => {
    const gate = parseGateFile({ path: "ml-gates.yml", text: VALID });
    expect(gate.engine).toEqual({ memory: "4GB", threads: null, temp: null, nativePath: null });
    expect(gate.predictions?.columns.positive).toBe("1");
    expect(gate.metrics?.checks.map(({ source }) => source)).toEqual([
      { path: "ml-gates.yml", line: 10 },
      { path: "ml-gates.yml", line: 11 },
    ]);
    expect(gate.metrics?.checks[1]).toMatchObject({
      by: ["SEX"],
      severity: "block",
      limits: [
        { kind: "min", value: 0.78 },
        { kind: "max-drop", value: 0.01 },
      ],
    });
  });

  it("keeps how a series is reduced, and the format of the metrics files", () => {
    const reduce = (written: string) =>
      parseGateFile({ path: "g.yml", text: VALID.replace("0.01 }", `0.01, reduce: ${written} }`) }).metrics
        ?.checks[0]?.reduce;
    expect(reduce("mean-of-seeds")).toEqual({ kind: "mean-of-seeds" });
    expect(reduce("{ at: 100 }")).toEqual({ kind: "at", step: 100 });
    expect(reduce("{ at-best: val_loss, direction: lower }")).toEqual({
      kind: "at-best",
      metric: "val_loss",
      direction: "lower",
    });
    const text = VALID.replace("metrics:", "metrics:\n  format: lm-eval");
    expect(parseGateFile({ path: "g.yml", text }).metrics?.format).toBe("lm-eval");
    expect(parseGateFile({ path: "g.yml", text: VALID }).metrics).toMatchObject({
      format: null,
      parameters: null,
    });
  });

  it("lets a file with both sides stand for the baseline, and one metric be reduced in two ways", () => {
    const checks = "[{ metric: a, reduce: min, max-drop: 1 }, { metric: a, reduce: max, max-drop: 1 }]";
    const text = `version: 1\nmetrics: { candidate: d.json, format: dvc-metrics-diff, checks: ${checks} }`;
    expect(parseGateFile({ path: "g.yml", text }).metrics?.checks).toHaveLength(2);
  });

  it("fills what a data entry leaves out, and keeps what it says", () => {
    const entry = "{ name: a, path: a.csv, suite: s.json";
    const said =
      "base: git:main:a.csv, parameters: { cap: 600 }, unsupported: warn, result-format: COMPLETE, result-path: out/r.json, index-columns: [id]";
    const text = `version: 1\ndata:\n  - ${entry} }\n  - ${entry.replace("name: a", "name: b")}, ${said} }\n`;
    const [bare, full] = parseGateFile({ path: "ml-gates.yml", text }).data;
    expect(bare).toMatchObject({
      base: null,
      parameters: {},
      unsupported: "fail",
      resultFormat: "SUMMARY",
      resultPath: null,
      indexColumns: [],
    });
    expect(full).toMatchObject({
      base: { kind: "git", ref: "main", path: "a.csv" },
      parameters: { cap: 600 },
      unsupported: "warn",
      resultFormat: "COMPLETE",
      resultPath: "out/r.json",
      indexColumns: ["id"],
    });
  });

  it.each([
    ["a base that is a registry", "base: registry", 'The base is "registry"'],
    ["a result format that is none", "result-format: FULL", "wanted one of BOOLEAN_ONLY"],
    ["a policy that is none", "unsupported: skip", "wanted one of fail, warn"],
    ["an index column twice", "index-columns: [id, id]", "index-columns"],
  ])("refuses %s", (_story, said, message) => {
    const [problem] = problemsOf(`version: 1\ndata: [{ path: a.csv, suite: s.json, ${said} }]\n`);
    expect(problem?.message).toContain(message);
  });

  it("refuses two results in one file", () => {
    const entry = (name: string) => `{ name: ${name}, path: a.csv, suite: s.json, result-path: r.json }`;
    const [problem] = problemsOf(`version: 1\ndata:\n  - ${entry("a")}\n  - ${entry("b")}\n`);
    expect(problem).toMatchObject({ line: 4, message: 'Two data entries write their result to "r.json".' });
  });

  it("reports seven faults at once, each on its own line", () => {
    const problems = problemsOf(`version: 2
modle: employment
metrics:
  candidate: 7
  mode: strict
  checks:
    - { metric: roc_auc, max_drop: 0.01 }
    - { metric: accuracy, max-drop: "5%" }
    - { max-drop: 0.1 }
`);
    expect(problems.map(({ line }) => line)).toEqual([1, 2, 4, 5, 7, 8, 9]);
    expect(problems[1]).toMatchObject({ remedy: "Did you mean `model`?" });
    expect(problems[4]).toMatchObject({ remedy: "Did you mean `max-drop`?", column: 26 });
  });

  const faults = [
    // the story, the text, what the message says, the line
    ["a file without content", "", "is empty", 1],
    ["a comment alone", "# nothing\n", "is empty", 1],
    ["text that is not YAML", "version: [1\n", "Not YAML", 2],
    ["a list where a map belongs", "- version: 1\n", "wanted a map", 1],
    ["a key that stands twice", `${VALID}model: other\n`, "stands twice", 12],
    ["a section whose gate does not exist", `${VALID}training: {}\n`, "Unknown key", 12],
    ["nothing to judge", "version: 1\n", "Nothing is judged", 1],
    ["a tolerance below zero", VALID.replace("0.01 }", "-0.01 }"), "wanted at least 0", 10],
    ["a limit that is not a number", VALID.replace("0.01 }", ".nan }"), "wanted a number", 10],
    ["a check without a limit", VALID.replace(", max-drop: 0.01 }", " }"), "has no limit", 10],
    [
      "limits that exclude each other",
      VALID.replace("min: 0.78", "min: 0.78, max: 0.7"),
      "no value meets both",
      11,
    ],
    ["a change without a baseline", VALID.replace("  baseline: registry\n", ""), "no baseline is named", 9],
    ["a baseline of a kind not known", VALID.replace("registry", "ftp:x"), "wanted `registry`", 5],
    [
      "a format of metrics files that is not known",
      VALID.replace("metrics:", "metrics:\n  format: lmeval"),
      "wanted one of",
      8,
    ],
    [
      "a reducer that is not known",
      VALID.replace("0.01 }", "0.01, reduce: lst }"),
      "wanted text that matches",
      10,
    ],
    [
      "a reducer that is half a sentence",
      VALID.replace("0.01 }", "0.01, reduce: { at-best: loss } }"),
      "which way is better",
      10,
    ],
    [
      "a reducer that says two things",
      VALID.replace("0.01 }", "0.01, reduce: { at: 1, at-best: loss } }"),
      "wanted one step",
      10,
    ],
    [
      "a reducer with a key of its own",
      VALID.replace("0.01 }", "0.01, reduce: { step: 1 } }"),
      "Unknown key",
      10,
    ],
    ["several documents", `${VALID}---\nversion: 1\n`, "Not YAML", 12],
  ] as const;

  for (const [story, text, says, line] of faults) {
    it(`refuses ${story}, at its line`, () => {
      const [problem] = problemsOf(text);
      expect(problem?.message).toContain(says);
      expect(problem?.line).toBe(line);
      expect(problem?.remedy).toMatch(/\.$|\?$/);
    });
  }

  it("refuses aliases that multiply, without expanding them", () => {
    const levels = Array.from({ length: 12 }, (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n},`.repeat(9)}]`);
    const [problem] = problemsOf(`a0: &a0 [x]\n${levels.join("\n")}\n`);
    expect(problem?.message).toContain("alias");
  });

  it("refuses nesting that would exhaust the stack, by a message", () => {
    expect(problemsOf(`version: ${"[".repeat(200_000)}`)).not.toEqual([]);
  });

  it("is driven by inputs alone", () => {
    const gate = parseGateFile(null, [
      { input: "candidate", path: ["metrics", "candidate"], as: "text", text: "m.json" },
      { input: "baseline", path: ["metrics", "baseline"], as: "text", text: "git:main:m.json" },
      { input: "by", path: ["metrics", "by"], as: "list", text: " SEX , RAC1P" },
      {
        input: "checks",
        path: ["metrics", "checks"],
        as: "yaml",
        text: "- { metric: auc, max-drop: 0.1, by: [A] }",
      },
      { input: "predictions", path: ["predictions", "candidate"], as: "text", text: "p.csv" },
      { input: "columns", path: ["predictions", "columns"], as: "yaml", text: "{ key: id }" },
    ]);
    expect(gate.metrics).toMatchObject({ baseline: { kind: "git", ref: "main", path: "m.json" } });
    expect(gate.metrics?.checks[0]).toMatchObject({ by: ["A"], source: null });
  });

  it("names the input when the fault stands in one", () => {
    const text = "- { metric: auc, max_drop: 0.1 }";
    const problems = problemsOf(VALID, [{ input: "checks", path: ["metrics", "checks"], as: "yaml", text }]);
    expect(problems[0]).toMatchObject({ path: "input checks", line: 1, remedy: "Did you mean `max-drop`?" });
  });
});
