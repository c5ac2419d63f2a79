import type { Check, FairnessSection, Finding } from "@ml-gates/gate";
import { foldVerdict } from "@ml-gates/gate";
import type { ConfusionCounts } from "@ml-gates/queries";
import { describe, expect, it } from "vitest";
import { judgeFairness } from "./judge-fairness.ts";
import type { FairnessEvidence } from "./metric-frame.ts";

/** A group as true positives, false positives, false negatives, true negatives. */
type Cells = readonly [number, number, number, number];

const toCounts = ([tp, fp, fn, tn]: Cells): ConfusionCounts => ({
  truePositives: tp,
  falsePositives: fp,
  falseNegatives: fn,
  trueNegatives: tn,
});

/** Selected out of n, rightly: where only decisions are compared. */
const chosen = (selected: number, n: number): Cells => [selected, 0, 0, n - selected];

function counted(groups: Readonly<Record<string, Cells>>): FairnessEvidence {
  const sizes = Object.values(groups).map((cells) => cells.reduce((sum, cell) => sum + cell, 0));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const whole = toCounts([0, 0, 0, 0]);
  const overall = { rows: total, counts: whole, squares: whole, pairs: null };
  return {
    counts: {
      rows: total,
      overall,
      within: [{ columns: [], values: [], within: [], ...overall }],
      byGroup: Object.entries(groups).map(([value, cells], index) => ({
        columns: ["SEX"],
        values: [value],
        within: [],
        rows: sizes[index] ?? 0,
        counts: toCounts(cells),
        squares: toCounts(cells),
        pairs: null,
      })),
      levels: {},
      missing: { label: 0, prediction: 0, weight: 0 },
      lightest: null,
      others: { label: [], prediction: [] },
      baseline: null,
    },
    moments: {},
    bins: [],
    areas: [],
    known: "confusion",
    baselineAbsent: null,
  };
}

type Limits = Readonly<Record<string, number>>;

function check(metric: string, limits: Limits, more: Partial<Check> = {}): Check {
  return {
    metric,
    limits: Object.entries(limits).map(([kind, value]) => ({ kind: kind as "min" | "max", value })),
    direction: null,
    by: ["SEX"],
    severity: "block",
    source: { path: ".github/ml-gates.yml", line: 9 },
    written: { metric, ...limits },
    ...more,
  };
}

const PARITY = check("demographic_parity_ratio", { min: 0.8 });
const ODDS = check("equalized_odds_difference", { max: 0.1 });

function judge(
  groups: Readonly<Record<string, Cells>>,
  section: Partial<FairnessSection> = {},
): readonly Finding[] {
  const whole: FairnessSection = {
    by: ["SEX"],
    intersections: [],
    control: [],
    bins: {},
    counts: null,
    topK: 10,
    explanations: null,
    mode: "screen",
    minimum: 30,
    missing: "error",
    expect: {},
    reference: {},
    checks: [PARITY],
    ...section,
  };
  return judgeFairness(whole, counted(groups)).findings;
}

function judgeOne(groups: Readonly<Record<string, Cells>>, section: Partial<FairnessSection> = {}): Finding {
  const [only, ...rest] = judge(groups, section);
  if (only === undefined || rest.length > 0) throw new Error("one finding was wanted");
  return only;
}

describe("mode screen", () => {
  it.each<{
    story: string;
    groups: Record<string, Cells>;
    check?: Check;
    outcome: string;
    reason: string | null;
  }>([
    {
      story: "equal rates pass",
      groups: { a: chosen(40, 100), b: chosen(40, 100) },
      outcome: "pass",
      reason: null,
    },
    {
      story: "a ratio at its limit passes",
      groups: { a: chosen(50, 100), b: chosen(40, 100) },
      outcome: "pass",
      reason: null,
    },
    {
      story: "a breach that noise explains is open (p = 0.16)",
      groups: { a: chosen(40, 100), b: chosen(24, 80) },
      outcome: "inconclusive",
      reason: "not-significant",
    },
    {
      story: "a breach that noise does not explain fails (p = 0.002)",
      groups: { a: chosen(48, 80), b: chosen(12, 40) },
      outcome: "fail",
      reason: null,
    },
    {
      story: "a significant difference within the limit passes",
      groups: { a: chosen(5200, 10000), b: chosen(4700, 10000) },
      outcome: "pass",
      reason: null,
    },
    {
      story: "a group that is better off breaches as well",
      groups: { a: chosen(48, 120), b: chosen(80, 100) },
      outcome: "fail",
      reason: null,
    },
    {
      story: "nobody of a group selected is a ratio of 0",
      groups: { a: chosen(30, 80), b: chosen(0, 40) },
      outcome: "fail",
      reason: null,
    },
    {
      story: "nobody of the reference selected is a ratio of 0",
      groups: { a: chosen(0, 80), b: chosen(30, 40) },
      outcome: "fail",
      reason: null,
    },
    {
      story: "nobody selected at all is no ratio",
      groups: { a: chosen(0, 80), b: chosen(0, 40) },
      outcome: "not-evaluable",
      reason: "zero-rates",
    },
    {
      story: "nobody selected at all is a difference of 0",
      groups: { a: chosen(0, 80), b: chosen(0, 40) },
      check: check("demographic_parity_difference", { max: 0.1 }),
      outcome: "pass",
      reason: null,
    },
    {
      story: "a group at the minimum is judged",
      groups: { a: chosen(80, 80), b: chosen(0, 30) },
      outcome: "fail",
      reason: null,
    },
    {
      story: "one group present is nothing to compare",
      groups: { a: chosen(40, 100) },
      outcome: "not-evaluable",
      reason: "one-group",
    },
    { story: "no rows are inconclusive", groups: {}, outcome: "inconclusive", reason: "no-rows" },
  ])("$story", ({ groups, check: asked = PARITY, outcome, reason }) => {
    expect(judgeOne(groups, { checks: [asked] })).toMatchObject({ outcome, reason });
  });

  it.each<{ story: string; b: Cells; metric: string; n: number; seen: string }>([
    {
      story: "a group below the minimum is skipped, however unlike",
      b: chosen(0, 29),
      metric: "demographic_parity_difference",
      n: 29,
      seen: "SEX=b has 29 rows",
    },
    {
      story: "a group without positives is skipped: its denominator is below the minimum",
      b: [0, 10, 0, 50],
      metric: "equal_opportunity_difference",
      n: 0,
      seen: "SEX=b has 0 rows with a positive label",
    },
    {
      story: "the minimum is the rate's own denominator, not the group's rows",
      b: [0, 10, 29, 900],
      metric: "equal_opportunity_difference",
      n: 29,
      seen: "SEX=b has 29 rows with a positive label",
    },
  ])("$story", ({ b, metric, n, seen }) => {
    const groups = { a: [40, 10, 10, 40], b } as const;
    const [skipped] = judge(groups, { checks: [check(metric, { max: 0.1 })] });
    expect(skipped).toMatchObject({ outcome: "skipped", reason: "below-minimum", n });
    expect(skipped?.why).toContain(`${seen}, fewer than the minimum of 30`);
  });

  it("without a minimum a group without positives cannot be evaluated", () => {
    const asked = check("equal_opportunity_ratio", { min: 0.8 });
    const found = judgeOne({ a: [40, 10, 10, 40], b: [0, 10, 0, 50] }, { checks: [asked], minimum: 0 });
    expect(found).toMatchObject({
      outcome: "not-evaluable",
      reason: "no-positives",
      observed: null,
      p: null,
    });
    expect(found.why).toContain("SEX=b has no rows with a positive label");
  });

  it("tells everything about an open contrast", () => {
    expect(judgeOne({ a: chosen(40, 100), b: chosen(24, 80) })).toEqual({
      id: "demographic_parity_ratio/min/SEX=b",
      kind: "disparity",
      check: { metric: "demographic_parity_ratio", min: 0.8 },
      severity: "block",
      source: { path: ".github/ml-gates.yml", line: 9 },
      slice: { SEX: "b" },
      outcome: "inconclusive",
      reason: "not-significant",
      baseline: null,
      observed: 0.75,
      effect: {
        kind: "ratio",
        value: 0.75,
        low: expect.closeTo(0.5366829741595769, 10),
        high: 1,
        confidence: 0.9,
      },
      method: "pooled-z",
      p: expect.closeTo(0.16370597983289537, 10),
      pAdjusted: expect.closeTo(0.16370597983289537, 10),
      n: 180,
      requiredN: 558,
      detectable: expect.closeTo(0.49739, 4),
      samples: [],
      waiver: null,
      why: "selection_rate of SEX=b is 0.300 against 0.400 of SEX=a (the largest group): ratio 0.750, wanted at least 0.8; beyond the stated limit, but not separable from noise (p = 0.16 after Holm, n = 80 against 100). That is 4.4 selections fewer than at the rate of both groups together; one selection moved between them would meet the limit.",
      remedy:
        "Evaluate on about 558 rows of these two groups, or choose another `min` on the base branch first.",
    });
  });

  it("says in one sentence that a disparity is within the limit", () => {
    const { why, remedy } = judgeOne({ a: chosen(520, 1000), b: chosen(480, 1000) });
    expect(remedy).toBeNull();
    expect(why).toBe(
      "selection_rate of SEX=b is 0.480 against 0.520 of SEX=a (the largest group): ratio 0.923, wanted at least 0.8; the disparity is within the stated limit.",
    );
  });

  it("shows as many decimals as tell a breach from its limit", () => {
    const { why } = judgeOne({ a: chosen(5000, 10000), b: chosen(3999, 10000) });
    expect(why).toContain("ratio 0.7998, wanted at least 0.8");
  });
});

describe("equalized odds", () => {
  // True positive rates 0.8 and 0.75, false positive rates 0.2 and 0.5.
  const groups = { a: [80, 20, 20, 80], b: [75, 50, 25, 50] } as const;

  it("is decided by the worse of both rates", () => {
    const found = judgeOne(groups, { checks: [ODDS] });
    expect(found).toMatchObject({ outcome: "fail", observed: 0.3, n: 200 });
    expect(found.why).toContain("false_positive_rate of SEX=b is 0.500 against 0.200");
  });

  it("has the p of the worse rate, doubled: it was chosen from two", () => {
    const alone = check("false_positive_rate_difference", { max: 0.1 });
    const cells = { a: [80, 20, 20, 80], b: [75, 32, 25, 68] } as const;
    const [odds] = judge(cells, { checks: [ODDS] });
    const [rate] = judge(cells, { checks: [alone] });
    expect(rate).toMatchObject({ outcome: "inconclusive", observed: 0.12 });
    // Pooled z of 32/100 against 20/100: by statsmodels' proportions_ztest.
    expect(rate?.p).toBeCloseTo(0.05305442856887988, 10);
    expect(odds?.p).toBeCloseTo(2 * 0.05305442856887988, 10);
    expect(judge({ a: [80, 20, 20, 80], b: [80, 20, 20, 80] }, { checks: [ODDS] })[0]?.p).toBe(1);
  });

  describe("with one denominator below the minimum", () => {
    const alone = check("true_positive_rate_difference", { max: 0.1 });
    const oneGroup = (b: Cells) => ({ a: [80, 20, 20, 80] as const, b });

    it("is judged by the other rate, and says so", () => {
      const found = judgeOne(oneGroup([750, 5, 250, 5]), { checks: [ODDS] });
      expect(found).toMatchObject({ outcome: "pass", observed: 0.05, n: 1100 });
      expect(found.why).toContain(
        "; false_positive_rate was not judged, SEX=b has 10 rows with a negative label, fewer than the minimum of 30.",
      );
    });

    it("has the p of that rate as it is: nothing was chosen", () => {
      // Pooled z of 750/1000 against 80/100: z = 1.1078.
      expect(judgeOne(oneGroup([750, 5, 250, 5]), { checks: [ODDS] }).p).toBeCloseTo(0.2679657663307608, 10);
    });

    it("needs as many rows to settle as that rate alone", () => {
      const open = oneGroup([68, 5, 32, 5]);
      const [odds, rate] = [ODDS, alone].map((asked) => judgeOne(open, { checks: [asked] }));
      expect(odds?.outcome).toBe("inconclusive");
      expect(odds?.requiredN).toBe(rate?.requiredN);
    });

    it("fails by the rate that can be judged", () => {
      const found = judgeOne(oneGroup([500, 5, 500, 5]), { checks: [ODDS] });
      expect(found).toMatchObject({ outcome: "fail", observed: 0.3 });
    });

    it("of both rates is skipped, by the smaller one", () => {
      const [skipped] = judge(oneGroup([12, 5, 8, 5]), { checks: [ODDS] });
      expect(skipped).toMatchObject({ outcome: "skipped", n: 10 });
    });
  });

  it("is not saved by a wide but noisy gap: the significant breach decides", () => {
    // True positive rates 0.600 and 0.425 (p = 0.12, n = 80), false positive rates 0.20 and 0.33 (p < 0.001, n = 2000).
    const found = judgeOne({ a: [24, 200, 16, 800], b: [17, 330, 23, 670] }, { checks: [ODDS] });
    expect(found).toMatchObject({ outcome: "fail", observed: 0.13, n: 2000 });
    expect(found.p).toBeLessThan(1e-9);
  });

  it("within the limit is told by the wider gap, however sure the other one is", () => {
    // True positive rates 0.80 and 0.71, false positive rates 0.20 and 0.25 (p < 0.001).
    const found = judgeOne({ a: [80, 2000, 20, 8000], b: [71, 2500, 29, 7500] }, { checks: [ODDS] });
    expect(found).toMatchObject({ outcome: "pass", observed: 0.09, n: 200 });
  });

  it("beyond the limit in one rate is told by that one, however sure the other is", () => {
    const found = judgeOne({ a: [80, 2000, 20, 8000], b: [66, 2500, 34, 7500] }, { checks: [ODDS] });
    expect(found).toMatchObject({ outcome: "inconclusive", observed: 0.14, n: 200 });
  });

  it("as a ratio of two zeros cannot be evaluated, even where the other rate can", () => {
    const asked = check("equalized_odds_ratio", { min: 0.8 });
    const found = judgeOne({ a: [80, 0, 20, 80], b: [75, 0, 25, 50] }, { checks: [asked] });
    expect(found).toMatchObject({ outcome: "not-evaluable", reason: "zero-rates" });
    expect(found.why).toContain("false_positive_rate is 0 there and in SEX=a");
    expect(found.remedy).toContain("equalized_odds_difference");
  });
});

describe("many contrasts", () => {
  const groups = { a: chosen(550, 1000), b: chosen(40, 100), c: chosen(550, 1000), d: chosen(550, 1000) };

  it("share one Holm family of blocking findings", () => {
    const alone = judge({ a: chosen(550, 1000), b: chosen(40, 100) })[0];
    const among = judge(groups)[0];
    expect(alone?.p).toBe(among?.p);
    expect(among?.pAdjusted).toBeCloseTo(3 * (alone?.p ?? 0), 10);
  });

  it("need more rows to settle, the more of them block", () => {
    const open = { a: chosen(40, 100), b: chosen(24, 80), c: chosen(40, 100) };
    expect(judge(open)[0]?.requiredN).toBe(729);
    expect(judge(open, { checks: [{ ...PARITY, severity: "warn" }] })[0]?.requiredN).toBe(558);
  });

  it("leave checks that do not block out of the family, each on its own p", () => {
    const found = judge(groups, { checks: [{ ...PARITY, severity: "warn" }] });
    expect(found.map(({ pAdjusted }) => pAdjusted)).toEqual([null, null, null]);
  });

  it("are held against the largest group, of equals the first by name", () => {
    expect(judge(groups).map(({ slice }) => slice?.["SEX"])).toEqual(["b", "c", "d"]);
  });

  it("are held against the named reference instead", () => {
    const found = judge(groups, { reference: { SEX: "c" } });
    expect(found.map(({ slice }) => slice?.["SEX"])).toEqual(["a", "b", "d"]);
    expect(found[0]?.why).toContain("of SEX=c (the reference)");
  });

  it("are not held against rows without a group, however many", () => {
    const found = judge({ "(missing)": chosen(500, 1000), a: chosen(50, 100), b: chosen(50, 100) });
    expect(found.map(({ slice }) => slice?.["SEX"])).toEqual(["(missing)", "b"]);
    expect(judgeOne({ "(missing)": chosen(50, 100) })).toMatchObject({ reason: "one-group" });
  });

  it("that do not pass are told beside fairlearn's number over all groups", () => {
    const [open, passed] = judge(groups);
    expect(open?.why).toContain("fairlearn's demographic_parity_ratio over all 4 groups of SEX is 0.727.");
    expect(passed?.why).not.toContain("fairlearn");
  });

  it("that do not pass say when that number holds groups too small to judge", () => {
    const [open] = judge({ ...groups, e: chosen(0, 1) });
    expect(open?.why).toContain(
      "fairlearn's demographic_parity_ratio over all 5 groups of SEX, those too small to judge included, is 0.000.",
    );
  });

  it("cannot be judged without the named reference", () => {
    const found = judgeOne(groups, { reference: { SEX: "z" } });
    expect(found).toMatchObject({ outcome: "not-evaluable", reason: "reference-absent", slice: null });
  });

  it("below the minimum in every group judge nothing: the verdict is inconclusive", () => {
    const found = judge({ a: chosen(500, 1000), b: chosen(1, 9), c: chosen(8, 8) });
    expect(found.map(({ outcome }) => outcome)).toEqual(["skipped", "skipped", "inconclusive"]);
    expect(foldVerdict(found)).toBe("inconclusive");
  });

  it("of a reference below the minimum are all skipped", () => {
    const found = judge({ a: chosen(500, 1000), b: chosen(5, 10) }, { reference: { SEX: "b" } });
    expect(found).toMatchObject([{ outcome: "skipped", slice: { SEX: "a" }, n: 10 }, {}]);
  });

  it("name declared groups that are absent", () => {
    const found = judge({ a: chosen(40, 100), b: chosen(40, 100) }, { expect: { SEX: ["a", "b", "x"] } });
    expect(found).toMatchObject([
      { outcome: "pass", slice: { SEX: "b" } },
      {
        outcome: "not-evaluable",
        reason: "group-absent",
        slice: { SEX: "x" },
        id: "demographic_parity_ratio/min/SEX=x",
      },
    ]);
    expect(foldVerdict(found)).toBe("fail");
  });
});

describe("a limit that judged nobody", () => {
  const few = { a: chosen(500, 1000), b: chosen(1, 9), c: chosen(8, 8) };

  it("is open, and names the groups with their denominators, the smallest first", () => {
    const [, , open] = judge(few);
    expect(open).toMatchObject({
      id: "demographic_parity_ratio/min/SEX",
      outcome: "inconclusive",
      reason: "nothing-judged",
      severity: "block",
      slice: null,
      n: 8,
      why: "demographic_parity_ratio by SEX judged nobody: every group was skipped, below the minimum of 30; SEX=c has 8 rows, SEX=b has 9 rows.",
    });
    expect(open?.remedy).toContain("Evaluate on more rows of these groups");
  });

  it("does not pass behind another limit that passes", () => {
    // 100 rows each, but of b only 9 with a positive label.
    const groups = { a: [30, 20, 20, 30], b: [5, 45, 4, 46] } as const;
    const opportunity = check("equal_opportunity_difference", { max: 0.1 });
    const found = judge(groups, { checks: [PARITY, opportunity] });
    expect(found.map(({ outcome }) => outcome)).toEqual(["pass", "skipped", "inconclusive"]);
    expect(foldVerdict(found)).toBe("inconclusive");
    const warned = judge(groups, { checks: [PARITY, { ...opportunity, severity: "warn" }] });
    expect(foldVerdict(warned)).toBe("warn");
  });

  it("says once that the reference is too small", () => {
    const found = judge({ ...few, d: chosen(300, 600) }, { reference: { SEX: "b" }, minimum: 10 });
    expect(found.at(-1)?.why).toMatch(/; SEX=c has 8 rows, SEX=b has 9 rows\.$/);
  });

  it("cuts a long list of groups", () => {
    const many = Array.from({ length: 20 }, (_, index) => [`g${index}`, chosen(1, 9)] as const);
    const why = judge({ a: chosen(500, 1000), ...Object.fromEntries(many) }).at(-1)?.why;
    expect(why?.match(/has 9 rows/g)).toHaveLength(10);
    expect(why).toMatch(/, …\.$/);
  });

  it("beside one group that is judged is not said", () => {
    const found = judge({ ...few, d: chosen(300, 600) });
    expect(found.map(({ outcome }) => outcome)).toEqual(["skipped", "skipped", "pass"]);
  });

  it("is said beside declared groups that are absent", () => {
    const reasons = judge(few, { expect: { SEX: ["x"] } }).map(({ reason }) => reason);
    expect(reasons).toEqual(["below-minimum", "below-minimum", "nothing-judged", "group-absent"]);
  });
});

describe("a rate that no group has is not a matter of group sizes", () => {
  it.each<{ story: string; metric: string; groups: Record<string, Cells>; reason: string }>([
    {
      story: "labels that are all 0, as after a broken join",
      metric: "equal_opportunity_difference",
      groups: { a: [0, 40, 0, 60], b: [0, 40, 0, 60], c: [0, 4, 0, 6] },
      reason: "no-positives",
    },
    {
      story: "labels that are all 0, where equalized odds still has a false positive rate",
      metric: "equalized_odds_difference",
      groups: { a: [0, 40, 0, 60], b: [0, 40, 0, 60] },
      reason: "no-positives",
    },
    {
      story: "labels that are all 1",
      metric: "false_positive_rate_difference",
      groups: { a: [40, 0, 60, 0], b: [40, 0, 60, 0] },
      reason: "no-negatives",
    },
  ])("$story: not evaluable, once", ({ metric, groups, reason }) => {
    const found = judgeOne(groups, { checks: [check(metric, { max: 0.1 })] });
    expect(found).toMatchObject({
      id: `${metric}/max/SEX`,
      outcome: "not-evaluable",
      reason,
      slice: null,
      observed: null,
    });
    expect(found.remedy).toContain("the label column");
    expect(foldVerdict([found])).toBe("fail");
  });
});

describe("mode prove", () => {
  it.each<{
    story: string;
    groups: Record<string, Cells>;
    check?: Check;
    outcome: string;
    reason: string | null;
  }>([
    {
      story: "an interval inside the limit passes (0.858 … 0.994)",
      groups: { a: chosen(520, 1000), b: chosen(480, 1000) },
      outcome: "pass",
      reason: null,
    },
    {
      story: "an interval across the limit is open (0.767 … 1)",
      groups: { a: chosen(52, 100), b: chosen(50, 100) },
      outcome: "inconclusive",
      reason: "not-proven",
    },
    {
      story: "a significant breach fails",
      groups: { a: chosen(48, 80), b: chosen(12, 40) },
      outcome: "fail",
      reason: null,
    },
    {
      story: "a breach that noise explains is open",
      groups: { a: chosen(40, 100), b: chosen(24, 80) },
      outcome: "inconclusive",
      reason: "not-significant",
    },
    {
      story: "a difference whose interval is inside passes (0.0766)",
      groups: { a: chosen(520, 1000), b: chosen(480, 1000) },
      check: check("demographic_parity_difference", { max: 0.0767 }),
      outcome: "pass",
      reason: null,
    },
    {
      story: "a difference whose interval is not is open",
      groups: { a: chosen(520, 1000), b: chosen(480, 1000) },
      check: check("demographic_parity_difference", { max: 0.0766 }),
      outcome: "inconclusive",
      reason: "not-proven",
    },
  ])("$story", ({ groups, check: asked = PARITY, outcome, reason }) => {
    expect(judgeOne(groups, { checks: [asked], mode: "prove" })).toMatchObject({ outcome, reason });
  });

  it("says how many rows of equal groups would pass", () => {
    const found = judgeOne({ a: chosen(52, 100), b: chosen(50, 100) }, { mode: "prove" });
    expect(found.requiredN).toBe(792);
    expect(found.why).toContain("the 90 % interval 0.767 … 1.000 does not exclude a breach");
  });

  it("needs the proof for every rate of equalized odds", () => {
    // The true positive rate is proven (n = 2000), the false positive rate is nearer to parity but rests on 80 rows.
    const groups = { a: [800, 8, 200, 32], b: [780, 8, 220, 32] } as const;
    const found = judgeOne(groups, { checks: [ODDS], mode: "prove" });
    expect(found).toMatchObject({ outcome: "inconclusive", reason: "not-proven", observed: 0.02 });
    expect(found.why).toContain("the 90 % interval of false_positive_rate");
  });
});

describe("measurements fairness/1", () => {
  const section: FairnessSection = {
    by: ["SEX"],
    intersections: [],
    control: [],
    bins: {},
    counts: null,
    topK: 10,
    explanations: null,
    mode: "screen",
    minimum: 30,
    missing: "error",
    expect: {},
    reference: {},
    checks: [check("accuracy_score_ratio", { min: 0.8 })],
  };
  const { measurements } = judgeFairness(section, counted({ a: [3, 1, 1, 5], b: [0, 2, 0, 6] }));

  it("hold the counts and rates of every group, null where a denominator is 0", () => {
    expect(measurements).toMatchObject({
      schema: "fairness/1",
      data: {
        columns: {
          SEX: {
            reference: "a",
            groups: [
              {
                group: "a",
                n: 10,
                positives: 4,
                negatives: 6,
                selected: 4,
                selection_rate: 0.4,
                true_positive_rate: 0.75,
                accuracy: 0.8,
              },
              {
                group: "b",
                n: 8,
                positives: 0,
                negatives: 8,
                selected: 2,
                selection_rate: 0.25,
                true_positive_rate: null,
                false_negative_rate: null,
                accuracy: 0.75,
              },
            ],
            intervals: [
              { group: "a", confidence: 0.95 },
              { group: "b", true_positive_rate: null },
            ],
            disparities: {
              demographic_parity_ratio: 0.625,
              equal_opportunity_ratio: null,
              accuracy_score_ratio: 0.9375,
            },
          },
        },
      },
    });
  });

  it("hold Wilson's 95 % intervals", () => {
    // 4 of 10: Wilson (0.1682, 0.6873), from any table.
    expect(JSON.stringify(measurements)).toMatch(/"selection_rate":\{"low":0\.1681\d+,"high":0\.6873\d+\}/);
  });
});
