/**
 * How far the scores of a group lie from the shares of positives that they promise.
 *
 * @module
 */
import type { ScoreBin } from "@ml-gates/queries";

/** The mean of |N(0, 1)|. */
export const FOLDED = Math.sqrt(2 / Math.PI);

/**
 * The expected calibration error over bins of equal width: Σ (bin's share) · |mean score - share of positives| (Guo et al. 2017),
 * in 0..1, 0 is perfect. `noise` is what bins as small as these would show of perfect scores. Null without rows.
 *
 * @example
 * measureCalibration([{ bin: 2, weight: 4, square: 4, scores: 1, positives: 2, gap: -1, gapSquared: 1 }]).value; // => 0.25
 */
export function measureCalibration(bins: readonly ScoreBin[]): {
  readonly value: number;
  readonly trials: number;
  readonly standardError: number;
  readonly proportion: null;
  readonly noise: number;
} | null {
  const weight = bins.reduce((sum, bin) => sum + bin.weight, 0);
  const square = bins.reduce((sum, bin) => sum + bin.square, 0);
  if (weight === 0) return null;
  const parts = bins.filter((bin) => bin.weight > 0).map((bin) => measureBin(bin, weight));
  const value = parts.reduce((sum, { error }) => sum + error, 0);
  // One sign for each bin makes the error a mean; its variance is that of the gaps within the bins.
  const variance = parts.reduce((sum, part) => sum + part.variance, 0);
  const noise = parts.reduce((sum, part) => sum + FOLDED * Math.sqrt(part.variance), 0);
  return {
    value,
    trials: (weight * weight) / square,
    standardError: Math.sqrt(variance),
    proportion: null,
    noise: Math.min(value, noise),
  };
}

/** A bin's part of the error, and the variance of its gap. */
export function measureBin({ weight, square, scores, positives, gap, gapSquared }: ScoreBin, total: number) {
  const mean = (scores - positives) / weight;
  const spread = Math.max(0, gapSquared - 2 * mean * gap + mean * mean * square);
  return { error: Math.abs(scores - positives) / total, variance: spread / (total * total) };
}
