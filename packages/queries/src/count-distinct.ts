/**
 * How many different values a column has.
 *
 * @module
 */
import type { ValueRange } from "./table.ts";

/** Different whole numbers within a range like this are marked in a string of bits, of 32 MiB at most. */
export const MOST_BITS = 2 ** 28;

/**
 * How many bits it takes to mark the whole numbers of a range.
 *
 * @example
 * bitsOf({ low: 1, high: 9 }); // => 9
 */
export function bitsOf({ low, high }: ValueRange): number {
  return high - low + 1;
}

/**
 * An aggregate: how many different values there are, NULL aside. With a range it marks bits, in an eighth of the time
 * of hashing; NULL when a value lies outside.
 *
 * @example
 * countDistinct('"id"', null); // => 'count(DISTINCT "id")'
 */
export function countDistinct(value: string, range: ValueRange | null): string {
  if (range === null || bitsOf(range) > MOST_BITS) return `count(DISTINCT ${value})`;
  const { low, high } = range;
  // A value outside the range would end the statement.
  const within = `CASE WHEN ${value} BETWEEN ${low} AND ${high} THEN CAST(${value} AS BIGINT) END`;
  const marked = `coalesce(bit_count(bitstring_agg(${within}, ${low}, ${high})), 0)`;
  return `CASE WHEN min(${value}) < ${low} OR max(${value}) > ${high} THEN NULL ELSE ${marked} END`;
}
