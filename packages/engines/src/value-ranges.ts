/**
 * Where whole-number columns probably have their values.
 *
 * @module
 */
import { bitsOf, type Column, MOST_BITS, type Row, type ValueRange } from "@ml-gates/queries";

/** Hashing takes at least 16 bytes a value: marking one of so many bits is always cheaper. */
const BITS_A_ROW = 16;

/** The columns with their ranges, where these are narrow for so many rows, and as long as all of them stay small. */
export function withRanges(
  columns: readonly Column[],
  ranges: ReadonlyMap<string, ValueRange>,
  rows: number,
): readonly Column[] {
  let left = Math.min(MOST_BITS, BITS_A_ROW * rows);
  return columns.map((column) => {
    const range = column.family === "integer" ? ranges.get(column.name) : undefined;
    if (range === undefined || bitsOf(range) > left) return column;
    left -= bitsOf(range);
    return { ...column, range };
  });
}

/** The ranges that rows of `name`, `low` and `high` tell; those that a double cannot hold are left out. */
export function readRanges(rows: readonly Row[]): ReadonlyMap<string, ValueRange> {
  const ranges = rows.flatMap(({ name = null, low = null, high = null }) => {
    const range = { low: Number(low ?? Number.NaN), high: Number(high ?? Number.NaN) };
    const held = Number.isSafeInteger(range.low) && Number.isSafeInteger(range.high);
    return held ? [[String(name), range] as const] : [];
  });
  return new Map(ranges);
}
