/**
 * Distributions as counts: every distinct value where the engine can sort them, bins of one scan for all columns
 * where there are too many, and categories.
 *
 * @module
 */

import type { QueryPlan } from "../paired-predictions.ts";
import { quoteNumber } from "../quote-number.ts";
import { readNumber } from "../read-number.ts";
import type { SqlValue, Table } from "../table.ts";
import { type MeasuredColumn, projectMeasured } from "./measured-column.ts";

/** Values in ascending order, and how many rows have each. */
export interface ValueCounts {
  readonly values: readonly number[];
  readonly counts: readonly number[];
}

/** Categories in code-unit order, and how many rows have each. */
export type CategoryCounts = ReadonlyMap<string, number>;

/**
 * Every distinct finite value of one column with its count.
 *
 * @example
 * planValueCounts({ from: "t", columns: [], rowNumber: "r" }, { name: "a", scale: "number", sql: "a", infinite: false }).read([{ v: [1, 2], c: [3, 1] }]); // => { values: [1, 2], counts: [3, 1] }
 */
export function planValueCounts(table: Table, column: MeasuredColumn): QueryPlan<ValueCounts> {
  const grouped = `SELECT x0 AS v, count(*) AS c FROM ${projectMeasured({ table, columns: [column] })} WHERE isfinite(x0) GROUP BY x0`;
  return {
    sql: `SELECT list(v ORDER BY v) AS v, list(c ORDER BY v) AS c FROM (${grouped})`,
    read: ([row]) => ({ values: readNumbers(row?.["v"]), counts: readNumbers(row?.["c"]) }),
  };
}

/**
 * Some values of each number column: those of every n-th row, in ascending order.
 *
 * @example
 * planValueSample({ table: { from: "t", columns: [], rowNumber: "r" }, columns: [], every: 2 }).read([{}]); // => []
 */
export function planValueSample({
  table,
  columns,
  every,
}: {
  readonly table: Table;
  readonly columns: readonly MeasuredColumn[];
  readonly every: number;
}): QueryPlan<readonly (readonly number[])[]> {
  const where = ` WHERE (${table.rowNumber}) % ${every} = 0`;
  const lists = columns.map((_, index) => `list(x${index}) FILTER (WHERE isfinite(x${index})) AS v${index}`);
  return {
    sql: `SELECT ${["count(*) AS total", ...lists].join(", ")} FROM ${projectMeasured({ table, columns, where })}`,
    read: ([row]) =>
      columns.map((_, index) => readNumbers(row?.[`v${index}`]).toSorted((left, right) => left - right)),
  };
}

/** A number column, and the upper edges of its bins in ascending order, each part of its bin. */
export interface BinnedColumn {
  readonly column: MeasuredColumn;
  readonly edges: readonly number[];
}

/**
 * The counts of all bins of all columns in one scan; values above the last edge are left out.
 *
 * @example
 * planBinCounts({ from: "t", columns: [], rowNumber: "r" }, [{ column: { name: "a", scale: "number", sql: "a", infinite: false }, edges: [1, 2] }]).read([{ h0: [{ key: 1, value: 4 }] }]); // => [[4, 0]]
 */
export function planBinCounts(
  table: Table,
  binned: readonly BinnedColumn[],
): QueryPlan<readonly (readonly number[])[]> {
  const columns = binned.map(({ column }) => column);
  const asked = binned.map(({ column, edges }, index) => {
    const finite = column.infinite ? ` FILTER (WHERE isfinite(x${index}))` : "";
    return `histogram(x${index}, CAST([${edges.map(quoteNumber).join(", ")}] AS DOUBLE[]))${finite} AS h${index}`;
  });
  return {
    sql: `SELECT ${["count(*) AS total", ...asked].join(", ")} FROM ${projectMeasured({ table, columns })}`,
    read: ([row]) =>
      binned.map(({ edges }, index) => {
        const counts = new Map(readEntries(row?.[`h${index}`]).map(({ key, value }) => [Number(key), value]));
        return edges.map((edge) => counts.get(edge) ?? 0);
      }),
  };
}

/**
 * The categories of all columns in one scan.
 *
 * @example
 * planCategoryCounts({ from: "t", columns: [], rowNumber: "r" }, [{ name: "a", scale: "category", sql: "a", infinite: false }]).read([{ h0: [{ key: "x", value: 4 }] }]); // => [new Map([["x", 4]])]
 */
export function planCategoryCounts(
  table: Table,
  columns: readonly MeasuredColumn[],
): QueryPlan<readonly CategoryCounts[]> {
  const asked = columns.map((_, index) => `histogram(x${index}) AS h${index}`);
  return {
    sql: `SELECT ${["count(*) AS total", ...asked].join(", ")} FROM ${projectMeasured({ table, columns })}`,
    read: ([row]) =>
      columns.map(
        (_, index) => new Map(readEntries(row?.[`h${index}`]).map(({ key, value }) => [String(key), value])),
      ),
  };
}

function readNumbers(value: SqlValue | undefined): readonly number[] {
  return Array.isArray(value) ? value.map(readNumber) : [];
}

function readEntries(
  value: SqlValue | undefined,
): readonly { readonly key: SqlValue; readonly value: number }[] {
  const entries: readonly SqlValue[] = Array.isArray(value) ? value : [];
  return entries.map((entry) => {
    const { key, value: count } = entry as { readonly key: SqlValue; readonly value: SqlValue };
    return { key, value: readNumber(count) };
  });
}
