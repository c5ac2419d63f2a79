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

/** The bins of one group that hold rows, in their order. */
export interface GroupBins extends GroupKey {
  readonly bins: readonly ScoreBin[];
}

/** Equal widths, as scikit-learn's `calibration_curve` has them by default. */
const BINS = 10;

const SUMS: Readonly<Record<Exclude<keyof ScoreBin, "bin">, string>> = {
  weight: "w",
  square: "w * w",
  scores: "w * s",
  positives: "w * y",
  gap: "w * w * (s - y)",
  gapSquared: "w * w * (s - y) * (s - y)",
};

/**
 * Sums scores and labels by group and by tenths of the score, in one statement.
 *
 * @example
 * planBinsByGroup({ table: { from: "t", columns: [], rowNumber: "r" }, columns: { key: "k", label: "y", prediction: null, score: "s", weight: null, positive: "1" }, by: [], intersections: [], control: [], bins: {}, baseline: null }).read([]); // => []
 */
export function planBinsByGroup(predictions: GroupedPredictions): QueryPlan<readonly GroupBins[]> {
  const alone = { ...predictions, baseline: null };
  const rows = writeGroupedRows(alone, {
    own: [`${labelOf(alone)} AS y`, `${numberOf(alone, alone.columns.score)} AS s`],
    baseline: [],
  });
  const keys = [...groupAliases(alone), "bin"];
  const sums = Object.entries(SUMS);
  const { selected, sql } = writeSets(alone, ["bin"]);
  return {
    sql:
      `WITH r AS (SELECT *, least(greatest(floor(s * ${BINS}), 0), ${BINS - 1}) AS bin FROM (${rows}) WHERE s IS NOT NULL AND y IS NOT NULL), ` +
      `raw AS MATERIALIZED (SELECT ${[...keys, ...sums.map(([name, inner]) => `sum(${inner}) AS "${name}"`)].join(", ")} FROM r GROUP BY ${keys.join(", ")}), ` +
      `f AS (SELECT ${[...groupTexts(alone.table, alone), "bin", ...sums.map(([name]) => `"${name}"`)].join(", ")} FROM raw) ` +
      `SELECT ${[...selected, "bin", ...sums.map(([name]) => `sum("${name}") AS "${name}"`)].join(", ")} FROM f ${sql}`,
    read: (found) => readBins(found, alone),
  };
}

function readBins(found: readonly Row[], predictions: GroupedPredictions): readonly GroupBins[] {
  const groups = new Map<string, { key: GroupKey; bins: ScoreBin[] }>();
  for (const row of found) {
    const key = readKey(row, predictions);
    if (key === null) continue;
    const id = JSON.stringify(key);
    const group = groups.get(id) ?? { key, bins: [] };
    group.bins.push(readBin(row));
    groups.set(id, group);
  }
  return [...groups.values()]
    .map(({ key, bins }) => ({ ...key, bins: bins.toSorted((left, right) => left.bin - right.bin) }))
    .toSorted(byKey(predictions));
}

function readBin(row: Row): ScoreBin {
  const value = (name: string) => readNumber(row[name]);
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
