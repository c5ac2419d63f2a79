import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type GateFile, InputError, type JsonValue, parseGateFile } from "@ml-gates/gate";
import { describe, expect, it } from "vitest";
import { judgeComparison } from "./judge-comparison.ts";
import { parseMetrics } from "./parse-metrics.ts";
import { parseSelector } from "./parse-selector.ts";

const FIXTURES = resolve(import.meta.dirname, "../../../fixtures/metrics");
const sample = (name: string) => readFileSync(join(FIXTURES, name), "utf8");

/** The section as the gate file's author writes it. */
function sectionOf(checks: string): NonNullable<GateFile["metrics"]> {
  const text = `version: 1\nmetrics:\n  candidate: new\n  baseline: base\n  checks:\n${checks
    .trim()
    .split("\n")
    .map((line) => `    - ${line.trim()}\n`)
    .join("")}`;
  const { metrics } = parseGateFile({ path: "g.yml", text });
  if (metrics === null) throw new Error("no metrics");
  return metrics;
}

function judge(checks: string, candidate: string, baseline: string | null) {
  return judgeComparison(sectionOf(checks), {
    candidate: parseMetrics(candidate, "new.json"),
    baseline: baseline === null ? { absent: "no registry yet" } : parseMetrics(baseline, "base.json"),
    predictions: null,
  });
}

const outcomes = (checks: string, candidate: string, baseline: string | null) =>
  judge(checks, candidate, baseline).findings.map(({ id, outcome, observed }) => [id, outcome, observed]);

type Rows = readonly { readonly [key: string]: JsonValue }[];
const rowsOf = (judged: ReturnType<typeof judge>, key: string): Rows =>
  (judged.measurements.data as unknown as Readonly<Record<string, Rows>>)[key] ?? [];

describe("a selector", () => {
  it.each([
    ["accuracy", null],
    ["test.accuracy", null],
    ["a (b)", null],
    ["/a~1b/c~0d", ["a/b", "c~d"]],
    ["/", [""]],
    ['["acc,none"]', ["acc,none"]],
    ["['acc,none']", ["acc,none"]],
    ['hellaswag["acc,none"]', ["hellaswag", "acc,none"]],
    ['a.b["c.d"].e', ["a", "b", "c.d", "e"]],
    ['["a\\"b"]', ['a"b']],
    ["rows[0]", ["rows", "0"]],
    ["test_sort[n=1]", null],
  ])("%s has the keys %o", (text, keys) => {
    expect(parseSelector(text)).toEqual(keys);
  });

  it("finds names with commas, slashes, dots and spaces, which also serve to the letter", () => {
    const file = '{"hs": {"acc,none": 0.5}, "val/f1": 0.6, "v1.0": {"log loss": 0.7}}';
    const checks = `
      { metric: '["hs"]["acc,none"]', min: 0.1 }
      { metric: "hs.acc,none", min: 0.1 }
      { metric: /hs/acc~0none, min: 0.1 }
      { metric: /val~1f1, min: 0.1 }
      { metric: val/f1, min: 0.1 }
      { metric: '["v1.0"]["log loss"]', min: 0.1 }`;
    expect(outcomes(checks, file, null).map(([, , observed]) => observed)).toEqual([
      0.5,
      0.5,
      null,
      0.6,
      0.6,
      0.7,
    ]);
  });

  it("that finds nothing is not evaluable, and the nearest names are suggested", () => {
    const told = (metric: string) =>
      judge(`{ metric: '${metric}', min: 0 }`, sample("lm-eval/candidate.json"), null).findings[0];
    expect(told("acc")).toMatchObject({
      outcome: "not-evaluable",
      why: expect.stringMatching(/nearest: "sums.acc,none"/),
    });
    expect(told("sums.ac,none")?.why).toMatch(/nearest: "sums.acc,none"/);
    const reduced = judge("{ metric: val_los, reduce: min, max: 1 }", sample("lightning/metrics.csv"), null)
      .findings[0];
    expect(reduced?.why).toBe('val_los (min) is not in new.json (nearest: "val_loss").');
    expect(told("entirely different")?.why).toBe("entirely different is not in new.json.");
  });

  it("reaches by JSON Pointer what the reader leaves out, a boolean too, which is no metric unless asked for", () => {
    const file = '{"ok": true, "note": "x", "list": [1, {"deep": 4}]}';
    expect(outcomes("{ metric: ok, min: 1 }", file, null)).toEqual([["ok/min", "not-evaluable", null]]);
    expect(outcomes("{ metric: /ok, min: 1 }", file, null)).toEqual([["/ok/min", "pass", 1]]);
    expect(outcomes("{ metric: /list/1/deep, max: 3 }", file, null)).toEqual([
      ["/list/1/deep/max", "fail", 4],
    ]);
    expect(outcomes("{ metric: /note, min: 1 }", file, null)).toEqual([["/note/min", "not-evaluable", null]]);
    expect(outcomes("{ metric: /list/7, min: 1 }", file, null)).toEqual([
      ["/list/7/min", "not-evaluable", null],
    ]);
  });
});

describe("a reducer in the check", () => {
  it("names what it makes of the series, so that two of them are two metrics", () => {
    const checks = `
      { metric: val_loss, max: 0.42, direction: lower }
      { metric: val_loss, reduce: min, max: 0.42 }
      { metric: val_acc, reduce: { at-best: val_loss, direction: lower }, min: 0.73 }
      { metric: train_loss, reduce: { at: 9 }, max: 1 }
      { metric: train_loss, reduce: { at: 10 }, max: 1 }`;
    expect(outcomes(checks, sample("lightning/metrics.csv"), null)).toEqual([
      ["val_loss/max", "fail", 0.44],
      ["val_loss (min)/max", "pass", 0.4],
      ["val_acc (at best val_loss)/min", "fail", 0.72],
      ["train_loss (at step 9)/max", "pass", 0.9],
      ["train_loss (at step 10)/max", "not-evaluable", null],
    ]);
  });

  it("is wanted where rows have neither step nor seed", () => {
    const rows = "model,f1\nx,0.7\ny,0.9\n";
    const [finding] = judge("{ metric: f1, min: 0.8 }", rows, null).findings;
    expect(finding).toMatchObject({
      outcome: "not-evaluable",
      why: "f1 is a column of 2 rows without a step, epoch, seed or fold in new.json.",
    });
    expect(outcomes("{ metric: f1, reduce: max, min: 0.8 }", rows, null)).toEqual([
      ["f1 (max)/min", "pass", 0.9],
    ]);
  });

  it("changes nothing of a single number, which has no steps", () => {
    expect(outcomes("{ metric: a, reduce: max, min: 1 }", '{"a": 2}', null)).toEqual([
      ["a (max)/min", "pass", 2],
    ]);
    const [finding] = judge("{ metric: a, reduce: { at: 3 }, min: 1 }", '{"a": 2}', null).findings;
    expect(finding?.why).toBe("a (at step 3) is a single number and no series in new.json.");
  });

  it("applies to both sides", () => {
    const [finding] = judge(
      "{ metric: val_loss, reduce: min, max-drop: 0.01 }",
      "epoch,val_loss\n0,0.40\n1,0.6\n",
      "epoch,val_loss\n0,0.37\n1,0.9\n",
    ).findings;
    expect(finding).toMatchObject({ outcome: "fail", observed: 0.4, baseline: 0.37 });
  });
});

describe("the direction of a metric", () => {
  const benchmark = (unit: string, value: number) => JSON.stringify([{ name: "step", unit, value }]);

  it("is taken from the file, and the measurements say so", () => {
    const judged = judge("{ metric: step, max-drop: 1 }", benchmark("ms", 12), benchmark("ms", 10));
    expect(judged.findings[0]).toMatchObject({ outcome: "fail" });
    expect(rowsOf(judged, "metrics")[0]).toMatchObject({ direction: "lower", directionFrom: "file" });
  });

  it("is the check's own word before the file's", () => {
    const judged = judge(
      "{ metric: step, max-drop: 1, direction: higher }",
      benchmark("ms", 12),
      benchmark("ms", 10),
    );
    expect(judged.findings[0]).toMatchObject({ outcome: "pass" });
    expect(rowsOf(judged, "metrics")[0]).toMatchObject({ direction: "higher", directionFrom: "check" });
  });

  it("is the table's where neither says it, and asked for where nobody knows", () => {
    const judged = judge("{ metric: f1, max-drop: 0.1 }", '{"f1": 0.9, "x": 1}', '{"f1": 0.9}');
    expect(rowsOf(judged, "metrics").map(({ directionFrom }) => directionFrom)).toEqual(["table", null]);
    expect(() => judge("{ metric: x, max-drop: 0.1 }", '{"x": 1}', '{"x": 1}')).toThrow(InputError);
  });

  it("is not turned round by the candidate's file", () => {
    const results = (higher: boolean, value: number) =>
      JSON.stringify({
        results: { t: { "acc,none": value } },
        higher_is_better: { t: { acc: higher } },
        versions: { t: 1 },
        config: {},
      });
    const check = '{ metric: "t.acc,none", max-drop: 0.01 }';
    expect(() => judge(check, results(false, 0.1), results(true, 0.9))).toThrow(
      /base.json says that higher and new.json says that lower is better/,
    );
    expect(() => judge(check, results(false, 0.1), '{"t": {"acc,none": 0.9}}')).toThrow(
      /table of known names/,
    );
    expect(
      outcomes(
        `{ metric: "t.acc,none", max-drop: 0.01, direction: higher }`,
        results(false, 0.1),
        results(true, 0.9),
      )[0]?.[1],
    ).toBe("fail");
    expect(
      outcomes('{ metric: "t.acc,none", min: 0.5 }', results(false, 0.1), results(true, 0.9))[0]?.[1],
    ).toBe("fail");
  });
});

describe("two evaluations that differ", () => {
  const checks = '{ metric: "sums.acc,none", min: 0.3, max-drop: 0.9 }';

  it("are not compared, however large the tolerance; floors are judged", () => {
    const judged = judge(checks, sample("lm-eval/limited.json"), sample("lm-eval/candidate.json"));
    expect(judged.findings.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ["pass", null],
      ["not-evaluable", "not-comparable"],
    ]);
    expect(judged.findings[1]?.why).toMatch(/limit is "10" and was "none" in the baseline.*task hash/);
    expect(rowsOf(judged, "comparability")).toEqual([{ name: "limit", baseline: "none", candidate: "10" }]);
    expect(rowsOf(judged, "metrics")[0]?.["differences"]).toContainEqual({
      name: "n-samples",
      baseline: "30",
      candidate: "10",
    });
  });

  it("are compared when nothing they both state differs", () => {
    const same = sample("lm-eval/candidate.json");
    expect(outcomes(checks, same, same).map(([, outcome]) => outcome)).toEqual(["pass", "pass"]);
    const older = JSON.stringify({ sums: { "acc,none": 0.46 } });
    expect(outcomes(checks, same, older).map(([, outcome]) => outcome)).toEqual(["pass", "pass"]);
  });

  it.each([
    ["scikit-learn/candidate.json", "accuracy", '"support": 21', '"support": 22', /support is "19, 21, 20"/],
    [
      "mlflow/candidate.json",
      "roc_auc",
      '"digest": "8f2c11d0"',
      '"digest": "00000000"',
      /dataset digest \(eval\)/,
    ],
    [
      "inspect/log.json",
      "includes.accuracy",
      '"task_version": 2',
      '"task_version": 3',
      /task version is "2"/,
    ],
    ["hugging-face/README.md", "f1", "split: test", "split: dev", /dataset split is "test" and was "dev"/],
    ["promptfoo/results.json", "pass_rate", '"Ada"', '"Eve"', /tests is/],
    ["github-action-benchmark/output.json", "score batch", '"ms"', '"us"', /unit is "ms" and was "us"/],
  ])("%s: the file's own facts forbid it", (file, metric, text, other, why) => {
    const check = `{ metric: "${metric}", max-drop: 1000 }`;
    expect(outcomes(check, sample(file), sample(file))[0]?.[1]).toBe("pass");
    const [finding] = judge(check, sample(file), sample(file).replaceAll(text, other)).findings;
    expect(finding).toMatchObject({
      outcome: "not-evaluable",
      reason: "not-comparable",
      why: expect.stringMatching(why),
    });
  });
});

describe("what the report draws", () => {
  it("parameters that differ, and the formats", () => {
    const judged = judge(
      "{ metric: roc_auc, max-drop: 0.01 }",
      sample("mlflow/candidate.json"),
      sample("mlflow/baseline.json"),
    );
    expect(judged.measurements.data).toMatchObject({
      formats: { candidate: "mlflow-run", baseline: "mlflow-run" },
      parameters: [{ name: "max_depth", baseline: "4", candidate: "5" }],
    });
  });

  it("what the files state of uncertainty, by which lm-eval's drops are judged", () => {
    const lower = sample("lm-eval/candidate.json").replaceAll("0.4666666666666667", "0.4333333333333333");
    const judged = judge(
      '{ metric: "sums.acc,none", max-drop: 0.01 }',
      lower,
      sample("lm-eval/candidate.json"),
    );
    // Two standard errors of 0.0926: the difference's is 0.131, and a drop of 0.033 is noise.
    expect(judged.findings[0]).toMatchObject({
      outcome: "inconclusive",
      method: "stated-standard-errors-unpaired",
    });
    expect(rowsOf(judged, "metrics")[0]?.["stated"]).toMatchObject({
      candidate: { n: 30, standardError: 0.0926411111706, seeds: [] },
    });
  });

  it("seeds by name", () => {
    const judged = judge("{ metric: rmse, max: 4 }", sample("tables/folds.csv"), null);
    expect(rowsOf(judged, "metrics")[0]?.["stated"]).toMatchObject({
      candidate: {
        n: 3,
        seeds: [
          { name: "0", value: 3.1 },
          { name: "1", value: 2.9 },
          { name: "2", value: 3.3 },
        ],
      },
    });
  });
});
