/**
 * Scores and labels by group and score bin: what the calibration of a group is made of.
 *
 * @module
 */
import type { GroupedPredictions } from "./count-by-group.ts";
import { labelOf, numberOf, writeGroupedRows } from "./count-by-group-rows.ts";
import { byKey, type GroupKey, groupAliases, groupTexts, readKey, writeSets } from "./count-by-group-sets.ts";
import type { QueryPlan } from "./paired-predictions.ts";
import { readNumber } from "./read-number.ts";
import type { Row } from "./table.ts";

/** The rows of a group whose scores lie in one tenth of 0..1. */
export interface ScoreBin {
  readonly bin: number;
  readonly weight: number;
  readonly square: number;
  /** Weighted sums of scores and of positive labels. */
  readonly scores: number;
  readonly positives: number;
  /** Σw²(s - y) and Σw²(s - y)². */
  readonly gap: number;
  readonly gapSquared: number;
}

/** Those of a bin that the baseline's scores put into one bin too, with the sums that both models make. */
export interface PairedBin extends ScoreBin {
  /** The baseline's: its bin, and its s in place of the candidate's. */
  readonly baseline: ScoreBin;
  /** Σw²(s - y)(s' - y). */
  readonly product: number;
}

/** The bins of one group that hold rows, in their order. */
export interface GroupBins extends GroupKey {
  readonly bins: readonly ScoreBin[];
  /** By both models' bins; null without a baseline. */
  readonly pairs: readonly PairedBin[] | null;
}

/** Equal widths, as scikit-learn's `calibration_curve` has them by default. */
export const SCORE_BINS = 10;

type Sums = Readonly<Record<Exclude<keyof ScoreBin, "bin">, string>>;

const sumsOf = (score: string): Sums => ({
  weight: "w",
  square: "w * w",
  scores: `w * ${score}`,
  positives: "w * y",
  gap: `w * w * (${score} - y)`,
  gapSquared: `w * w * (${score} - y) * (${score} - y)`,
});

/**
 * Sums scores and labels by group and by tenths of the score, in one statement.
 *
 * @example
 * planBinsByGroup({ table: { from: "t", columns: [], rowNumber: "r" }, columns: { key: "k", label: "y", prediction: null, score: "s", weight: null, positive: "1" }, by: [], intersections: [], control: [], bins: {}, baseline: null }).read([]); // => []
 */
export function planBinsByGroup(predictions: GroupedPredictions): QueryPlan<readonly GroupBins[]> {
  const paired = predictions.baseline !== null;
  const score = numberOf(predictions, predictions.columns.score);
  const rows = writeGroupedRows(predictions, {
    own: [`${labelOf(predictions)} AS y`, `${score} AS s`],
    baseline: [`${score} AS bs`],
  });
  const scores = paired ? ["s", "bs"] : ["s"];
  const bins = paired ? ["bin", "before_bin"] : ["bin"];
  const places = scores.map((each, index) => `${binOf(each)} AS ${bins[index]}`);
  const known = ["y", ...scores].map((each) => `${each} IS NOT NULL`).join(" AND ");
  const keys = [...groupAliases(predictions), ...bins];
  const sums = listSums(paired);
  const names = sums.map(([name]) => `"${name}"`);
  const { selected, sql } = writeSets(predictions, bins);
  return {
    sql:
      `WITH r AS (SELECT *, ${places.join(", ")} FROM (${rows}) WHERE ${known}), ` +
      `raw AS MATERIALIZED (SELECT ${[...keys, ...sums.map(([name, inner]) => `sum(${inner}) AS "${name}"`)].join(", ")} FROM r GROUP BY ${keys.join(", ")}), ` +
      `f AS (SELECT ${[...groupTexts(predictions.table, predictions), ...bins, ...names].join(", ")} FROM raw) ` +
      `SELECT ${[...selected, ...bins, ...names.map((name) => `sum(${name}) AS ${name}`)].join(", ")} FROM f ${sql}`,
    read: (found) => readBins(found, predictions),
  };
}

function binOf(score: string): string {
  return `least(greatest(floor(${score} * ${SCORE_BINS}), 0), ${SCORE_BINS - 1})`;
}

function listSums(paired: boolean): readonly (readonly [name: string, inner: string])[] {
  const own = Object.entries(sumsOf("s"));
  if (!paired) return own;
  const before = Object.entries(sumsOf("bs")).map(([name, inner]) => [`before_${name}`, inner] as const);
  return [...own, ...before, ["product", "w * w * (s - y) * (bs - y)"]];
}

function readBins(found: readonly Row[], predictions: GroupedPredictions): readonly GroupBins[] {
  const groups = new Map<string, { readonly key: GroupKey; readonly rows: Row[] }>();
  for (const row of found) {
    const key = readKey(row, predictions);
    if (key === null) continue;
    const id = JSON.stringify(key);
    const group = groups.get(id) ?? { key, rows: [] };
    group.rows.push(row);
    groups.set(id, group);
  }
  return [...groups.values()]
    .map(({ key, rows }) => ({ ...key, ...readGroup(rows, predictions.baseline !== null) }))
    .toSorted(byKey(predictions));
}

function readGroup(rows: readonly Row[], paired: boolean): Omit<GroupBins, keyof GroupKey> {
  const pairs = paired
    ? rows.map((row) => ({
        ...readBin(row, ""),
        baseline: readBin(row, "before_"),
        product: readNumber(row["product"]),
      }))
    : null;
  const bins = sumBins(rows.map((row) => readBin(row, "")));
  return { bins, pairs };
}

/**
 * Bins with the sums of all that have the same place, in their order.
 *
 * @example
 * sumBins([]); // => []
 */
export function sumBins(bins: readonly ScoreBin[]): readonly ScoreBin[] {
  const sums = new Map<number, ScoreBin>();
  for (const bin of bins) {
    const before = sums.get(bin.bin);
    sums.set(bin.bin, before === undefined ? bin : addBins(before, bin));
  }
  return [...sums.values()].toSorted((left, right) => left.bin - right.bin);
}

function addBins(left: ScoreBin, right: ScoreBin): ScoreBin {
  return {
    bin: left.bin,
    weight: left.weight + right.weight,
    square: left.square + right.square,
    scores: left.scores + right.scores,
    positives: left.positives + right.positives,
    gap: left.gap + right.gap,
    gapSquared: left.gapSquared + right.gapSquared,
  };
}

function readBin(row: Row, prefix: string): ScoreBin {
  const value = (name: string) => readNumber(row[`${prefix}${name}`]);
  return {
    bin: value("bin"),
    weight: value("weight"),
    square: value("square"),
    scores: value("scores"),
    positives: value("positives"),
    gap: value("gap"),
    gapSquared: value("gapSquared"),
  };
}
