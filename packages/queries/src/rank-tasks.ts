/**
 * Weights by class and step of the score: all that an area under a curve depends on.
 *
 * @module
 */
import type { StepWeights } from "@ml-gates/statistics";
import type { ScoredRows, Steps } from "./ranked-columns.ts";
import type { NumberColumn } from "./table.ts";

/** One class against another, or against the rest (null), by one of the scores. */
export interface RankTask {
  /** Position of a class, from 1. */
  readonly positive: number;
  readonly negative: number | null;
  readonly score: number;
}

/** Rows as one task sees them, in the order of one model's steps. */
export interface TaskRows {
  readonly rows: ScoredRows;
  readonly task: RankTask;
  readonly steps: Steps;
}

/**
 * Weights by class and step. Where rows are their own units, the variance of each class is over its rows less one.
 *
 * @example
 * weighSteps({ rows: { labels: Uint8Array.of(1, 2), groups: [], weights: null, units: null, scores: [] }, task: { positive: 2, negative: null, score: 0 }, steps: { steps: Int32Array.of(0, 1), count: 2 } }).positives; // => Float64Array.of(0, 1)
 */
export function weighSteps({ rows, task, steps }: TaskRows): StepWeights & { readonly smaller: number } {
  const { labels, weights } = rows;
  const positives = new Float64Array(steps.count);
  const negatives = new Float64Array(steps.count);
  let [positiveRows, negativeRows] = [0, 0];
  for (let row = 0; row < labels.length; row++) {
    const label = labels[row] ?? 0;
    const step = steps.steps[row] ?? 0;
    const weight = weightOf(weights, row);
    if (label === task.positive) {
      positives[step] = (positives[step] ?? 0) + weight;
      positiveRows++;
    } else if (task.negative === null || label === task.negative) {
      negatives[step] = (negatives[step] ?? 0) + weight;
      negativeRows++;
    }
  }
  const counted = { positives: positiveRows, negatives: negativeRows };
  const smaller = Math.min(positiveRows, negativeRows);
  return { positives, negatives, rows: rows.units === null ? counted : null, smaller };
}

/** 1 where rows have no weights. */
export function weightOf(weights: NumberColumn | null, row: number): number {
  return weights === null ? 1 : (weights[row] ?? 0);
}
