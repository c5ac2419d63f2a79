/**
 * Distances between two samples of ordered values, from their distribution functions.
 *
 * @module
 */
import { distributionFunctions, type PairedCounts, total } from "./paired-counts.ts";

/**
 * Kolmogorov-Smirnov distance: largest gap between the distribution functions, in 0..1. From bins it is the largest gap
 * at their edges, at most the true one.
 *
 * @example
 * ksDistance({ values: [1, 2], reference: [1, 1], current: [0, 2], exact: true, lowest: 1 }); // => 0.5
 */
export function ksDistance(pair: PairedCounts): number {
  return Math.max(
    0,
    ...distributionFunctions(pair).map(({ reference, current }) => Math.abs(reference - current)),
  );
}

/**
 * Wasserstein distance of order 1 (earth mover's), the integral of |F - G|, in the column's own unit, from 0. From bins
 * the functions are taken to rise evenly within each.
 *
 * @example
 * wasserstein({ values: [0, 10], reference: [1, 0], current: [0, 1], exact: true, lowest: 0 }); // => 10
 */
export function wasserstein(pair: PairedCounts): number {
  return integrate(pair, (gap) => Math.abs(gap));
}

/**
 * Energy distance, sqrt(2 · integral of (F - G)²), in the root of the column's unit, from 0. Székely & Rizzo (2013);
 * `scipy`'s `energy_distance`.
 *
 * @example
 * energyDistance({ values: [0, 2], reference: [1, 0], current: [0, 1], exact: true, lowest: 0 }); // => 2
 */
export function energyDistance(pair: PairedCounts): number {
  return Math.sqrt(2 * integrate(pair, (gap) => gap ** 2));
}

/**
 * The least and the most the Wasserstein distance can be when only bins are known; the same twice where all is.
 *
 * @example
 * wassersteinBounds({ values: [1, 2], reference: [1, 0], current: [0, 1], exact: false, lowest: 0 }); // => { low: 0, high: 2 }
 */
export function wassersteinBounds(pair: PairedCounts): { readonly low: number; readonly high: number } {
  if (pair.exact) return { low: wasserstein(pair), high: wasserstein(pair) };
  let before = { value: pair.lowest, reference: 0, current: 0 };
  let [low, high] = [0, 0];
  for (const after of distributionFunctions(pair)) {
    const width = after.value - before.value;
    low += width * Math.max(0, before.reference - after.current, before.current - after.reference);
    high += width * Math.max(after.reference - before.current, after.current - before.reference);
    before = after;
  }
  return { low, high };
}

/**
 * Standard deviation of the reference, n in the denominator, as `numpy.std`.
 *
 * @example
 * referenceDeviation({ values: [1, 3], reference: [1, 1], current: [0, 1], exact: true, lowest: 1 }); // => 1
 */
export function referenceDeviation({ values, reference }: PairedCounts): number {
  const n = total(reference);
  const mean = values.reduce((sum, value, index) => sum + (value * (reference[index] ?? 0)) / n, 0);
  return Math.sqrt(
    values.reduce((sum, value, index) => sum + ((value - mean) ** 2 * (reference[index] ?? 0)) / n, 0),
  );
}

/** The integral of a measure of F - G: of the steps where all values are known, else of straight lines between edges. */
function integrate(pair: PairedCounts, measure: (gap: number) => number): number {
  let before = { value: pair.lowest, gap: 0 };
  let sum = 0;
  for (const { value, reference, current } of distributionFunctions(pair)) {
    const width = value - before.value;
    const gap = reference - current;
    sum += width * (pair.exact ? measure(before.gap) : (measure(before.gap) + measure(gap)) / 2);
    before = { value, gap };
  }
  return sum;
}
