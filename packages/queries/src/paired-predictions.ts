/**
 * Query plans over predictions files: are the rows of candidate and baseline the same, and how do they differ?
 *
 * @module
 */
import type { PredictionColumns } from "@ml-gates/gate";
import { quoteName, quoteText } from "./dialect.ts";
import type { Column, Row, SqlValue, Table } from "./table.ts";

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

/** What must hold of each file before it is judged. */
export interface PredictionsFacts {
  readonly rows: number;
  readonly nullKeys: number;
  /** Rows beyond the first of each key. */
  readonly duplicatedKeys: number;
  /** Rows without a value, or with a score that is not finite, by column name. */
  readonly missing: Readonly<Record<string, number>>;
  /** Distinct values of each group column. */
  readonly groups: Readonly<Record<string, number>>;
}

/** How the rows of two files with unique keys meet. */
export interface PairingFacts {
  /** Keys of the baseline that the candidate lacks. */
  readonly missing: number;
  /** Keys of the candidate that the baseline lacks. */
  readonly extra: number;
  /** Shared keys whose labels differ. */
  readonly disagreeing: number;
}

/** One group of rows: a value of a group column. */
export interface Slice {
  readonly column: string;
  readonly value: string;
}

/** Right and wrong decisions of all rows (`slice: null`) or of one group. */
export interface DecisionCounts {
  readonly slice: Slice | null;
  readonly n: number;
  /** Rows the candidate decides rightly. */
  readonly right: number;
  /** Against the baseline on the same rows; null without one. */
  readonly paired: {
    /** Only the candidate is right. */
    readonly gained: number;
    /** Only the baseline is right. */
    readonly lost: number;
    /** The decisions differ, whoever is right. */
    readonly flipped: number;
  } | null;
}

/** One example's label and scores, and its value in each group column. */
export interface ScoredRow {
  readonly positive: boolean;
  readonly candidate: number;
  /** Null without a baseline. */
  readonly baseline: number | null;
  /** In the order of `by`. */
  readonly groups: readonly string[];
}

/** Counts what would make a file unusable: null and duplicated keys, missing values, too many groups. */
export function planPredictionsFacts(predictions: PredictionsTable): QueryPlan<PredictionsFacts> {
  const { columns, by } = predictions;
  const named = [
    { name: columns.label, value: "y" },
    { name: columns.prediction, value: "p" },
    { name: columns.score, value: "s" },
  ].flatMap(({ name, value }) => (hasColumn(predictions, name) ? [{ name, value }] : []));
  const valued = [...named, ...by.map((name, index) => ({ name, value: `g${index}` }))];
  const counts = [
    "count(*) AS total",
    "count(*) - count(k) AS null_keys",
    "count(k) - count(DISTINCT k) AS duplicated_keys",
    ...valued.map(({ value }) => `count(*) - count(${value}) AS missing_${value}`),
    ...by.map((_, index) => `count(DISTINCT g${index}) AS groups_${index}`),
  ];
  return {
    sql: `WITH f AS (${project(predictions)}) SELECT ${counts.join(", ")} FROM f`,
    read: ([row]) => ({
      rows: readCount(row, "total"),
      nullKeys: readCount(row, "null_keys"),
      duplicatedKeys: readCount(row, "duplicated_keys"),
      missing: Object.fromEntries(
        valued.map(({ name, value }) => [name, readCount(row, `missing_${value}`)]),
      ),
      groups: Object.fromEntries(by.map((name, index) => [name, readCount(row, `groups_${index}`)])),
    }),
  };
}

/** Counts the keys that do not meet and the labels that differ. Keys must be unique, or the join multiplies. */
export function planPairing(
  candidate: PredictionsTable,
  baseline: PredictionsTable,
): QueryPlan<PairingFacts> {
  return {
    sql:
      `${withPair({ candidate, baseline })} SELECT count(*) - count(c.k) AS missing, ` +
      "count(*) - count(b.k) AS extra, count(*) FILTER (WHERE c.y <> b.y) AS disagreeing " +
      "FROM c FULL OUTER JOIN b ON c.k = b.k",
    read: ([row]) => ({
      missing: readCount(row, "missing"),
      extra: readCount(row, "extra"),
      disagreeing: readCount(row, "disagreeing"),
    }),
  };
}

/** Counts right decisions over all rows (first) and in every group, in one grouped query. */
export function planDecisionCounts(pair: PredictionsPair): QueryPlan<readonly DecisionCounts[]> {
  const { by } = pair.candidate;
  const groups = by.map((_, index) => `c.g${index}`);
  const paired = {
    gained: "c.p = c.y AND b.p <> c.y",
    lost: "c.p <> c.y AND b.p = c.y",
    flipped: "c.p <> b.p",
  };
  const counts = Object.entries({ correct: "c.p = c.y", ...(pair.baseline === null ? {} : paired) });
  const selected = [
    ...groups,
    "count(*) AS n",
    ...counts.map(([name, condition]) => `count(*) FILTER (WHERE ${condition}) AS ${name}`),
  ];
  const sets =
    by.length === 0 ? "" : ` GROUP BY GROUPING SETS ((), ${groups.map((g) => `(${g})`).join(", ")})`;
  return {
    sql: `${withPair(pair)} SELECT ${selected.join(", ")} FROM ${joined(pair)}${sets}`,
    read: (rows) => rows.map((row) => readCounts(row, pair)).sort(bySlice),
  };
}

/** Every example's label and scores, in the order of the keys, so that sums do not depend on threads. */
export function planScoredRows(pair: PredictionsPair): QueryPlan<readonly ScoredRow[]> {
  const { columns, by } = pair.candidate;
  const selected = [
    `c.y = ${quoteText(columns.positive)} AS positive`,
    "c.s AS candidate",
    `${pair.baseline === null ? "NULL" : "b.s"} AS baseline`,
    ...by.map((_, index) => `c.g${index}`),
  ];
  return {
    sql: `${withPair(pair)} SELECT ${selected.join(", ")} FROM ${joined(pair)} ORDER BY c.k`,
    read: (rows) =>
      rows.map((row) => ({
        positive: row["positive"] === true,
        candidate: readNumber(row["candidate"]),
        baseline: row["baseline"] === null ? null : readNumber(row["baseline"]),
        groups: by.map((_, index) => String(row[`g${index}`])),
      })),
  };
}

/** The column of that name, when it is named and there. */
export function findColumn({ table }: PredictionsTable, name: string | null): Column | null {
  return table.columns.find((column) => column.name === name) ?? null;
}

function hasColumn(predictions: PredictionsTable, name: string | null): name is string {
  return findColumn(predictions, name) !== null;
}

function withPair({ candidate, baseline }: PredictionsPair): string {
  const second = baseline === null ? "" : `, b AS (${project(baseline)})`;
  return `WITH c AS (${project(candidate)})${second}`;
}

function joined({ baseline }: PredictionsPair): string {
  return baseline === null ? "c" : "c JOIN b ON c.k = b.k";
}

/** Every file under the same six names: k(ey), y (label), p(rediction), s(core), g0, g1 …; what is not there is NULL. */
function project(predictions: PredictionsTable): string {
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
    `${score === null ? "CAST(NULL AS DOUBLE)" : finite(score)} AS s`,
    ...by.map((name, index) => `${asText(name)} AS g${index}`),
  ];
  return `SELECT ${selected.join(", ")} FROM ${table.from}`;
}

/** A value as text, so that 1, 1.0 and "1" are one label however each file is typed; NaN is NULL. */
function comparableText({ name, family }: Column): string {
  const quoted = quoteName(name);
  if (family !== "float") return `CAST(${quoted} AS VARCHAR)`;
  const whole = `abs(${quoted}) < 1e15 AND ${quoted} = floor(${quoted})`;
  return (
    `CASE WHEN ${whole} THEN CAST(CAST(${quoted} AS BIGINT) AS VARCHAR) ` +
    `WHEN abs(${quoted}) <= ${LARGEST} THEN CAST(${quoted} AS VARCHAR) END`
  );
}

/** A score as a double; NaN and infinities are NULL. Engines sort NaN above everything, hence `<=`. */
function finite({ name }: Column): string {
  const value = `CAST(${quoteName(name)} AS DOUBLE)`;
  return `CASE WHEN abs(${value}) <= ${LARGEST} THEN ${value} END`;
}

const LARGEST = "1.7976931348623157e308";

function readCounts(row: Row, { candidate: { by }, baseline }: PredictionsPair): DecisionCounts {
  const index = by.findIndex((_, position) => row[`g${position}`] !== null);
  const column = by[index];
  const paired = () => ({
    gained: readCount(row, "gained"),
    lost: readCount(row, "lost"),
    flipped: readCount(row, "flipped"),
  });
  return {
    slice: column === undefined ? null : { column, value: String(row[`g${index}`]) },
    n: readCount(row, "n"),
    right: readCount(row, "correct"),
    paired: baseline === null ? null : paired(),
  };
}

function bySlice(left: DecisionCounts, right: DecisionCounts): number {
  const [a, b] = [left, right].map(({ slice }) => (slice === null ? "" : `${slice.column}\0${slice.value}`));
  return (a ?? "") < (b ?? "") ? -1 : 1;
}

function readCount(row: Row | undefined, name: string): number {
  return readNumber(row?.[name]);
}

function readNumber(value: SqlValue | undefined): number {
  if (typeof value === "number" || typeof value === "bigint") return Number(value);
  throw new RangeError(`the engine gave ${String(value)} where a number was asked for`);
}
