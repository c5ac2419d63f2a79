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

/** Every distinct value with what lies below it. */
export function* levelsOf({ reference, current }: CountedPair): Generator<Level> {
  let [referenceBelow, currentBelow] = [0, 0];
  for (let at = 0; at < reference.length; at++) {
    const counts = { reference: reference[at] ?? 0, current: current[at] ?? 0 };
    yield { ...counts, referenceBelow, currentBelow };
    referenceBelow += counts.reference;
    currentBelow += counts.current;
  }
}

/** How many rows each side has, or why two samples with fewer than `least` rows each cannot be compared. */
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
