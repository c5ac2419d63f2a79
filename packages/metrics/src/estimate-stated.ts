/**
 * A number that a file states with its standard error, as an estimate.
 *
 * @module
 */
import { type Interval, normalQuantile } from "@ml-gates/statistics";
import { baselineFile, type Comparison } from "./comparison.ts";
import { bareEstimate, CONFIDENCE, type Estimate, testNormal } from "./estimate.ts";
import type { MetricValues, Uncertainty } from "./metric-values.ts";

/** With fewer seeds or rounds than this the normal approximation would claim too much. */
const FEWEST = 30;

/** The value with the standard error its file states; without one, and for few repetitions, the bare number. */
export function estimateStated(value: number, uncertainty: Uncertainty | null): Estimate {
  const standardError = standardErrorOf(uncertainty);
  return standardError === null
    ? bareEstimate(value)
    : normalEstimate({ value, standardError, method: "stated-standard-error" });
}

/**
 * Candidate - baseline from the files alone. With both standard errors their squares add up: the two evaluations are
 * taken as independent, which is weaker than pairing them by example, and the method's name says so.
 */
export function changeStated(comparison: Comparison, metric: string): Estimate {
  const { candidate } = comparison;
  const baseline = baselineFile(comparison);
  const value = numberIn(candidate, metric) - numberIn(baseline, metric);
  const [own, other] = [candidate, baseline].map((file) =>
    standardErrorOf(file?.details.get(metric)?.uncertainty ?? null),
  );
  if (own === null || own === undefined || other === null || other === undefined) return bareEstimate(value);
  return normalEstimate({
    value,
    standardError: Math.hypot(own, other),
    method: "stated-standard-errors-unpaired",
  });
}

function numberIn(file: MetricValues | null, metric: string): number {
  return file?.values.get(metric) ?? Number.NaN;
}

function standardErrorOf(uncertainty: Uncertainty | null): number | null {
  const { standardError = null, n = null } = uncertainty ?? {};
  if (standardError === null || !Number.isFinite(standardError) || standardError <= 0) return null;
  return n !== null && n < FEWEST ? null : standardError;
}

function normalEstimate({
  value,
  standardError,
  method,
}: {
  readonly value: number;
  readonly standardError: number;
  readonly method: string;
}): Estimate {
  const reach = normalQuantile((1 + CONFIDENCE) / 2) * standardError;
  const interval: Interval = { low: value - reach, high: value + reach, confidence: CONFIDENCE };
  return {
    value,
    interval,
    standardError,
    method,
    identical: false,
    test: (hypothesis, alternative) => testNormal({ value, standardError }, hypothesis, alternative),
  };
}
