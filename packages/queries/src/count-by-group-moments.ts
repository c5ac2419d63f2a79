/**
 * Means by group with their covariances: what errors of predictions, calibration and ranking are made of.
 *
 * @module
 */
import type { GroupedPredictions } from "./count-by-group.ts";
import { labelOf, numberOf, writeGroupedRows } from "./count-by-group-rows.ts";
import { byKey, type GroupKey, groupAliases, groupTexts, readKey, writeSets } from "./count-by-group-sets.ts";
import type { QueryPlan } from "./paired-predictions.ts";
import { readCount, readNumber } from "./read-number.ts";
import type { Row } from "./table.ts";

/** `values`: numeric labels and predictions; `scores`: probabilities of the positive label; `ranks`: places by score. */
export type MomentFamily = "values" | "scores" | "ranks";

/** Weighted means of a group's rows; names are those of the metrics they are. */
export interface GroupMoments extends GroupKey {
  readonly rows: number;
  /** (Σw)² / Σw², Kish (1965): as many rows of equal weight would be as sure. */
  readonly effective: number;
  readonly means: Readonly<Record<string, number>>;
  /** Covariance of two means, by both names joined with a space, in the order of `means`. */
  readonly covariances: Readonly<Record<string, number>>;
}

/** What the moments of a family need beside its columns. */
export interface WantedMoments {
  readonly family: MomentFamily;
  /** Places that count as selected, for `ranks`. */
  readonly top: number;
}

/** All groups' moments, the rows that have none, and the least and the greatest of what was measured. */
export interface MomentsByGroup {
  readonly byGroup: readonly GroupMoments[];
  readonly overall: readonly GroupMoments[];
  readonly missing: number;
  /** Of the scores; null without rows. */
  readonly extremes: { readonly low: number; readonly high: number } | null;
}

type Variables = Readonly<Record<string, string>>;

/** The smallest probability that a logarithm sees, as scikit-learn clips. */
const CLIP = "2.220446049250313e-16";

const VARIABLES: Readonly<Record<MomentFamily, (p: string, s: string, top: number) => Variables>> = {
  values: (p) => ({
    mean_prediction: p,
    mean_error: `${p} - y`,
    mean_absolute_error: `abs(${p} - y)`,
    mean_squared_error: `(${p} - y) * (${p} - y)`,
  }),
  scores: (_, s) => ({
    mean_score: s,
    calibration_in_the_large: `${s} - y`,
    brier_score_loss: `(${s} - y) * (${s} - y)`,
    log_loss: `-ln(least(greatest(CASE WHEN y = 1 THEN ${s} ELSE 1 - ${s} END, ${CLIP}), 1 - ${CLIP}))`,
  }),
  ranks: (_, s, top) => ({
    exposure: `CASE WHEN ${s} IS NOT NULL THEN 1 / log2(1 + rank() OVER (ORDER BY round(${s}, 9) DESC)) END`,
    selection_at_k: `CAST(rank() OVER (ORDER BY round(${s}, 9) DESC) <= ${top} AS DOUBLE)`,
  }),
};

/** The label's own spread, for r²; about its mean, so that no digits are lost. */
const LABELS: Variables = { label: "y - centre", squared_label: "(y - centre) * (y - centre)" };

/** What a baseline's mean is called beside the candidate's. */
export const BEFORE = "baseline_";

function listVariables({ baseline }: GroupedPredictions, { family, top }: WantedMoments): Variables {
  const before = baseline === null ? {} : VARIABLES[family]("bp", "bs", top);
  return {
    ...VARIABLES[family]("p", "s", top),
    ...Object.fromEntries(Object.entries(before).map(([name, sql]) => [`${BEFORE}${name}`, sql])),
    ...(family === "values" ? LABELS : {}),
  };
}

/**
 * Weighted means and their covariances in every group, in one statement; sums are about the mean of all rows.
 *
 * @example
 * planMomentsByGroup({ table: { from: "t", columns: [], rowNumber: "r" }, columns: { key: "k", label: "y", prediction: "p", score: null, weight: null, positive: "1" }, by: [], intersections: [], control: [], bins: {}, baseline: null }, { family: "values", top: 10 }).read([]).missing; // => 0
 */
export function planMomentsByGroup(
  predictions: GroupedPredictions,
  wanted: WantedMoments,
): QueryPlan<MomentsByGroup> {
  const variables = listVariables(predictions, wanted);
  const names = Object.keys(variables);
  const measured = [
    ...groupAliases(predictions),
    ...["w", "s", ...(predictions.baseline === null ? [] : ["bs"])],
    ...names.map((name, index) => `${variables[name]} AS x${index}`),
  ];
  return {
    sql:
      `WITH base AS (${writeBase(predictions, wanted)}), ` +
      `r AS (SELECT ${measured.join(", ")} FROM base, (SELECT avg(y) AS centre FROM base)), ` +
      writeSums(predictions, names.length),
    read: (found) => readMoments(found, predictions, names),
  };
}

/** Labels, predictions and scores as numbers, the baseline's beside them. */
function writeBase(predictions: GroupedPredictions, { family }: WantedMoments): string {
  const { prediction, label, score } = predictions.columns;
  return writeGroupedRows(predictions, {
    own: [
      `${family === "values" ? numberOf(predictions, label) : labelOf(predictions)} AS y`,
      `${numberOf(predictions, prediction)} AS p`,
      `${numberOf(predictions, score)} AS s`,
    ],
    baseline: [`${numberOf(predictions, prediction)} AS bp`, `${numberOf(predictions, score)} AS bs`],
  });
}

/** From rows `r` with variables `x0` … to their sums by group, each variable about its mean over all rows. */
function writeSums(predictions: GroupedPredictions, count: number): string {
  const aliases = groupAliases(predictions);
  const places = Array.from({ length: count }, (_, index) => index);
  const present = places.map((place) => `x${place} IS NOT NULL`).join(" AND ");
  const sums = listSums(count);
  const names = sums.map(({ name }) => name);
  const facts = [
    ...places.map((place) => `avg(x${place}) AS m${place}`),
    `count(*) FILTER (WHERE NOT (${present})) AS missing`,
    predictions.baseline === null
      ? "min(s) AS low, max(s) AS high"
      : "min(least(s, bs)) AS low, max(greatest(s, bs)) AS high",
  ];
  const cells = [...aliases, "count(*) AS n", ...sums.map(({ inner, name }) => `sum(${inner}) AS ${name}`)];
  const texts = [...groupTexts(predictions.table, predictions), "n", ...names];
  const { selected, sql } = writeSets(predictions);
  const rolled = [
    ...[...selected, "sum(n) AS total"],
    ...names.map((name) => `sum(${name}) AS ${name}`),
    ...[...places.map((place) => `m${place}`), "missing", "low", "high"].map(
      (name) => `(SELECT ${name} FROM m) AS ${name}`,
    ),
  ];
  return (
    `m AS MATERIALIZED (SELECT ${facts.join(", ")} FROM r), ` +
    `raw AS MATERIALIZED (SELECT ${cells.join(", ")} FROM r, m WHERE ${present}${aliases.length === 0 ? "" : ` GROUP BY ${aliases.join(", ")}`}), ` +
    `f AS (SELECT ${texts.join(", ")} FROM raw) SELECT ${rolled.join(", ")} FROM f ${sql}`
  );
}

/** Σw, Σw², Σwx, Σw²x and Σw²xx, of centred x. */
function listSums(count: number): readonly { readonly name: string; readonly inner: string }[] {
  const indices = Array.from({ length: count }, (_, index) => index);
  const centred = (index: number) => `(x${index} - m${index})`;
  return [
    { name: "sw", inner: "w" },
    { name: "sq", inner: "w * w" },
    ...indices.flatMap((index) => [
      { name: `a${index}`, inner: `w * ${centred(index)}` },
      { name: `b${index}`, inner: `w * w * ${centred(index)}` },
    ]),
    ...indices.flatMap((left) =>
      indices.slice(left).map((right) => ({
        name: `c${left}_${right}`,
        inner: `w * w * ${centred(left)} * ${centred(right)}`,
      })),
    ),
  ];
}

function readMoments(
  found: readonly Row[],
  predictions: GroupedPredictions,
  names: readonly string[],
): MomentsByGroup {
  const read = found.flatMap((row) => {
    const key = readKey(row, predictions);
    const weighed = row["sw"] !== null && Number(row["sw"]) > 0;
    return key === null || !weighed ? [] : [{ ...key, ...readGroup(row, names) }];
  });
  const sorted = read.toSorted(byKey(predictions));
  const [first] = found;
  return {
    byGroup: sorted.filter(({ columns }) => columns.length > 0),
    overall: sorted.filter(({ columns }) => columns.length === 0),
    missing: first === undefined ? 0 : readCount(first, "missing"),
    extremes:
      first === undefined || first["low"] === null
        ? null
        : { low: readNumber(first["low"]), high: readNumber(first["high"]) },
  };
}

function readGroup(row: Row, names: readonly string[]): Omit<GroupMoments, keyof GroupKey> {
  const value = (name: string) => readNumber(row[name]);
  const [weight, square] = [value("sw"), value("sq")];
  const centred = names.map((_, index) => value(`a${index}`) / weight);
  const covariances = names.flatMap((left, i) =>
    names.slice(i).map((right, offset) => {
      const j = i + offset;
      const [a, b] = [centred[i] ?? 0, centred[j] ?? 0];
      const sum = value(`c${i}_${j}`) - a * value(`b${j}`) - b * value(`b${i}`) + a * b * square;
      return [`${left} ${right}`, sum / (weight * weight)];
    }),
  );
  return {
    rows: readCount(row, "total"),
    effective: weight === 0 ? 0 : (weight * weight) / square,
    means: Object.fromEntries(names.map((name, index) => [name, value(`m${index}`) + (centred[index] ?? 0)])),
    covariances: Object.fromEntries(covariances),
  };
}
