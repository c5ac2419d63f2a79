/**
 * What a file of attributions says, beside the scores it explains.
 *
 * @module
 */
import { comparableText } from "./comparable-text.ts";
import type { PredictionsTable, QueryPlan } from "./paired-predictions.ts";
import { finiteNumber, projectPredictions } from "./project-predictions.ts";
import { quoteNumber } from "./quote-number.ts";
import { readCount, readNumber } from "./read-number.ts";
import type { Column, Row, Table } from "./table.ts";

/** Attributions by row and feature; what they are added to is a column of the file or one number. */
export interface AttributionsTable {
  readonly table: Table;
  readonly key: Column;
  readonly features: readonly Column[];
  readonly base: Column | number;
}

/** The mean absolute attribution of every feature, as wide as the file. */
export interface Importance {
  readonly feature: string;
  readonly importance: number;
}

/** How a file of attributions meets the predictions. */
export interface AttributionFacts {
  readonly rows: number;
  /** Predictions without attributions, and attributions without a prediction. */
  readonly uncovered: number;
  readonly stray: number;
  /** Rows of a key that stood before, or without a key. */
  readonly repeated: number;
  /** Rows in which an attribution or the base value is no finite number. */
  readonly holes: number;
  /** Rows whose base value + attributions are farther than the tolerance from the score, and the farthest distance. */
  readonly beyond: number;
  readonly farthest: number;
  readonly importances: readonly Importance[];
}

/**
 * Mean absolute attributions alone: what ranks are made of.
 *
 * @example
 * planImportances({ table: { from: "t", columns: [], rowNumber: "r" }, key: { name: "k", family: "integer", sqlType: "BIGINT" }, features: [{ name: "age", family: "float", sqlType: "DOUBLE" }], base: 0 }).read([{ f0: 0.5 }]); // => [{ feature: "age", importance: 0.5 }]
 */
export function planImportances({ table, features }: AttributionsTable): QueryPlan<readonly Importance[]> {
  const means = features.map((column, index) => `avg(abs(${finiteNumber(column)})) AS f${index}`);
  return {
    sql: `SELECT ${means.join(", ")} FROM ${table.from}`,
    read: ([row]) => readImportances(row, features),
  };
}

/**
 * Everything that is checked of attributions against the scores of the predictions, in one statement.
 *
 * @example
 * planAttributions({ table: { from: "a", columns: [], rowNumber: "r" }, key: { name: "k", family: "integer", sqlType: "BIGINT" }, features: [], base: 0 }, { predictions: { table: { from: "p", columns: [], rowNumber: "r" }, columns: { key: "k", label: null, prediction: null, score: "s", weight: null, positive: "1" }, by: [] }, tolerance: 1e-6 }).sql.includes("FULL OUTER JOIN"); // => true
 */
export function planAttributions(
  attributions: AttributionsTable,
  { predictions, tolerance }: { readonly predictions: PredictionsTable; readonly tolerance: number },
): QueryPlan<AttributionFacts> {
  const { table, key, features, base } = attributions;
  const names = features.map((_, index) => `f${index}`);
  const own = [
    `${comparableText(key)} AS k`,
    `${typeof base === "number" ? quoteNumber(base) : finiteNumber(base)} AS base`,
    ...features.map((column, index) => `${finiteNumber(column)} AS f${index}`),
  ];
  const sum = ["base", ...names].join(" + ");
  const distance = `abs(${sum} - s)`;
  const facts = [
    "count(*) FILTER (WHERE here) AS total",
    "count(*) FILTER (WHERE here IS NULL) AS uncovered",
    "count(*) FILTER (WHERE there IS NULL) AS stray",
    "count(*) FILTER (WHERE here) - count(DISTINCT k) FILTER (WHERE here) AS repeated",
    `count(*) FILTER (WHERE here AND (${sum}) IS NULL) AS holes`,
    `count(*) FILTER (WHERE ${distance} > ${quoteNumber(tolerance)}) AS beyond`,
    `coalesce(max(${distance}), 0) AS farthest`,
    ...names.map((name) => `avg(abs(${name})) AS ${name}`),
  ];
  return {
    sql:
      `WITH a AS (SELECT ${own.join(", ")}, TRUE AS here FROM ${table.from}), ` +
      `p AS (SELECT k AS pk, s, TRUE AS there FROM (${projectPredictions({ ...predictions, by: [] })})) ` +
      `SELECT ${facts.join(", ")} FROM a FULL OUTER JOIN p ON a.k = p.pk`,
    read: ([row]) => ({
      rows: readCount(row, "total"),
      uncovered: readCount(row, "uncovered"),
      stray: readCount(row, "stray"),
      repeated: readCount(row, "repeated"),
      holes: readCount(row, "holes"),
      beyond: readCount(row, "beyond"),
      farthest: readNumber(row?.["farthest"]),
      importances: readImportances(row, features),
    }),
  };
}

function readImportances(row: Row | undefined, features: readonly Column[]): readonly Importance[] {
  return features.map(({ name }, index) => {
    const mean = row?.[`f${index}`] ?? null;
    return { feature: name, importance: mean === null ? 0 : readNumber(mean) };
  });
}
