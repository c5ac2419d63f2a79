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

/** A measure of one group, and the effective rows behind it. */
export interface Level {
  readonly value: number;
  readonly trials: number;
}

/** What is judged of one measure: a group beside the reference, a group by itself, or a change against the baseline. */
export interface RateContrast {
  readonly rate: string;
  readonly group: Level;
  /** Null where a group is judged by itself. */
  readonly reference: Level | null;
  /** The disparity of the candidate and of the baseline, where the change is judged. */
  readonly change: { readonly candidate: number; readonly baseline: number } | null;
  /**
   * Absolute difference, 0 is parity; or smaller / larger, 1 is parity; a group's own value; or how much worse than
   * the baseline's.
   */
  readonly value: number;
  /** At 90 %, folded as the value is; always holds the value. */
  readonly interval: Interval;
  /** Of "both groups have the same rate", two-sided; of "at the limit" or "no change", one-sided. */
  readonly p: number;
  readonly method: "fisher-exact" | "pooled-z" | "exact-binomial" | "normal" | "delta-paired";
  /** Of what is compared with the limit: a difference of rates if they were the same, a value, a change. */
  readonly standardError: number;
}

/** Of every interval that is judged. */
export const CONFIDENCE = 0.9;

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
}: {
  readonly rate: string;
  readonly comparison: "difference" | "ratio";
  readonly group: Proportion;
  readonly reference: Proportion;
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
    group: { value: a, trials: group.trials },
    reference: { value: b, trials: reference.trials },
    change: null,
    value,
    interval: widen(interval, value),
    ...testProportions(pair),
    standardError: pooledError(pair),
  };
}

/** Effective numbers of weighted rows are no whole numbers, which Fisher's test needs: they are rounded for the test. */
export function testProportions({ a, b }: TwoProportions): Pick<RateContrast, "p" | "method"> {
  return twoProportionTest({ a: rounded(a), b: rounded(b) });
}

function rounded({ successes, trials }: Proportion): Proportion {
  const whole = Math.max(1, Math.round(trials));
  return { successes: Math.min(whole, Math.round((successes / trials) * whole)), trials: whole };
}

/** |a - b|: an interval that holds 0 starts there. */
export function foldDifference({ low, high, confidence }: Interval): Interval {
  const [nearer, farther] = [
    Math.min(Math.abs(low), Math.abs(high)),
    Math.max(Math.abs(low), Math.abs(high)),
  ];
  return { low: low <= 0 && high >= 0 ? 0 : nearer, high: farther, confidence };
}

/** min(a, b) / max(a, b): an interval that holds 1 ends there. */
export function foldRatio({ low, high, confidence }: Interval): Interval {
  const [first, second] = [Math.min(low, 1 / low), Math.min(high, 1 / high)];
  return {
    low: Math.min(first, second),
    high: low <= 1 && high >= 1 ? 1 : Math.max(first, second),
    confidence,
  };
}

/** The half success that keeps a ratio's logarithm finite pulls its interval off a value of 0. */
export function widen({ low, high, confidence }: Interval, value: number): Interval {
  return { low: Math.min(low, value), high: Math.max(high, value), confidence };
}

function pooledError({ a, b }: TwoProportions): number {
  const pooled = (a.successes + b.successes) / (a.trials + b.trials);
  return Math.sqrt(pooled * (1 - pooled) * (1 / a.trials + 1 / b.trials));
}
