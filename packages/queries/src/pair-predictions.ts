/**
 * The rows of candidate and baseline, met on their key: one narrow table that every measure is computed from.
 *
 * @module
 */
import { comparableText } from "./comparable-text.ts";
import { quoteName, quoteText } from "./dialect.ts";
import type { PredictionsPair, PredictionsTable, QueryPlan } from "./paired-predictions.ts";
import { findColumn } from "./project-predictions.ts";
import { readCount } from "./read-number.ts";
import type { Column } from "./table.ts";

/** One group of rows: a value of a group column. */
export interface Slice {
  readonly column: string;
  readonly value: string;
}

/** What is known of the files before their rows meet: codes stand for texts from here on. */
export interface PairingVocabulary {
  /** All labels and decisions, in text order; null where the label is a number and no class. */
  readonly classes: readonly string[] | null;
  /** The values of each group column, in text order. */
  readonly groups: Readonly<Record<string, readonly string[]>>;
}

/**
 * The table `pairs` and what its columns mean: y, p, q (label, decisions of candidate and baseline: positions in
 * `classes` from 1, or numbers), s, t (scores of both), s1 …, t1 … (scores by class), w(eight), u (cluster), r
 * (query), k(ey), g0 … (positions in the values of each group column from 1).
 */
export interface PairedTable {
  readonly pair: PredictionsPair;
  readonly vocabulary: PairingVocabulary;
  /** The position of the positive class from 1; null when it is none of them. */
  readonly positive: number | null;
  /** Every group, numbered from 1 in this order; 0 stands for all rows. */
  readonly slices: readonly Slice[];
}

/** How the rows of two files with unique keys met. */
export interface PairingFacts {
  /** Keys of the baseline that the candidate lacks. */
  readonly missing: number;
  /** Keys of the candidate that the baseline lacks. */
  readonly extra: number;
  /** Shared keys whose labels differ. */
  readonly disagreeing: number;
}

/**
 * Describes the table that {@link planPairs} makes.
 *
 * @example
 * describePairs({ candidate: { table: { from: "t", columns: [], rowNumber: "r" }, columns: { key: "k", label: "y", prediction: "p", score: "s", weight: null, positive: "1" }, by: ["g"] }, baseline: null }, { classes: ["0", "1"], groups: { g: ["a"] } }).slices; // => [{ column: "g", value: "a" }]
 */
export function describePairs(pair: PredictionsPair, vocabulary: PairingVocabulary): PairedTable {
  const { by, columns } = pair.candidate;
  const position = (vocabulary.classes ?? []).indexOf(columns.positive);
  return {
    pair,
    vocabulary,
    positive: position === -1 ? null : position + 1,
    slices: by.flatMap((column) => (vocabulary.groups[column] ?? []).map((value) => ({ column, value }))),
  };
}

/**
 * Statements that make the table `pairs` of the rows whose keys meet; keys must be unique in each file. What is the
 * same in every row is not stored.
 *
 * @example
 * planPairs(describePairs({ candidate: { table: { from: "t", columns: [], rowNumber: "r" }, columns: { key: "k", label: "y", prediction: "p", score: "s", weight: null, positive: "1" }, by: [] }, baseline: null }, { classes: null, groups: {} })).length; // => 2
 */
export function planPairs(paired: PairedTable): readonly string[] {
  const { candidate, baseline } = paired.pair;
  const before = baseline === null ? null : { ...baseline, by: [] };
  const { columns } = candidate;
  const optional = [
    { name: "w", named: columns.weight, alike: "CAST(1 AS DOUBLE)" },
    { name: "u", named: columns.cluster, alike: "CAST(NULL AS VARCHAR)" },
    { name: "r", named: columns.query, alike: "CAST(NULL AS VARCHAR)" },
  ];
  const selected = [
    "c.k",
    ...["y", "p", "s"].map((name) => `c.${name}`),
    ...(before === null ? [] : ["b.p AS q", "b.s AS t", "b.y AS z"]),
    ...optional.filter(({ named }) => named).map(({ name }) => `c.${name}`),
    ...candidate.by.map((_, index) => `c.g${index}`),
    ...classesOf(candidate).flatMap((_, index) => [
      `c.s${index + 1}`,
      ...(before === null ? [] : [`b.s${index + 1} AS t${index + 1}`]),
    ]),
  ];
  const join = before === null ? "" : ` JOIN (${project(paired, before)}) b ON c.k = b.k`;
  const constants = optional.filter(({ named }) => !named).map(({ name, alike }) => `, ${alike} AS ${name}`);
  return [
    `CREATE OR REPLACE TEMP TABLE met AS SELECT ${selected.join(", ")} FROM (${project(paired, candidate)}) c${join}`,
    `CREATE OR REPLACE TEMP VIEW pairs AS SELECT *${constants.join("")} FROM met`,
  ];
}

/**
 * Counts the keys that did not meet, and the labels that differ, in the table `pairs`.
 *
 * @example
 * planPairing({ candidate: 9, baseline: 8 }).read([{ matched: 7, disagreeing: 0 }]); // => { missing: 1, extra: 2, disagreeing: 0 }
 */
export function planPairing(rows: {
  readonly candidate: number;
  readonly baseline: number;
}): QueryPlan<PairingFacts> {
  return {
    sql: "SELECT count(*) AS matched, count(*) FILTER (WHERE y <> z) AS disagreeing FROM pairs",
    read: ([row]) => ({
      missing: rows.baseline - readCount(row, "matched"),
      extra: rows.candidate - readCount(row, "matched"),
      disagreeing: readCount(row, "disagreeing"),
    }),
  };
}

/** The columns of the classes' scores, in the order of the classes. */
function classesOf({ columns }: PredictionsTable): readonly string[] {
  return Object.entries(columns.scores ?? {})
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([, column]) => column);
}

function project({ pair, vocabulary }: PairedTable, predictions: PredictionsTable): string {
  const { columns, by, table } = predictions;
  const find = (name: string | null | undefined) => findColumn(predictions, name ?? null);
  const key = find(columns.key);
  const whole = [pair.candidate, pair.baseline].every(
    (file) => file === null || findColumn(file, file.columns.key)?.family === "integer",
  );
  const { classes } = vocabulary;
  const meaning = (column: Column | null) =>
    classes === null ? asNumber(column) : asPosition(column, classes);
  const selected = [
    `${key === null ? "NULL" : whole ? quoteName(key.name) : comparableText(key)} AS k`,
    `${meaning(find(columns.label))} AS y`,
    `${meaning(find(columns.prediction))} AS p`,
    `${asNumber(find(columns.score))} AS s`,
    `${asNumber(find(columns.weight))} AS w`,
    `${asText(find(columns.cluster))} AS u`,
    `${asText(find(columns.query))} AS r`,
    ...by.map((name, index) => `${asPosition(find(name), vocabulary.groups[name] ?? [])} AS g${index}`),
    ...classesOf(predictions).map((name, index) => `${asNumber(find(name))} AS s${index + 1}`),
  ];
  return `SELECT ${selected.join(", ")} FROM ${table.from}`;
}

function asText(column: Column | null): string {
  return column === null ? "CAST(NULL AS VARCHAR)" : comparableText(column);
}

/** A text's position in a list from 1; NULL when it is not there. */
function asPosition(column: Column | null, values: readonly string[]): string {
  if (column === null || values.length === 0) return "CAST(NULL AS UTINYINT)";
  // As they stand, whole numbers and texts are looked up once a dictionary of the file, not once a row.
  const whole = column.family === "integer" && values.every((value) => WHOLE.test(value));
  const list = whole ? values : values.map(quoteText);
  const searched = whole ? quoteName(column.name) : comparableText(column);
  return `CAST(nullif(list_position([${list.join(", ")}], ${searched}), 0) AS UTINYINT)`;
}

/** The text of a whole number, as the engine writes it. */
const WHOLE = /^(?:0|-?[1-9]\d{0,17})$/;

/**
 * A finite double; NaN, the infinities and texts that are no numbers are NULL.
 *
 * @example
 * asNumber(null); // => "CAST(NULL AS DOUBLE)"
 */
export function asNumber(column: Column | null): string {
  if (column === null) return "CAST(NULL AS DOUBLE)";
  const value = `TRY_CAST(${quoteName(column.name)} AS DOUBLE)`;
  return `CASE WHEN isfinite(${value}) THEN ${value} END`;
}
