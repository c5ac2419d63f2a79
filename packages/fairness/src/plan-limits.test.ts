import { type Check, InputError } from "@ml-gates/gate";
import { describe, expect, it } from "vitest";
import { planLimits } from "./plan-limits.ts";

function check(metric: string, limits: Readonly<Record<string, number>>, line = 1): Check {
  return {
    metric,
    limits: Object.entries(limits).map(([kind, value]) => ({ kind: kind as "min", value })),
    direction: null,
    by: ["SEX"],
    severity: "block",
    source: { path: "g.yml", line },
    written: {},
  };
}

function problemsOf(
  checks: readonly Check[],
  more: Partial<Parameters<typeof planLimits>[0]> = {},
): readonly string[] {
  try {
    planLimits({
      by: ["SEX"],
      intersections: [],
      control: [],
      bins: {},
      expect: {},
      reference: {},
      checks,
      ...more,
    });
  } catch (error) {
    if (error instanceof InputError)
      return error.problems.map(({ message, remedy }) => `${message} ${remedy}`);
    throw error;
  }
  return [];
}

describe("a check is refused", () => {
  it.each([
    [
      "with an unknown disparity, naming the nearest",
      check("demographic_parity_rato", { min: 0.8 }),
      "Did you mean `demographic_parity_ratio`?",
    ],
    [
      "with scikit-learn's other word for a rate, naming fairlearn's",
      check("accuracy_ratio", { min: 0.8 }),
      "known are demographic_parity_difference,",
    ],
    [
      "with a metric that is no disparity",
      check("roc_auc", { min: 0.8 }),
      "is no disparity that is known here",
    ],
    ["for a ratio limited from above", check("demographic_parity_ratio", { max: 0.8 }), "`min` was wanted"],
    [
      "for a difference limited from below",
      check("equalized_odds_difference", { min: 0.1 }),
      "`max` was wanted",
    ],
    ["for per cent", check("demographic_parity_ratio", { min: 80 }), "a number from 0 to 1 was wanted"],
    [
      "for a limit that is no number",
      check("demographic_parity_ratio", { min: Number.NaN }),
      "a number from 0 to 1 was wanted",
    ],
  ])("%s", (_, given, told) => {
    expect(problemsOf([given])).toEqual([expect.stringContaining(told)]);
  });

  it("together with all others, each on its line", () => {
    const given = [check("nonsense", { min: 1 }, 3), check("accuracy_score_ratio", { max: 1 }, 4)];
    expect(() =>
      planLimits({
        by: [],
        intersections: [],
        control: [],
        bins: {},
        expect: {},
        reference: {},
        checks: given,
      }),
    ).toThrow(/g\.yml:3[\s\S]*g\.yml:4/);
  });

  it("when its findings could not be told from another's", () => {
    const twice = [check("accuracy_score_ratio", { min: 0.8 }), check("accuracy_score_ratio", { min: 0.9 })];
    expect(problemsOf(twice)).toEqual([expect.stringContaining('"accuracy_score_ratio/min/SEX"')]);
  });

  it("with groups described for a column that is not judged", () => {
    expect(problemsOf([check("accuracy_score_ratio", { min: 0.8 })], { reference: { SEXX: "1" } })).toEqual([
      expect.stringContaining('Did you mean "SEX"?'),
    ]);
    expect(problemsOf([check("accuracy_score_ratio", { min: 0.8 })], { expect: { RAC1P: ["1"] } })).toEqual([
      expect.stringContaining('the column "RAC1P", which is not judged'),
    ]);
  });
});

describe("a check is accepted", () => {
  it.each([
    ["demographic_parity_ratio", { min: 0.8 }],
    ["demographic_parity_difference", { max: 0.1 }],
    ["equal_opportunity_ratio", { min: 0 }],
    ["equalized_odds_difference", { max: 0 }],
    ["false_negative_rate_difference", { max: 1 }],
    ["true_negative_rate_ratio", { min: 1 }],
    ["accuracy_score_ratio", { min: 0.8 }],
    ["accuracy_score_difference", { max: 0.1 }],
  ])("%s", (metric, limits) => {
    expect(problemsOf([check(metric, limits)])).toEqual([]);
  });

  it("once for each of its columns", () => {
    const given = [{ ...check("accuracy_score_ratio", { min: 0.8 }), by: ["SEX", "RAC1P"] }];
    const limits = planLimits({
      by: [],
      intersections: [],
      control: [],
      bins: {},
      expect: {},
      reference: {},
      checks: given,
    });
    expect(limits.map(({ id }) => id)).toEqual([
      "accuracy_score_ratio/min/SEX",
      "accuracy_score_ratio/min/RAC1P",
    ]);
  });
});
