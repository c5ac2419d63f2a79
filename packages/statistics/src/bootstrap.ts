/**
 * Resampling of rows that only differ by the cell of a table they are counted in: draws of counts, not of rows.
 *
 * @module
 */
import type { Interval } from "./interval.ts";
import { normalQuantile, normalSurvival } from "./normal.ts";
import { drawBinomial, drawMultinomial, seedRandom } from "./random.ts";

/** A statistic of counts by cell; NaN where it has no value. */
export type CellStatistic = (counts: readonly number[]) => number;

/** Counts by cell, and how often and from which seed to resample. */
export interface Resampling {
  readonly counts: readonly number[];
  readonly resamples: number;
  readonly seed: string;
  /** What {@link drawCounts} gave for these counts, where several statistics share it. */
  readonly draws?: readonly (readonly number[])[];
}

/** The replicates of one statistic, sorted, with what BCa needs. */
export interface Replicates {
  readonly value: number;
  /** Sorted; those without a value left out. */
  readonly replicates: Float64Array;
  /** How many replicates had no value. */
  readonly undefined: number;
  /** Acceleration a, from the influence of each cell. */
  readonly acceleration: number;
}

/**
 * Bootstrap replicates of a statistic of counts: each is the statistic of multinomial counts, which is what drawing
 * as many rows with replacement gives. Every replicate is the same statistic as the value. Where no table of counts
 * holds what the statistic needs, rows or clusters are cells of one each, and the counts say how often each is drawn.
 *
 * @example
 * bootstrapCounts({ counts: [3, 0], resamples: 9, seed: "a" }, ([a = 0, b = 0]) => a / (a + b)).value; // => 1
 */
export function bootstrapCounts(resampling: Resampling, statistic: CellStatistic): Replicates {
  const { counts, resamples } = resampling;
  const values = new Float64Array(resamples);
  let kept = 0;
  for (const drawn of resampling.draws ?? drawCounts(resampling)) {
    const value = statistic(drawn);
    if (!Number.isNaN(value)) values[kept++] = value;
  }
  return {
    value: statistic(counts),
    replicates: values.subarray(0, kept).sort(),
    undefined: resamples - kept,
    acceleration: accelerate(counts, statistic),
  };
}

/**
 * The multinomial counts that {@link bootstrapCounts} takes its statistic of, one after the other.
 *
 * @example
 * drawCounts({ counts: [3, 0], resamples: 2, seed: "a" }).next().value; // => [3, 0]
 */
export function* drawCounts({ counts, resamples, seed }: Resampling): Generator<readonly number[]> {
  const random = seedRandom(seed);
  for (let round = 0; round < resamples; round++) yield drawMultinomial(random, counts);
}

/** a = Σ d³ / (6 (Σ d²)^1.5) over the rows' jackknife distances d: all rows of a cell have the same one. */
function accelerate(counts: readonly number[], statistic: CellStatistic): number {
  const n = counts.reduce((sum, count) => sum + count, 0);
  const left = counts.map((count, cell) =>
    count === 0 ? 0 : statistic(counts.map((each, other) => (other === cell ? each - 1 : each))),
  );
  const mean = counts.reduce((sum, count, cell) => sum + count * (left[cell] ?? 0), 0) / n;
  let [squares, cubes] = [0, 0];
  for (const [cell, count] of counts.entries()) {
    const distance = mean - (left[cell] ?? 0);
    squares += count * distance ** 2;
    cubes += count * distance ** 3;
  }
  const acceleration = cubes / (6 * squares ** 1.5);
  return Number.isFinite(acceleration) ? acceleration : 0;
}

/**
 * Efron's percentile interval (1979): the replicates at the two tails. Biased where the statistic is; BCa is not.
 *
 * @example
 * percentileInterval({ value: 1, replicates: Float64Array.of(0, 1, 2), undefined: 0, acceleration: 0 }, 0.5); // => { low: 0.5, high: 1.5, confidence: 0.5 }
 */
export function percentileInterval({ replicates }: Replicates, confidence: number): Interval {
  const tail = (1 - confidence) / 2;
  return { low: quantile(replicates, tail), high: quantile(replicates, 1 - tail), confidence };
}

/**
 * Efron's BCa interval (1987): levels Φ(z0 + (z0 + z) / (1 - a (z0 + z))) of the replicates, z0 from the share of
 * replicates below the value, ties half. A point where all replicates are equal.
 *
 * @example
 * bcaInterval({ value: 1, replicates: Float64Array.of(1, 1, 1), undefined: 0, acceleration: 0 }, 0.9); // => { low: 1, high: 1, confidence: 0.9 }
 */
export function bcaInterval(found: Replicates, confidence: number): Interval {
  const bias = biasOf(found);
  const level = (p: number) => {
    const z = bias + normalQuantile(p);
    return normalSurvival(-(bias + z / (1 - found.acceleration * z)));
  };
  const tail = (1 - confidence) / 2;
  return {
    low: quantile(found.replicates, level(tail)),
    high: quantile(found.replicates, level(1 - tail)),
    confidence,
  };
}

/**
 * One-sided p of the hypothesis that the true value is at least (`less`) or at most (`greater`) this: the level at
 * which the BCa interval just reaches it. Never below one in the number of replicates and one.
 *
 * @example
 * bcaTest({ value: 1, replicates: Float64Array.of(1, 1, 1), undefined: 0, acceleration: 0 }, 2, "less"); // => 0.25
 */
export function bcaTest(found: Replicates, hypothesis: number, alternative: "less" | "greater"): number {
  const least = 1 / (found.replicates.length + 1);
  const share = shareBelow(found.replicates, hypothesis);
  const above = alternative === "less" ? 1 - share : share;
  if (above <= least) return least;
  if (above >= 1 - least) return 1 - least;
  const bias = biasOf(found);
  const distance = normalQuantile(share) - bias;
  const z = distance / (1 + found.acceleration * distance) - bias;
  const p = alternative === "less" ? normalSurvival(z) : normalSurvival(-z);
  return Math.min(1, Math.max(least, p));
}

/** z0, kept finite: no more is known of a tail than its replicates show. */
function biasOf({ value, replicates }: Replicates): number {
  const least = 1 / (replicates.length + 1);
  return normalQuantile(Math.min(1 - least, Math.max(least, shareBelow(replicates, value))));
}

/** Share of sorted values below one, ties half; values equal but for the last digits are ties. */
function shareBelow(sorted: Float64Array, value: number): number {
  const slack = 1e-12 * Math.max(1, Math.abs(value));
  return (countBelow(sorted, value - slack) + countBelow(sorted, value + slack)) / 2 / sorted.length;
}

function countBelow(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Linear between order statistics, as NumPy's default. */
function quantile(sorted: Float64Array, p: number): number {
  const position = p * (sorted.length - 1);
  const below = sorted[Math.floor(position)] ?? Number.NaN;
  const above = sorted[Math.ceil(position)] ?? Number.NaN;
  return below + (above - below) * (position - Math.floor(position));
}

/** Counts by cell, and for each cell the one its rows move to when the two models' outputs are swapped. */
export interface Swapping extends Resampling {
  readonly swapped: readonly number[];
  /** What {@link drawSwaps} gave for these counts, where several statistics share it. */
  readonly swaps?: readonly (readonly number[])[];
}

/**
 * One-sided p of the paired permutation test (Fisher 1935): under "the models are exchangeable" every row may swap
 * its two outputs, so each pair of mirrored cells splits its rows by an even binomial. `less`: small values speak
 * against the hypothesis. p = (1 + as extreme) / (resamples + 1), those that tie with the observed one counted half,
 * as McNemar's mid-p has it.
 *
 * @example
 * permuteCounts({ counts: [5, 5], swapped: [0, 1], resamples: 9, seed: "a" }, () => 0, "less"); // => 0.55
 */
export function permuteCounts(
  swapping: Swapping,
  statistic: CellStatistic,
  alternative: "less" | "greater",
): number {
  const observed = statistic(swapping.counts);
  const slack = 1e-12 * Math.max(1, Math.abs(observed));
  let extreme = 0;
  for (const drawn of swapping.swaps ?? drawSwaps(swapping)) {
    const distance = (statistic(drawn) - observed) * (alternative === "less" ? -1 : 1);
    if (Math.abs(distance) <= slack) extreme += 0.5;
    else if (distance > 0) extreme += 1;
  }
  return (1 + extreme) / (swapping.resamples + 1);
}

/**
 * The counts after swaps that {@link permuteCounts} takes its statistic of, one after the other.
 *
 * @example
 * drawSwaps({ counts: [3, 2], swapped: [0, 1], resamples: 1, seed: "a" }).next().value; // => [3, 2]
 */
export function* drawSwaps({ counts, swapped, resamples, seed }: Swapping): Generator<readonly number[]> {
  const random = seedRandom(seed);
  for (let round = 0; round < resamples; round++) {
    const drawn = [...counts];
    for (const [cell, mirror] of swapped.entries()) {
      if (mirror <= cell) continue;
      const both = (counts[cell] ?? 0) + (counts[mirror] ?? 0);
      const stayed = drawBinomial(random, both, 0.5);
      drawn[cell] = stayed;
      drawn[mirror] = both - stayed;
    }
    yield drawn;
  }
}
