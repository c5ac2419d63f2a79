/**
 * One scan from a predictions file to the confusion counts of every group: what all group rates are made of.
 *
 * @module
 */
import { quoteText } from "./dialect.ts";
import type { PredictionsTable, QueryPlan } from "./paired-predictions.ts";
import { projectPredictions } from "./project-predictions.ts";
import { readCount } from "./read-number.ts";
import type { Row, SqlValue } from "./table.ts";

/** Rows by label and decision. Their sum leaves out rows without a label or a decision. */
export interface ConfusionCounts {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
  readonly trueNegatives: number;
}

/** The counts of one value of a group column; null stands for rows without one. */
export interface GroupCounts {
  readonly column: string;
  readonly value: string | null;
  /** All rows of the group, whether they can be counted or not. */
  readonly rows: number;
  readonly counts: ConfusionCounts;
}

/** What one grouped query says of a predictions file. */
export interface CountsByGroup {
  readonly rows: number;
  readonly overall: ConfusionCounts;
  /** By column in the order of `by`, then by value; one more than {@link MOST_GROUPS} of a column are too many. */
  readonly byGroup: readonly GroupCounts[];
  /** Rows that count nowhere: without a label, without a decision. */
  readonly missing: { readonly label: number; readonly prediction: number };
  /** Values that are not the positive one: the first and the last of label and of decision, in text order. */
  readonly others: { readonly label: readonly string[]; readonly prediction: readonly string[] };
}

/** More groups than this in one column are no groups. */
export const MOST_GROUPS = 200;

const CELLS = {
  truePositives: "y = t AND p = t",
  falsePositives: "y <> t AND p = t",
  falseNegatives: "y = t AND p <> t",
  trueNegatives: "y <> t AND p <> t",
} as const;

/**
 * Counts rows by label and decision, overall and in every group of each column, in one statement. Values are
 * compared as text, so that 1, 1.0 and "1" are one label; NaN is missing.
 *
 * @example
 * planCountsByGroup({ table: { from: "t", columns: [], rowNumber: "r" }, columns: { key: "k", label: "y", prediction: "p", score: null, weight: null, positive: "1" }, by: [] }).read([]).rows; // => 0
 */
export function planCountsByGroup(predictions: PredictionsTable): QueryPlan<CountsByGroup> {
  const { by, columns } = predictions;
  const groups = by.map((_, index) => `g${index}`);
  const rolled = groups.map((group) => ({ sql: `GROUPING(${group})`, name: `rolled_${group}` }));
  const selected = [
    ...groups,
    ...rolled.map(({ sql, name }) => `${sql} AS ${name}`),
    "count(*) AS total",
    ...Object.entries(CELLS).map(([name, test]) => `count(*) FILTER (WHERE ${test}) AS "${name}"`),
    ...["y", "p"].flatMap((value) => [
      `count(*) - count(${value}) AS missing_${value}`,
      `min(${value}) FILTER (WHERE ${value} <> t) AS first_${value}`,
      `max(${value}) FILTER (WHERE ${value} <> t) AS last_${value}`,
    ]),
  ];
  const sets = ["()", ...groups.map((group) => `(${group})`)].join(", ");
  const order = rolled.length === 0 ? "" : ` ORDER BY ${rolled.map(({ name }) => `${name} DESC`).join(", ")}`;
  return {
    // All rows come first, so with one row to spare a column of too many groups shows in whatever the limit leaves.
    sql:
      `WITH f AS (SELECT *, ${quoteText(columns.positive)} AS t FROM (${projectPredictions(predictions)})) ` +
      `SELECT ${selected.join(", ")} FROM f GROUP BY GROUPING SETS (${sets})${order} ` +
      `LIMIT ${by.length * MOST_GROUPS + 2}`,
    read: (rows) => readCounts(rows, by),
  };
}

function readCounts(rows: readonly Row[], by: readonly string[]): CountsByGroup {
  const positionOf = (row: Row) => by.findIndex((_, index) => Number(row[`rolled_g${index}`]) === 0);
  // An engine may give no row at all for an empty file.
  const overall = rows.find((row) => positionOf(row) === -1);
  const byGroup = by.flatMap((column, index) =>
    rows
      .filter((row) => positionOf(row) === index)
      .map((row) => readGroup(row, column, row[`g${index}`] ?? null))
      .sort((left, right) => compare(left.value ?? "", right.value ?? "")),
  );
  return {
    rows: overall === undefined ? 0 : readCount(overall, "total"),
    overall: readCells(overall),
    byGroup,
    missing: {
      label: overall === undefined ? 0 : readCount(overall, "missing_y"),
      prediction: overall === undefined ? 0 : readCount(overall, "missing_p"),
    },
    others: { label: readOthers(overall, "y"), prediction: readOthers(overall, "p") },
  };
}

function readGroup(row: Row, column: string, value: SqlValue): GroupCounts {
  return {
    column,
    value: value === null ? null : String(value),
    rows: readCount(row, "total"),
    counts: readCells(row),
  };
}

function readCells(row: Row | undefined): ConfusionCounts {
  const cell = (name: keyof ConfusionCounts) => (row === undefined ? 0 : readCount(row, name));
  return {
    truePositives: cell("truePositives"),
    falsePositives: cell("falsePositives"),
    falseNegatives: cell("falseNegatives"),
    trueNegatives: cell("trueNegatives"),
  };
}

function readOthers(row: Row | undefined, name: string): readonly string[] {
  const found = [row?.[`first_${name}`], row?.[`last_${name}`]];
  return [...new Set(found.filter((value) => typeof value === "string"))];
}

/** Code-unit order, as every list of a report. */
function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
