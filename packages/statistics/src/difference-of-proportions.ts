/**
 * How large the difference between two proportions of different rows is.
 *
 * @module
 */
import { bisect } from "./bisection.ts";
import type { Interval } from "./interval.ts";
import { normalQuantile, normalSurvival } from "./normal.ts";
import { wilsonInterval } from "./proportion.ts";
import type { TwoProportions } from "./two-proportions.ts";

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
 * Miettinen & Nurminen's score interval (1985) for a - b, in -1..1: the differences that the score test, its variance
 * taken at the likeliest proportions with that difference and enlarged by N / (N - 1), does not refuse.
 *
 * @example
 * miettinenNurminenInterval({ a: { successes: 0, trials: 9 }, b: { successes: 9, trials: 9 }, confidence: 0.9 }).low; // => -1
 */
export function miettinenNurminenInterval({
  a,
  b,
  confidence,
}: TwoProportions & { readonly confidence: number }): Interval {
  const z = normalQuantile(1 - (1 - confidence) / 2);
  const estimate = a.successes / a.trials - b.successes / b.trials;
  const score = (difference: number) => differenceScore({ a, b }, difference);
  return {
    low: bisect((difference) => score(difference) - z, { inside: estimate, outside: -1 }),
    high: bisect((difference) => -z - score(difference), { inside: estimate, outside: 1 }),
    confidence,
  };
}

/**
 * One-sided p of "a is worse than b by the margin or more", larger being better: Farrington & Manning's score test
 * (1990) with Miettinen & Nurminen's variance. A small p shows non-inferiority.
 *
 * @example
 * scoreNonInferiority({ a: { successes: 40, trials: 50 }, b: { successes: 45, trials: 50 }, margin: 0.1 }); // => 0.5
 */
export function scoreNonInferiority({ a, b, margin }: TwoProportions & { readonly margin: number }): number {
  return normalSurvival(differenceScore({ a, b }, -margin));
}

/** The score statistic for a hypothetical difference; falls as the difference rises. */
function differenceScore({ a, b }: TwoProportions, difference: number): number {
  const share = likeliestShare({ a, b }, difference);
  const [variance, total] = [(p: number) => p * (1 - p), a.trials + b.trials];
  const error =
    (variance(share + difference) / a.trials + variance(share) / b.trials) * (total / (total - 1));
  const distance = a.successes / a.trials - b.successes / b.trials - difference;
  if (Math.abs(distance) <= Number.EPSILON) return 0;
  return error > 0 ? distance / Math.sqrt(error) : Math.sign(distance) * Number.POSITIVE_INFINITY;
}

/**
 * The likeliest proportion of b when a's is larger by `difference`: where the likelihood's slope turns negative. Halved
 * for rather than solved as a cubic, whose arc cosine loses half of the digits where two roots meet.
 */
function likeliestShare({ a, b }: TwoProportions, difference: number): number {
  const pull = (count: number, share: number) => (count === 0 ? 0 : count / share);
  const slope = (share: number) =>
    pull(a.successes, share + difference) -
    pull(a.trials - a.successes, 1 - share - difference) +
    pull(b.successes, share) -
    pull(b.trials - b.successes, 1 - share);
  const [lowest, highest] = [Math.max(0, -difference), Math.min(1, 1 - difference)];
  return bisect((share) => -slope(share), { inside: lowest, outside: highest });
}
