/**
 * Two samples as they come out of a grouped query: each distinct value once, with how often either side has it.
 *
 * @module
 */
import type { Undefined } from "./delong.ts";

/** Counts of the same distinct values, in ascending order of the values; all a rank statistic needs to know. */
export interface CountedPair {
  readonly reference: ArrayLike<number>;
  readonly current: ArrayLike<number>;
}

/** Counts, with the values that they are of. */
export interface CountedValues extends CountedPair {
  /** Ascending, without repetition. */
  readonly values: ArrayLike<number>;
}

/** One distinct value: its counts, and how many rows of each side lie below it. */
export interface Level {
  readonly reference: number;
  readonly current: number;
  readonly referenceBelow: number;
  readonly currentBelow: number;
}

/**
 * Visits every distinct value in ascending order.
 *
 * @example
 * (() => { const below = []; eachLevel({ reference: [2, 0], current: [1, 4] }, (level) => below.push(level.referenceBelow)); return below; })(); // => [0, 2]
 */
export function eachLevel({ reference, current }: CountedPair, visit: (level: Level) => void): void {
  let [referenceBelow, currentBelow] = [0, 0];
  for (let at = 0; at < reference.length; at++) {
    const [left, right] = [reference[at] ?? 0, current[at] ?? 0];
    visit({ reference: left, current: right, referenceBelow, currentBelow });
    referenceBelow += left;
    currentBelow += right;
  }
}

/**
 * How many rows each side has, or why two samples with fewer than `least` rows each cannot be compared.
 *
 * @example
 * sizesOf({ reference: [2, 1], current: [0, 4] }, 2); // => { reference: 3, current: 4 }
 */
export function sizesOf(
  { reference, current }: CountedPair,
  least: number,
): { readonly reference: number; readonly current: number } | Undefined {
  const sizes = { reference: totalOf(reference), current: totalOf(current) };
  return Math.min(sizes.reference, sizes.current) < least
    ? {
        undefined: `${sizes.reference} reference and ${sizes.current} current rows; ${least} of each are needed`,
      }
    : sizes;
}

/**
 * The sum of counts.
 *
 * @example
 * totalOf([1, 2, 3]); // => 6
 */
export function totalOf(counts: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < counts.length; at++) sum += counts[at] ?? 0;
  return sum;
}
