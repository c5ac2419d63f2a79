/**
 * How large the ratio of two proportions of different rows is.
 *
 * @module
 */
import { fallsTo } from "./bisection.ts";
import type { Interval } from "./interval.ts";
import { normalQuantile } from "./normal.ts";
import type { TwoProportions } from "./two-proportions.ts";

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

/**
 * Koopman's score interval (1984) for a / b: the ratios that the score test, its variance taken at the likeliest
 * proportions with that ratio, does not refuse. Infinite above when b has no success, 0 below when a has none.
 *
 * @example
 * koopmanInterval({ a: { successes: 0, trials: 9 }, b: { successes: 4, trials: 9 }, confidence: 0.9 }).low; // => 0
 */
export function koopmanInterval({
  a,
  b,
  confidence,
}: TwoProportions & { readonly confidence: number }): Interval {
  const z = normalQuantile(1 - (1 - confidence) / 2);
  return { low: 1 / highestRatio({ a: b, b: a }, z), high: highestRatio({ a, b }, z), confidence };
}

function highestRatio({ a, b }: TwoProportions, z: number): number {
  if (b.successes === 0) return Number.POSITIVE_INFINITY;
  const from = a.successes / a.trials / (b.successes / b.trials);
  return fallsTo((ratio) => ratioScore({ a, b }, ratio), { level: -z, from });
}

/** The score statistic for a hypothetical ratio >= the estimate; falls as the ratio rises. */
function ratioScore({ a, b }: TwoProportions, ratio: number): number {
  // The likeliest share of b is the smaller root of a quadratic, in the form that does not cancel.
  const square = (a.trials + b.trials) * ratio;
  const linear = ratio * (a.trials + b.successes) + a.successes + b.trials;
  const constant = a.successes + b.successes;
  const root = Math.sqrt(Math.max(0, linear * linear - 4 * square * constant));
  const share = (2 * constant) / (linear + root);
  const first = (share * ratio * (1 - share * ratio)) / a.trials;
  const second = (ratio * ratio * share * (1 - share)) / b.trials;
  const distance = a.successes / a.trials - (ratio * b.successes) / b.trials;
  return distance === 0 ? 0 : distance / Math.sqrt(Math.max(0, first) + second);
}
