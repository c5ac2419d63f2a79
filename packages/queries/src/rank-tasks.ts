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
  const { labels } = rows;
  const { weights, stride } = strideWeights(rows);
  const positives = new Float64Array(steps.count);
  const negatives = new Float64Array(steps.count);
  let [positiveRows, negativeRows] = [0, 0];
  for (let row = 0; row < labels.length; row++) {
    const label = labels[row] ?? 0;
    const step = steps.steps[row] ?? 0;
    const weight = weights[row * stride] ?? 0;
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

/** Weights as an array in any case: the row's stands at its number times the stride. */
export interface StridedWeights {
  readonly weights: NumberColumn;
  readonly stride: 0 | 1;
}

/** One weight for all rows where they have none: asking in a loop whether there are any makes it five times as slow. */
export function strideWeights({ weights }: ScoredRows): StridedWeights {
  return weights === null ? { weights: Float64Array.of(1), stride: 0 } : { weights, stride: 1 };
}
