/**
 * What of a predictions file's columns keeps it from being counted by group.
 *
 * @module
 */
import { nearestWord, type Problem, quote } from "@ml-gates/gate";
import type { PredictionsTable } from "@ml-gates/queries";

const MOST_NAMES = 20;

/**
 * Columns that are named but not in the file.
 *
 * @example
 * findAbsentColumns("p.csv", { table: { from: "t", columns: [], rowNumber: "r" }, columns: { label: "y", prediction: null }, by: ["SEX"] }).length; // => 2
 */
export function findAbsentColumns(uri: string, predictions: PredictionsTable): readonly Problem[] {
  const { table, columns, by } = predictions;
  const names = table.columns.map(({ name }) => name);
  const wanted = new Set([columns.label, columns.prediction, ...by]);
  return [...wanted].flatMap((name) =>
    name === null || names.includes(name) ? [] : [describeAbsent(uri, name, names)],
  );
}

function describeAbsent(uri: string, name: string, names: readonly string[]): Problem {
  const near = nearestWord(name, names);
  const listed = `${names.slice(0, MOST_NAMES).map(quote).join(", ")}${names.length > MOST_NAMES ? ", …" : ""}`;
  return {
    message: `${quote(uri)} has no column ${quote(name)}; it has ${listed}.`,
    remedy: `${near === null ? "" : `Did you mean ${quote(near)}? `}Correct \`columns\` or \`by\`.`,
  };
}
