/**
 * What keeps predictions from being judged, in sentences with counts.
 *
 * @module
 */
import { nearestWord, type Problem, quote } from "@ml-gates/gate";
import {
  findColumn,
  type PairingFacts,
  type PredictionsFacts,
  type PredictionsTable,
} from "@ml-gates/queries";

/** A predictions file: its name in messages, and how it was opened. */
export interface NamedPredictions {
  readonly uri: string;
  readonly predictions: PredictionsTable;
}

/** More groups than this in one column are no groups. */
const MOST_GROUPS = 200;

/** Columns that are named but not there, and scores that are not numbers. */
export function findColumnProblems(
  { uri, predictions }: NamedPredictions,
  { labelled }: { readonly labelled: boolean },
): readonly Problem[] {
  const { columns, by, table } = predictions;
  const wanted = [
    columns.key,
    columns.prediction,
    columns.score,
    ...(labelled ? [columns.label] : []),
    ...by,
  ];
  const names = table.columns.map(({ name }) => name);
  const absent = [...new Set(wanted)].flatMap((name) =>
    name === null || names.includes(name) ? [] : [describeAbsent(uri, name, names)],
  );
  const score = findColumn(predictions, columns.score);
  const numeric = score === null || ["integer", "float", "other"].includes(score.family);
  return numeric ? absent : [...absent, describeText(uri, score.name, score.sqlType)];
}

function describeAbsent(uri: string, name: string, names: readonly string[]): Problem {
  const near = nearestWord(name, names);
  return {
    message: `${quote(uri)} has no column ${quote(name)}; it has ${names.slice(0, 20).map(quote).join(", ")}${names.length > 20 ? ", …" : ""}.`,
    remedy:
      near === null
        ? "Correct `columns` or `by`."
        : `Did you mean ${quote(near)}? Correct \`columns\` or \`by\`.`,
  };
}

function describeText(uri: string, name: string, sqlType: string): Problem {
  return {
    message: `The score column ${quote(name)} of ${quote(uri)} holds ${sqlType}, not numbers.`,
    remedy: "Write scores as numbers, or name another column as `score`.",
  };
}

/** Null and duplicated keys, missing values, too many groups of one file. */
export function findPredictionsProblems(uri: string, facts: PredictionsFacts): readonly Problem[] {
  const { nullKeys, duplicatedKeys, missing, groups } = facts;
  return [
    ...count(nullKeys, (rows) => ({
      message: `${rows} of ${quote(uri)} have no key.`,
      remedy: "Give every row a key, or name another column as `key`.",
    })),
    ...count(duplicatedKeys, (rows) => ({
      message: `${rows} of ${quote(uri)} repeat a key of another row.`,
      remedy: "Write one row for each example, or name another column as `key`.",
    })),
    ...Object.entries(missing).flatMap(([column, absent]) =>
      count(absent, (rows) => ({
        message: `${rows} of ${quote(uri)} have no finite value in ${quote(column)}.`,
        remedy: "Write a value for every row: a row that was not predicted cannot be left out silently.",
      })),
    ),
    ...Object.entries(groups).flatMap(([column, distinct]) =>
      distinct <= MOST_GROUPS
        ? []
        : [
            {
              message: `The group column ${quote(column)} of ${quote(uri)} holds ${distinct} distinct values; at most ${MOST_GROUPS} are judged.`,
              remedy: "Name a column with fewer groups in `by`.",
            },
          ],
    ),
  ];
}

/** Keys that do not meet and labels that differ. */
export function findPairingProblems(facts: PairingFacts): readonly Problem[] {
  const { missing, extra, disagreeing } = facts;
  const remedy = "Evaluate both models on the same rows.";
  return [
    ...count(missing, (rows) => ({
      message: `${rows} of the baseline are missing in the candidate.`,
      remedy,
    })),
    ...count(extra, (rows) => ({ message: `${rows} of the candidate are missing in the baseline.`, remedy })),
    ...count(disagreeing, (rows) => ({
      message: `${rows} have another label in the candidate's predictions than in the baseline's.`,
      remedy,
    })),
  ];
}

function count(found: number, describe: (rows: string) => Problem): readonly Problem[] {
  return found === 0 ? [] : [describe(found === 1 ? "1 row" : `${found} rows`)];
}
