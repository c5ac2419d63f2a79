import type { ConfusionCounts } from "@ml-gates/queries";
import { describe, expect, it } from "vitest";
import { rowsOfCounts } from "../contract/rows-of-counts.ts";
import { DISPARITIES, measureDisparity } from "./disparities.ts";

function measure(
  name: string,
  groups: readonly (readonly [number, number, number, number])[],
): number | null {
  const disparity = DISPARITIES.get(name);
  if (disparity === undefined) throw new Error(`no disparity ${name}`);
  const counts = groups.map(
    ([truePositives, falsePositives, falseNegatives, trueNegatives]): ConfusionCounts => ({
      truePositives,
      falsePositives,
      falseNegatives,
      trueNegatives,
    }),
  );
  return measureDisparity(
    disparity,
    counts.map((each) => rowsOfCounts(each)),
  );
}

/** Admitted and rejected men, then women: Bickel, Hammel & O'Connell (1975); disparities by fairlearn 0.15. */
describe("admissions of Berkeley, 1973", () => {
  it.each([
    ["all departments", [1198, 1493], [557, 1278], 0.14164542824654186, 0.6818298435630683],
    ["department A", [512, 313], [89, 19], 0.20346801346801346, 0.7530949948927477],
    ["department B", [353, 207], [17, 8], 0.04964285714285721, 0.9269957983193277],
    ["department C", [120, 205], [202, 391], 0.028589959787261643, 0.9225688589094997],
    ["department D", [138, 279], [131, 244], 0.01839808153477218, 0.9473337360645835],
    ["department E", [53, 138], [94, 299], 0.0383011603586321, 0.8619712900283258],
    ["department F", [22, 351], [24, 317], 0.011399998427586433, 0.8380250223413761],
  ] as const)("%s", (_, [menIn, menOut], [womenIn, womenOut], difference, ratio) => {
    const groups = [
      [menIn, 0, 0, menOut],
      [womenIn, 0, 0, womenOut],
    ] as const;
    expect(measure("demographic_parity_difference", groups)).toBeCloseTo(difference, 12);
    expect(measure("demographic_parity_ratio", groups)).toBeCloseTo(ratio, 12);
  });
});

describe("a disparity", () => {
  // True positive rates 0.8 and 0.6, false positive rates 0.1 and 0.4, accuracies 0.85 and 0.6.
  const groups = [
    [8, 1, 2, 9],
    [6, 4, 4, 6],
  ] as const;

  it.each([
    ["equal_opportunity_difference", 0.2],
    ["equal_opportunity_ratio", 0.75],
    ["equalized_odds_difference", 0.3],
    ["equalized_odds_ratio", 0.25],
    ["false_positive_rate_difference", 0.3],
    ["true_negative_rate_ratio", 6 / 9],
    ["false_negative_rate_difference", 0.2],
    ["accuracy_score_difference", 0.25],
    ["accuracy_score_ratio", 0.6 / 0.85],
    ["selection_rate_difference", 0.05],
  ])("%s is fairlearn's, worst case", (name, value) => {
    expect(measure(name, groups)).toBeCloseTo(value, 12);
  });

  it("spans the extremes of many groups", () => {
    const many = [
      [5, 0, 0, 5],
      [7, 0, 0, 3],
      [2, 0, 0, 8],
    ] as const;
    expect(measure("demographic_parity_difference", many)).toBeCloseTo(0.5, 12);
    expect(measure("demographic_parity_ratio", many)).toBeCloseTo(2 / 7, 12);
  });

  it.each([
    [
      "a group without positives is left out, where fairlearn takes its rate as 0",
      "equal_opportunity_ratio",
      [
        [8, 1, 2, 9],
        [6, 4, 4, 6],
        [0, 1, 0, 9],
      ],
      0.75,
    ],
    [
      "one group with the rate is no pair",
      "equal_opportunity_difference",
      [
        [8, 1, 2, 9],
        [0, 4, 0, 6],
      ],
      null,
    ],
    [
      "nobody selected is no ratio",
      "demographic_parity_ratio",
      [
        [0, 0, 2, 9],
        [0, 0, 4, 6],
      ],
      null,
    ],
    [
      "nobody selected is a difference of 0",
      "demographic_parity_difference",
      [
        [0, 0, 2, 9],
        [0, 0, 4, 6],
      ],
      0,
    ],
    [
      "one rate that cannot be compared makes the worst of both unknown",
      "equalized_odds_ratio",
      [
        [8, 0, 2, 9],
        [6, 0, 4, 6],
      ],
      null,
    ],
    ["one group is no disparity", "accuracy_score_difference", [[8, 0, 2, 9]], null],
  ] as const)("%s", (_, name, cells, value) => {
    const found = measure(name, cells);
    if (value === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(value, 12);
  });
});
