/**
 * One rate of two groups: how far apart, how sure, and whether the gap could be noise.
 *
 * @module
 */
import {
  type Interval,
  newcombeInterval,
  type Proportion,
  ratioInterval,
  type TwoProportions,
  twoProportionTest,
} from "@ml-gates/statistics";
import type { Comparison } from "./disparities.ts";
import type { RateName } from "./rates.ts";

/** A rate of a group beside that of the reference, compared. */
export interface RateContrast {
  readonly rate: RateName;
  readonly group: Proportion;
  readonly reference: Proportion;
  /** Absolute difference, 0 is parity; or smaller rate / larger rate, 1 is parity. In 0..1. */
  readonly value: number;
  /** At 90 %, folded as the value is; always holds the value. */
  readonly interval: Interval;
  /** Two-sided, of "both groups have the same rate". */
  readonly p: number;
  readonly method: "fisher-exact" | "pooled-z";
  /** Of the difference of the rates if they were the same. */
  readonly standardError: number;
}

const CONFIDENCE = 0.9;

/**
 * Compares one rate of two groups. Null when both rates of a ratio are 0: there is no share of nothing.
 * Newcombe's interval for a difference, Walter's for a ratio; Fisher's test or the pooled z test.
 *
 * @example
 * measureContrast({ rate: "selection_rate", comparison: "ratio", group: { successes: 12, trials: 40 }, reference: { successes: 48, trials: 80 } })?.value; // => 0.5
 * measureContrast({ rate: "selection_rate", comparison: "ratio", group: { successes: 0, trials: 40 }, reference: { successes: 0, trials: 80 } }); // => null
 */
export function measureContrast({
  rate,
  comparison,
  group,
  reference,
}: Pick<RateContrast, "rate" | "group" | "reference"> & {
  readonly comparison: Comparison;
}): RateContrast | null {
  const [a, b] = [group.successes / group.trials, reference.successes / reference.trials];
  if (comparison === "ratio" && Math.max(a, b) === 0) return null;
  const pair = { a: group, b: reference };
  const value = comparison === "ratio" ? Math.min(a, b) / Math.max(a, b) : Math.abs(a - b);
  const interval =
    comparison === "ratio"
      ? foldRatio(ratioInterval({ ...pair, confidence: CONFIDENCE }))
      : foldDifference(newcombeInterval({ ...pair, confidence: CONFIDENCE }));
  return {
    rate,
    group,
    reference,
    value,
    interval: widen(interval, value),
    ...twoProportionTest(pair),
    standardError: pooledError(pair),
  };
}

/** |a - b|: an interval that holds 0 starts there. */
function foldDifference({ low, high, confidence }: Interval): Interval {
  const [nearer, farther] = [
    Math.min(Math.abs(low), Math.abs(high)),
    Math.max(Math.abs(low), Math.abs(high)),
  ];
  return { low: low <= 0 && high >= 0 ? 0 : nearer, high: farther, confidence };
}

/** min(a, b) / max(a, b): an interval that holds 1 ends there. */
function foldRatio({ low, high, confidence }: Interval): Interval {
  const [first, second] = [Math.min(low, 1 / low), Math.min(high, 1 / high)];
  return {
    low: Math.min(first, second),
    high: low <= 1 && high >= 1 ? 1 : Math.max(first, second),
    confidence,
  };
}

/** The half success that keeps a ratio's logarithm finite pulls its interval off a value of 0. */
function widen({ low, high, confidence }: Interval, value: number): Interval {
  return { low: Math.min(low, value), high: Math.max(high, value), confidence };
}

function pooledError({ a, b }: TwoProportions): number {
  const pooled = (a.successes + b.successes) / (a.trials + b.trials);
  return Math.sqrt(pooled * (1 - pooled) * (1 / a.trials + 1 / b.trials));
}
