/**
 * Differences of means with their standard errors: what the t and z tests, intervals and margins are about.
 *
 * @module
 */
import type { Undefined } from "./delong.ts";
import type { Moments } from "./moments.ts";

/** An estimate in its own unit, how sure it is, and by which law: t with `degrees` of freedom, z when infinite. */
export interface Effect {
  readonly estimate: number;
  readonly standardError: number;
  readonly degrees: number;
}

/** Two independent samples. */
export interface TwoSamples {
  readonly a: Moments;
  readonly b: Moments;
}

/**
 * The mean of paired differences: se = s / √n with n - 1 degrees. Of seeds or rows; of folds see
 * `correctedResampledEffect`.
 *
 * @example
 * pairedEffect({ n: 4, mean: 0.5, variance: 4 }); // => { estimate: 0.5, standardError: 1, degrees: 3 }
 * pairedEffect({ n: 1, mean: 0.5, variance: 0 }); // => { undefined: "1 value; two are needed" }
 */
export function pairedEffect({ n, mean, variance }: Moments): Effect | Undefined {
  if (n < 2) return tooFew(n);
  return known({ estimate: mean, standardError: Math.sqrt(variance / n), degrees: n - 1 });
}

/**
 * The mean difference over folds or random splits, whose training rows overlap: Nadeau & Bengio's correction (2003) adds
 * the share `testRows / trainRows` to 1 / n in the variance.
 *
 * @example
 * correctedResampledEffect({ differences: { n: 2, mean: 1, variance: 1 }, testRows: 1, trainRows: 2 }); // => { estimate: 1, standardError: 1, degrees: 1 }
 */
export function correctedResampledEffect({
  differences: { n, mean, variance },
  testRows,
  trainRows,
}: {
  readonly differences: Moments;
  readonly testRows: number;
  readonly trainRows: number;
}): Effect | Undefined {
  if (n < 2) return tooFew(n);
  const standardError = Math.sqrt(variance * (1 / n + testRows / trainRows));
  return known({ estimate: mean, standardError, degrees: n - 1 });
}

/**
 * a - b by Welch (1947): each sample with its own variance, degrees by Welch & Satterthwaite.
 *
 * @example
 * welchEffect({ a: { n: 2, mean: 3, variance: 4 }, b: { n: 2, mean: 1, variance: 4 } }); // => { estimate: 2, standardError: 2, degrees: 2 }
 */
export function welchEffect({ a, b }: TwoSamples): Effect | Undefined {
  if (Math.min(a.n, b.n) < 2) return tooFew(Math.min(a.n, b.n));
  const [first, second] = [a.variance / a.n, b.variance / b.n];
  const degrees = (first + second) ** 2 / (first ** 2 / (a.n - 1) + second ** 2 / (b.n - 1));
  return known({ estimate: a.mean - b.mean, standardError: Math.sqrt(first + second), degrees });
}

/**
 * a - b with one variance for both samples (Student): n_a + n_b - 2 degrees.
 *
 * @example
 * pooledEffect({ a: { n: 2, mean: 3, variance: 4 }, b: { n: 2, mean: 1, variance: 4 } }); // => { estimate: 2, standardError: 2, degrees: 2 }
 */
export function pooledEffect({ a, b }: TwoSamples): Effect | Undefined {
  const degrees = a.n + b.n - 2;
  if (Math.min(a.n, b.n) < 2) return tooFew(Math.min(a.n, b.n));
  const variance = ((a.n - 1) * a.variance + (b.n - 1) * b.variance) / degrees;
  const standardError = Math.sqrt(variance * (1 / a.n + 1 / b.n));
  return known({ estimate: a.mean - b.mean, standardError, degrees });
}

function tooFew(n: number): Undefined {
  return { undefined: `${n} ${n === 1 ? "value" : "values"}; two are needed` };
}

/** Without spread there is no error to measure against, and certainty would be a false one. */
function known(effect: Effect): Effect | Undefined {
  if (effect.standardError > 0) return effect;
  return {
    undefined: Number.isNaN(effect.standardError) ? "a value is not a number" : "the values do not vary",
  };
}
