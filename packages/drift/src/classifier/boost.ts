/**
 * A small model that tells two sides apart: an additive score of binned columns, boosted one column a round.
 *
 * @module
 */
import type { BinnedFeature } from "./bin-features.ts";

/** What each bin of each column adds to the log-odds of the current side. */
export type AdditiveModel = readonly Float64Array[];

const ROUNDS = 60;
const RATE = 0.3;
/** Newton steps are damped as if a bin held this much more of the loss's curvature. */
const RIDGE = 5;

/**
 * Fits the log-odds of "current" on some of the rows: in every round the column whose bins lower the logistic loss the
 * most takes a damped Newton step. Friedman (2001), with one step a bin.
 */
export function fitAdditive(
  features: readonly BinnedFeature[],
  isCurrent: Uint8Array,
  rows: readonly number[],
): AdditiveModel {
  const model = features.map(({ size }) => new Float64Array(size));
  const share = rows.reduce((sum, row) => sum + (isCurrent[row] ?? 0), 0) / rows.length;
  const scores = new Float64Array(isCurrent.length).fill(Math.log(share / (1 - share)));
  for (let round = 0; round < ROUNDS; round++) {
    const steps = features.map((feature) => weighBins(feature, { isCurrent, rows, scores }));
    const best = steps.reduce(
      (chosen, { gain }, index) => (gain > (steps[chosen]?.gain ?? 0) ? index : chosen),
      0,
    );
    const [feature, step] = [features[best], steps[best]];
    if (feature === undefined || step === undefined || step.gain <= 1e-9) break;
    for (const [bin, value] of step.values.entries()) {
      const sums = model[best];
      if (sums !== undefined) sums[bin] = (sums[bin] ?? 0) + RATE * value;
    }
    for (const row of rows)
      scores[row] = (scores[row] ?? 0) + RATE * (step.values[feature.bins[row] ?? 0] ?? 0);
  }
  return model;
}

interface Fitting {
  readonly isCurrent: Uint8Array;
  readonly rows: readonly number[];
  readonly scores: Float64Array;
}

function weighBins({ bins, size }: BinnedFeature, { isCurrent, rows, scores }: Fitting) {
  const [slopes, curves] = [new Float64Array(size), new Float64Array(size)];
  for (const row of rows) {
    const probability = 1 / (1 + Math.exp(-(scores[row] ?? 0)));
    const bin = bins[row] ?? 0;
    slopes[bin] = (slopes[bin] ?? 0) + (isCurrent[row] ?? 0) - probability;
    curves[bin] = (curves[bin] ?? 0) + probability * (1 - probability);
  }
  const values = slopes.map((slope, bin) => slope / ((curves[bin] ?? 0) + RIDGE));
  return { values, gain: values.reduce((sum, value, bin) => sum + value * (slopes[bin] ?? 0), 0) };
}

/** The score of a row; larger is more like the current side. */
export function scoreRow(model: AdditiveModel, features: readonly BinnedFeature[], row: number): number {
  return model.reduce((sum, values, index) => sum + (values[features[index]?.bins[row] ?? 0] ?? 0), 0);
}
