/**
 * Two proportions of different rows: is there a difference, how large is it, how large the ratio.
 *
 * @module
 */
import type { Interval } from "./interval.ts";
import { normalQuantile, normalSurvival } from "./normal.ts";
import { type Proportion, wilsonInterval } from "./proportion.ts";

/** The two proportions. */
export interface TwoProportions {
  readonly a: Proportion;
  readonly b: Proportion;
}

/** Fisher's test counts tables as extreme as this one up to a relative tolerance, as SciPy and R do. */
const FISHER_TOLERANCE = 1 + 1e-7;
const SMALL_EXPECTED = 5;

/**
 * Two-sided p of "the proportions are equal": Fisher's exact test when any expected count is below 5, else the pooled
 * z test. Needs trials > 0 on both sides. All successes, or none, on both sides: p is 1.
 *
 * @example
 * twoProportionTest({ a: { successes: 0, trials: 3 }, b: { successes: 3, trials: 3 } }); // => { p: 0.1, method: "fisher-exact" }
 */
export function twoProportionTest({ a, b }: TwoProportions): {
  readonly p: number;
  readonly method: "fisher-exact" | "pooled-z";
} {
  const successes = a.successes + b.successes;
  const trials = a.trials + b.trials;
  const pooled = successes / trials;
  const expected = Math.min(a.trials, b.trials) * Math.min(pooled, 1 - pooled);
  if (expected < SMALL_EXPECTED) return { p: fisherExact({ a, b }), method: "fisher-exact" };
  const standardError = Math.sqrt(pooled * (1 - pooled) * (1 / a.trials + 1 / b.trials));
  const z = Math.abs(a.successes / a.trials - b.successes / b.trials) / standardError;
  return { p: 2 * normalSurvival(z), method: "pooled-z" };
}

/**
 * Share of the hypergeometric weights of all tables no likelier than the observed one. Weights are relative to the
 * observed table's, by the ratio of neighbours: no factorial is ever formed.
 */
function fisherExact({ a, b }: TwoProportions): number {
  const successes = a.successes + b.successes;
  const [lowest, highest] = [Math.max(0, successes - b.trials), Math.min(a.trials, successes)];
  const rise = (k: number) => ((a.trials - k) * (successes - k)) / ((k + 1) * (b.trials - successes + k + 1));
  let [all, extreme] = [1, 1];
  const add = (weight: number) => {
    all += weight;
    if (weight <= FISHER_TOLERANCE) extreme += weight;
    return weight;
  };
  for (let k = a.successes, weight = 1; k < highest; k++) weight = add(weight * rise(k));
  for (let k = a.successes, weight = 1; k > lowest; k--) weight = add(weight / rise(k - 1));
  return Math.min(1, extreme / all);
}

/**
 * Newcombe's interval (1998, method 10) for a - b, in -1..1: squared Wilson arms.
 *
 * @example
 * newcombeInterval({ a: { successes: 5, trials: 10 }, b: { successes: 5, trials: 10 }, confidence: 0.9 }).confidence; // => 0.9
 */
export function newcombeInterval({
  a,
  b,
  confidence,
}: TwoProportions & { readonly confidence: number }): Interval {
  const [first, second] = [a.successes / a.trials, b.successes / b.trials];
  const [wa, wb] = [wilsonInterval({ ...a, confidence }), wilsonInterval({ ...b, confidence })];
  return {
    low: first - second - Math.hypot(first - wa.low, wb.high - second),
    high: first - second + Math.hypot(wa.high - first, second - wb.low),
    confidence,
  };
}

/**
 * Interval for a / b on the log scale with half a success and half a trial added (Walter 1975); low > 0.
 *
 * @example
 * ratioInterval({ a: { successes: 5, trials: 10 }, b: { successes: 5, trials: 10 }, confidence: 0.9 }).confidence; // => 0.9
 */
export function ratioInterval({
  a,
  b,
  confidence,
}: TwoProportions & { readonly confidence: number }): Interval {
  const z = normalQuantile(1 - (1 - confidence) / 2);
  const [sa, ta, sb, tb] = [a.successes, a.trials, b.successes, b.trials].map((count) => count + 0.5) as [
    number,
    number,
    number,
    number,
  ];
  const standardError = Math.sqrt(1 / sa - 1 / ta + 1 / sb - 1 / tb);
  const centre = Math.log(sa / ta / (sb / tb));
  return {
    low: Math.exp(centre - z * standardError),
    high: Math.exp(centre + z * standardError),
    confidence,
  };
}
