/**
 * Some whole rows of a table.
 *
 * @module
 */
import type { QueryPlan } from "../paired-predictions.ts";
import type { SqlValue, Table } from "../table.ts";
import type { MeasuredColumn } from "./measured-column.ts";

/**
 * Every n-th row, column by column in the order of the rows; null is missing or infinite.
 *
 * @example
 * planRowSample({ table: { from: "t", columns: [], rowNumber: "r" }, columns: [{ name: "a", scale: "number", sql: "a", infinite: false }], every: 3 }).read([{ v0: [1, null] }]); // => [[1, null]]
 */
export function planRowSample({
  table,
  columns,
  every,
}: {
  readonly table: Table;
  readonly columns: readonly MeasuredColumn[];
  readonly every: number;
}): QueryPlan<readonly (readonly (number | string | null)[])[]> {
  const values = columns.map(({ scale, sql }, index) => {
    const value = scale === "number" ? `CASE WHEN isfinite(${sql}) THEN ${sql} END` : sql;
    return `${value} AS x${index}`;
  });
  const lists = columns.map((_, index) => `list(x${index} ORDER BY r) AS v${index}`);
  return {
    sql:
      `SELECT ${["count(*) AS total", ...lists].join(", ")} FROM ` +
      `(SELECT ${[`${table.rowNumber} AS r`, ...values].join(", ")} FROM ${table.from}) WHERE r % ${every} = 0`,
    read: ([row]) => columns.map((_, index) => listOf(row?.[`v${index}`])),
  };
}

function listOf(value: SqlValue | undefined): readonly (number | string | null)[] {
  const values: readonly SqlValue[] = Array.isArray(value) ? value : [];
  return values.map((each) => (typeof each === "number" || typeof each === "string" ? each : null));
}
