/**
 * Numbers out of an engine's rows.
 *
 * @module
 */
import type { Row, SqlValue } from "./table.ts";

/** A count as an engine gives it. */
export function readCount(row: Row | undefined, name: string): number {
  return readNumber(row?.[name]);
}

/** @throws RangeError for anything that is no number: the query is then our defect. */
export function readNumber(value: SqlValue | undefined): number {
  if (typeof value === "number" || typeof value === "bigint") return Number(value);
  throw new RangeError(`the engine gave ${String(value)} where a number was asked for`);
}
