/**
 * What the gate's queries would find in the rows of a draw, from their counts by cell.
 *
 * @module
 */
import type { PredictionEvidence } from "@ml-gates/metrics";
import type { DecisionCounts, LossSums, RankedStatistic, RankSums } from "@ml-gates/queries";
import { CELLS, type Cell, decide, scoreOf } from "./scored-rows.ts";

const LOSSES: Readonly<Record<string, (label: number, score: number) => number>> = {
  log_loss: (label, score) => -Math.log(label === 1 ? score : 1 - score),
  brier_score: (label, score) => (score - label) ** 2,
};

/** The evidence of paired predictions. */
export function describeRows(counts: readonly number[]): PredictionEvidence {
  const losses = Object.entries(LOSSES).map(([name, loss]) => [name, [sumLoss(counts, loss)]] as const);
  return {
    columns: { key: "k", label: "y", prediction: "p", score: "s", weight: null, positive: "1" },
    classes: ["0", "1"],
    decisions: [countDecisions(counts)],
    losses: Object.fromEntries(losses),
    rankings: {},
    ranks: [{ plan: { tasks: "binary", area: "roc_auc", precision: null }, sums: [rankLevels(counts)] }],
    curves: null,
    examples: [],
    baseline: "paired",
  };
}

function countDecisions(counts: readonly number[]): DecisionCounts {
  const byDecision = new Map<string, { label: number; candidate: number; baseline: number; count: number }>();
  for (const [at, { label, ...levels }] of CELLS.entries()) {
    const [candidate, baseline] = [decide(levels.candidate), decide(levels.baseline)];
    const key = `${label}${candidate}${baseline}`;
    const count = (byDecision.get(key)?.count ?? 0) + (counts[at] ?? 0);
    byDecision.set(key, { label, candidate, baseline, count });
  }
  const cells = [...byDecision.values()].filter(({ count }) => count > 0);
  return {
    slice: null,
    n: total(counts),
    cells: cells.map((cell) => ({ ...cell, weight: cell.count, squares: cell.count })),
    clusters: null,
  };
}

/** Sums of one loss: weight w, loss a of the candidate, loss b of the baseline. */
function sumLoss(counts: readonly number[], loss: (label: number, score: number) => number): LossSums {
  const features = CELLS.map(({ label, candidate, baseline }) => ({
    w: 1,
    a: loss(label, scoreOf(candidate)),
    b: loss(label, scoreOf(baseline)),
  }));
  const over = (of: (each: { w: number; a: number; b: number }) => number) =>
    features.reduce((sum, each, at) => sum + (counts[at] ?? 0) * of(each), 0);
  const n = total(counts);
  return {
    ...{ slice: null, n, units: n, shift: 0, centre: 0 },
    totals: { w: n, a: over(({ a }) => a), b: over(({ b }) => b) },
    products: {
      "w*w": n,
      "w*a": over(({ a }) => a),
      "w*b": over(({ b }) => b),
      "a*a": over(({ a }) => a * a),
      "a*b": over(({ a, b }) => a * b),
      "b*b": over(({ b }) => b * b),
    },
    largest: { gap: gapOf(counts), outside: 0 },
  };
}

function rankLevels(counts: readonly number[]): RankSums {
  const rows = (label: number) => total(counts.filter((_, at) => CELLS[at]?.label === label));
  const [after, before] = [rankSide(counts, "candidate"), rankSide(counts, "baseline")];
  const squares = (of: (cell: Cell) => number) =>
    CELLS.reduce((sum, cell, at) => sum + (counts[at] ?? 0) * of(cell) ** 2, 0);
  const area: RankedStatistic = {
    candidate: after.area,
    baseline: before.area,
    levelVariance: squares(after.influence),
    changeVariance: squares((cell) => after.influence(cell) - before.influence(cell)),
  };
  const n = total(counts);
  return {
    ...{ slice: null, n, units: n, smaller: Math.min(rows(0), rows(1)), area },
    apart: gapOf(counts) > 0,
    ...{ precision: null, areaBound: 0, precisionBound: 0 },
  };
}

/** The area under one model's curve, and each row's influence on it: DeLong, DeLong and Clarke-Pearson (1988). */
function rankSide(counts: readonly number[], side: "candidate" | "baseline") {
  const [negatives, positives] = [0, 1].map((label) => countLevels(counts, { side, label }));
  const [n, p] = [total(negatives ?? []), total(positives ?? [])];
  const above = (level: number) => countBelow(negatives ?? [], level) / n;
  const under = (level: number) => 1 - countBelow(positives ?? [], level) / p;
  const area = total((positives ?? []).map((count, level) => count * above(level))) / p;
  const influence = ({ label, ...levels }: Cell) =>
    label === 1
      ? (above(levels[side]) - area) / Math.sqrt(p * (p - 1))
      : (under(levels[side]) - area) / Math.sqrt(n * (n - 1));
  return { area, influence };
}

function countLevels(
  counts: readonly number[],
  { side, label }: { readonly side: "candidate" | "baseline"; readonly label: number },
): readonly number[] {
  const levels: number[] = [];
  for (const [at, cell] of CELLS.entries())
    if (cell.label === label) levels[cell[side]] = (levels[cell[side]] ?? 0) + (counts[at] ?? 0);
  return levels;
}

/** Rows below a level, and half of those at it. */
function countBelow(levels: readonly number[], level: number): number {
  return total(levels.slice(0, level)) + (levels[level] ?? 0) / 2;
}

/** The largest difference between the two models' scores of a row. */
function gapOf(counts: readonly number[]): number {
  const differs = CELLS.some((cell, at) => cell.candidate !== cell.baseline && (counts[at] ?? 0) > 0);
  return differs ? 1 : 0;
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}
