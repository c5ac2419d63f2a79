/**
 * Errors and outcomes by score: what concept drift and estimates without labels are made of.
 *
 * @module
 */
import { quoteName, quoteText } from "../dialect.ts";
import type { QueryPlan } from "../paired-predictions.ts";
import { quoteNumber } from "../quote-number.ts";
import { readCount, readNumber } from "../read-number.ts";
import type { Row } from "../table.ts";
import { joinLabels, projectServed, type ServedTables } from "./windows.ts";

/** Labelled rows with a like score, and how many of their decisions are wrong. */
export interface StratumCounts {
  readonly stratum: string;
  readonly rows: number;
  readonly errors: number;
}

/**
 * Wrong decisions by stratum: the bin of the score between the given edges, or the decision where there is no score.
 *
 * @example
 * planErrorsByStratum({ predictions: { from: "p", columns: [{ name: "k", family: "integer", sqlType: "BIGINT" }, { name: "y", family: "integer", sqlType: "BIGINT" }], rowNumber: "r" }, labels: null, columns: { key: "k", time: null, label: "y", prediction: "y", score: null, scores: null, positive: "1" } }, null).read([{ stratum: "1", total: 4, errors: 1 }]); // => [{ stratum: "1", rows: 4, errors: 1 }]
 */
export function planErrorsByStratum(
  served: ServedTables,
  edges: readonly number[] | null,
): QueryPlan<readonly StratumCounts[]> {
  const cases = (edges ?? []).map((edge, index) => `WHEN score <= ${quoteNumber(edge)} THEN '${index}'`);
  const binned = cases.length === 0 ? "'0'" : `CASE ${cases.join(" ")} ELSE '${cases.length}' END`;
  const known = edges === null ? "" : " AND score IS NOT NULL";
  return {
    sql:
      `SELECT ${edges === null ? "d" : binned} AS stratum, count(*) AS total, count(*) FILTER (WHERE y <> d) AS errors ` +
      `FROM (${joinLabels(served)}) WHERE y IS NOT NULL AND d IS NOT NULL${known} GROUP BY stratum ORDER BY stratum`,
    read: (rows) =>
      rows.map((row) => ({
        stratum: String(row["stratum"]),
        rows: readCount(row, "total"),
        errors: readCount(row, "errors"),
      })),
  };
}

/** Rows with one score and one decision. */
export interface ScoreCounts {
  readonly score: number;
  /** Whether the decision is the positive value. */
  readonly decided: boolean;
  readonly rows: number;
  /** Rows whose label is the positive value; 0 where labels are not read. */
  readonly positives: number;
  /** The tenth of the rows, by their order in the file, that they belong to. */
  readonly fold: number;
}

const FOLDS = 10;

/**
 * Rows by score, decision and tenth of the file, in the order of the score; with `labelled` only those with a label.
 *
 * @example
 * planScores({ predictions: { from: "p", columns: [{ name: "k", family: "integer", sqlType: "BIGINT" }, { name: "y", family: "integer", sqlType: "BIGINT" }], rowNumber: "r" }, labels: null, columns: { key: "k", time: null, label: "y", prediction: "y", score: "s", scores: null, positive: "1" } }, "labelled").read([]); // => []
 */
export function planScores(served: ServedTables, of: "labelled" | "all"): QueryPlan<readonly ScoreCounts[]> {
  const positive = quoteText(served.columns.positive);
  const rows = projectServed(served, [`${served.predictions.rowNumber} AS r`]);
  const where = of === "labelled" ? " AND y IS NOT NULL" : "";
  return {
    sql:
      `SELECT score, d = ${positive} AS decided, CAST(r % ${FOLDS} AS BIGINT) AS fold, count(*) AS total, ` +
      `count(*) FILTER (WHERE y = ${positive}) AS positives FROM (${rows}) ` +
      `WHERE isfinite(score) AND d IS NOT NULL${where} GROUP BY ALL ORDER BY score, decided, fold`,
    read: (found) => found.map(readScore),
  };
}

function readScore(row: Row): ScoreCounts {
  return {
    score: readNumber(row["score"]),
    decided: row["decided"] === true,
    rows: readCount(row, "total"),
    positives: readCount(row, "positives"),
    fold: readCount(row, "fold"),
  };
}

/** Rows with the same scores, decision and label. */
export interface ClassScores {
  /** In the order of the classes. */
  readonly scores: readonly number[];
  readonly decided: string;
  readonly label: string | null;
  readonly rows: number;
}

/**
 * Rows by the scores of all classes, decision and label.
 *
 * @param classes Column of the score of each class, in the order wanted.
 *
 * @example
 * planClassScores({ predictions: { from: "p", columns: [{ name: "k", family: "integer", sqlType: "BIGINT" }, { name: "y", family: "integer", sqlType: "BIGINT" }], rowNumber: "r" }, labels: null, columns: { key: "k", time: null, label: "y", prediction: "y", score: null, scores: null, positive: "1" } }, ["a"]).read([{ s0: 0.5, d: "x", y: null, total: 2 }]); // => [{ scores: [0.5], decided: "x", label: null, rows: 2 }]
 */
export function planClassScores(
  served: ServedTables,
  classes: readonly string[],
): QueryPlan<readonly ClassScores[]> {
  const scores = classes.map((name, index) => `CAST(${quoteName(name)} AS DOUBLE) AS s${index}`);
  const rows = projectServed(served, scores);
  const known = classes.map((_, index) => `isfinite(s${index})`).join(" AND ");
  const names = classes.map((_, index) => `s${index}`).join(", ");
  return {
    sql: `SELECT ${names}, d, y, count(*) AS total FROM (${rows}) WHERE ${known} AND d IS NOT NULL GROUP BY ALL ORDER BY ALL`,
    read: (found) =>
      found.map((row) => ({
        scores: classes.map((_, index) => readNumber(row[`s${index}`])),
        decided: String(row["d"]),
        label: typeof row["y"] === "string" ? row["y"] : null,
        rows: readCount(row, "total"),
      })),
  };
}
