import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseGateFile } from "@ml-gates/gate";
import { describe, expect, it } from "vitest";
import { judgeComparison } from "./judge-comparison.ts";
import { parseMetrics } from "./parse-metrics.ts";

const FIXTURES = resolve(import.meta.dirname, "../../../fixtures/metrics");
const sample = (name: string) => readFileSync(join(FIXTURES, name), "utf8");

function judge(check: string, [candidate, baseline]: readonly [string, string], mode = "screen") {
  const text = `version: 1\nmetrics:\n  candidate: new\n  baseline: base\n  mode: ${mode}\n  checks:\n    - ${check}\n`;
  const { metrics } = parseGateFile({ path: "g.yml", text });
  if (metrics === null) throw new Error("no metrics");
  const [found] = judgeComparison(metrics, {
    candidate: parseMetrics(candidate, "new.csv"),
    baseline: parseMetrics(baseline, "base.csv"),
    predictions: null,
  }).findings;
  if (found === undefined) throw new Error("no finding");
  return found;
}

const table = (column: string, values: Readonly<Record<string, number>>) =>
  `${column},f1\n${Object.entries(values)
    .map(([name, value]) => `${name},${value}\n`)
    .join("")}`;

const AFTER = { 1: 0.88, 2: 0.87, 3: 0.89 };
const BEFORE = { 1: 0.9, 2: 0.9, 3: 0.9 };
const DROP = "{ metric: f1, max-drop: 0.01 }";

describe("several seeds", () => {
  // Student's law with two degrees: P(T > t) = 1/2 - t / (2 √(2 + t²)). Differences -0.02, -0.03, -0.01: t = -√12.
  it("of the same names are paired, whatever their order", () => {
    const shuffled = { 3: 0.9, 1: 0.9, 2: 0.9 };
    const found = judge(DROP, [table("seed", AFTER), table("seed", shuffled)]);
    expect(found).toMatchObject({ outcome: "fail", method: "paired-t", n: 3, effect: { confidence: 0.9 } });
    expect(found.p).toBeCloseTo(0.5 - Math.sqrt(12) / (2 * Math.sqrt(14)), 11);
    // Quantile of 0.95 with two degrees: 2.91998558036.
    expect(found.effect?.low).toBeCloseTo(-0.02 - (2.91998558036 * 0.01) / Math.sqrt(3), 10);
    expect(found.why).toContain("at n = 3 seeds");
    // SciPy: n (t_{0.95, 2n/3} 0.0057735 / 0.01)² meets n first at 6; (2.91998558 + 0.84) · 0.0057735.
    expect(found.requiredN).toBe(6);
    expect(found.detectable).toBeCloseTo(0.0217082769, 7);
  });

  it("of other names are two samples, as Welch has it", () => {
    const others = { 4: 0.91, 5: 0.9, 6: 0.92 };
    const found = judge(DROP, [table("seed", AFTER), table("seed", others)]);
    expect(found).toMatchObject({ outcome: "fail", method: "welch-t" });
    // scipy.stats.ttest_ind([.88, .87, .89], [.91, .9, .92], equal_var=False, alternative="less"): four degrees.
    expect(found.p).toBeCloseTo(0.010655820564378, 11);
  });

  it("leave open what they do not show, and say how many would", () => {
    const found = judge(DROP, [table("seed", { 1: 0.86, 2: 0.9 }), table("seed", { 1: 0.9, 2: 0.89 })]);
    expect(found).toMatchObject({ outcome: "inconclusive", method: "paired-t", n: 2 });
    expect(found.remedy).toMatch(/^Train with about [\d,]+ seeds to settle it/);
  });

  it("whose floor is judged have their own t", () => {
    const found = judge("{ metric: f1, min: 0.9 }", [table("seed", AFTER), table("seed", BEFORE)]);
    expect(found).toMatchObject({ outcome: "fail", method: "t" });
    expect(found.p).toBeCloseTo(0.5 - Math.sqrt(12) / (2 * Math.sqrt(14)), 11);
  });

  it("that all agree prove nothing but what they say", () => {
    const same = table("seed", BEFORE);
    expect(judge(DROP, [same, same], "prove")).toMatchObject({ outcome: "pass" });
    expect(judge(DROP, [same, same]).why).toContain("identical values at n = 3 seeds");
    const lower = table("seed", { 1: 0.88, 2: 0.88, 3: 0.88 });
    expect(judge(DROP, [lower, same])).toMatchObject({ outcome: "fail", p: null });
  });

  it("on one side alone are no uncertainty, and that is said", () => {
    const found = judge(DROP, [table("seed", AFTER), table("seed", { 1: 0.9 })]);
    expect(found).toMatchObject({ outcome: "fail", method: null, requiredN: null, detectable: null });
    expect(found.why).toContain(
      "The baseline's file holds a single seed or fold, so no required n can be told.",
    );
  });
});

describe("folds of a cross-validation", () => {
  it("are corrected for their overlapping training rows, and more of them settle nothing", () => {
    const found = judge(DROP, [table("fold", AFTER), table("fold", BEFORE)]);
    expect(found).toMatchObject({
      outcome: "inconclusive",
      method: "corrected-resampled-t",
      requiredN: null,
    });
    // Variance 0.0001 (1/3 + 1/2): t = -√4.8.
    expect(found.p).toBeCloseTo(0.5 - Math.sqrt(4.8) / (2 * Math.sqrt(6.8)), 11);
    expect(found.remedy).toMatch(/^Evaluate on more data, as more folds of the same data do not settle it/);
  });

  it("are never paired with seeds of the same names", () => {
    expect(judge(DROP, [table("fold", AFTER), table("seed", { ...BEFORE, 1: 0.91 })]).method).toBe(
      "corrected-welch-t",
    );
  });

  it("repeated with other seeds are folds still: the share of training rows is that of one repetition", () => {
    const rows = (drop: number) =>
      ["1,1,0.9", "1,2,0.92", "2,1,0.91", "2,2,0.93"]
        .map((row, index) => `${row.slice(0, 4)}${Number(row.slice(4)) - drop * (1 + (index % 2))}\n`)
        .join("");
    const found = judge(DROP, [`seed,fold,f1\n${rows(0.01)}`, `seed,fold,f1\n${rows(0)}`]);
    expect(found).toMatchObject({ method: "corrected-resampled-t", n: 4 });
    // Differences -0.01, -0.02 twice: variance 1/30000 (1/4 + 1/1), three degrees.
    const error = Math.sqrt((1 / 30_000) * 1.25);
    expect(found.effect?.low).toBeCloseTo(-0.015 - 2.353363434801824 * error, 10);
  });
});

describe("rounds of a benchmark", () => {
  it("are two samples, by their stated deviation and number", () => {
    const name = '"test_speed.py::test_sort[100].mean"';
    const slower = JSON.parse(sample("pytest-benchmark/benchmark.json")) as {
      benchmarks: { stats: { mean: number; stddev: number; rounds: number } }[];
    };
    const [{ stats } = { stats: { mean: 0, stddev: 0, rounds: 0 } }] = slower.benchmarks;
    stats.mean += stats.stddev;
    const found = judge(`{ metric: ${name}, max-drop-rel: 0.01 }`, [
      JSON.stringify(slower),
      sample("pytest-benchmark/benchmark.json"),
    ]);
    // One deviation over √(2/8) of it: t = 2 with 14 degrees.
    expect(found).toMatchObject({ method: "welch-t", outcome: "fail", n: 8 });
    expect(found.p).toBeCloseTo(0.0326, 4);
  });
});

describe("lm-evaluation-harness' samples", () => {
  const pair = [sample("lm-eval/candidate-samples.jsonl"), sample("lm-eval/baseline-samples.jsonl")] as const;
  const acc = '{ metric: "acc,none", max-drop: 0.01 }';
  const lines = (text: string) => text.trimEnd().split("\n");

  it("pair by themselves on the document's hash: McNemar's table, whatever the order of the lines", () => {
    const found = judge(acc, [lines(pair[0]).toReversed().join("\n"), pair[1]]);
    // 6 gained and 8 lost of 30: mid-p = P(X < 6) + P(X = 6) / 2 of 14 fair coins = (3473 + 3003 / 2) / 16384.
    expect(found).toMatchObject({
      outcome: "inconclusive",
      method: "mcnemar-mid-p",
      n: 30,
    });
    expect(found.observed).toBeCloseTo(14 / 30, 11);
    expect(found.p).toBeCloseTo((3473 + 3003 / 2) / 16_384, 12);
    expect(found.remedy).toMatch(/^Evaluate on about [\d,]+ documents/);
  });

  it("that lack documents are not compared, and counted", () => {
    const found = judge(acc, [lines(pair[0]).slice(3).join("\n"), pair[1]]);
    expect(found).toMatchObject({ outcome: "not-evaluable", reason: "not-comparable" });
    expect(found.why).toContain("lacks 3 of the baseline's documents and has 0 that the baseline lacks");
    expect(found.why).not.toContain("prompts");
  });

  it("asked in other words are not compared", () => {
    const found = judge(acc, [pair[0].replace('"prompt_hash": "', '"prompt_hash": "0'), pair[1]]);
    expect(found).toMatchObject({ outcome: "not-evaluable", reason: "not-comparable" });
    expect(found.why).toContain("prompts is");
  });

  it("without hashes pair by position, with a note", () => {
    const bare = pair.map((text) => text.replaceAll(/"doc_hash": "\w+", /g, "")) as [string, string];
    const found = judge(acc, bare);
    expect(found.method).toBe("mcnemar-mid-p");
    expect(found.why).toContain("paired by doc_id, their position: the file holds no doc_hash");
  });

  it("of a document that stands twice are two documents", () => {
    const twice = pair.map((text) => `${text}${lines(text)[0]}\n`) as [string, string];
    expect(judge(acc, twice)).toMatchObject({ n: 31, method: "mcnemar-mid-p" });
  });

  it("that are no numbers have no mean", () => {
    const odd = pair[0].replace('"acc": 1.0', '"acc": [1, 2]');
    expect(judge(acc, [odd, pair[1]])).toMatchObject({ outcome: "not-evaluable", reason: "not-a-number" });
  });

  it("of a graded metric have the t of their differences", () => {
    const graded = pair.map((text) => text.replaceAll('"acc": 1.0', '"acc": 0.75')) as [string, string];
    expect(judge(acc, graded)).toMatchObject({ method: "paired-t", n: 30 });
  });
});

describe("stated standard errors", () => {
  const results = (value: number, n: string) =>
    sample("lm-eval/candidate.json")
      .replaceAll(/"acc,none": [\d.]+/g, `"acc,none": ${value}`)
      .replace(/"n-samples": \{[^}]*\}[^}]*\}/, `"n-samples": {${n}}`);
  const acc = '{ metric: "sums.acc,none", max-drop: 0.01 }';

  it("are judged with the examples that would settle it", () => {
    const n = '"sums": {"original": 30, "effective": 30}';
    const found = judge(acc, [results(0.4, n), results(0.45, n)]);
    expect(found).toMatchObject({
      method: "stated-standard-errors-unpaired",
      n: 30,
      outcome: "inconclusive",
    });
    // 30 (1.644853627 · 0.0926411112 √2 / 0.01)².
    expect(found.requiredN).toBe(13_932);
    expect(found.remedy).toMatch(/^Evaluate on about 13,932 examples/);
  });

  it("of unknown many examples say so", () => {
    const bare = (value: number) => results(value, "").replaceAll(/"sample_len": \d+,?/g, "");
    const found = judge(acc, [bare(0.4), bare(0.45)]);
    expect(found).toMatchObject({ method: "stated-standard-errors-unpaired", n: null, requiredN: null });
    expect(found.why).toContain("does not say of how many examples, so no required n can be told");
  });
});

it("Inspect's log pairs by the ids of its samples", () => {
  const log = sample("inspect/log.json");
  const found = judge("{ metric: includes.accuracy, max-drop: 0.1 }", [log, log]);
  expect(found).toMatchObject({ method: "mcnemar-mid-p", n: 6, outcome: "pass" });
});
