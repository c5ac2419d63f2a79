/**
 * A query plan over one predictions file: can its rows be judged at all?
 *
 * @module
 */
import type { PredictionsTable, QueryPlan } from "./paired-predictions.ts";
import { findColumn, projectPredictions } from "./project-predictions.ts";
import { readCount } from "./read-number.ts";

/** What must hold of each file before it is judged. */
export interface PredictionsFacts {
  readonly rows: number;
  readonly nullKeys: number;
  /** Rows beyond the first of each key. */
  readonly duplicatedKeys: number;
  /** Rows without a value, or with a score that is not finite, by column name. */
  readonly missing: Readonly<Record<string, number>>;
  /** Distinct values of each group column, and the characters of the longest. */
  readonly groups: Readonly<Record<string, { readonly distinct: number; readonly longest: number }>>;
}

/**
 * Counts what would make a file unusable: null and duplicated keys, missing values, too many groups.
 *
 * @example
 * planPredictionsFacts({ table: { from: "t", columns: [], rowNumber: "r" }, columns: { key: "k", label: "y", prediction: "p", score: "s", weight: null, positive: "1" }, by: [] }).read([{ total: 9, null_keys: 0, duplicated_keys: 2 }]).duplicatedKeys; // => 2
 */
export function planPredictionsFacts(predictions: PredictionsTable): QueryPlan<PredictionsFacts> {
  const { columns, by } = predictions;
  const named = [
    { name: columns.label, value: "y" },
    { name: columns.prediction, value: "p" },
    { name: columns.score, value: "s" },
  ].flatMap(({ name, value }) =>
    name === null || findColumn(predictions, name) === null ? [] : [{ name, value }],
  );
  const valued = [...named, ...by.map((name, index) => ({ name, value: `g${index}` }))];
  const counts = [
    "count(*) AS total",
    "count(*) - count(k) AS null_keys",
    "count(k) - count(DISTINCT k) AS duplicated_keys",
    ...valued.map(({ value }) => `count(*) - count(${value}) AS missing_${value}`),
    ...by.flatMap((_, index) => [
      `count(DISTINCT g${index}) AS groups_${index}`,
      `coalesce(max(length(g${index})), 0) AS longest_${index}`,
    ]),
  ];
  return {
    sql: `WITH f AS (${projectPredictions(predictions)}) SELECT ${counts.join(", ")} FROM f`,
    read: ([row]) => ({
      rows: readCount(row, "total"),
      nullKeys: readCount(row, "null_keys"),
      duplicatedKeys: readCount(row, "duplicated_keys"),
      missing: Object.fromEntries(
        valued.map(({ name, value }) => [name, readCount(row, `missing_${value}`)]),
      ),
      groups: Object.fromEntries(
        by.map((name, index) => [
          name,
          { distinct: readCount(row, `groups_${index}`), longest: readCount(row, `longest_${index}`) },
        ]),
      ),
    }),
  };
}
