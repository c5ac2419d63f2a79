/**
 * One scan from a predictions file to the confusion counts of every group: what all group rates are made of.
 *
 * @module
 */
import {
  byKey,
  type Groupings,
  type GroupKey,
  groupAliases,
  groupTexts,
  listGroupColumns,
  projectGroups,
  readKey,
  textUnder,
  writeSets,
} from "./count-by-group-sets.ts";
import { quoteText } from "./dialect.ts";
import type { PredictionsTable, QueryPlan } from "./paired-predictions.ts";
import { findColumn, finiteNumber, projectPredictions, rawColumn } from "./project-predictions.ts";
import { readCount } from "./read-number.ts";
import type { Row } from "./table.ts";

/** Rows by label and decision, or sums of their weights. Rows without a label or a decision are in none. */
export interface ConfusionCounts {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
  readonly trueNegatives: number;
}

/** Rows by label, the candidate's decision and the baseline's on the same rows. */
export interface PairedCell {
  readonly label: boolean;
  readonly candidate: boolean;
  readonly baseline: boolean;
  readonly weight: number;
  readonly square: number;
}

/** The sufficient statistics of some rows' decisions. */
export interface CountedRows {
  /** All rows, whether they can be counted or not. */
  readonly rows: number;
  /** Sums of weights; each row weighs 1 without weights. */
  readonly counts: ConfusionCounts;
  /** Sums of squared weights, for effective sizes; the same as `counts` without weights. */
  readonly squares: ConfusionCounts;
  /** The eight cells beside the baseline's decisions; null without one. */
  readonly pairs: readonly PairedCell[] | null;
}

/** The counts of one group. */
export interface GroupCounts extends GroupKey, CountedRows {}

/** What one grouped query says of a predictions file. */
export interface CountsByGroup {
  readonly rows: number;
  readonly overall: CountedRows;
  /** All rows of each control cell; one entry without control columns. */
  readonly within: readonly GroupCounts[];
  /** By grouping, control cell and value. */
  readonly byGroup: readonly GroupCounts[];
  /** Distinct values of each group column. */
  readonly levels: Readonly<Record<string, number>>;
  /** Rows that count nowhere: without a label, a decision, or a finite weight. */
  readonly missing: { readonly label: number; readonly prediction: number; readonly weight: number };
  /** The smallest weight; null without weights. */
  readonly lightest: number | null;
  /** Values that are not the positive one: the first and the last of label and of decision, in text order. */
  readonly others: { readonly label: readonly string[]; readonly prediction: readonly string[] };
  /** The same of the baseline's decisions; null without one. */
  readonly baseline: { readonly missing: number; readonly others: readonly string[] } | null;
}

/** More groups than this in one column are no groups. */
export const MOST_GROUPS = 200;

/** A predictions file with all that its counting needs. */
export interface GroupedPredictions extends PredictionsTable, Groupings {
  /** The baseline's predictions of the same rows, joined by key; null without one. */
  readonly baseline: PredictionsTable | null;
}

const CELLS = {
  truePositives: "y = t AND p = t",
  falsePositives: "y <> t AND p = t",
  falseNegatives: "y = t AND p <> t",
  trueNegatives: "y <> t AND p <> t",
} as const;

const CELL_NAMES = Object.keys(CELLS) as readonly (keyof ConfusionCounts)[];

/** Rows by label, candidate and baseline, in the order of three binary digits. */
const PAIRS = [0, 1, 2, 3, 4, 5, 6, 7].map((code) => ({
  label: (code & 4) > 0,
  candidate: (code & 2) > 0,
  baseline: (code & 1) > 0,
  name: `pair_${code}`,
  test: [
    ["y", code & 4],
    ["p", code & 2],
    ["q", code & 1],
  ]
    .map(([value, positive]) => `${value} ${positive ? "=" : "<>"} t`)
    .join(" AND "),
}));

/**
 * Counts rows by label and decision, overall, in every group of each column and in every intersection, in one
 * statement: one scan to the finest cells, rolled up from there. Values are compared as text, so that 1, 1.0 and "1"
 * are one label; NaN is missing.
 *
 * @example
 * planCountsByGroup({ table: { from: "t", columns: [], rowNumber: "r" }, columns: { key: "k", label: "y", prediction: "p", score: null, weight: null, positive: "1" }, by: [], intersections: [], control: [], bins: {}, baseline: null }).read([]).rows; // => 0
 */
export function planCountsByGroup(predictions: GroupedPredictions): QueryPlan<CountsByGroup> {
  const { columns } = predictions;
  const { selected, sql } = writeSets(predictions);
  const levels = groupAliases(predictions).map(
    (alias) => `(SELECT count(DISTINCT ${alias}) FROM f) AS levels_${alias}`,
  );
  const tests = [
    ...Object.entries(CELLS),
    ...(predictions.baseline === null ? [] : PAIRS.map(({ name, test }) => [name, test] as const)),
  ];
  const aggregates = [
    "coalesce(sum(n), 0) AS total",
    ...tests.flatMap(([name, test]) => [
      `coalesce(sum(w) FILTER (WHERE ${test}), 0) AS "${name}"`,
      `coalesce(sum(w2) FILTER (WHERE ${test}), 0) AS "${name}_squared"`,
    ]),
    ...(predictions.baseline === null ? ["y", "p"] : ["y", "p", "q"]).flatMap((value) => [
      `coalesce(sum(n) FILTER (WHERE ${value} IS NULL), 0) AS missing_${value}`,
      `min(${value}) FILTER (WHERE ${value} <> t) AS first_${value}`,
      `max(${value}) FILTER (WHERE ${value} <> t) AS last_${value}`,
    ]),
    "coalesce(sum(weightless), 0) AS missing_w",
    "min(lightest) AS lightest",
  ];
  return {
    sql:
      `WITH raw AS MATERIALIZED (${writeCells(predictions)}), f AS MATERIALIZED (SELECT ${writeTexts(predictions)}, ` +
      `${quoteText(columns.positive)} AS t FROM raw) ` +
      `SELECT ${[...selected, ...levels, ...aggregates].join(", ")} FROM f ${sql}`,
    read: (rows) => readCountsByGroup(rows, predictions, predictions.baseline !== null),
  };
}

/** The finest cells, grouped by values as they lie in the file. */
function writeCells(predictions: GroupedPredictions): string {
  const { table, columns, baseline } = predictions;
  const weight = findColumn(predictions, columns.weight);
  const rows = [
    ...projectGroups(predictions),
    `${rawColumn(predictions, columns.label)} AS y`,
    `${rawColumn(predictions, columns.prediction)} AS p`,
    ...(weight === null ? [] : [`${finiteNumber(weight)} AS w`]),
  ];
  const from =
    baseline === null ? `(SELECT ${rows.join(", ")} FROM ${table.from})` : joined(rows, predictions);
  const keys = [...groupAliases(predictions), "y", "p", ...(baseline === null ? [] : ["q"])];
  const sums =
    weight === null
      ? ["count(*) AS w", "count(*) AS w2", "0 AS weightless", "NULL AS lightest"]
      : ["sum(w) AS w", "sum(w * w) AS w2", "count(*) - count(w) AS weightless", "min(w) AS lightest"];
  return `SELECT ${[...keys, "count(*) AS n", ...sums].join(", ")} FROM ${from} GROUP BY ${keys.join(", ")}`;
}

function joined(rows: readonly string[], predictions: GroupedPredictions): string {
  const key = findColumn(predictions, predictions.columns.key);
  const own = `SELECT ${rows.join(", ")}, ${key === null ? "NULL" : textUnder(key, key.name)} AS k FROM ${predictions.table.from}`;
  const other = predictions.baseline === null ? "" : projectPredictions(predictions.baseline);
  return `(SELECT c.*, b.p AS q FROM (${own}) c JOIN (${other}) b ON c.k = b.k)`;
}

function writeTexts(predictions: GroupedPredictions): string {
  const { table, columns, baseline } = predictions;
  const asText = (name: string | null, alias: string) => {
    const column = findColumn(predictions, name);
    return `${column === null ? "CAST(NULL AS VARCHAR)" : textUnder(column, alias)} AS ${alias}`;
  };
  return [
    ...groupTexts(table, predictions),
    asText(columns.label, "y"),
    asText(columns.prediction, "p"),
    ...(baseline === null ? [] : ["q"]),
    "n, w, w2, weightless, lightest",
  ].join(", ");
}

/** Reads the rows of a statement that {@link writeSets} ends. */
export function readCountsByGroup(
  rows: readonly Row[],
  groupings: Groupings,
  paired: boolean,
): CountsByGroup {
  const keyed = rows.flatMap((row) => {
    const key = readKey(row, groupings);
    return key === null ? [] : [{ ...key, ...readRows(row, paired) }];
  });
  const sorted = keyed.toSorted(byKey(groupings));
  // An engine may give no row at all for an empty file.
  const whole = rows.find((row) =>
    groupAliases(groupings).every((alias) => Number(row[`rolled_${alias}`]) === 1),
  );
  const count = (name: string) => (whole === undefined ? 0 : readCount(whole, name));
  const lightest = whole?.["lightest"] ?? null;
  return {
    rows: count("total"),
    overall: readRows(whole, paired),
    within: sorted.filter(({ columns }) => columns.length === 0),
    byGroup: sorted.filter(({ columns }) => columns.length > 0),
    levels: Object.fromEntries(
      listGroupColumns(groupings).map((name, index) => [name, count(`levels_g${index}`)]),
    ),
    missing: { label: count("missing_y"), prediction: count("missing_p"), weight: count("missing_w") },
    lightest: lightest === null ? null : Number(lightest),
    others: { label: readOthers(whole, "y"), prediction: readOthers(whole, "p") },
    baseline: paired ? { missing: count("missing_q"), others: readOthers(whole, "q") } : null,
  };
}

function readRows(row: Row | undefined, paired: boolean): CountedRows {
  const sum = (name: string) => (row === undefined ? 0 : readCount(row, name));
  return {
    rows: sum("total"),
    counts: readCells((name) => sum(name)),
    squares: readCells((name) => sum(`${name}_squared`)),
    pairs: paired
      ? PAIRS.map(({ name, label, candidate, baseline }) => ({
          ...{ label, candidate, baseline },
          weight: sum(name),
          square: sum(`${name}_squared`),
        }))
      : null,
  };
}

function readCells(sum: (name: string) => number): ConfusionCounts {
  return Object.fromEntries(CELL_NAMES.map((name) => [name, sum(name)])) as unknown as ConfusionCounts;
}

function readOthers(row: Row | undefined, name: string): readonly string[] {
  const found = [row?.[`first_${name}`], row?.[`last_${name}`]];
  return [...new Set(found.filter((value) => typeof value === "string"))];
}
