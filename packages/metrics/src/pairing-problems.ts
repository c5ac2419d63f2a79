/**
 * What keeps predictions from being judged, in sentences with counts.
 *
 * @module
 */
import { nearestWord, type Problem, quote } from "@ml-gates/gate";
import {
  type Column,
  MOST_GROUPS,
  type PairingFacts,
  type PredictionsFacts,
  type PredictionsTable,
} from "@ml-gates/queries";

/** A predictions file: its name in messages, and how it was opened. */
export interface NamedPredictions {
  readonly uri: string;
  readonly predictions: PredictionsTable;
}

/** A longer value than this is no name of a group. */
const LONGEST_GROUP = 200;

/**
 * Columns that are named but not there, and scores that are not numbers.
 *
 * @example
 * findColumnProblems({ uri: "p.csv", predictions: { table: { from: "t", columns: [{ name: "id", family: "integer", sqlType: "BIGINT" }], rowNumber: "r" }, columns: { key: "Id", label: null, prediction: null, score: null, weight: null, positive: "1" }, by: [] } }, { labelled: false, rows: 3 })[0].remedy; // => 'Did you mean "id"? Correct `columns` or `by`.'
 */
export function findColumnProblems(
  { uri, predictions }: NamedPredictions,
  { labelled, rows }: { readonly labelled: boolean; readonly rows: number },
): readonly Problem[] {
  const { columns, by, table } = predictions;
  const scores = [columns.score, ...Object.values(columns.scores ?? {})];
  // Weights, clusters and queries are the candidate's: the baseline's rows are the same.
  const labelling = [columns.label, columns.weight, columns.cluster, columns.query];
  const wanted = [columns.key, columns.prediction, ...scores, ...(labelled ? labelling : []), ...by];
  const names = table.columns.map(({ name }) => name);
  const absent = [...new Set(wanted)].flatMap((name) =>
    name === null || name === undefined || names.includes(name) ? [] : [describeAbsent(uri, name, names)],
  );
  // A text file without rows says nothing of its columns' types.
  const texts = table.columns.filter(
    ({ name, family }) =>
      rows > 0 &&
      [...scores, columns.weight].includes(name) &&
      !["integer", "float", "other"].includes(family),
  );
  return [...absent, ...texts.map(({ name, sqlType }) => describeText(uri, name, sqlType))];
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

/**
 * Null and duplicated keys, missing values, too many groups of one file.
 *
 * @example
 * findPredictionsProblems("p.csv", { rows: 3, nullKeys: 1, duplicatedKeys: 0, missing: {}, negativeWeights: 0, groups: {} })[0].message; // => '"p.csv" has 1 row without a key; wanted one in every row.'
 */
export function findPredictionsProblems(uri: string, facts: PredictionsFacts): readonly Problem[] {
  const { nullKeys, duplicatedKeys, missing, negativeWeights, groups } = facts;
  return [
    ...count(nullKeys, (rows) => ({
      message: `${quote(uri)} has ${rows} without a key; wanted one in every row.`,
      remedy: "Give every row a key, or name another column as `key`.",
    })),
    ...count(duplicatedKeys, (rows) => ({
      message: `${quote(uri)} has ${rows} with the key of another row; wanted unique keys.`,
      remedy: "Write one row for each example, or name another column as `key`.",
    })),
    ...Object.entries(missing).flatMap(([column, absent]) =>
      count(absent, (rows) => ({
        message: `${quote(uri)} has ${rows} without a value in ${quote(column)}; wanted a finite one in every row.`,
        remedy: "Write a value for every row: a row that was not predicted cannot be left out silently.",
      })),
    ),
    ...count(negativeWeights, (rows) => ({
      message: `${quote(uri)} has ${rows} with a weight below 0; wanted none.`,
      remedy: "Write weights of 0 or more, or name another column as `weight`.",
    })),
    ...Object.entries(groups).flatMap(([column, sizes]) => findGroupProblems(uri, column, sizes)),
  ];
}

function findGroupProblems(
  uri: string,
  column: string,
  { distinct, longest }: PredictionsFacts["groups"][string],
): readonly Problem[] {
  const remedy = "Name a column of few short values in `by`.";
  const seen = `The group column ${quote(column)} of ${quote(uri)} holds`;
  const many = `${seen} ${distinct} distinct values; at most ${MOST_GROUPS} are judged.`;
  const long = `${seen} a value of ${longest} characters; at most ${LONGEST_GROUP} are told.`;
  return [
    ...(distinct > MOST_GROUPS ? [{ message: many, remedy }] : []),
    ...(longest > LONGEST_GROUP ? [{ message: long, remedy }] : []),
  ];
}

/** The distinct values of label and decisions, in text order; decisions are null where there is no baseline. */
export interface DecisionTexts {
  readonly labels: readonly string[];
  readonly candidate: readonly string[];
  readonly baseline: readonly string[] | null;
  /** The classes that have a score column of their own; null when there is no such list. */
  readonly classes: readonly string[] | null;
}

/**
 * Decisions that are never a label: such a model is not wrong, its file speaks of other values. Labels and decisions
 * outside the classes that have a score.
 *
 * @example
 * findValueProblems({ labels: ["0", "1"], candidate: ["0"], baseline: null, classes: null }); // => []
 * findValueProblems({ labels: ["0", "1"], candidate: ["no"], baseline: null, classes: null })[0].message; // => 'No decision of the candidate is the label of any row: labels such as "0", decisions such as "no".'
 */
export function findValueProblems(texts: DecisionTexts): readonly Problem[] {
  const { labels, classes } = texts;
  if (labels.length === 0) return [];
  const strangers = (["candidate", "baseline"] as const)
    .filter((role) => texts[role]?.length && !texts[role].some((decision) => labels.includes(decision)))
    .map((role) => ({
      message: `No decision of the ${role} is the label of any row: labels such as ${quote(labels[0])}, decisions such as ${quote(texts[role]?.[0])}.`,
      remedy: "Write decisions in the values of the label, or name another column as `prediction`.",
    }));
  return classes === null ? strangers : [...strangers, ...findOutsiders(texts, classes)];
}

function findOutsiders(texts: DecisionTexts, classes: readonly string[]): readonly Problem[] {
  return (["labels", "candidate", "baseline"] as const).flatMap((role) => {
    const outside = (texts[role] ?? []).filter((value) => !classes.includes(value));
    if (outside.length === 0) return [];
    const what = role === "labels" ? "labels" : `decisions of the ${role}`;
    return [
      {
        message: `${outside.length} of the ${what} are no class of \`scores\`: ${outside.slice(0, 5).map(quote).join(", ")}.`,
        remedy: "Name a score column for every class in `columns.scores`.",
      },
    ];
  });
}

/**
 * Keys that do not meet and labels that differ.
 *
 * @example
 * findPairingProblems({ missing: 0, extra: 0, disagreeing: 2 })[0].message; // => "Candidate and baseline disagree on the label of 2 rows."
 */
export function findPairingProblems(
  facts: PairingFacts,
  keys: { readonly candidate: Column; readonly baseline: Column } | null = null,
): readonly Problem[] {
  const { missing, extra, disagreeing } = facts;
  const types = missing + extra > 0 && keys !== null ? describeTypes(keys) : [];
  const remedy = "Evaluate both models on the same rows.";
  return [
    ...types,
    ...count(missing, (rows) => ({
      message: `The candidate lacks ${rows} of the baseline; wanted the same keys in both.`,
      remedy,
    })),
    ...count(extra, (rows) => ({
      message: `The baseline lacks ${rows} of the candidate; wanted the same keys in both.`,
      remedy,
    })),
    ...count(disagreeing, (rows) => ({
      message: `Candidate and baseline disagree on the label of ${rows}.`,
      remedy,
    })),
  ];
}

/** 7 and "007" are one key only to who reads both as numbers. */
function describeTypes({
  candidate,
  baseline,
}: {
  readonly candidate: Column;
  readonly baseline: Column;
}): readonly Problem[] {
  if (candidate.family === baseline.family) return [];
  const message = `The key ${quote(candidate.name)} is ${candidate.family} (${candidate.sqlType}) in the candidate and ${baseline.family} (${baseline.sqlType}) in the baseline, and the two do not meet.`;
  const remedy = "Write keys in one type on both sides, such as text with its leading zeros.";
  return [{ message, remedy }];
}

function count(found: number, describe: (rows: string) => Problem): readonly Problem[] {
  return found === 0 ? [] : [describe(found === 1 ? "1 row" : `${found} rows`)];
}
