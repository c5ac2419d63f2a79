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
import { readCount, readNumber } from "./read-number.ts";
import type { Row } from "./table.ts";

/** A group's area; null when it lacks positives or negatives. */
export interface GroupArea extends GroupKey {
  readonly area: number | null;
  /** DeLong, DeLong and Clarke-Pearson (1988), with n - 1, and effective sizes under weights. */
  readonly variance: number;
  /** Effective rows of the rarer label. */
  readonly rarer: number;
  /** The baseline's area on the same rows, and how both vary together; null without one. */
  readonly baseline: {
    readonly area: number;
    readonly variance: number;
    readonly covariance: number;
  } | null;
}

/** By grouping and control cell, and of all rows of each control cell. */
export interface AreasByGroup {
  readonly areas: readonly GroupArea[];
  /** Rows with a label, but without a score. */
  readonly missing: number;
}

/**
 * Areas under the ROC curve in every group, in one statement; scores are rounded to 9 digits before they are ranked.
 *
 * @example
 * planAreasByGroup({ table: { from: "t", columns: [], rowNumber: "r" }, columns: { key: "k", label: "y", prediction: null, score: "s", weight: null, positive: "1" }, by: [], intersections: [], control: [], bins: {}, baseline: null }).read([]); // => { areas: [], missing: 0 }
 */
export function planAreasByGroup(predictions: GroupedPredictions): QueryPlan<AreasByGroup> {
  const rounded = (score: string) => `round(${score}, 9)`;
  const score = numberOf(predictions, predictions.columns.score);
  const rows = writeGroupedRows(predictions, {
    own: [`${labelOf(predictions)} AS y`, `${rounded(score)} AS s`],
    baseline: [`${rounded(score)} AS bs`],
  });
  const scores = predictions.baseline === null ? ["s"] : ["s", "bs"];
  const keys = [...groupAliases(predictions), ...scores];
  const known = scores.map((name) => `${name} IS NOT NULL`).join(" AND ");
  const texts = [...groupTexts(predictions.table, predictions), ...scores, "wp", "wn", "qp", "qn"];
  const sets = [[], ...listGroupings(predictions)].map((columns, place) =>
    writeArea(predictions, { columns, place, scores }),
  );
  return {
    sql:
      `WITH raw AS MATERIALIZED (SELECT ${[...keys, "count(*) AS rows", sumsBy("w"), sumsBy("w * w", "q")].join(", ")} FROM (${rows}) ` +
      `WHERE y IS NOT NULL GROUP BY ${keys.join(", ")}), f AS MATERIALIZED (SELECT ${texts.join(", ")} FROM raw WHERE ${known}), ` +
      `m AS (SELECT coalesce(sum(rows), 0) AS missing FROM raw WHERE NOT (${known})) ` +
      sets.join(" UNION ALL "),
    read: (found) => ({
      areas: found.map((row) => readArea(row, predictions)),
      missing: found[0] === undefined ? 0 : readCount(found[0], "missing"),
    }),
  };
}

function sumsBy(weight: string, name = "w"): string {
  return `sum(${weight} * y) AS ${name}p, sum(${weight} * (1 - y)) AS ${name}n`;
}

interface RankedSet {
  readonly columns: readonly string[];
  readonly place: number;
  /** The candidate's score, and the baseline's where there is one. */
  readonly scores: readonly string[];
}

/** Placements of positives among negatives, and the other way round, by running sums over the scores. */
function writeArea(predictions: GroupedPredictions, { columns, place, scores }: RankedSet): string {
  const names = listGroupColumns(predictions);
  const keys = [...predictions.control, ...columns].map((name) => `g${names.indexOf(name)}`);
  const by = [...keys, ...scores].join(", ");
  const each = `SELECT ${by}, sum(wp) AS wp, sum(wn) AS wn, sum(qp) AS qp, sum(qn) AS qn FROM f GROUP BY ${by}`;
  const within = partitionBy(keys);
  const placed =
    `SELECT *, sum(wp) OVER (${within}) AS tp, sum(wn) OVER (${within}) AS tn` +
    `${scores.map((score, model) => placeBy(score, { model, keys, alone: scores.length === 1 })).join("")} FROM (${each})`;
  const absent = names
    .map((_, index) => `g${index}`)
    .map((alias) => (keys.includes(alias) ? alias : `NULL AS ${alias}`));
  const sums = [
    "any_value(tp) AS tp, any_value(tn) AS tn, sum(qp) AS qp, sum(qn) AS qn",
    ...scores.map((_, model) => sumsOf(`v${model}`, `u${model}`, model)),
    ...(scores.length === 1 ? [] : ["sum(qp * v0 * v1) AS qvv, sum(qn * u0 * u1) AS quu"]),
  ];
  const selected = [`${place} AS place, (SELECT missing FROM m) AS missing`, ...absent, ...sums].join(", ");
  return `SELECT ${selected} FROM (${placed})${keys.length === 0 ? "" : ` GROUP BY ${keys.join(", ")}`}`;
}

function partitionBy(keys: readonly string[]): string {
  return keys.length === 0 ? "" : `PARTITION BY ${keys.join(", ")}`;
}

/** Rows of one score are one row unless the other model's scores part them: ties count half. */
function placeBy(
  score: string,
  {
    model,
    keys,
    alone,
  }: { readonly model: number; readonly keys: readonly string[]; readonly alone: boolean },
): string {
  const within = partitionBy(keys);
  const share = (weight: string) => {
    const tied = alone ? weight : `sum(${weight}) OVER (${partitionBy([...keys, score])})`;
    return `(sum(${weight}) OVER (${within} ORDER BY ${score}) - ${tied} / 2) / nullif(sum(${weight}) OVER (${within}), 0)`;
  };
  return `, ${share("wn")} AS v${model}, 1 - ${share("wp")} AS u${model}`;
}

function sumsOf(v: string, u: string, model: number): string {
  const squares = [`sum(qp * ${v}) AS qv${model}`, `sum(qp * ${v} * ${v}) AS qvv${model}`];
  const others = [`sum(qn * ${u}) AS qu${model}`, `sum(qn * ${u} * ${u}) AS quu${model}`];
  return [`sum(wp * ${v}) AS wv${model}`, ...squares, ...others].join(", ");
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
    ...measureAreas((name) => readNumber(row[name] ?? 0), predictions.baseline !== null),
  };
}

function measureAreas(sum: (name: string) => number, paired: boolean): Omit<GroupArea, keyof GroupKey> {
  const [tp, tn, qp, qn] = [sum("tp"), sum("tn"), sum("qp"), sum("qn")];
  if (tp === 0 || tn === 0) return { area: null, variance: 0, rarer: 0, baseline: null };
  const [positives, negatives] = [(tp * tp) / qp, (tn * tn) / qn];
  const areas = [sum("wv0") / tp, paired ? sum("wv1") / tp : 0] as const;
  const covary = (left: 0 | 1, right: 0 | 1) => {
    const [a, b] = [areas[left], areas[right]];
    const both = left === right ? left : "";
    const spread = (of: "v" | "u", squares: number) =>
      sum(`q${of}${of}${both}`) - a * sum(`q${of}${right}`) - b * sum(`q${of}${left}`) + a * b * squares;
    return (
      corrected(spread("v", qp) / (tp * tp), positives) + corrected(spread("u", qn) / (tn * tn), negatives)
    );
  };
  return {
    area: areas[0],
    variance: Math.max(0, covary(0, 0)),
    rarer: Math.min(positives, negatives),
    baseline: paired
      ? { area: areas[1], variance: Math.max(0, covary(1, 1)), covariance: covary(0, 1) }
      : null,
  };
}

/** DeLong's covariances have n - 1. */
function corrected(value: number, n: number): number {
  return n > 1 ? (value * n) / (n - 1) : value;
}
