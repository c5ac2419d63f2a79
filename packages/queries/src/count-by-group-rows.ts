/**
 * The rows behind a grouped aggregate: group columns, weight, and whatever is measured, beside the baseline's.
 *
 * @module
 */
import type { GroupedPredictions } from "./count-by-group.ts";
import { projectGroups, textUnder } from "./count-by-group-sets.ts";
import { quoteName, quoteText } from "./dialect.ts";
import { findColumn, finiteNumber } from "./project-predictions.ts";

/** What is read of each file, as `expression AS name`. */
export interface WantedColumns {
  readonly own: readonly string[];
  /** Of the baseline; ignored without one. */
  readonly baseline: readonly string[];
}

/** A query to stand in parentheses: groups `g0` …, the weight `w`, and the wanted columns, joined by key. */
export function writeGroupedRows(predictions: GroupedPredictions, { own, baseline }: WantedColumns): string {
  const { table, columns } = predictions;
  const weight = findColumn(predictions, columns.weight);
  const rows = [
    ...projectGroups(predictions),
    `${weight === null ? "1" : finiteNumber(weight)} AS w`,
    ...own,
  ].join(", ");
  if (predictions.baseline === null) return `SELECT ${rows} FROM ${table.from}`;
  const other = [`${keyText(predictions)} AS k`, ...baseline].join(", ");
  return (
    `SELECT c.*, b.* EXCLUDE (k) FROM (SELECT ${rows}, ${keyText(predictions)} AS k FROM ${table.from}) c ` +
    `JOIN (SELECT ${other} FROM ${predictions.baseline.table.from}) b ON c.k = b.k`
  );
}

function keyText(predictions: GroupedPredictions): string {
  const key = findColumn(predictions, predictions.columns.key);
  return key === null ? "NULL" : textUnder(key, key.name);
}

/** A named column as a finite double; NULL when it is not named or not there, or no number. */
export function numberOf(predictions: GroupedPredictions, name: string | null): string {
  const column = findColumn(predictions, name);
  if (column === null) return "CAST(NULL AS DOUBLE)";
  return column.family === "integer" || column.family === "float" || column.family === "other"
    ? finiteNumber(column)
    : `TRY_CAST(CAST(${quoteName(column.name)} AS VARCHAR) AS DOUBLE)`;
}

/** 1 where the label is the positive value, 0 elsewhere; NULL without a label. */
export function labelOf(predictions: GroupedPredictions): string {
  const { label, positive } = predictions.columns;
  const column = findColumn(predictions, label);
  if (column === null) return "CAST(NULL AS DOUBLE)";
  return `CAST(${textUnder(column, column.name)} = ${quoteText(positive)} AS DOUBLE)`;
}
