/**
 * Areas under curves from scores that were counted by step, and how much each row moves them.
 *
 * @module
 */

/** Weight of the rows of each class at each step of the score, lowest step first; equal lengths. */
export interface StepWeights {
  readonly positives: Float64Array;
  readonly negatives: Float64Array;
  /** Rows of each class; the variance of a class is over its rows less one. Null leaves that to the caller. */
  readonly rows: { readonly positives: number; readonly negatives: number } | null;
}

/** Influence of a row of each class and step, for a weight of one. */
export interface StepInfluences {
  readonly positives: Float64Array;
  readonly negatives: Float64Array;
}

/** An area in 0..1, NaN without rows of both classes; the sum of squared influences over rows is its variance. */
export interface RankedArea {
  readonly value: number;
  readonly influences: StepInfluences;
  /** Largest error in it, either way, if the rows of a step were in truth in any order. */
  readonly bound: number;
}

/** The area under the ROC curve, ties half, and average precision. */
export interface RankedAreas {
  readonly roc: RankedArea;
  readonly precision: RankedArea;
}

/**
 * Both areas. Influence on the area under the ROC curve: (placement - area) / weight of the class (DeLong, DeLong and
 * Clarke-Pearson 1988). On average precision Σ p(x) T(x) / (T(x) + F(x)) / P, where T and F are the weights of
 * positives and negatives at or above a step: its derivative by the row's weight.
 *
 * @example
 * rankInfluences({ positives: new Float64Array([0, 1]), negatives: new Float64Array([1, 1]), rows: null }).roc.value; // => 0.75
 */
export function rankInfluences(steps: StepWeights): RankedAreas {
  const totals = { positives: total(steps.positives), negatives: total(steps.negatives) };
  return { roc: rankRoc(steps, totals), precision: rankPrecision(steps, totals) };
}

interface Totals {
  readonly positives: number;
  readonly negatives: number;
}

function total(weights: Float64Array): number {
  let sum = 0;
  for (const weight of weights) sum += weight;
  return sum;
}

/** A class of one row has no spread, one of n rows the factor √(n / (n - 1)). */
function factorsOf({ rows }: StepWeights): Totals {
  const factor = (count: number) => (count > 1 ? Math.sqrt(count / (count - 1)) : 0);
  if (rows === null) return { positives: 1, negatives: 1 };
  return { positives: factor(rows.positives), negatives: factor(rows.negatives) };
}

function rankRoc(steps: StepWeights, totals: Totals): RankedArea {
  const { positives, negatives } = steps;
  const { length } = positives;
  const influences = { positives: new Float64Array(length), negatives: new Float64Array(length) };
  let [below, positivesBelow, area, tied] = [0, 0, 0, 0];
  for (let step = 0; step < length; step++) {
    const [p, n] = [positives[step] ?? 0, negatives[step] ?? 0];
    const placement = (below + n / 2) / totals.negatives;
    influences.positives[step] = placement;
    influences.negatives[step] = (totals.positives - positivesBelow - p / 2) / totals.positives;
    area += p * placement;
    tied += p * n;
    below += n;
    positivesBelow += p;
  }
  const value = area / totals.positives;
  const factors = factorsOf(steps);
  centre(influences.positives, value, factors.positives / totals.positives);
  centre(influences.negatives, value, factors.negatives / totals.negatives);
  return { value, influences, bound: tied / 2 / totals.positives / totals.negatives };
}

function centre(influences: Float64Array, mean: number, scale: number): void {
  for (let step = 0; step < influences.length; step++)
    influences[step] = ((influences[step] ?? 0) - mean) * scale;
}

function rankPrecision(steps: StepWeights, totals: Totals): RankedArea {
  const { positives, negatives } = steps;
  const { length } = positives;
  const influences = { positives: new Float64Array(length), negatives: new Float64Array(length) };
  const factors = factorsOf(steps);
  let [above, falseAbove, gained, lost, area, uncertain] = [totals.positives, totals.negatives, 0, 0, 0, 0];
  for (let step = 0; step < length; step++) {
    const [p, n] = [positives[step] ?? 0, negatives[step] ?? 0];
    const all = above + falseAbove;
    const precision = all > 0 ? above / all : 0;
    if (p > 0) {
      area += p * precision;
      gained += (p * falseAbove) / all / all;
      lost += (p * above) / all / all;
      if (n > 0)
        uncertain += p * Math.max(above / (all - n) - precision, precision - (above - p) / (all - p));
    }
    influences.positives[step] = precision + gained;
    influences.negatives[step] = (-lost * factors.negatives) / totals.positives;
    above -= p;
    falseAbove -= n;
  }
  const value = area / totals.positives;
  centre(influences.positives, value, factors.positives / totals.positives);
  return { value, influences, bound: uncertain / totals.positives };
}
