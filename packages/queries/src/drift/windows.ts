/**
 * Served predictions, joined to the labels that came later, counted by window of time.
 *
 * @module
 */
import type { PerformanceColumns } from "@ml-gates/gate";
import { comparableText } from "../comparable-text.ts";
import { quoteName, quoteText } from "../dialect.ts";
import type { QueryPlan } from "../paired-predictions.ts";
import { readCount, readNumber } from "../read-number.ts";
import type { Row, Table } from "../table.ts";
import { numberColumn } from "./measured-column.ts";

/** Served predictions, and the table of their labels when it is another. */
export interface ServedTables {
  readonly predictions: Table;
  readonly labels: Table | null;
  readonly columns: PerformanceColumns;
}

/** What one window holds, or one step of a window. Times are seconds since 1970. */
export interface WindowCounts {
  /** How many steps it lies back: 0 is the newest. */
  readonly window: number;
  readonly first: number;
  readonly last: number;
  readonly rows: number;
  readonly labelled: number;
  /** Labelled rows whose decision is the label. */
  readonly correct: number;
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
  readonly trueNegatives: number;
}

/** What must hold before windows are counted. */
export interface ServedFacts {
  readonly rows: number;
  readonly duplicatedKeys: number;
  readonly duplicatedLabels: number;
  /** Rows without a decision. */
  readonly undecided: number;
  /** Rows without a time; 0 where no time is asked for. */
  readonly untimed: number;
  /** Rows without a finite score of each class; 0 where no score is named. */
  readonly unscored: number;
  /** The least and the greatest score; null without any. */
  readonly scores: { readonly low: number; readonly high: number } | null;
  /** Values beside the positive one: the first and the last of decision and of label, in text order. */
  readonly others: readonly string[];
}

/** Of the windows that are shown; older steps are not read. */
const MOST_WINDOWS = 100;

/**
 * Counts what would make served predictions unusable.
 *
 * @example
 * planServedFacts({ predictions: { from: "p", columns: [{ name: "k", family: "integer", sqlType: "BIGINT" }, { name: "y", family: "integer", sqlType: "BIGINT" }], rowNumber: "r" }, labels: null, columns: { key: "k", time: null, label: "y", prediction: "y", score: null, scores: null, positive: "1" } }).read([{ total: 2, duplicated_keys: 0, duplicated_labels: 0, undecided: 0, untimed: 0, unscored: 0, low: null, high: null }]).rows; // => 2
 */
export function planServedFacts(served: ServedTables): QueryPlan<ServedFacts> {
  const labels =
    served.labels === null
      ? "0"
      : `(SELECT count(*) - count(DISTINCT ${text(served.labels, served.columns.key)}) FROM ${served.labels.from})`;
  const named = Object.values(served.columns.scores ?? {});
  const scores = [
    ...(served.columns.score === null ? [] : ["score"]),
    ...named.map((_, index) => `score_${index}`),
  ];
  const also = named.map((name, index) => `CAST(${quoteName(name)} AS DOUBLE) AS score_${index}`);
  const positive = quoteText(served.columns.positive);
  return {
    sql:
      `SELECT count(*) AS total, count(*) - count(DISTINCT k) AS duplicated_keys, ${labels} AS duplicated_labels, ` +
      `count(*) - count(d) AS undecided, ${served.columns.time === null ? "0" : "count(*) - count(s)"} AS untimed, ` +
      `${describeScores(scores)}, ${["d", "y"].map((name) => describeOthers(name, positive)).join(", ")} ` +
      `FROM (${projectServed(served, also)})`,
    read: ([row]) => ({
      rows: readCount(row, "total"),
      duplicatedKeys: readCount(row, "duplicated_keys"),
      duplicatedLabels: readCount(row, "duplicated_labels"),
      undecided: readCount(row, "undecided"),
      untimed: readCount(row, "untimed"),
      unscored: readCount(row, "unscored"),
      scores:
        typeof row?.["low"] === "number" && typeof row["high"] === "number"
          ? { low: row["low"], high: row["high"] }
          : null,
      others: [
        ...new Set(
          ["d", "y"]
            .flatMap((name) => [row?.[`first_${name}`], row?.[`last_${name}`]])
            .filter((value) => typeof value === "string"),
        ),
      ],
    }),
  };
}

function describeScores(scores: readonly string[]): string {
  if (scores.length === 0) return "0 AS unscored, NULL AS low, NULL AS high";
  const known = scores.map((score) => `coalesce(isfinite(${score}), FALSE)`).join(" AND ");
  const all = scores.join(", ");
  return (
    `count(*) FILTER (WHERE NOT (${known})) AS unscored, ` +
    `min(least(${all})) FILTER (WHERE ${known}) AS low, max(greatest(${all})) FILTER (WHERE ${known}) AS high`
  );
}

function describeOthers(name: string, positive: string): string {
  const others = `FILTER (WHERE ${name} <> ${positive})`;
  return `min(${name}) ${others} AS first_${name}, max(${name}) ${others} AS last_${name}`;
}

/** How long a window is, and how far it moves to the next. */
export interface RollingWindows {
  readonly windowHours: number;
  readonly stepHours: number;
}

/**
 * Counts by step of the windows, from the newest back, in one scan: the first step ends with the newest prediction.
 *
 * @example
 * planWindowSteps({ predictions: { from: "p", columns: [{ name: "k", family: "integer", sqlType: "BIGINT" }, { name: "t", family: "timestamp", sqlType: "TIMESTAMP" }, { name: "y", family: "integer", sqlType: "BIGINT" }], rowNumber: "r" }, labels: null, columns: { key: "k", time: "t", label: "y", prediction: "y", score: null, scores: null, positive: "1" } }, { windowHours: 168, stepHours: 24 }).read([]); // => []
 */
export function planWindowSteps(
  served: ServedTables,
  { windowHours, stepHours }: RollingWindows,
): QueryPlan<readonly WindowCounts[]> {
  const positive = quoteText(served.columns.positive);
  const most = MOST_WINDOWS + windowHours / stepHours - 1;
  return {
    sql:
      `WITH j AS (${joinLabels(served)}), m AS (SELECT max(s) AS newest FROM j) ` +
      `SELECT CAST(floor((newest - s) / ${stepHours * 3600}) AS BIGINT) AS w, min(s) AS first, max(s) AS last, ` +
      "count(*) AS total, count(y) AS labelled, count(*) FILTER (WHERE y = d) AS correct, " +
      `count(*) FILTER (WHERE y = ${positive} AND d = ${positive}) AS tp, ` +
      `count(*) FILTER (WHERE y <> ${positive} AND d = ${positive}) AS fp, ` +
      `count(*) FILTER (WHERE y = ${positive} AND d <> ${positive}) AS fn, ` +
      `count(*) FILTER (WHERE y <> ${positive} AND d <> ${positive}) AS tn ` +
      `FROM j, m WHERE s IS NOT NULL AND newest - s < ${most * stepHours * 3600} GROUP BY w ORDER BY w`,
    read: (rows) => rows.map(readWindow),
  };
}

function readWindow(row: Row): WindowCounts {
  return {
    window: readCount(row, "w"),
    first: readNumber(row["first"]),
    last: readNumber(row["last"]),
    rows: readCount(row, "total"),
    labelled: readCount(row, "labelled"),
    correct: readCount(row, "correct"),
    truePositives: readCount(row, "tp"),
    falsePositives: readCount(row, "fp"),
    falseNegatives: readCount(row, "fn"),
    trueNegatives: readCount(row, "tn"),
  };
}

/** Key, time in seconds, decision, score; the label too where it stands beside them; and whatever else is asked. */
export function projectServed(
  { predictions, labels, columns }: ServedTables,
  also: readonly string[] = [],
): string {
  const time = columns.time === null ? "NULL" : seconds(predictions, columns.time);
  const score = columns.score === null ? "NULL" : `CAST(${quoteName(columns.score)} AS DOUBLE)`;
  const hasLabel = predictions.columns.some(({ name }) => name === columns.label);
  const label = labels === null && hasLabel ? text(predictions, columns.label) : "NULL";
  return (
    `SELECT ${also.map((sql) => `${sql}, `).join("")}${text(predictions, columns.key)} AS k, ${time} AS s, ${text(predictions, columns.prediction)} AS d, ` +
    `${score} AS score, ${label} AS y FROM ${predictions.from}`
  );
}

/** The same rows with their labels; NULL where none has come yet. */
export function joinLabels(served: ServedTables): string {
  const { labels, columns } = served;
  if (labels === null) return projectServed(served);
  const late = `SELECT ${text(labels, columns.key)} AS k, ${text(labels, columns.label)} AS y FROM ${labels.from}`;
  return `SELECT p.k, p.s, p.d, p.score, l.y FROM (${projectServed(served)}) p LEFT JOIN (${late}) l ON p.k = l.k`;
}

function text(table: Table, name: string): string {
  return comparableText(columnOf(table, name));
}

function seconds(table: Table, name: string): string {
  return numberColumn(columnOf(table, name), "datetime").sql;
}

function columnOf(table: Table, name: string) {
  const column = table.columns.find((each) => each.name === name);
  if (column === undefined) throw new RangeError(`the table has no column ${name}`);
  return column;
}
