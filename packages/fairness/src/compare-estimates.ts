/**
 * Any measure of two groups, compared: rates by exact tests and score intervals, the rest by their standard errors.
 *
 * @module
 */
import {
  type Interval,
  normalQuantile,
  normalSurvival,
  type Proportion,
  ratioInterval,
} from "@ml-gates/statistics";
import type { Comparison } from "./disparities.ts";
import {
  CONFIDENCE,
  foldDifference,
  foldRatio,
  measureContrast,
  type RateContrast,
  testProportions,
  widen,
} from "./measure-contrast.ts";
import type { Estimate } from "./measures.ts";

/** One measure of two groups. */
export interface ComparedEstimates {
  readonly rate: string;
  readonly comparison: Comparison;
  readonly group: Estimate;
  readonly reference: Estimate;
}

/** Quantile of the judged intervals: 90 %, two-sided. */
const Z = normalQuantile(1 - (1 - CONFIDENCE) / 2);

/** Null when there is no ratio: both values are 0. */
export function compareEstimates({
  rate,
  comparison,
  group,
  reference,
}: ComparedEstimates): RateContrast | null {
  const [a, b] = [group.proportion, reference.proportion];
  if (a === null || b === null) return compareNormal({ rate, comparison, group, reference });
  if (comparison === "log_ratio") return compareLogs({ rate, a, b });
  const kind = comparison === "ratio" ? "ratio" : "difference";
  return measureContrast({ rate, comparison: kind, group: a, reference: b });
}

function compareNormal({ rate, comparison, group, reference }: ComparedEstimates): RateContrast | null {
  const [a, b] = [group.value, reference.value];
  if (comparison === "ratio" && Math.max(a, b) <= 0) return null;
  const standardError = Math.hypot(group.standardError, reference.standardError);
  const gap = Math.abs(a - b);
  // A small group's error of calibration is high by noise alone: what noise would bring is no evidence.
  const beyondNoise = Math.max(0, gap - Math.abs(group.noise - reference.noise));
  const value = comparison === "ratio" ? Math.max(0, Math.min(a, b) / Math.max(a, b)) : gap;
  const interval =
    comparison === "ratio" ? ratioOfMeans(group, reference) : differenceOf(a - b, standardError);
  return {
    rate,
    group,
    reference,
    change: null,
    value,
    interval: widen(interval, value),
    p: testNormal(beyondNoise, standardError, 2),
    method: "normal",
    standardError,
  };
}

function differenceOf(difference: number, standardError: number): Interval {
  const half = Z * standardError;
  return foldDifference({ low: difference - half, high: difference + half, confidence: CONFIDENCE });
}

function ratioOfMeans(group: Estimate, reference: Estimate): Interval {
  if (Math.min(group.value, reference.value) <= 0) return { low: 0, high: 0, confidence: CONFIDENCE };
  const relative = Math.hypot(group.standardError / group.value, reference.standardError / reference.value);
  const centre = Math.log(group.value / reference.value);
  const [low, high] = [Math.exp(centre - Z * relative), Math.exp(centre + Z * relative)];
  return foldRatio({ low, high, confidence: CONFIDENCE });
}

/** P(|Z| ≥ distance / error), or one tail of it. Without any spread, what is apart is surely apart. */
export function testNormal(distance: number, standardError: number, tails: 1 | 2): number {
  if (standardError === 0) return distance > 0 ? 0 : 1;
  return Math.min(1, tails * normalSurvival(distance / standardError));
}

function compareLogs({
  rate,
  a,
  b,
}: {
  readonly rate: string;
  readonly a: Proportion;
  readonly b: Proportion;
}): RateContrast {
  const arms = [
    { a, b },
    { a: complement(a), b: complement(b) },
  ].map((pair) => foldLog(ratioInterval({ ...pair, confidence: CONFIDENCE })));
  const value = logRatio(a, b);
  const low = Math.max(...arms.map((arm) => arm.low));
  const high = Math.max(...arms.map((arm) => arm.high));
  return {
    rate,
    group: { value: a.successes / a.trials, trials: a.trials },
    reference: { value: b.successes / b.trials, trials: b.trials },
    change: null,
    value,
    interval: widen({ low, high, confidence: CONFIDENCE }, value),
    ...testProportions({ a, b }),
    standardError: (high - value) / Z,
  };
}

/** The larger |ln| of the ratio of two rates and of the ratio of their complements, smoothed. */
export function logRatio(a: Proportion, b: Proportion): number {
  const sizeOf = (left: Proportion, right: Proportion) => Math.abs(Math.log(smooth(left) / smooth(right)));
  return Math.max(sizeOf(a, b), sizeOf(complement(a), complement(b)));
}

function foldLog({ low, high, confidence }: Interval): Interval {
  return foldDifference({ low: Math.log(low), high: Math.log(high), confidence });
}

function complement({ successes, trials }: Proportion): Proportion {
  return { successes: trials - successes, trials };
}

function smooth({ successes, trials }: Proportion): number {
  return (successes + 0.5) / (trials + 1);
}
