/**
 * Predictions files as query plans see them.
 *
 * @module
 */
import type { PredictionColumns } from "@ml-gates/gate";
import type { NumberColumn, Row, Table } from "./table.ts";

/** A predictions file as a table, what its columns mean, and the columns to group by. */
export interface PredictionsTable {
  readonly table: Table;
  readonly columns: PredictionColumns;
  readonly by: readonly string[];
}

/** The candidate's predictions, and the baseline's when there are any. */
export interface PredictionsPair {
  readonly candidate: PredictionsTable;
  readonly baseline: PredictionsTable | null;
}

/** One statement and the reader of its rows. */
export interface QueryPlan<Facts> {
  readonly sql: string;
  read(rows: readonly Row[]): Facts;
}

/** One statement whose columns are numbers, and the reader of them. */
export interface ColumnsPlan<Facts> {
  readonly sql: string;
  read(columns: readonly NumberColumn[]): Facts;
}
