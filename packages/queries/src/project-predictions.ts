/**
 * Predictions files under one set of names, whatever their columns are called.
 *
 * @module
 */
import { comparableText } from "./comparable-text.ts";
import { quoteName } from "./dialect.ts";
import type { PredictionsTable } from "./paired-predictions.ts";
import type { Column } from "./table.ts";

/** Every file under the same six names: k(ey), y (label), p(rediction), s(core), g0, g1 …; what is not there is NULL. */
export function projectPredictions(predictions: PredictionsTable): string {
  const { table, columns, by } = predictions;
  const asText = (name: string | null) => {
    const column = findColumn(predictions, name);
    return column === null ? "CAST(NULL AS VARCHAR)" : comparableText(column);
  };
  const selected = [
    `${asText(columns.key)} AS k`,
    `${asText(columns.label)} AS y`,
    `${asText(columns.prediction)} AS p`,
    `${asNumber(findColumn(predictions, columns.score))} AS s`,
    ...by.map((name, index) => `${asText(name)} AS g${index}`),
  ];
  return `SELECT ${selected.join(", ")} FROM ${table.from}`;
}

/** A finite double; NaN, the infinities and texts that are no numbers are NULL. Engines sort NaN above everything. */
export function asNumber(column: Column | null): string {
  if (column === null) return "CAST(NULL AS DOUBLE)";
  const value = `TRY_CAST(${quoteName(column.name)} AS DOUBLE)`;
  return `CASE WHEN abs(${value}) <= ${LARGEST} THEN ${value} END`;
}

const LARGEST = "1.7976931348623157e308";

/** The column of that name, when it is named and there. */
export function findColumn({ table }: PredictionsTable, name: string | null): Column | null {
  return table.columns.find((column) => column.name === name) ?? null;
}
