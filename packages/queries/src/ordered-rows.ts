/**
 * Rows that break the order of a column, found by one pass in the order of the file.
 *
 * @module
 */
import { firstRows } from "./first-rows.ts";
import type { Table } from "./table.ts";

/** How many rows, or the first of those rows, whose previous value stands in a relation to their own. */
export interface OrderedAsk {
  readonly of: "ordered";
  readonly take: "count" | "sample";
  /** SQL for what is compared; rows for which it is NULL are passed over. */
  readonly value: string;
  /** SQL for what a sample shows. */
  readonly shown: string;
  /** `previous > value` is a fall, say. */
  readonly previous: "<" | "<=" | ">" | ">=";
  readonly where?: string;
}

/**
 * The identity of an ask about order.
 *
 * @example
 * orderedId({ of: "ordered", take: "count", value: "a", shown: "a", previous: ">" }); // => "count of previous > a"
 */
export function orderedId({ take, value, shown, previous }: OrderedAsk): string {
  return `${take} of previous ${previous} ${value}${take === "sample" ? ` as ${shown}` : ""}`;
}

/**
 * One statement for all asks about order. A window is no part of the scan of aggregates: all columns of that scan
 * would be held in memory for it, and here only those that are compared.
 */
export function writeOrdered(table: Table, asks: readonly OrderedAsk[], fresh: string): string {
  const values = [...new Set(asks.map(writeValue))];
  const falls = asks.map((ask) => writeFall(ask, `${fresh}value${values.indexOf(writeValue(ask))}`, fresh));
  const distinct = [...new Set(falls)];
  const taken = asks.map((ask, index) => {
    const what = ask.take === "count" ? "count(*)" : firstRows(ask.shown, `${fresh}row`, table.sampling);
    return `${what} FILTER (WHERE ${fresh}fall${distinct.indexOf(falls[index] ?? "")}) AS a${index}`;
  });
  const rows = `SELECT *, ${table.rowNumber} AS ${fresh}row${name(values, `${fresh}value`)} FROM ${table.from}`;
  return `SELECT ${taken.join(", ")} FROM (SELECT *${name(distinct, `${fresh}fall`)} FROM (${rows}))`;
}

function name(columns: readonly string[], prefix: string): string {
  return columns.map((sql, index) => `, ${sql} AS ${prefix}${index}`).join("");
}

function writeValue({ value, where }: OrderedAsk): string {
  return where === undefined ? value : `CASE WHEN ${where} THEN ${value} END`;
}

function writeFall({ previous }: OrderedAsk, value: string, fresh: string): string {
  return `lag(${value} IGNORE NULLS) OVER (ORDER BY ${fresh}row) ${previous} ${value}`;
}
