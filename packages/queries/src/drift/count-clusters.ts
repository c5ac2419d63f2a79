/**
 * Distributions cluster by cluster: the rows of one session, user or day as one count.
 *
 * @module
 */

import type { QueryPlan } from "../paired-predictions.ts";
import { quoteNumber } from "../quote-number.ts";
import type { SqlValue, Table } from "../table.ts";
import type { MeasuredColumn } from "./measured-column.ts";

/** A column with its bins: upper edges of numbers, or categories. */
export interface ClusteredColumn {
  readonly column: MeasuredColumn;
  readonly bins: readonly (number | string)[];
}

/** Counts in the order of the bins, column by column, for each cluster. */
export type CountsByCluster = ReadonlyMap<string, readonly (readonly number[])[]>;

/** More clusters than this would take too long to deal out. */
export const MOST_CLUSTERS = 5000;

/**
 * Counts of all columns for every cluster, in one scan; one cluster more than allowed shows that there are too many.
 *
 * @example
 * planClusterCounts({ table: { from: "t", columns: [], rowNumber: "r" }, cluster: { name: "u", scale: "category", sql: "u", infinite: false }, columns: [{ column: { name: "a", scale: "number", sql: "a", infinite: false }, bins: [1, 2] }] }).read([{ k: "x", h0: [{ key: 2, value: 3 }] }]); // => new Map([["x", [[0, 3]]]])
 */
export function planClusterCounts({
  table,
  cluster,
  columns,
}: {
  readonly table: Table;
  readonly cluster: MeasuredColumn;
  readonly columns: readonly ClusteredColumn[];
}): QueryPlan<CountsByCluster> {
  const asked = columns.map(({ column: { scale, sql }, bins }, index) => {
    return scale === "number"
      ? `histogram(${sql}, CAST([${bins.map((edge) => quoteNumber(Number(edge))).join(", ")}] AS DOUBLE[])) FILTER (WHERE isfinite(${sql})) AS h${index}`
      : `histogram(${sql}) AS h${index}`;
  });
  return {
    sql: `SELECT ${[`${cluster.sql} AS k`, ...asked].join(", ")} FROM ${table.from} GROUP BY k HAVING k IS NOT NULL ORDER BY k LIMIT ${MOST_CLUSTERS + 1}`,
    read: (rows) =>
      new Map(
        rows.map((row) => [
          String(row["k"]),
          columns.map(({ bins }, index) => {
            const counts = readCounts(row[`h${index}`]);
            return bins.map((bin) => counts.get(String(bin)) ?? 0);
          }),
        ]),
      ),
  };
}

function readCounts(value: SqlValue | undefined): ReadonlyMap<string, number> {
  const entries: readonly SqlValue[] = Array.isArray(value) ? value : [];
  return new Map(
    entries.map((entry) => {
      const { key, value: count } = entry as { readonly key: SqlValue; readonly value: SqlValue };
      return [String(key), Number(count)] as const;
    }),
  );
}
