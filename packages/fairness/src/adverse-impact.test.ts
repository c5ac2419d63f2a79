import type { ConfusionCounts } from "@ml-gates/queries";
import { describe, expect, it } from "vitest";
import { measureAdverseImpact, sayAdverseImpact } from "./adverse-impact.ts";

const chosen = (selected: number, n: number): { counts: ConfusionCounts; squares: ConfusionCounts } => {
  const counts = {
    truePositives: selected,
    falsePositives: 0,
    falseNegatives: n - selected,
    trueNegatives: 0,
  };
  return { counts, squares: counts };
};

describe("the four-fifths rule's companions", () => {
  it("are those of SciPy and a hand calculation for 12 of 40 against 48 of 80", () => {
    expect(measureAdverseImpact(chosen(12, 40), chosen(48, 80), 0.8)).toEqual({
      impactRatio: 0.5,
      shortfall: 8,
      z: expect.closeTo(-3.098386676965933, 12),
      p: expect.closeTo(0.0019457736937391545, 12),
      method: "pooled-z",
      flipFlop: false,
    });
  });

  it("use Fisher's test where fewer than five are expected", () => {
    expect(measureAdverseImpact(chosen(2, 40), chosen(8, 60), 0.8)).toMatchObject({
      method: "fisher-exact",
      p: expect.closeTo(0.3076507873383355, 12),
    });
  });

  it.each([
    // 7/10 against 9/10 is 0.78; 8/10 against 8/10 is 1.
    ["one decision would turn", chosen(7, 10), chosen(9, 10), true],
    ["one decision would not turn", chosen(4, 10), chosen(9, 10), false],
    ["the limit is met already", chosen(9, 10), chosen(9, 10), false],
    ["the reference has the lower rate", chosen(9, 10), chosen(7, 10), true],
  ])("say whether %s it", (_, group, reference, flips) => {
    expect(measureAdverseImpact(group, reference, 0.8).flipFlop).toBe(flips);
  });

  it("have no ratio to nobody, and no z without spread", () => {
    expect(measureAdverseImpact(chosen(0, 40), chosen(0, 80), 0.8)).toMatchObject({
      impactRatio: null,
      z: null,
      p: 1,
    });
  });

  it("are told in people", () => {
    const impact = measureAdverseImpact(chosen(12, 40), chosen(48, 80), 0.8);
    expect(sayAdverseImpact(impact, true)).toBe(
      " That is 8.0 selections fewer than at the rate of both groups together.",
    );
    expect(sayAdverseImpact({ ...impact, shortfall: -3 }, false)).toContain("3.0 selections more");
  });
});
