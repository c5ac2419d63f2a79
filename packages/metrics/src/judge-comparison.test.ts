import {
  type Check,
  type Finding,
  foldVerdict,
  InputError,
  LIMIT_KINDS,
  type LimitKind,
  type Severity,
  type Trade,
  VERDICTS,
} from "@ml-gates/gate";
import type { DecisionCounts, RankSums, Slice } from "@ml-gates/queries";
import { delong } from "@ml-gates/statistics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Comparison, PredictionEvidence } from "./comparison.ts";
import { judgeComparison } from "./judge-comparison.ts";
import { parseMetrics } from "./parse-metrics.ts";
import { summarizeFindings } from "./summarize.ts";

/** A check as the gate file's author writes it; `section` stands for the section's own `by`. */
type Written = { readonly [kind in LimitKind]?: number } & {
  readonly metric: string;
  readonly direction?: "higher" | "lower";
  readonly by?: readonly string[];
  readonly section?: readonly string[];
  readonly severity?: Severity;
  readonly anchor?: { readonly [kind in LimitKind]?: number };
  readonly unless?: Trade;
};

function toLimits(written: { readonly [kind in LimitKind]?: number }) {
  return LIMIT_KINDS.flatMap((kind) => {
    const value = written[kind];
    return value === undefined ? [] : [{ kind, value }];
  });
}

/** A check as the gate file's parser makes it. */
function toCheck(written: Written): Check {
  const { metric, direction, by, severity, section, anchor, unless } = written;
  return {
    metric,
    limits: toLimits(written),
    direction: direction ?? null,
    by: by ?? section ?? [],
    severity: severity ?? "block",
    ...(anchor === undefined ? {} : { anchor: toLimits(anchor) }),
    ...(unless === undefined ? {} : { unless }),
    source: { path: "ml-gates.yml", line: 7 },
    written: written as unknown as Check["written"],
  };
}

const files = (candidate: string, baseline: string | null): Comparison => ({
  candidate: parseMetrics(candidate, "new.json"),
  baseline: baseline === null ? { absent: "no registry yet" } : parseMetrics(baseline, "base.json"),
  predictions: null,
});

const columns = { key: "id", label: "y", prediction: "p", score: "s", weight: null, positive: "1" };

/** Rows by which of the two models is right; `right` counts the candidate's, without a baseline when `paired` is null. */
interface Counted {
  readonly n: number;
  readonly right: number;
  readonly paired: { readonly gained: number; readonly lost: number } | null;
}

/** All rows have the label "1", the second class. */
function counted({ n, right, paired }: Counted, slice: Slice | null = null): DecisionCounts {
  const cell = (candidate: number, baseline: number | null, count: number) => ({
    ...{ label: 1, candidate, baseline, count, weight: count, squares: count },
  });
  const { gained = 0, lost = 0 } = paired ?? {};
  const cells =
    paired === null
      ? [cell(1, null, right), cell(0, null, n - right)]
      : [cell(1, 1, right - gained), cell(1, 0, gained), cell(0, 1, lost), cell(0, 0, n - right - lost)];
  return { slice, n, cells: cells.filter(({ count }) => count > 0), clusters: null };
}

function predicted(parts: Partial<PredictionEvidence>): Comparison {
  const predictions = {
    columns,
    classes: ["0", "1"],
    decisions: null,
    losses: {},
    rankings: {},
    ranks: [],
    curves: null,
    examples: [],
    baseline: "paired" as const,
    ...parts,
  };
  return { candidate: null, baseline: null, predictions };
}

/** `right` of n rows by the candidate, with what it gained and lost against the baseline. */
const decided = (n: number, right: number, gained: number, lost: number): Comparison =>
  predicted({ decisions: [counted({ n, right, paired: { gained, lost } })] });

function judge(checks: readonly Written[], comparison: Comparison, mode: "screen" | "prove" = "screen") {
  const { findings } = judgeComparison({ checks: checks.map(toCheck), mode }, comparison);
  return findings.filter(({ kind }) => kind === "metric");
}

function judgeOne(check: Written, comparison: Comparison, mode: "screen" | "prove" = "screen"): Finding {
  const [only, ...others] = judge([check], comparison, mode);
  if (only === undefined || others.length > 0) throw new Error(`${others.length + 1} findings`);
  return only;
}

describe("numbers of metrics files, judged by plain limits", () => {
  const stories: readonly (readonly [
    string,
    Written,
    string,
    string | null,
    Finding["outcome"],
    string | null,
  ])[] = [
    ["a floor that is met", { metric: "f1", min: 0.8 }, '{"f1": 0.8}', null, "pass", null],
    ["a floor that is missed", { metric: "f1", min: 0.8 }, '{"f1": 0.7999999}', null, "fail", null],
    [
      "a floor missed by the arithmetic's last digit",
      { metric: "f1", min: 0.3 },
      '{"f1": 0.29999999999999999}',
      null,
      "pass",
      null,
    ],
    ["a ceiling that is met", { metric: "loss", max: 0.5 }, '{"loss": 0.5}', null, "pass", null],
    ["a ceiling that is broken", { metric: "loss", max: 0.5 }, '{"loss": 0.51}', null, "fail", null],
    [
      "a drop within the limit",
      { metric: "f1", "max-drop": 0.01 },
      '{"f1": 0.89}',
      '{"f1": 0.90}',
      "pass",
      null,
    ],
    [
      "a drop beyond the limit",
      { metric: "f1", "max-drop": 0.01 },
      '{"f1": 0.88}',
      '{"f1": 0.90}',
      "fail",
      null,
    ],
    ["a rise of a score", { metric: "f1", "max-drop": 0 }, '{"f1": 0.95}', '{"f1": 0.90}', "pass", null],
    [
      "a rise of a loss",
      { metric: "loss", "max-drop": 0.01 },
      '{"loss": 0.42}',
      '{"loss": 0.40}',
      "fail",
      null,
    ],
    ["a fall of a loss", { metric: "loss", "max-drop": 0 }, '{"loss": 0.30}', '{"loss": 0.40}', "pass", null],
    [
      "a direction that the check gives",
      { metric: "f1", direction: "lower", "max-drop": 0 },
      '{"f1": 0.95}',
      '{"f1": 0.90}',
      "fail",
      null,
    ],
    [
      "a relative drop within the limit",
      { metric: "rmse", "max-drop-rel": 0.05 },
      '{"rmse": 21}',
      '{"rmse": 20}',
      "pass",
      null,
    ],
    [
      "a relative drop beyond the limit",
      { metric: "rmse", "max-drop-rel": 0.05 },
      '{"rmse": 21.2}',
      '{"rmse": 20}',
      "fail",
      null,
    ],
    [
      "a relative drop of a negative score",
      { metric: "r2", "max-drop-rel": 0.05 },
      '{"r2": -0.42}',
      '{"r2": -0.40}',
      "pass",
      null,
    ],
    [
      "a relative drop from zero to zero",
      { metric: "r2", "max-drop-rel": 0.05 },
      '{"r2": 0}',
      '{"r2": 0}',
      "not-evaluable",
      "zero-baseline",
    ],
    [
      "a relative drop from zero",
      { metric: "r2", "max-drop-rel": 0.05 },
      '{"r2": 0.1}',
      '{"r2": 0}',
      "not-evaluable",
      "zero-baseline",
    ],
    [
      "a relative drop through zero",
      { metric: "r2", "max-drop-rel": 0.05 },
      '{"r2": -0.1}',
      '{"r2": 0.1}',
      "not-evaluable",
      "sign-change",
    ],
    [
      "a relative drop to zero",
      { metric: "r2", "max-drop-rel": 0.05 },
      '{"r2": 0}',
      '{"r2": 0.1}',
      "fail",
      null,
    ],
    [
      "a gain that is large enough",
      { metric: "f1", "min-gain": 0.01 },
      '{"f1": 0.91}',
      '{"f1": 0.90}',
      "pass",
      null,
    ],
    [
      "a gain that is too small",
      { metric: "f1", "min-gain": 0.01 },
      '{"f1": 0.905}',
      '{"f1": 0.90}',
      "fail",
      null,
    ],
    ["a suspicious gain", { metric: "f1", "max-gain": 0.05 }, '{"f1": 0.99}', '{"f1": 0.90}', "fail", null],
    [
      "a believable gain of a loss",
      { metric: "loss", "max-gain": 0.05 },
      '{"loss": 0.36}',
      '{"loss": 0.40}',
      "pass",
      null,
    ],
    [
      "a first run's change",
      { metric: "f1", "max-drop": 0.01 },
      '{"f1": 0.88}',
      null,
      "skipped",
      "no-baseline",
    ],
    [
      "a metric that is gone",
      { metric: "f1", "max-drop": 0.01 },
      '{"F1": 0.88}',
      '{"f1": 0.9}',
      "not-evaluable",
      "missing-in-candidate",
    ],
    [
      "a metric the baseline lacks",
      { metric: "f1", "max-drop": 0.01 },
      '{"f1": 0.88}',
      '{"F1": 0.9}',
      "not-evaluable",
      "missing-in-baseline",
    ],
    [
      "a floor on a metric the baseline lacks",
      { metric: "f1", min: 0.8 },
      '{"f1": 0.88}',
      '{"F1": 0.9}',
      "pass",
      null,
    ],
    ["NaN", { metric: "f1", min: 0.8 }, '{"f1": NaN}', null, "not-evaluable", "nan"],
    ["NaN against a ceiling", { metric: "loss", max: 0.8 }, '{"loss": "NaN"}', null, "not-evaluable", "nan"],
    [
      "infinity above a floor",
      { metric: "f1", min: 0.8 },
      '{"f1": Infinity}',
      null,
      "not-evaluable",
      "infinite",
    ],
    [
      "a baseline that is NaN",
      { metric: "f1", "max-drop": 0.1 },
      '{"f1": 0.9}',
      '{"f1": NaN}',
      "not-evaluable",
      "nan",
    ],
    ["text", { metric: "f1", min: 0.8 }, '{"f1": "0.9"}', null, "not-evaluable", "not-a-number"],
    ["a boolean", { metric: "ok", min: 0.8 }, '{"ok": true}', null, "not-evaluable", "not-a-number"],
    [
      "a name that YAML and Markdown would read",
      { metric: "a|b`<c>@d,e", min: 1 },
      '{"a|b`<c>@d,e": 1}',
      null,
      "pass",
      null,
    ],
  ];
  it.each(stories)("%s", (_story, check, candidate, baseline, outcome, reason) => {
    const judged = judgeOne(check, files(candidate, baseline));
    expect(judged).toMatchObject({ outcome, reason, method: null, p: null, source: { line: 7 } });
    expect(judged.remedy === null).toBe(outcome === "pass");
    if (judged.effect !== null)
      expect(judged.why).toContain("No uncertainty available: plain limits decide.");
  });

  it.each(["screen", "prove"] as const)("say in mode %s that no uncertainty is available", (mode) => {
    const told = judgeOne({ metric: "f1", "max-drop": 0.01 }, files('{"f1": 0.88}', '{"f1": 0.9}'), mode);
    expect(told).toMatchObject({ outcome: "fail", requiredN: null, detectable: null });
    expect(told.why).toBe(
      "f1 fell from 0.900 to 0.880 (-0.020); more than the 0.01 allowed. No uncertainty available: plain limits decide. The candidate's file states none, so no required n can be told.",
    );
  });

  it("pass in mode prove where the plain limit is met", () => {
    expect(judgeOne({ metric: "f1", min: 0.8 }, files('{"f1": 0.9}', null), "prove").outcome).toBe("pass");
  });

  it("never look equal to a limit that they miss", () => {
    const told = judgeOne({ metric: "f1", min: 0.78 }, files('{"f1": 0.77999996}', null));
    expect(told.why).toMatch(/^f1 is 0\.77999996; below the 0\.78 wanted/);
  });

  it("ask for a direction that no table knows, at the check's line", () => {
    const ask = () =>
      judge([{ metric: "quality", "max-drop": 0.1 }], files('{"quality": 1}', '{"quality": 1}'));
    expect(ask).toThrow(InputError);
    expect(ask).toThrow(/ml-gates.yml:7: A change of "quality".*Add `direction: higher`/);
  });

  it("need no direction for floors", () => {
    expect(judgeOne({ metric: "quality", min: 1 }, files('{"quality": 1}', null)).outcome).toBe("pass");
  });
});

describe("accuracy on paired rows", () => {
  const drop = { metric: "accuracy", "max-drop": 0.01 };

  it("fails a breach that the data show", () => {
    const judged = judgeOne(drop, decided(1000, 800, 4, 24));
    expect(judged).toMatchObject({
      outcome: "fail",
      reason: null,
      method: "mcnemar-mid-p",
      baseline: 0.82,
      observed: 0.8,
      n: 1000,
    });
    expect(judged.effect).toMatchObject({ kind: "difference", value: -0.02, confidence: 0.9 });
    expect(judged.why).toMatch(
      /^accuracy fell from 0\.820 to 0\.800 \(-0\.020, 90 % interval .*\); more than the 0\.01 allowed, and not noise/,
    );
  });

  it("leaves open a breach that noise explains, and says how many rows would settle it", () => {
    const judged = judgeOne(drop, decided(1000, 800, 40, 52));
    expect(judged).toMatchObject({ outcome: "inconclusive", reason: "not-significant" });
    // se² = (92 - 144 / 1000) / 1000²; 1.6448536² · se² / 0.01² · 1000 = 2485.2
    expect(judged.requiredN).toBe(2486);
    expect(judged.detectable).toBeCloseTo((1.6448536 + 0.84) * Math.sqrt(91.856e-6), 8);
    expect(judged.why).toMatch(/more than the 0\.01 allowed, but not separable from noise at n = 1,000\.$/);
    expect(judged.remedy).toContain("2,486 rows");
  });

  it("passes what is within the limit, and says what could have been shown", () => {
    const judged = judgeOne(drop, decided(1000, 800, 40, 45));
    expect(judged).toMatchObject({ outcome: "pass", requiredN: 2300, remedy: null });
    expect(judged.why).toMatch(
      /within the 0\.01 allowed; a difference of 0\.\d+ could have been shown at n = 1,000\.$/,
    );
  });

  it("adjusts by Holm over the blocking checks of the gate", () => {
    const [alone] = judge([drop], decided(1000, 800, 20, 33));
    const [besides] = judge([drop, { metric: "accuracy", min: 0.5 }], decided(1000, 800, 20, 33));
    const [unblocked] = judge(
      [drop, { metric: "accuracy", min: 0.5, severity: "warn" }],
      decided(1000, 800, 20, 33),
    );
    expect([alone?.outcome, besides?.outcome, unblocked?.outcome]).toEqual(["fail", "inconclusive", "fail"]);
    expect(besides?.pAdjusted).toBeCloseTo(2 * (alone?.p ?? 0), 12);
  });

  it("in mode prove passes only what the interval excludes", () => {
    const even = decided(2000, 1600, 41, 41);
    expect(judgeOne({ metric: "accuracy", "max-drop": 0.01 }, even, "prove").outcome).toBe("pass");
    const open = judgeOne({ metric: "accuracy", "max-drop": 0.005 }, even, "prove");
    expect(open).toMatchObject({ outcome: "inconclusive", reason: "not-proven" });
    // (1.6448536 + 0.8416212)² · 82 / 2000² / 0.005² · 2000 = 10139.2
    expect(open.requiredN).toBe(10140);
    expect(judgeOne(drop, decided(1000, 800, 4, 24), "prove").outcome).toBe("fail");
  });

  it("in mode prove says of a breach what the screen says", () => {
    const open = judgeOne(drop, decided(1000, 800, 40, 52), "prove");
    expect(open).toMatchObject({ outcome: "inconclusive", reason: "not-significant", requiredN: 2486 });
  });

  it("turns the interval with the direction", () => {
    const lower = { ...drop, direction: "lower" } as const;
    const outcomes = [decided(1000, 800, 4, 24), decided(1000, 800, 24, 4)].map(
      (comparison) => judgeOne(lower, comparison, "prove").outcome,
    );
    expect(outcomes).toEqual(["pass", "fail"]);
  });

  it("passes identical predictions in both modes, however few", () => {
    for (const mode of ["screen", "prove"] as const) {
      const judged = judgeOne({ metric: "accuracy", "max-drop": 0 }, decided(40, 30, 0, 0), mode);
      expect(judged).toMatchObject({ outcome: "pass", p: 1, n: 40 });
      expect(judged.why).toContain("identical predictions at n = 40");
    }
  });

  it("fails a gain that is shown to be short of the one wanted, though it is real", () => {
    const judged = judgeOne({ metric: "accuracy", "min-gain": 0.02 }, decided(100_000, 80_000, 600, 400));
    expect(judged).toMatchObject({ outcome: "fail" });
    expect(judgeOne({ metric: "accuracy", "min-gain": 0.02 }, decided(100, 80, 6, 5)).outcome).toBe(
      "inconclusive",
    );
  });

  it("raises an alarm on a gain that is too good, and names leakage", () => {
    const judged = judgeOne({ metric: "accuracy", "max-gain": 0.05 }, decided(1000, 950, 140, 2));
    expect(judged.outcome).toBe("fail");
    expect(judged.why).toContain("check for leakage");
  });

  it("judges a floor by the exact binomial test", () => {
    // P(X <= 5 | n = 10, p = 0.8) = 0.0327934976, by the table of the binomial distribution
    const judged = judgeOne({ metric: "accuracy", min: 0.8 }, decided(10, 5, 1, 1));
    expect(judged).toMatchObject({ outcome: "fail", method: "binomial-exact", p: 0.0327934976 });
    expect(judgeOne({ metric: "accuracy", min: 0.8 }, decided(10, 6, 1, 1)).outcome).toBe("inconclusive");
  });

  it("is inconclusive without rows", () => {
    expect(judgeOne({ metric: "accuracy", min: 0.8 }, decided(0, 0, 0, 0))).toMatchObject({
      outcome: "inconclusive",
      reason: "no-rows",
    });
  });
});

describe("groups", () => {
  const slice = (value: string) => ({ column: "SEX", value });
  const grouped = predicted({
    decisions: [
      counted({ n: 1012, right: 900, paired: { gained: 20, lost: 20 } }),
      counted({ n: 500, right: 400, paired: { gained: 3, lost: 30 } }, slice("1")),
      counted({ n: 12, right: 0, paired: { gained: 0, lost: 12 } }, slice("2")),
    ],
  });

  it("are judged like the whole, beside it, and skipped below the minimum", () => {
    const judged = judge([{ metric: "accuracy", "max-drop": 0.02, by: ["SEX"] }], grouped);
    expect(judged.map(({ id, outcome, reason }) => [id, outcome, reason])).toEqual([
      ["accuracy/max-drop", "pass", null],
      ["accuracy/max-drop/SEX=1", "fail", null],
      ["accuracy/max-drop/SEX=2", "skipped", "below-minimum"],
    ]);
    expect(judged[1]?.slice).toEqual({ SEX: "1" });
  });

  it("have a limit of their own where all rows have another check", () => {
    const judged = judge(
      [
        { metric: "accuracy", "max-drop": 0.1, by: ["SEX"] },
        { metric: "accuracy", "max-drop": 0.01 },
      ],
      grouped,
    );
    expect(judged.map(({ id, check }) => [id, check["max-drop"]])).toEqual([
      ["accuracy/max-drop/SEX=1", 0.1],
      ["accuracy/max-drop/SEX=2", 0.1],
      ["accuracy/max-drop", 0.01],
    ]);
  });

  it("are refused when two checks judge the same ones", () => {
    const twice = [
      { metric: "accuracy", "max-drop": 0.1, by: ["SEX"] },
      { metric: "accuracy", "max-drop": 0.2, by: ["SEX", "RAC1P"] },
    ];
    expect(() => judge(twice, grouped)).toThrow(/"accuracy\/max-drop\/SEX=1"/);
  });

  it("of a metric that only stands in a file cannot be evaluated when the check asks for them itself", () => {
    const stated = { ...grouped, candidate: parseMetrics('{"bleu": 0.9}', "m.json") };
    const own = judge([{ metric: "bleu", min: 0.8, by: ["SEX"] }], stated);
    expect(own.map(({ id, outcome }) => [id, outcome])).toEqual([
      ["bleu/min", "pass"],
      ["bleu/min/SEX=*", "not-evaluable"],
    ]);
    expect(judge([{ metric: "bleu", min: 0.8, section: ["SEX"] }], stated)).toHaveLength(1);
  });
});

describe("a metric that is stated and can be computed", () => {
  const both = (stated: string) => ({
    ...decided(1000, 800, 20, 20),
    candidate: parseMetrics(stated, "new.json"),
  });

  it("is computed", () => {
    const judged = judge([{ metric: "accuracy", min: 0.7 }], both('{"accuracy": 0.8000009}'));
    expect(judged).toMatchObject([{ id: "accuracy/min", observed: 0.8, n: 1000 }]);
  });

  it.each([
    ["another number", "0.9"],
    ["NaN", "NaN"],
  ])("blocks when the file says %s", (_story, stated) => {
    const judged = judge([{ metric: "accuracy", min: 0.7 }], both(`{"accuracy": ${stated}}`));
    expect(judged[1]).toMatchObject({ id: "accuracy/stated-differs", severity: "block", outcome: "fail" });
  });

  it("takes the baseline from its file, without uncertainty, when only the candidate's rows are there", () => {
    const comparison: Comparison = {
      ...predicted({ decisions: [counted({ n: 1000, right: 800, paired: null })], baseline: null }),
      baseline: parseMetrics('{"accuracy": 0.9}', "base.json"),
    };
    const judged = judgeOne({ metric: "accuracy", "max-drop": 0.01 }, comparison);
    expect(judged).toMatchObject({ outcome: "fail", method: null, baseline: 0.9, observed: 0.8 });
  });

  it("is judged on its floor alone on a first run", () => {
    const first = predicted({
      decisions: [counted({ n: 1000, right: 800, paired: null })],
      baseline: { absent: "no registry yet" },
    });
    const judged = judge([{ metric: "accuracy", min: 0.7, "max-drop": 0.01 }], first);
    expect(judged.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ["pass", null],
      ["skipped", "no-baseline"],
    ]);
    expect(foldVerdict(judged)).toBe("warn");
  });
});

describe("roc_auc", () => {
  /** What the queries say of these rows: DeLong's numbers, here from the statistics package. */
  function scored(rows: readonly (readonly [boolean, number, number])[]): Comparison {
    const steps = (of: readonly number[]) => of.map((score) => Math.round(score * 1e9));
    const [candidate, baseline] = [
      steps(rows.map(([, score]) => score)),
      steps(rows.map(([, , score]) => score)),
    ];
    const labels = rows.map(([positive]) => (positive ? 1 : 0));
    const positives = rows.filter(([positive]) => positive).length;
    const found = delong({ labels, candidate, baseline });
    const area =
      "undefined" in found
        ? null
        : { ...found, levelVariance: found.standardError ** 2, changeVariance: found.standardError ** 2 };
    const sums: RankSums = {
      slice: null,
      n: rows.length,
      units: rows.length,
      smaller: Math.min(positives, rows.length - positives),
      apart: candidate.some((score, row) => score !== baseline[row]),
      area,
      precision: null,
      areaBound: 0,
      precisionBound: 0,
    };
    return predicted({
      ranks: [{ plan: { tasks: "binary", area: "roc_auc", precision: null }, sums: [sums] }],
    });
  }

  it("cannot be evaluated with one class only", () => {
    const judged = judgeOne(
      { metric: "roc_auc", min: 0.5 },
      scored([
        [true, 0.1, 0.2],
        [true, 0.3, 0.4],
      ]),
    );
    expect(judged).toMatchObject({ outcome: "not-evaluable", reason: "undefined" });
    expect(judged.remedy).toContain("positive");
  });

  it("does not take a perfect separation as proof", () => {
    const perfect = scored([
      [true, 0.9, 0.8],
      [true, 0.8, 0.9],
      [false, 0.1, 0.3],
      [false, 0.2, 0.1],
    ]);
    expect(judgeOne({ metric: "roc_auc", "max-drop": 0.1 }, perfect).outcome).toBe("pass");
    expect(judgeOne({ metric: "roc_auc", "max-drop": 0.1 }, perfect, "prove").outcome).toBe("inconclusive");
  });

  it("fails by the plain limit where nothing varies", () => {
    const reversed = scored([
      [true, 0.1, 0.9],
      [true, 0.2, 0.8],
      [false, 0.8, 0.1],
      [false, 0.9, 0.2],
    ]);
    const judged = judgeOne({ metric: "roc_auc", "max-drop": 0.1 }, reversed);
    expect(judged).toMatchObject({ outcome: "fail", p: null, effect: { value: -1, low: null } });
    expect(judged.why).toContain("nothing varies");
  });

  it("sees no difference in scores that differ by the noise of arithmetic", () => {
    const jittered = Array.from(
      { length: 40 },
      (_, row) => [row % 3 === 0, (row % 7) / 7 + 1e-12 * (row % 2), (row % 7) / 7] as const,
    );
    for (const mode of ["screen", "prove"] as const) {
      const judged = judgeOne({ metric: "roc_auc", "max-drop": 0 }, scored(jittered), mode);
      expect(judged).toMatchObject({ outcome: "pass", effect: { value: 0 } });
    }
  });
});

describe("comparison/1", () => {
  it("lists every metric of both files: kept, added, removed and unmeasured", () => {
    const comparison = files('{"f1": 0.9, "fresh": 1, "odd": NaN}', '{"f1": 0.8, "gone": 2, "odd": 1}');
    const { measurements } = judgeComparison(
      { checks: [toCheck({ metric: "f1", min: 0.5 })], mode: "screen" },
      comparison,
    );
    const rows = measurements.data["metrics"] as readonly Record<string, unknown>[];
    expect(
      rows.map(({ metric, baseline, candidate, change, status }) => [
        metric,
        baseline,
        candidate,
        change,
        status,
      ]),
    ).toEqual([
      ["f1", 0.8, 0.9, 0.1, "both"],
      ["fresh", null, 1, null, "added"],
      ["gone", 2, null, null, "removed"],
      ["odd", 1, null, null, "nan"],
    ]);
  });

  it("prints the direction of each metric and where it comes from", () => {
    const checks = [
      toCheck({ metric: "speed", direction: "higher", "max-drop": 1 }),
      toCheck({ metric: "loss", max: 1 }),
    ];
    const { measurements } = judgeComparison(
      { checks, mode: "screen" },
      files('{"speed": 1, "loss": 1}', '{"speed": 1}'),
    );
    expect(measurements.data["metrics"]).toMatchObject([
      { metric: "speed", direction: "higher", directionFrom: "check" },
      { metric: "loss", direction: "lower", directionFrom: "table" },
    ]);
  });

  it("counts decisions that flip", () => {
    const { measurements } = judgeComparison(
      { checks: [toCheck({ metric: "accuracy", min: 0 })], mode: "screen" },
      decided(1000, 800, 10, 30),
    );
    // Wilson's interval of 40 in 1000 at z = 1.6448536: (0.04 + z²/2000 ∓ z √(0.0384/1000 + z²/4e6)) / (1 + z²/1000), by hand
    expect(measurements.data["pairs"]).toEqual({
      ...{ n: 1000, gained: 10, lost: 30, flipped: 40, churn: 0.04 },
      low: expect.closeTo(0.0309868, 6),
      high: expect.closeTo(0.0514956, 6),
    });
  });
});

describe("summarizeFindings", () => {
  it("leads with the worst, blocking before warning", () => {
    const judged = judge(
      [
        { metric: "f1", min: 0.9, severity: "warn" },
        { metric: "r2", min: 0.9 },
        { metric: "mcc", min: 0.1 },
      ],
      files('{"f1": 0.5, "r2": 0.5, "mcc": 0.5}', null),
    );
    expect(summarizeFindings(judged)).toMatch(/^2 of 3 checks fail: r2 is 0\.500; below the 0\.9 wanted/);
  });
});

describe("whatever the numbers", () => {
  const pairs = fc
    .record({ agreeing: fc.nat(500), wrong: fc.nat(500), gained: fc.nat(60), lost: fc.nat(60) })
    .filter(({ agreeing, wrong, gained, lost }) => agreeing + wrong + gained + lost > 0);
  type Pairs = {
    readonly agreeing: number;
    readonly wrong: number;
    readonly gained: number;
    readonly lost: number;
  };
  const toComparison = ({ agreeing, wrong, gained, lost }: Pairs, times = 1) =>
    decided(
      times * (agreeing + wrong + gained + lost),
      times * (agreeing + gained),
      times * gained,
      times * lost,
    );
  const limit = fc.double({ min: 0, max: 0.2, noNaN: true });
  const mode = fc.constantFrom("screen" as const, "prove" as const);
  const width = ({ effect }: Finding) => (effect?.high ?? Number.NaN) - (effect?.low ?? Number.NaN);

  it("more rows of the same kind narrow the interval and keep the change", () => {
    fc.assert(
      fc.property(pairs, fc.integer({ min: 2, max: 9 }), (counts, times) => {
        const check = { metric: "accuracy", "max-drop": 0.01 };
        const [few, many] = [
          judgeOne(check, toComparison(counts)),
          judgeOne(check, toComparison(counts, times)),
        ];
        expect(width(many)).toBeLessThan(width(few));
        expect(many.effect?.value).toBeCloseTo(few.effect?.value ?? Number.NaN, 10);
      }),
    );
  });

  it("swapping candidate and baseline turns the signs and the side of the test", () => {
    fc.assert(
      fc.property(pairs, (counts) => {
        const swapped = { ...counts, gained: counts.lost, lost: counts.gained };
        const here = judgeOne({ metric: "accuracy", "max-drop": 0.01 }, toComparison(counts));
        const there = judgeOne({ metric: "accuracy", "max-gain": 0.01 }, toComparison(swapped));
        expect(there.effect?.value).toBeCloseTo(-(here.effect?.value ?? Number.NaN), 10);
        expect(there.effect?.low).toBeCloseTo(-(here.effect?.high ?? Number.NaN), 9);
        expect(there.p).toBe(here.p);
        expect(there.outcome).toBe(here.outcome);
      }),
    );
  });

  it("a larger tolerance never gives a worse outcome", () => {
    const goodness = ["fail", "inconclusive", "pass"];
    fc.assert(
      fc.property(pairs, limit, limit, mode, (counts, one, other, how) => {
        const at = (value: number) =>
          goodness.indexOf(
            judgeOne({ metric: "accuracy", "max-drop": value }, toComparison(counts), how).outcome,
          );
        expect(at(Math.max(one, other))).toBeGreaterThanOrEqual(at(Math.min(one, other)));
      }),
    );
  });

  it("a check that passes never worsens the verdict", () => {
    fc.assert(
      fc.property(pairs, limit, limit, mode, (counts, drop, floor, how) => {
        const first = { metric: "accuracy", "max-drop": drop };
        const alone = judge([first], toComparison(counts), how);
        const both = judge([first, { metric: "accuracy", min: floor }], toComparison(counts), how);
        fc.pre(both[1]?.outcome === "pass");
        expect(VERDICTS.indexOf(foldVerdict(both))).toBeGreaterThanOrEqual(
          VERDICTS.indexOf(foldVerdict(alone)),
        );
      }),
    );
  });

  it("a failing number never looks equal to its limit", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.double({ min: 1e-9, max: 1, noNaN: true }),
        (floor, gap) => {
          const value = floor - gap * Math.max(1, Math.abs(floor));
          const judged = judgeOne({ metric: "f1", min: floor }, files(JSON.stringify({ f1: value }), null));
          const [, shown] = /^f1 is (\S+);/.exec(judged.why) ?? [];
          expect(judged.outcome).toBe("fail");
          expect(Number(shown)).toBeLessThan(floor);
        },
      ),
    );
  });
});
