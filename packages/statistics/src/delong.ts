/**
 * The area under the ROC curve and how sure it is: DeLong, DeLong & Clarke-Pearson (1988), by the midranks of
 * Sun & Xu (2014).
 *
 * @module
 */
import { mean, sampleCovariance } from "simple-statistics";
import type { Effect } from "./effect.ts";

/** Scores of one model. `labels` are 0 or 1; equal lengths. */
export interface ScoredRows {
  readonly labels: ArrayLike<number>;
  readonly scores: ArrayLike<number>;
}

/** Scores of two models for the same rows. */
export interface PairedScores {
  readonly labels: ArrayLike<number>;
  readonly candidate: ArrayLike<number>;
  readonly baseline: ArrayLike<number>;
}

/** Why there is no number: fewer than two rows of a class. */
export interface Undefined {
  readonly undefined: string;
}

/**
 * Area in 0..1 (perfect 1, guessing 0.5) with DeLong's standard error. Tied scores count half. Needs two rows of
 * each class.
 *
 * @example
 * rocAuc({ labels: [0, 0, 1, 1], scores: [0.1, 0.2, 0.3, 0.4] }); // => { auc: 1, standardError: 0 }
 */
export function rocAuc({
  labels,
  scores,
}: ScoredRows): { readonly auc: number; readonly standardError: number } | Undefined {
  const classes = splitClasses(labels);
  if ("undefined" in classes) return classes;
  const placed = placementsOf(scores, classes);
  return { auc: mean(placed.positives), standardError: Math.sqrt(covariance(placed, placed)) };
}

/**
 * Both areas on the same rows, their difference (candidate - baseline) and its standard error.
 *
 * @example
 * delong({ labels: [0, 0, 1, 1], candidate: [1, 2, 3, 4], baseline: [1, 2, 3, 4] }); // => { candidate: 1, baseline: 1, difference: 0, standardError: 0 }
 */
export function delong({ labels, candidate, baseline }: PairedScores):
  | {
      readonly candidate: number;
      readonly baseline: number;
      readonly difference: number;
      readonly standardError: number;
    }
  | Undefined {
  const classes = splitClasses(labels);
  if ("undefined" in classes) return classes;
  const [first, second] = [placementsOf(candidate, classes), placementsOf(baseline, classes)];
  const variance = covariance(first, first) + covariance(second, second) - 2 * covariance(first, second);
  const [auc, other] = [mean(first.positives), mean(second.positives)];
  return {
    candidate: auc,
    baseline: other,
    difference: auc - other,
    standardError: Math.sqrt(Math.max(0, variance)),
  };
}

/**
 * The difference a - b of areas on different rows, for a t test with the degrees of Welch & Satterthwaite over all rows
 * of each side, as pROC has it.
 *
 * @example
 * delongUnpaired({ a: { labels: [0, 1], scores: [1, 2] }, b: { labels: [0, 1], scores: [1, 2] } }); // => { undefined: "1 positive and 1 negative rows; two of each are needed" }
 */
export function delongUnpaired({
  a,
  b,
}: {
  readonly a: ScoredRows;
  readonly b: ScoredRows;
}): Effect | Undefined {
  const [first, second] = [rocAuc(a), rocAuc(b)];
  if ("undefined" in first) return first;
  if ("undefined" in second) return second;
  const [one, other] = [first.standardError ** 2, second.standardError ** 2];
  if (one + other === 0) return { undefined: "the areas do not vary" };
  return {
    estimate: first.auc - second.auc,
    standardError: Math.sqrt(one + other),
    degrees: (one + other) ** 2 / (one ** 2 / (a.labels.length - 1) + other ** 2 / (b.labels.length - 1)),
  };
}

interface Classes {
  readonly positives: Uint32Array;
  readonly negatives: Uint32Array;
}

function splitClasses(labels: ArrayLike<number>): Classes | Undefined {
  const rows = Uint32Array.from({ length: labels.length }, (_, row) => row);
  const positives = rows.filter((row) => labels[row] === 1);
  const negatives = rows.filter((row) => labels[row] !== 1);
  const few = Math.min(positives.length, negatives.length) < 2;
  return few
    ? {
        undefined: `${positives.length} positive and ${negatives.length} negative rows; two of each are needed`,
      }
    : { positives, negatives };
}

/** For each row the share of the other class that it is placed rightly against, ties half. */
interface Placements {
  readonly positives: number[];
  readonly negatives: number[];
}

function placementsOf(scores: ArrayLike<number>, { positives, negatives }: Classes): Placements {
  const pooled = midranksOf(
    scores,
    Uint32Array.from({ length: scores.length }, (_, row) => row),
  );
  const [among, against] = [midranksOf(scores, positives), midranksOf(scores, negatives)];
  return {
    positives: Array.from(positives, (row) => ((pooled[row] ?? 0) - (among[row] ?? 0)) / negatives.length),
    negatives: Array.from(
      negatives,
      (row) => 1 - ((pooled[row] ?? 0) - (against[row] ?? 0)) / positives.length,
    ),
  };
}

/** Ranks from 1 among the given rows, ties sharing the mean of theirs; indexed by row. */
function midranksOf(scores: ArrayLike<number>, rows: Uint32Array): Float64Array {
  const order = rows.toSorted((left, right) => (scores[left] ?? 0) - (scores[right] ?? 0));
  const ranks = new Float64Array(scores.length);
  for (let start = 0; start < order.length; ) {
    const score = scores[order[start] ?? 0];
    let end = start;
    while (end < order.length && scores[order[end] ?? 0] === score) end += 1;
    for (let at = start; at < end; at++) ranks[order[at] ?? 0] = (start + end + 1) / 2;
    start = end;
  }
  return ranks;
}

/** Covariance of two areas: sample covariances of their placements, each over its class. */
function covariance(first: Placements, second: Placements): number {
  const of = (left: number[], right: number[]) => sampleCovariance(left, right) / left.length;
  return of(first.positives, second.positives) + of(first.negatives, second.negatives);
}
