import type { ScoreBin } from "@ml-gates/queries";
import { describe, expect, it } from "vitest";
import { measureCalibration } from "./calibration.ts";

/** A bin of n rows with one score, of which some are positive. */
function bin(place: number, score: number, [positives, n]: readonly [number, number]): ScoreBin {
  const negatives = n - positives;
  return {
    ...{ bin: place, weight: n, square: n, scores: score * n, positives },
    gap: positives * (score - 1) + negatives * score,
    gapSquared: positives * (score - 1) ** 2 + negatives * score ** 2,
  };
}

describe("the expected calibration error", () => {
  it("by hand: 40 rows at 0.2 of which 12 are positive, 60 at 0.7 of which 36 are", () => {
    const found = measureCalibration([bin(2, 0.2, [12, 40]), bin(7, 0.7, [36, 60])]);
    expect(found?.value).toBeCloseTo(0.4 * 0.1 + 0.6 * 0.1, 12);
    // Within a bin of one score the gap varies as the label does: Σ n·p·(1-p) / N².
    expect(found?.standardError).toBeCloseTo(Math.sqrt(40 * 0.3 * 0.7 + 60 * 0.6 * 0.4) / 100, 12);
    const noise = Math.sqrt(2 / Math.PI) * (Math.sqrt(40 * 0.21) + Math.sqrt(60 * 0.24));
    expect(found?.noise).toBeCloseTo(noise / 100, 12);
    expect(found?.trials).toBe(100);
  });

  it("of perfect scores is 0, and of no rows is none", () => {
    expect(measureCalibration([bin(5, 0.5, [10, 20])])).toMatchObject({ value: 0, noise: 0 });
    expect(measureCalibration([])).toBeNull();
  });
});
