/**
 * The first rows that show a fault, found inside the scan that counts them.
 *
 * @module
 */
import { presentValue } from "./present-value.ts";
import type { Sampling, SqlValue } from "./table.ts";

/** A sampled row: its 1-based number in the file and the value seen there. */
export interface SampledRow {
  readonly row: number;
  readonly value: SqlValue;
  /** The values that name the row, in the order of {@link Sampling}'s columns; absent when there are none. */
  readonly names?: readonly SqlValue[];
}

/** How many rows a sample holds at most, unless more are asked for. */
export const SAMPLE_ROWS = 20;

/** 20 rows, named by their numbers. */
const NUMBERED: Sampling = { rows: SAMPLE_ROWS, names: [] };

/**
 * An aggregate: value and row number of the first rows. The value travels in a struct, because a bare argument of
 * a bounded arg-min drops NULLs.
 *
 * @example
 * firstRows("x", "r"); // => "arg_min({'value': x, 'row': r}, r, 20)"
 */
export function firstRows(value: string, rowNumber: string, { rows, names }: Sampling = NUMBERED): string {
  const named = names.map((column, index) => `, 'name${index}': ${presentValue(column)}`).join("");
  return `arg_min({'value': ${value}, 'row': ${rowNumber}${named}}, ${rowNumber}, ${rows})`;
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
  const { row = null, value = null, ...names } = packed as { readonly [field: string]: SqlValue };
  const listed = Object.keys(names).map((_, index) => names[`name${index}`] ?? null);
  return { row: Number(row), value, ...(listed.length === 0 ? {} : { names: listed }) };
}
