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
  const score = findColumn(predictions, columns.score);
  const selected = [
    `${asText(columns.key)} AS k`,
    `${asText(columns.label)} AS y`,
    `${asText(columns.prediction)} AS p`,
    `${score === null ? "CAST(NULL AS DOUBLE)" : finiteNumber(score)} AS s`,
    ...by.map((name, index) => `${asText(name)} AS g${index}`),
  ];
  return `SELECT ${selected.join(", ")} FROM ${table.from}`;
}

/** A column's value as a double; NaN and infinities are NULL. Engines sort NaN above everything, hence `<=`. */
export function finiteNumber({ name }: Column): string {
  const value = `CAST(${quoteName(name)} AS DOUBLE)`;
  return `CASE WHEN abs(${value}) <= ${LARGEST} THEN ${value} END`;
}

const LARGEST = "1.7976931348623157e308";

/** The column of that name, when it is named and there. */
export function findColumn({ table }: PredictionsTable, name: string | null): Column | null {
  return table.columns.find((column) => column.name === name) ?? null;
}

/** The column as it lies in the file; NULL when it is not named or not there. */
export function rawColumn(predictions: PredictionsTable, name: string | null): string {
  const column = findColumn(predictions, name);
  return column === null ? "NULL" : quoteName(column.name);
}
