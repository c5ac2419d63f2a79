/**
 * The area under the ROC curve of every group, with its variance, from ranks within the group.
 *
 * @module
 */
import type { GroupedPredictions } from "./count-by-group.ts";
import { labelOf, numberOf, writeGroupedRows } from "./count-by-group-rows.ts";
import {
  type GroupKey,
  groupAliases,
  groupTexts,
  listGroupColumns,
  listGroupings,
} from "./count-by-group-sets.ts";
import type { QueryPlan } from "./paired-predictions.ts";
import { readNumber } from "./read-number.ts";
import type { Row } from "./table.ts";

/** A group's area; null when it lacks positives or negatives. */
export interface GroupArea extends GroupKey {
  readonly area: number | null;
  /** DeLong, DeLong and Clarke-Pearson (1988), with n - 1, and effective sizes under weights. */
  readonly variance: number;
  /** Effective rows of the rarer label. */
  readonly rarer: number;
}

/** By grouping and control cell, and of all rows of each control cell. */
export type AreasByGroup = readonly GroupArea[];

/**
 * Areas under the ROC curve in every group, in one statement; scores are rounded to 9 digits before they are ranked.
 *
 * @example
 * planAreasByGroup({ table: { from: "t", columns: [], rowNumber: "r" }, columns: { key: "k", label: "y", prediction: null, score: "s", weight: null, positive: "1" }, by: [], intersections: [], control: [], bins: {}, baseline: null }).read([]); // => []
 */
export function planAreasByGroup(predictions: GroupedPredictions): QueryPlan<AreasByGroup> {
  const alone = { ...predictions, baseline: null };
  const rows = writeGroupedRows(alone, {
    own: [`${labelOf(alone)} AS y`, `round(${numberOf(alone, alone.columns.score)}, 9) AS s`],
    baseline: [],
  });
  const aliases = groupAliases(alone);
  const sets = [[], ...listGroupings(alone)].map((columns, place) => writeArea(alone, columns, place));
  return {
    sql:
      `WITH raw AS MATERIALIZED (SELECT ${[...aliases, "s", sumsBy("w"), sumsBy("w * w", "q")].join(", ")} FROM (${rows}) ` +
      `WHERE s IS NOT NULL AND y IS NOT NULL GROUP BY ${[...aliases, "s"].join(", ")}), ` +
      `f AS MATERIALIZED (SELECT ${[...groupTexts(alone.table, alone), "s", "wp", "wn", "qp", "qn"].join(", ")} FROM raw) ` +
      sets.join(" UNION ALL "),
    read: (found) => found.map((row) => readArea(row, alone)),
  };
}

function sumsBy(weight: string, name = "w"): string {
  return `sum(${weight} * y) AS ${name}p, sum(${weight} * (1 - y)) AS ${name}n`;
}

/** Placements of positives among negatives, and the other way round, by running sums over the scores. */
function writeArea(predictions: GroupedPredictions, columns: readonly string[], place: number): string {
  const names = listGroupColumns(predictions);
  const keys = [...predictions.control, ...columns].map((name) => `g${names.indexOf(name)}`);
  const by = keys.length === 0 ? "" : `${keys.join(", ")}, `;
  const over = `OVER (${keys.length === 0 ? "" : `PARTITION BY ${keys.join(", ")}`}`;
  const each = `SELECT ${by}s, sum(wp) AS wp, sum(wn) AS wn, sum(qp) AS qp, sum(qn) AS qn FROM f GROUP BY ${by}s`;
  const placed =
    `SELECT *, sum(wp) ${over}) AS tp, sum(wn) ${over}) AS tn, ` +
    `(sum(wn) ${over} ORDER BY s) - wn / 2) / nullif(sum(wn) ${over}), 0) AS v, ` +
    `1 - (sum(wp) ${over} ORDER BY s) - wp / 2) / nullif(sum(wp) ${over}), 0) AS u FROM (${each})`;
  const missing = names
    .map((_, index) => `g${index}`)
    .map((alias) => (keys.includes(alias) ? alias : `NULL AS ${alias}`));
  const sums = [
    "any_value(tp) AS tp, any_value(tn) AS tn, sum(qp) AS qp, sum(qn) AS qn",
    "sum(wp * v) AS wv, sum(qp * v) AS qv, sum(qp * v * v) AS qvv, sum(qn * u) AS qu, sum(qn * u * u) AS quu",
  ].join(", ");
  const selected = [`${place} AS place`, ...missing, sums].join(", ");
  return `SELECT ${selected} FROM (${placed})${keys.length === 0 ? "" : ` GROUP BY ${keys.join(", ")}`}`;
}

function readArea(row: Row, predictions: GroupedPredictions): GroupArea {
  const names = listGroupColumns(predictions);
  const textOf = (name: string) => {
    const value = row[`g${names.indexOf(name)}`] ?? null;
    return value === null ? null : String(value);
  };
  const columns = [[], ...listGroupings(predictions)][readNumber(row["place"])] ?? [];
  return {
    columns,
    values: columns.map(textOf),
    within: predictions.control.map(textOf),
    ...measureArea((name) => (row[name] === null ? 0 : readNumber(row[name]))),
  };
}

function measureArea(sum: (name: string) => number): Omit<GroupArea, keyof GroupKey> {
  const [tp, tn, qp, qn] = [sum("tp"), sum("tn"), sum("qp"), sum("qn")];
  if (tp === 0 || tn === 0) return { area: null, variance: 0, rarer: 0 };
  const area = sum("wv") / tp;
  const [positives, negatives] = [(tp * tp) / qp, (tn * tn) / qn];
  const spread = (squares: number, sums: number, weights: number, total: number) =>
    Math.max(0, squares - 2 * area * sums + area * area * weights) / (total * total);
  const corrected = (value: number, n: number) => (n > 1 ? (value * n) / (n - 1) : value);
  const variance =
    corrected(spread(sum("qvv"), sum("qv"), qp, tp), positives) +
    corrected(spread(sum("quu"), sum("qu"), qn, tn), negatives);
  return { area, variance, rarer: Math.min(positives, negatives) };
}
