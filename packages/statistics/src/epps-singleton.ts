/**
 * Epps and Singleton's test of two samples.
 *
 * @module
 */
import { type CountedValues, sizesOf, totalOf } from "./counted.ts";
import type { Undefined } from "./delong.ts";
import { chiSquareSurvival } from "./gamma.ts";
import { eigenOf } from "./symmetric-eigen.ts";

/** Where the characteristic functions are compared, in half interquartile ranges, and below how many rows W is corrected. */
const FREQUENCIES = [0.4, 0.8];
const SMALL = 25;
/** Relative to the largest eigenvalue: smaller ones are of a direction in which nothing varies. */
const NEGLIGIBLE = 1e-15;

/**
 * W = how far the empirical characteristic functions are apart at 0.4 and 0.8 half interquartile ranges of the pool,
 * chi-square with as many degrees as their covariance has rank (4). Equals `scipy.stats.epps_singleton_2samp`. Needs 5
 * rows a side and an interquartile range above 0.
 *
 * @example
 * eppsSingleton({ values: [1, 2], reference: [9, 1], current: [9, 1] }); // => { undefined: "the interquartile range of all rows is 0" }
 */
export function eppsSingleton(
  pair: CountedValues,
): { readonly statistic: number; readonly degrees: number; readonly p: number } | Undefined {
  const sizes = sizesOf(pair, 5);
  if ("undefined" in sizes) return sizes;
  const [n, m] = [sizes.reference, sizes.current];
  const scale = (pooledQuantile(pair, 0.75) - pooledQuantile(pair, 0.25)) / 2;
  if (scale === 0) return { undefined: "the interquartile range of all rows is 0" };
  const first = wavesOf(pair.values, pair.reference, scale);
  const second = wavesOf(pair.values, pair.current, scale);
  const total = n + m;
  const covariance = first.covariance.map((row, i) =>
    row.map((cell, j) => (total / n) * cell + (total / m) * (second.covariance[i]?.[j] ?? 0)),
  );
  const apart = first.means.map((mean, i) => mean - (second.means[i] ?? 0));
  const { distance, rank } = mahalanobis(covariance, apart);
  const small = Math.max(n, m) < SMALL;
  const correction = small ? 1 / (1 + total ** -0.45 + 10.1 * (n ** -1.7 + m ** -1.7)) : 1;
  const statistic = total * distance * correction;
  return { statistic, degrees: rank, p: chiSquareSurvival(statistic, rank) };
}

/** The quantile of all rows of both sides at linear interpolation (type 7). */
function pooledQuantile({ values, reference, current }: CountedValues, share: number): number {
  const position = share * (totalOf(reference) + totalOf(current) - 1);
  const below = Math.floor(position);
  const valueAt = (row: number) => {
    let reached = 0;
    for (let at = 0; at < values.length; at++) {
      reached += (reference[at] ?? 0) + (current[at] ?? 0);
      if (reached > row) return values[at] ?? Number.NaN;
    }
    return Number.NaN;
  };
  const low = valueAt(below);
  return position === below ? low : low + (valueAt(below + 1) - low) * (position - below);
}

/** Means and (biased) covariance of cosines and sines of the scaled values. */
function wavesOf(
  values: ArrayLike<number>,
  counts: ArrayLike<number>,
  scale: number,
): { readonly means: readonly number[]; readonly covariance: readonly (readonly number[])[] } {
  const wave = (value: number) => [
    ...FREQUENCIES.map((frequency) => Math.cos((frequency / scale) * value)),
    ...FREQUENCIES.map((frequency) => Math.sin((frequency / scale) * value)),
  ];
  const rows = Array.from({ length: values.length }, (_, at) => ({
    count: counts[at] ?? 0,
    wave: wave(values[at] ?? 0),
  })).filter(({ count }) => count > 0);
  const n = rows.reduce((sum, { count }) => sum + count, 0);
  const average = (of: (wave: readonly number[]) => number) =>
    rows.reduce((sum, row) => sum + row.count * of(row.wave), 0) / n;
  const means = [0, 1, 2, 3].map((i) => average((row) => row[i] ?? 0));
  const centred = (row: readonly number[], i: number) => (row[i] ?? 0) - (means[i] ?? 0);
  const covariance = means.map((_, i) =>
    means.map((__, j) => average((row) => centred(row, i) * centred(row, j))),
  );
  return { means, covariance };
}

/** v' C⁺ v with C's pseudo-inverse, and C's rank. */
function mahalanobis(
  covariance: readonly (readonly number[])[],
  vector: readonly number[],
): { readonly distance: number; readonly rank: number } {
  const pairs = eigenOf(covariance);
  const largest = Math.max(...pairs.map(({ value }) => value));
  const kept = pairs.filter(({ value }) => value > NEGLIGIBLE * largest);
  const distance = kept.reduce((sum, { value, vector: axis }) => {
    const along = axis.reduce((dot, part, i) => dot + part * (vector[i] ?? 0), 0);
    return sum + (along * along) / value;
  }, 0);
  return { distance, rank: kept.length };
}
