/**
 * Distributions cluster by cluster: the rows of one session, user or day as one count.
 *
 * @module
 */

import type { QueryPlan } from "../paired-predictions.ts";
import { quoteNumber } from "../quote-number.ts";
import { readCount } from "../read-number.ts";
import type { Row, SqlValue, Table } from "../table.ts";
import type { MeasuredColumn } from "./measured-column.ts";

/** A column with its bins: upper edges of numbers, or categories that are counted together. */
export interface ClusteredColumn {
  readonly column: MeasuredColumn;
  readonly bins: readonly (number | readonly string[])[];
}

/** What one cluster holds. */
export interface ClusterCounts {
  /** In the order of the bins, column by column. */
  readonly histograms: readonly (readonly number[])[];
  /** Of each column asked for its gaps: rows with a value, and rows without. */
  readonly gaps: readonly (readonly [present: number, missing: number])[];
}

/** Counts of every cluster by its name. */
export interface CountsByCluster {
  readonly clusters: ReadonlyMap<string, ClusterCounts>;
  /** Rows that belong to none. */
  readonly clusterless: number;
}

/** More clusters than this would take too long to deal out. */
export const MOST_CLUSTERS = 5000;

/**
 * Counts of all columns for every cluster, in one scan; one cluster more than allowed shows that there are too many.
 *
 * @example
 * planClusterCounts({ table: { from: "t", columns: [], rowNumber: "r" }, cluster: { name: "u", scale: "category", sql: "u", infinite: false }, columns: [{ column: { name: "a", scale: "number", sql: "a", infinite: false }, bins: [1, 2] }], gaps: [] }).read([{ k: "x", total: 3, h0: [{ key: 2, value: 3 }] }]); // => { clusters: new Map([["x", { histograms: [[0, 3]], gaps: [] }]]), clusterless: 0 }
 */
export function planClusterCounts({
  table,
  cluster,
  columns,
  gaps,
}: {
  readonly table: Table;
  readonly cluster: MeasuredColumn;
  readonly columns: readonly ClusteredColumn[];
  readonly gaps: readonly MeasuredColumn[];
}): QueryPlan<CountsByCluster> {
  const asked = columns.map(({ column: { scale, sql }, bins }, index) => {
    return scale === "number"
      ? `histogram(${sql}, CAST([${bins.map((edge) => quoteNumber(Number(edge))).join(", ")}] AS DOUBLE[])) FILTER (WHERE isfinite(${sql})) AS h${index}`
      : `histogram(${sql}) AS h${index}`;
  });
  const present = gaps.map(({ sql }, index) => `count(${sql}) AS present${index}`);
  return {
    sql: `SELECT ${[`${cluster.sql} AS k`, "count(*) AS total", ...present, ...asked].join(", ")} FROM ${table.from} GROUP BY k ORDER BY k NULLS FIRST LIMIT ${MOST_CLUSTERS + 2}`,
    read: (rows) => {
      const none = rows.find(({ k }) => k === null);
      const named = rows.filter(({ k }) => k !== null);
      return {
        clusters: new Map(named.map((row) => [String(row["k"]), readCluster(row, { columns, gaps })])),
        clusterless: none === undefined ? 0 : readCount(none, "total"),
      };
    },
  };
}

function readCluster(
  row: Row,
  { columns, gaps }: { readonly columns: readonly ClusteredColumn[]; readonly gaps: readonly unknown[] },
): ClusterCounts {
  return {
    histograms: columns.map(({ bins }, index) => {
      const counts = readCounts(row[`h${index}`]);
      return bins.map((bin) =>
        [bin].flat().reduce<number>((sum, value) => sum + (counts.get(String(value)) ?? 0), 0),
      );
    }),
    gaps: gaps.map((_, index) => {
      const present = readCount(row, `present${index}`);
      return [present, readCount(row, "total") - present] as const;
    }),
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
