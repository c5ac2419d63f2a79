/**
 * What a mean of repetitions - seeds, folds of cross-validation, rounds, documents - is known to within.
 *
 * @module
 */
import {
  type Effect,
  type Moments,
  momentsOf,
  pairedEffect,
  type Undefined,
  welchEffect,
} from "@ml-gates/statistics";
import type { Estimate } from "./estimate.ts";
import { estimateSmooth } from "./estimate-smooth.ts";
import { matchNames } from "./match-names.ts";
import { estimateChange, estimateShare } from "./measure-accuracy.ts";
import type { NamedValue, Uncertainty } from "./metric-values.ts";

/** A value with what its file states of it. */
export interface StatedValue {
  readonly value: number;
  readonly uncertainty: Uncertainty | null;
}

/** The mean of documents, seeds, folds or rounds; null where the file does not hold two of them. */
export function estimateRepeats({ value, uncertainty }: StatedValue): Estimate | null {
  const { documents } = uncertainty ?? {};
  if (documents?.every(({ value: each }) => isShare(each)))
    return estimateShare(documents.filter(({ value: each }) => each === 1).length, documents.length);
  const moments = momentsFrom(uncertainty);
  if (moments === null) return null;
  const overlap = overlapOf(uncertainty);
  const effect = pairedEffect(widen(moments, overlap));
  return toEstimate(effect, { value, method: overlap > 0 ? "corrected-resampled-t" : "t", overlap });
}

/**
 * Candidate - baseline by the values behind both: of the same documents, seeds or folds paired; of others as two
 * samples (Welch 1947). Null where either file does not hold two.
 */
export function changeOfRepeats(candidate: StatedValue, baseline: StatedValue): Estimate | null {
  const [own, other] = [candidate.uncertainty, baseline.uncertainty];
  const value = candidate.value - baseline.value;
  const documents = matchNames(own?.documents, other?.documents);
  if (documents?.every(({ after, before }) => isShare(after) && isShare(before)))
    return changeOfShares(documents);
  const overlap = Math.max(overlapOf(own), overlapOf(other));
  const isPairable = own?.folds === other?.folds;
  const pairs = documents ?? (isPairable ? matchNames(own?.seeds, other?.seeds) : null);
  if (pairs !== null && pairs.length > 1) {
    const moments = momentsOf(pairs.map(({ after, before }) => after - before));
    const method = overlap > 0 ? "corrected-resampled-t" : "paired-t";
    return toEstimate(pairedEffect(widen(moments, overlap)), { value, method, overlap });
  }
  const [a, b] = [momentsFrom(own), momentsFrom(other)];
  if (a === null || b === null) return null;
  const effect = welchEffect({ a: widen(a, overlapOf(own)), b: widen(b, overlapOf(other)) });
  return toEstimate(effect, { value, method: overlap > 0 ? "corrected-welch-t" : "welch-t", overlap });
}

/** Right or wrong is McNemar's table. */
function changeOfShares(pairs: readonly { readonly after: number; readonly before: number }[]): Estimate {
  const count = (change: number) => pairs.filter(({ after, before }) => after - before === change).length;
  const [gained, lost] = [count(1), count(-1)];
  return estimateChange({ gained, lost, flipped: gained + lost }, pairs.length);
}

function isShare(value: number): boolean {
  return value === 0 || value === 1;
}

/** Moments of the single values, or as the file states them; null of fewer than two. */
function momentsFrom(uncertainty: Uncertainty | null): Moments | null {
  const { documents, seeds, standardDeviation: spread, n } = uncertainty ?? {};
  const named: readonly NamedValue[] | undefined = documents ?? seeds;
  if (named !== undefined) return named.length < 2 ? null : momentsOf(named.map(({ value }) => value));
  return spread === undefined || n === undefined || n < 2 ? null : { n, mean: 0, variance: spread ** 2 };
}

/** Rows of a fold for each row it was trained on: 1 / (k - 1); 0 for what is no fold. */
function overlapOf(uncertainty: Uncertainty | null): number {
  const { folds = 0 } = uncertainty ?? {};
  return folds < 2 ? 0 : 1 / (folds - 1);
}

/** Nadeau & Bengio (2003): training sets that overlap add their share to 1 / n in the variance of the mean. */
function widen(moments: Moments, overlap: number): Moments {
  return { ...moments, variance: moments.variance * (1 + moments.n * overlap) };
}

/** Without spread nothing is known of the noise, and the value alone decides. */
function toEstimate(
  effect: Effect | Undefined,
  { value, method, overlap }: { readonly value: number; readonly method: string; readonly overlap: number },
): Estimate {
  const known = "undefined" in effect ? { standardError: 0, degrees: null } : effect;
  const { standardError, degrees } = known;
  return {
    ...estimateSmooth({
      value,
      standardError,
      degrees,
      method,
      identical: standardError === 0 && value === 0,
    }),
    ...(degrees === null ? {} : { degrees }),
    ...(overlap > 0 ? { isBounded: true } : {}),
  };
}
