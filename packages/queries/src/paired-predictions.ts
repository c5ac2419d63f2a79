/**
 * Query plans over predictions files: are the rows of candidate and baseline the same, and how do they differ?
 *
 * @module
 */
import type { PredictionColumns } from "@ml-gates/gate";
import { quoteText } from "./dialect.ts";
import { projectPredictions } from "./project-predictions.ts";
import { readCount, readNumber } from "./read-number.ts";
import type { Row, Table } from "./table.ts";

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

/** How the rows of two files with unique keys meet. */
export interface PairingFacts {
  /** Keys of the baseline that the candidate lacks. */
  readonly missing: number;
  /** Keys of the candidate that the baseline lacks. */
  readonly extra: number;
  /** Shared keys whose labels differ. */
  readonly disagreeing: number;
}

/** Whether decisions and labels speak of the same values: a file of `true` against a file of `1` is never right. */
export interface DecisionValues {
  /** Rows whose decision is some row's label; null where there is no baseline. */
  readonly recognised: { readonly candidate: number; readonly baseline: number | null };
  /** The first in text order of each; null without rows. */
  readonly first: {
    readonly label: string | null;
    readonly candidate: string | null;
    readonly baseline: string | null;
  };
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

/**
 * Counts the keys that do not meet and the labels that differ. Keys must be unique, or the join multiplies.
 *
 * @example
 * planPairing({ table: { from: "t", columns: [], rowNumber: "r" }, columns: { key: "k", label: "y", prediction: "p", score: "s", weight: null, positive: "1" }, by: [] }, { table: { from: "t", columns: [], rowNumber: "r" }, columns: { key: "k", label: "y", prediction: "p", score: "s", weight: null, positive: "1" }, by: [] }).read([{ missing: 0, extra: 2, disagreeing: 0 }]).extra; // => 2
 */
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

/**
 * Counts the decisions that are values of the candidate's labels.
 *
 * @example
 * planDecisionValues({ candidate: { table: { from: "t", columns: [], rowNumber: "r" }, columns: { key: "k", label: "y", prediction: "p", score: "s", weight: null, positive: "1" }, by: [] }, baseline: null }).read([{ candidate: 9, baseline: 0, label: "0", c: "0", b: null }]).recognised.candidate; // => 9
 */
export function planDecisionValues(pair: PredictionsPair): QueryPlan<DecisionValues> {
  const from = (file: string) => `(SELECT count(*) FROM ${file} WHERE p IN (SELECT y FROM c))`;
  const first = (file: string, value: string) => `(SELECT min(${value}) FROM ${file})`;
  const baseline = pair.baseline === null ? ["NULL", "NULL"] : [from("b"), first("b", "p")];
  return {
    sql:
      `${withPair(pair)} SELECT ${from("c")} AS candidate, ${baseline[0]} AS baseline, ` +
      `${first("c", "y")} AS label, ${first("c", "p")} AS c, ${baseline[1]} AS b`,
    read: ([row]) => ({
      recognised: {
        candidate: readCount(row, "candidate"),
        baseline: pair.baseline === null ? null : readCount(row, "baseline"),
      },
      first: { label: readText(row, "label"), candidate: readText(row, "c"), baseline: readText(row, "b") },
    }),
  };
}

/**
 * Counts right decisions over all rows (first) and in every group, in one grouped query.
 *
 * @example
 * planDecisionCounts({ candidate: { table: { from: "t", columns: [], rowNumber: "r" }, columns: { key: "k", label: "y", prediction: "p", score: "s", weight: null, positive: "1" }, by: [] }, baseline: null }).read([{ n: 9, correct: 7 }]); // => [{ slice: null, n: 9, right: 7, paired: null }]
 */
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

/**
 * Every example's label and scores, in the order of the keys, so that sums do not depend on threads.
 *
 * @example
 * planScoredRows({ candidate: { table: { from: "t", columns: [], rowNumber: "r" }, columns: { key: "k", label: "y", prediction: "p", score: "s", weight: null, positive: "1" }, by: [] }, baseline: null }).read([{ positive: true, candidate: 0.9, baseline: null }])[0].candidate; // => 0.9
 */
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

function withPair({ candidate, baseline }: PredictionsPair): string {
  const second = baseline === null ? "" : `, b AS (${projectPredictions(baseline)})`;
  return `WITH c AS (${projectPredictions(candidate)})${second}`;
}

function joined({ baseline }: PredictionsPair): string {
  return baseline === null ? "c" : "c JOIN b ON c.k = b.k";
}

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

function readText(row: Row | undefined, name: string): string | null {
  const value = row?.[name];
  return typeof value === "string" ? value : null;
}

function bySlice(left: DecisionCounts, right: DecisionCounts): number {
  const [a, b] = [left, right].map(({ slice }) => (slice === null ? "" : `${slice.column}\0${slice.value}`));
  return (a ?? "") < (b ?? "") ? -1 : 1;
}
