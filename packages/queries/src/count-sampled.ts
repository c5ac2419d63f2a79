/**
 * How often each of the values occurs of which a sample shows the first rows.
 *
 * @module
 */
import type { Ask } from "./plan-statements.ts";
import type { Row, SqlValue, Table } from "./table.ts";

/** A value and the number of rows that hold it. */
export interface CountedValue {
  readonly value: SqlValue;
  readonly count: number;
}

/**
 * The statement that counts the most frequent values of all rows that a sample is the beginning of; of equally
 * frequent ones those that come first. Null for an ask that is no sample.
 *
 * @example
 * planCounts({ from: "t", columns: [], rowNumber: "r" }, { of: "rows", sql: "count(*)" }, 20); // => null
 */
export function planCounts(table: Table, ask: Ask, most: number): string | null {
  if (ask.of === "first") return writeCounts(table, { value: ask.value, where: ask.where }, most);
  if (ask.of !== "groups" || ask.take !== "sample") return null;
  const where = `${ask.where === undefined ? "" : `(${ask.where}) AND `}${ask.key} IS NOT NULL`;
  return writeCounts(table, { value: ask.key, where, having: " HAVING count(*) > 1" }, most);
}

interface Counted {
  readonly value: string;
  readonly where: string;
  readonly having?: string;
}

function writeCounts(
  { from, rowNumber }: Table,
  { value, where, having = "" }: Counted,
  most: number,
): string {
  const rows = `SELECT ${value} AS value, ${rowNumber} AS place FROM ${from} WHERE ${where}`;
  return (
    `SELECT value, count(*) AS members FROM (${rows}) GROUP BY value${having}` +
    ` ORDER BY members DESC, min(place) LIMIT ${most}`
  );
}

/**
 * Reads what the statement of {@link planCounts} returned.
 *
 * @example
 * readCounts([{ value: "a", members: 3 }]); // => [{ value: "a", count: 3 }]
 */
export function readCounts(rows: readonly Row[]): readonly CountedValue[] {
  return rows.map(({ value = null, members = null }) => ({ value, count: Number(members) }));
}
