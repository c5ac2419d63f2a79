/**
 * What a t test needs to know of a sample.
 *
 * @module
 */

/** Number of values, their mean, and their sample variance (divided by n - 1). */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  readonly variance: number;
}

/**
 * Moments of values, centred before squaring. Of fewer than two values the variance is NaN.
 *
 * @example
 * momentsOf([1, 2, 3, 4, 5]); // => { n: 5, mean: 3, variance: 2.5 }
 */
export function momentsOf(values: ArrayLike<number>): Moments {
  const n = values.length;
  let sum = 0;
  for (let at = 0; at < n; at++) sum += values[at] ?? 0;
  const mean = sum / n;
  let squares = 0;
  for (let at = 0; at < n; at++) squares += ((values[at] ?? 0) - mean) ** 2;
  return { n, mean, variance: n < 2 ? Number.NaN : squares / (n - 1) };
}
