/**
 * A column as drift plans read it: one SQL expression that is NULL where there is no value.
 *
 * @module
 */
import { comparableText } from "../comparable-text.ts";
import { quoteName, quoteText } from "../dialect.ts";
import { presentValue } from "../present-value.ts";
import type { Column, Table } from "../table.ts";

/** `number`: compared by order; `category`: compared as text. */
export interface MeasuredColumn {
  readonly name: string;
  readonly scale: "number" | "category";
  /** A DOUBLE for a number, a VARCHAR for a category. */
  readonly sql: string;
  /** Whether the expression can be infinite: such values are counted apart. */
  readonly infinite: boolean;
}

/**
 * A number column: numbers as they are, times as seconds since 1970, texts by their length.
 *
 * @example
 * numberColumn({ name: "age", family: "integer", sqlType: "BIGINT" }, "numeric").sql; // => 'CAST("age" AS DOUBLE)'
 * numberColumn({ name: "note", family: "text", sqlType: "VARCHAR" }, "text").sql; // => 'CAST(length("note") AS DOUBLE)'
 */
export function numberColumn(column: Column, kind: "numeric" | "datetime" | "text"): MeasuredColumn {
  const quoted = quoteName(column.name);
  const sql = {
    numeric: () => `CAST(${presentValue(column)} AS DOUBLE)`,
    text: () => `CAST(length(${quoted}) AS DOUBLE)`,
    datetime: () => secondsOf(column, quoted),
  }[kind]();
  return { name: column.name, scale: "number", sql, infinite: column.family === "float" };
}

/** An infinite date has no seconds. */
function secondsOf({ family }: Column, quoted: string): string {
  const time = family === "text" ? `TRY_CAST(${quoted} AS TIMESTAMP)` : quoted;
  return `CASE WHEN isfinite(${time}) THEN CAST(epoch(${time}) AS DOUBLE) END`;
}

/**
 * A column whose values are categories, compared as text.
 *
 * @example
 * categoryColumn({ name: "sex", family: "text", sqlType: "VARCHAR" }).sql; // => 'CAST("sex" AS VARCHAR)'
 */
export function categoryColumn(column: Column): MeasuredColumn {
  return { name: column.name, scale: "category", sql: comparableText(column), infinite: false };
}

/**
 * The rows of one group of a table; groups are compared as text.
 *
 * @example
 * rowsOfGroup({ from: "t", columns: [{ name: "g", family: "text", sqlType: "VARCHAR" }], rowNumber: "r" }, { column: "g", value: "a" }).from; // => `(SELECT * FROM t WHERE CAST("g" AS VARCHAR) = 'a')`
 */
export function rowsOfGroup(table: Table, group: { readonly column: string; readonly value: string }): Table {
  const column = table.columns.find(({ name }) => name === group.column);
  if (column === undefined) throw new RangeError(`the table has no column ${group.column}`);
  const where = `${comparableText(column)} = ${quoteText(group.value)}`;
  return { ...table, from: `(SELECT * FROM ${table.from} WHERE ${where})` };
}

/** The expressions as columns `x0`, `x1`, … of every row, or of the rows a condition picks. */
export function projectMeasured({
  table,
  columns,
  where = "",
}: {
  readonly table: Table;
  readonly columns: readonly MeasuredColumn[];
  readonly where?: string;
}): string {
  const selected = columns.map(({ sql }, index) => `${sql} AS x${index}`);
  return `(SELECT ${selected.length === 0 ? "NULL" : selected.join(", ")} FROM ${table.from}${where})`;
}
