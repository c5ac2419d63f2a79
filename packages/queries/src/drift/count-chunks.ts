/**
 * Distributions of consecutive rows, for statistics that follow the order of a file.
 *
 * @module
 */
import type { QueryPlan } from "../paired-predictions.ts";
import type { SqlValue, Table } from "../table.ts";
import type { MeasuredColumn } from "./measured-column.ts";

/** The values of one chunk in ascending order, as the engine gives them, and their counts. */
export interface ChunkCounts {
  readonly values: readonly SqlValue[];
  readonly counts: readonly number[];
}

/**
 * Distinct values with counts of every `size` consecutive rows; a chunk without any value is empty.
 *
 * @example
 * planChunkCounts({ table: { from: "t", columns: [], rowNumber: "r" }, column: { name: "a", scale: "number", sql: "a", infinite: false }, size: 5 }).read([{ k: 1, v: [2], c: [5] }]); // => [{ values: [], counts: [] }, { values: [2], counts: [5] }]
 */
export function planChunkCounts({
  table,
  column,
  size,
}: {
  readonly table: Table;
  readonly column: MeasuredColumn;
  readonly size: number;
}): QueryPlan<readonly ChunkCounts[]> {
  const rows = `SELECT CAST(floor(((${table.rowNumber}) - 1) / ${size}) AS BIGINT) AS k, ${column.sql} AS v FROM ${table.from}`;
  const present = column.scale === "number" ? "isfinite(v)" : "v IS NOT NULL";
  return {
    sql:
      "SELECT k, list(v ORDER BY v) AS v, list(c ORDER BY v) AS c FROM " +
      `(SELECT k, v, count(*) AS c FROM (${rows}) WHERE ${present} GROUP BY k, v) GROUP BY k ORDER BY k`,
    read: (found) => {
      const byChunk = new Map(found.map((row) => [Number(row["k"]), row]));
      const last = Math.max(-1, ...byChunk.keys());
      return Array.from({ length: last + 1 }, (_, chunk) => ({
        values: listOf(byChunk.get(chunk)?.["v"]),
        counts: listOf(byChunk.get(chunk)?.["c"]).map(Number),
      }));
    },
  };
}

function listOf(value: SqlValue | undefined): readonly SqlValue[] {
  return Array.isArray(value) ? value : [];
}
