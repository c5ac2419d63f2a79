/**
 * Query plans over one predictions file: can its rows be judged at all, and which texts stand in it?
 *
 * @module
 */
import { comparableText } from "./comparable-text.ts";
import { countDistinct } from "./count-distinct.ts";
import { quoteName } from "./dialect.ts";
import { asNumber } from "./pair-predictions.ts";
import type { PredictionsTable, QueryPlan } from "./paired-predictions.ts";
import { findColumn, rawColumn } from "./project-predictions.ts";
import { readCount } from "./read-number.ts";
import type { Column, Row, ValueRange } from "./table.ts";

/** What must hold of each file before it is judged. */
export interface PredictionsFacts {
  readonly rows: number;
  readonly nullKeys: number;
  /** Rows beyond the first of each key. */
  readonly duplicatedKeys: number;
  /** Rows without a value, or with a score or weight that is not finite, by column name. */
  readonly missing: Readonly<Record<string, number>>;
  /** Rows whose weight is below zero. */
  readonly negativeWeights: number;
  /** Distinct values of each group column, and the characters of the longest. */
  readonly groups: Readonly<Record<string, { readonly distinct: number; readonly longest: number }>>;
}

/**
 * The range of whole-number keys, which makes counting them a matter of bits; null where they are no whole numbers
 * that a double holds.
 *
 * @example
 * planKeyRange({ table: { from: "t", columns: [], rowNumber: "r" }, columns: { key: "k", label: "y", prediction: "p", score: "s", weight: null, positive: "1" }, by: [] }).read([{ low: 1, high: 9 }]); // => { low: 1, high: 9 }
 */
export function planKeyRange(predictions: PredictionsTable): QueryPlan<ValueRange | null> {
  const key = findColumn(predictions, predictions.columns.key);
  const name = key?.family === "integer" ? quoteName(key.name) : null;
  return {
    sql:
      name === null
        ? "SELECT NULL AS low, NULL AS high"
        : `SELECT min(${name}) AS low, max(${name}) AS high FROM ${predictions.table.from}`,
    read: ([row]) => {
      const [low, high] = [row?.["low"], row?.["high"]];
      return typeof low === "number" && typeof high === "number" ? { low, high } : null;
    },
  };
}

function countKeys(key: Column | null, range: ValueRange | null): string {
  return key?.family === "integer"
    ? countDistinct(quoteName(key.name), range)
    : `count(DISTINCT ${textOf(key)})`;
}

/**
 * Counts what would make a file unusable: null and duplicated keys, missing values, too many groups.
 *
 * @example
 * planPredictionsFacts({ table: { from: "t", columns: [], rowNumber: "r" }, columns: { key: "k", label: "y", prediction: "p", score: "s", weight: null, positive: "1" }, by: [] }, null).read([{ total: 9, present_k: 9, distinct_k: 7, negative: 0 }]).duplicatedKeys; // => 2
 */
export function planPredictionsFacts(
  predictions: PredictionsTable,
  keys: ValueRange | null,
): QueryPlan<PredictionsFacts> {
  const { columns, by, table } = predictions;
  const find = (name: string | null | undefined) => findColumn(predictions, name ?? null);
  const texts = [columns.label, columns.prediction, columns.cluster, columns.query, columns.fold, ...by];
  const numbers = [columns.score, columns.weight, ...Object.values(columns.scores ?? {})];
  const valued = [
    ...texts.flatMap((name) => found(find(name), presentText)),
    ...numbers.flatMap((name) => found(find(name), asNumber)),
  ].filter(({ name }, index, all) => all.findIndex((each) => each.name === name) === index);
  const key = find(columns.key);
  // Texts are made of the distinct values, not of every row's.
  const group = (name: string, facts: string) =>
    `(SELECT ${facts} FROM (SELECT ${textOf(find(name))} AS v FROM (SELECT DISTINCT ${rawColumn(predictions, name)} AS ${quoteName(name)} FROM ${table.from})))`;
  const counts = [
    "count(*) AS total",
    `count(${key?.family === "integer" ? quoteName(key.name) : textOf(key)}) AS present_k`,
    `${countKeys(key, keys)} AS distinct_k`,
    `count(*) FILTER (WHERE ${asNumber(find(columns.weight))} < 0) AS negative`,
    ...valued.map(({ sql }, index) => `count(${sql}) AS present_${index}`),
    ...by.flatMap((name, index) => [
      `${group(name, "count(DISTINCT v)")} AS groups_${index}`,
      `${group(name, "coalesce(max(length(v)), 0)")} AS longest_${index}`,
    ]),
  ];
  return {
    sql: `SELECT ${counts.join(", ")} FROM ${table.from}`,
    read: ([row]) => ({
      rows: readCount(row, "total"),
      nullKeys: readCount(row, "total") - readCount(row, "present_k"),
      duplicatedKeys: readCount(row, "present_k") - readCount(row, "distinct_k"),
      missing: Object.fromEntries(
        valued.map(({ name }, index) => [name, readCount(row, "total") - readCount(row, `present_${index}`)]),
      ),
      negativeWeights: readCount(row, "negative"),
      groups: Object.fromEntries(
        by.map((name, index) => [
          name,
          { distinct: readCount(row, `groups_${index}`), longest: readCount(row, `longest_${index}`) },
        ]),
      ),
    }),
  };
}

function found(column: Column | null, sqlOf: (column: Column) => string) {
  return column === null ? [] : [{ name: column.name, sql: sqlOf(column) }];
}

/** A value that can be missing, without the cost of making a text of it. */
function presentText(column: Column): string {
  return column.family === "float" ? comparableText(column) : quoteName(column.name);
}

function textOf(column: Column | null): string {
  return column === null ? "CAST(NULL AS VARCHAR)" : comparableText(column);
}

/** More classes than this are no classes. */
export const MOST_CLASSES = 200;

/** The texts of a file that codes will stand for. */
export interface PredictionsTexts {
  readonly labels: readonly string[];
  readonly decisions: readonly string[];
  /** By group column. */
  readonly groups: Readonly<Record<string, readonly string[]>>;
}

/**
 * The distinct labels and decisions, at most one more than {@link MOST_CLASSES} each, and the values of the groups.
 *
 * @example
 * planPredictionsTexts({ table: { from: "t", columns: [], rowNumber: "r" }, columns: { key: "k", label: "y", prediction: "p", score: "s", weight: null, positive: "1" }, by: [] }).read([{ labels: ["0", "1"], decisions: ["1"] }]).labels; // => ["0", "1"]
 */
export function planPredictionsTexts(predictions: PredictionsTable): QueryPlan<PredictionsTexts> {
  const { columns, by, table } = predictions;
  const list = (name: string | null, alias: string) => {
    const column = findColumn(predictions, name);
    if (column === null) return `CAST([] AS VARCHAR[]) AS ${alias}`;
    const raw = `SELECT DISTINCT ${quoteName(column.name)} FROM ${table.from}`;
    const distinct = `SELECT DISTINCT ${comparableText(column)} AS v FROM (${raw}) LIMIT ${MOST_CLASSES + 2}`;
    return `(SELECT coalesce(list(v ORDER BY v) FILTER (WHERE v IS NOT NULL), []) FROM (${distinct})) AS ${alias}`;
  };
  const lists = [
    list(columns.label, "labels"),
    list(columns.prediction, "decisions"),
    ...by.map((name, index) => list(name, `g${index}`)),
  ];
  return {
    sql: `SELECT ${lists.join(", ")}`,
    read: ([row]) => ({
      labels: readTexts(row, "labels"),
      decisions: readTexts(row, "decisions"),
      groups: Object.fromEntries(by.map((name, index) => [name, readTexts(row, `g${index}`)])),
    }),
  };
}

function readTexts(row: Row | undefined, name: string): readonly string[] {
  const value = row?.[name];
  return Array.isArray(value) ? value.map(String).sort() : [];
}
