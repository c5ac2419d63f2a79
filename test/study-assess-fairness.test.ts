import { describe, expect, it } from "vitest";
import { type Study, simulate } from "../study/assess-fairness/simulate.ts";
import { readSource } from "./source-files.ts";

const KEPT: Study = JSON.parse(readSource("study/results/assess-fairness.json"));
const PART = 20;
/** Four standard errors: of some thirty comparisons none should be beyond by chance. */
const WIDE = 4;

const again = simulate({ seed: KEPT.seed + 1, draws: KEPT.draws / PART });

/** How far the shares of two runs may lie apart, by chance alone. */
function allowance(share: number): number {
  const spread = Math.max(share * (1 - share), 1 / again.draws);
  return WIDE * Math.sqrt(spread * (1 / again.draws + 1 / KEPT.draws));
}

describe("a twentieth of the study, drawn anew, agrees with its figures", () => {
  it.each(KEPT.rates)("$scenario", ({ scenario, failed }) => {
    const anew = again.rates.find((each) => each.scenario === scenario)?.failed ?? {};
    for (const [rule, share] of Object.entries(failed)) {
      expect(Math.abs((anew[rule] ?? Number.NaN) - share), rule).toBeLessThanOrEqual(allowance(share));
    }
  });

  it("of what `prove` shows", () => {
    for (const [size, share] of Object.entries(KEPT.proven)) {
      expect(Math.abs((again.proven[size] ?? Number.NaN) - share), size).toBeLessThanOrEqual(
        allowance(share),
      );
    }
  });
});

describe("the study's claims", () => {
  const failed = (scenario: string, rule: string) =>
    KEPT.rates.find((each) => each.scenario === scenario)?.failed[rule] ?? Number.NaN;
  const OURS = "ml-gates, screen";

  it("equal groups fail at most one time in twenty, where the naive rule fails every second", () => {
    expect(failed("five equal groups", OURS)).toBeLessThanOrEqual(0.05);
    expect(failed("five equal groups of 100", OURS)).toBeLessThanOrEqual(0.05);
    // 49.6 % in the study this repeats.
    expect(failed("five equal groups", "least / greatest rate >= 0.8")).toBeCloseTo(0.496, 1);
  });

  it("a true ratio of 0.7 among 500 is found nine times out of ten", () => {
    expect(failed("ratio 0.7 in the group of 500", OURS)).toBeGreaterThanOrEqual(0.9);
  });
});
