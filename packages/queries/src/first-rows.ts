/**
 * The first rows that show a fault, found inside the scan that counts them.
 *
 * @module
 */
import type { SqlValue } from "./table.ts";

/** A sampled row: its 1-based number in the file and the value seen there. */
export interface SampledRow {
  readonly row: number;
  readonly value: SqlValue;
}

/** How many rows a sample holds at most. */
export const SAMPLE_ROWS = 20;

/**
 * An aggregate: value and row number of the first 20 rows. The value travels in a struct, because a bare argument of
 * a bounded arg-min drops NULLs.
 *
 * @example
 * firstRows("x", "r"); // => "arg_min({'value': x, 'row': r}, r, 20)"
 */
export function firstRows(value: string, rowNumber: string): string {
  return `arg_min({'value': ${value}, 'row': ${rowNumber}}, ${rowNumber}, ${SAMPLE_ROWS})`;
}

/**
 * Reads what {@link firstRows} returned, in row order; NULL is no rows.
 *
 * @example
 * readFirstRows([{ value: 7, row: 2 }, { value: null, row: 1 }]); // => [{ row: 1, value: null }, { row: 2, value: 7 }]
 */
export function readFirstRows(answer: SqlValue): readonly SampledRow[] {
  if (answer === null) return [];
  if (!Array.isArray(answer)) throw new TypeError("a sample of rows must be a list");
  return answer.map(readRow).sort((left, right) => left.row - right.row);
}

function readRow(packed: SqlValue): SampledRow {
  if (packed === null || typeof packed !== "object" || Array.isArray(packed)) {
    throw new TypeError("a sampled row must be a struct");
  }
  const { row = null, value = null } = packed as { readonly [field: string]: SqlValue };
  return { row: Number(row), value };
}
