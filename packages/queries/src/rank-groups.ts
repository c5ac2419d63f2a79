/**
 * Areas of both models over all rows and in every group, and their variances, from the influence of each unit.
 *
 * @module
 */
import { rankInfluences } from "@ml-gates/statistics";
import type { PairedTable, Slice } from "./pair-predictions.ts";
import { addInfluences, type Influences, noInfluences, sumSquares } from "./rank-squares.ts";
import { type RankTask, weighSteps } from "./rank-tasks.ts";
import { type ScoredRows, splitRows, takeRows } from "./ranked-columns.ts";

/** A statistic of ranks for both models. */
export interface RankedStatistic {
  readonly candidate: number;
  /** Null without a baseline. */
  readonly baseline: number | null;
  /** Variance of the candidate's value. */
  readonly levelVariance: number;
  /** Variance of the difference; 0 without a baseline. */
  readonly changeVariance: number;
}

/** What ranks say of all rows or of one group. */
export interface RankSums {
  readonly slice: Slice | null;
  readonly n: number;
  /** Independent units: clusters, else rows. */
  readonly units: number;
  /** Rows of the smaller side of the smallest task. */
  readonly smaller: number;
  /** Whether the two models rank any row apart, beyond the noise of arithmetic. */
  readonly apart: boolean;
  /** Null where a task lacks a class. */
  readonly area: RankedStatistic | null;
  readonly precision: RankedStatistic | null;
  /** Largest error in an area when rows of one step were in truth in any order; 0 for exact steps. */
  readonly areaBound: number;
  readonly precisionBound: number;
}

/**
 * Ranks all rows (first) and those of every group; the value of several tasks is their mean.
 *
 * @example
 * rankGroups({ pair: { candidate: { table: { from: "t", columns: [], rowNumber: "r" }, columns: { key: "k", label: "y", prediction: "p", score: "s", weight: null, positive: "1" }, by: [] }, baseline: null }, vocabulary: { classes: ["0", "1"], groups: {} }, positive: 2, slices: [] }, [{ positive: 2, negative: null, score: 0 }], { labels: Uint8Array.of(1, 2, 1, 2), groups: [], weights: null, units: null, scores: [{ candidate: { steps: Int32Array.of(0, 1, 2, 3), count: 4 }, baseline: null, apart: null }] })[0].area.candidate; // => 0.75
 */
export function rankGroups(
  { pair, vocabulary, slices }: PairedTable,
  tasks: readonly RankTask[],
  rows: ScoredRows,
): readonly RankSums[] {
  if (rows.labels.length === 0) return [];
  let first = 0;
  const sums = [rankRows(rows, tasks, null)];
  for (const [index, column] of pair.candidate.by.entries()) {
    const values = vocabulary.groups[column] ?? [];
    for (const [value, members] of splitRows(rows.groups[index] ?? new Uint8Array(), values.length).entries())
      if (members.length > 0)
        sums.push(rankRows(takeRows(rows, members), tasks, slices[first + value] ?? null));
    first += values.length;
  }
  return sums;
}

function rankRows(rows: ScoredRows, tasks: readonly RankTask[], slice: Slice | null): RankSums {
  const n = rows.labels.length;
  const units = rows.units?.count ?? n;
  const candidate = rankModel(rows, tasks, "candidate");
  const both = rows.scores.every(({ baseline }) => baseline !== null);
  const baseline = both ? rankModel(rows, tasks, "baseline") : null;
  const squares = sumSquares(candidate.influences, baseline?.influences ?? null);
  const factor = rows.units === null ? 1 : units / Math.max(1, units - 1);
  const statistic = (name: "roc" | "precision"): RankedStatistic | null => {
    const [value, before] = [candidate[name], baseline?.[name]];
    if (!Number.isFinite(value)) return null;
    return {
      candidate: value,
      baseline: before !== undefined && Number.isFinite(before) ? before : null,
      levelVariance: factor * squares[name].level,
      changeVariance: factor * squares[name].change,
    };
  };
  return {
    ...{ slice, n, units, smaller: candidate.smaller },
    apart: rows.scores.some(({ apart }) => apart?.includes(1)),
    area: statistic("roc"),
    precision: statistic("precision"),
    areaBound: candidate.rocBound + (baseline?.rocBound ?? 0),
    precisionBound: candidate.precisionBound + (baseline?.precisionBound ?? 0),
  };
}

/** One model's values over the tasks: their means; of their bounds too. */
interface ModelRanks {
  readonly roc: number;
  readonly precision: number;
  readonly rocBound: number;
  readonly precisionBound: number;
  readonly smaller: number;
  readonly influences: Influences;
}

function rankModel(rows: ScoredRows, tasks: readonly RankTask[], side: "candidate" | "baseline"): ModelRanks {
  const found = { roc: 0, precision: 0, rocBound: 0, precisionBound: 0, smaller: rows.labels.length };
  const share = 1 / tasks.length;
  let influences = noInfluences(rows, tasks);
  for (const task of tasks) {
    const steps = rows.scores[task.score]?.[side];
    if (!steps) continue;
    const seen = { rows, task, steps, share };
    const weights = weighSteps(seen);
    const areas = rankInfluences(weights);
    influences = addInfluences(influences, areas, seen);
    found.roc += areas.roc.value * share;
    found.precision += areas.precision.value * share;
    found.rocBound += areas.roc.bound * share;
    found.precisionBound += areas.precision.bound * share;
    found.smaller = Math.min(found.smaller, weights.smaller);
  }
  return { ...found, influences };
}
