/**
 * What of a predictions file's columns keeps it from being counted by group.
 *
 * @module
 */
import { nearestWord, type PredictionColumns, type Problem, quote } from "@ml-gates/gate";
import { type GroupedPredictions, listGroupColumns } from "@ml-gates/queries";
import type { Needs } from "./measures.ts";

const MOST_NAMES = 20;

/**
 * Columns that are named but not in the file, and columns of text where numbers are wanted.
 *
 * @example
 * findAbsentColumns("p.csv", { table: { from: "t", columns: [], rowNumber: "r" }, columns: { label: "y", prediction: null, score: null, weight: null }, by: ["SEX"], intersections: [], control: [], bins: {} }).length; // => 2
 */
export function findAbsentColumns(
  uri: string,
  predictions: Omit<GroupedPredictions, "baseline">,
): readonly Problem[] {
  const { table, columns, bins } = predictions;
  const names = table.columns.map(({ name }) => name);
  const { label, prediction, score, weight } = columns;
  const wanted = new Set([label, prediction, score, weight, ...listGroupColumns(predictions)]);
  const absent = [...wanted].flatMap((name) =>
    name === null || names.includes(name) ? [] : [describeAbsent(uri, name, names)],
  );
  return [...absent, ...findTexts(uri, predictions, [score, weight, ...Object.keys(bins)])];
}

/** A text file without rows says nothing of its columns' types. */
function findTexts(
  uri: string,
  { table }: Pick<GroupedPredictions, "table">,
  wanted: readonly (string | null)[],
): readonly Problem[] {
  return table.columns.flatMap(({ name, family, sqlType }) => {
    if (!wanted.includes(name) || family !== "text" || ("rows" in table && table.rows === 0)) return [];
    const message = `The column ${quote(name)} of ${quote(uri)} is ${sqlType}; numbers were wanted.`;
    return [{ message, remedy: "Write numbers in every row, or name another column." }];
  });
}

/**
 * Columns that the checks need and `columns` does not name.
 *
 * @example
 * findUnnamedColumns({ label: "y", prediction: null, score: "s" }, new Set(["scores"])); // => []
 */
export function findUnnamedColumns(
  columns: Pick<PredictionColumns, "label" | "prediction" | "score">,
  needs: ReadonlySet<Needs>,
): readonly Problem[] {
  const wanted = new Set([...needs].flatMap((need) => WANTED[need]));
  const unnamed = [...wanted].filter((role) => columns[role] === null);
  return unnamed.map((role) => ({
    message: `The checks need the column \`${role}\`, which \`columns\` does not name.`,
    remedy: `Add \`${role}\` to \`predictions.columns\`, or limit something that does not need it.`,
  }));
}

const WANTED: Readonly<Record<Needs, readonly ("label" | "prediction" | "score")[]>> = {
  decisions: ["label", "prediction"],
  values: ["label", "prediction"],
  scores: ["label", "score"],
  bins: ["label", "score"],
  areas: ["label", "score"],
  ranks: ["score"],
};

function describeAbsent(uri: string, name: string, names: readonly string[]): Problem {
  const near = nearestWord(name, names);
  const listed = `${names.slice(0, MOST_NAMES).map(quote).join(", ")}${names.length > MOST_NAMES ? ", …" : ""}`;
  return {
    message: `${quote(uri)} has no column ${quote(name)}; it has ${listed}.`,
    remedy: `${near === null ? "" : `Did you mean ${quote(near)}? `}Correct \`columns\` or \`by\`.`,
  };
}
