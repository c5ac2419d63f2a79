/**
 * The logarithm of the gamma function, and the chi-square distribution with its tail computed as a tail.
 *
 * @module
 */
import gammaln from "@stdlib/math-base-special-gammaln";
import { fallsTo } from "./bisection.ts";

/**
 * ln |Γ(x)|; ln (n - 1)! at a whole n. Infinite at 0 and the negative whole numbers.
 *
 * @example
 * logGamma(1); // => 0
 */
export function logGamma(x: number): number {
  return gammaln(x);
}

/** A gamma function's argument and the point from which its tail is taken. */
export interface GammaTail {
  readonly shape: number;
  readonly x: number;
}

/**
 * Regularised upper incomplete gamma function Q(shape, x), in 0..1; shape > 0. Beyond the mean by Legendre's continued
 * fraction, so that a deep tail keeps its digits; before it as 1 - P of the power series.
 *
 * @example
 * gammaUpperTail({ shape: 2, x: 0 }); // => 1
 * gammaUpperTail({ shape: 1, x: 3 }).toFixed(12); // => Math.exp(-3).toFixed(12)
 */
export function gammaUpperTail({ shape, x }: GammaTail): number {
  if (x <= 0 || x === Number.POSITIVE_INFINITY) return x <= 0 ? 1 : 0;
  const density = Math.exp(shape * Math.log(x) - x - gammaln(shape));
  if (density === 0) return x > shape ? 0 : 1;
  return x < shape + 1 ? 1 - density * lowerSeries({ shape, x }) : density * upperFraction({ shape, x });
}

/** Σ x^k / (shape · (shape + 1) … (shape + k)). */
function lowerSeries({ shape, x }: GammaTail): number {
  let [term, sum] = [1 / shape, 1 / shape];
  for (let k = 1; term > sum * Number.EPSILON; k++) {
    term *= x / (shape + k);
    sum += term;
  }
  return sum;
}

/** 1 / (x + 1 - s - 1(1 - s) / (x + 3 - s - 2(2 - s) / (x + 5 - s - …))), by Lentz's method. */
function upperFraction({ shape, x }: GammaTail): number {
  let below = x + 1 - shape;
  let [above, inverse] = [Number.POSITIVE_INFINITY, 1 / below];
  let value = inverse;
  for (let k = 1, factor = 0; Math.abs(factor - 1) > 4 * Number.EPSILON; k++) {
    const numerator = -k * (k - shape);
    below += 2;
    inverse = 1 / (numerator * inverse + below);
    above = below + numerator / above;
    factor = inverse * above;
    value *= factor;
  }
  return value;
}

/**
 * P(X > x) for a chi-square of so many degrees of freedom: Q(degrees / 2, x / 2). Below 0 it is 1.
 *
 * @example
 * chiSquareSurvival(0, 3); // => 1
 * chiSquareSurvival(Number.POSITIVE_INFINITY, 3); // => 0
 */
export function chiSquareSurvival(x: number, degrees: number): number {
  return gammaUpperTail({ shape: degrees / 2, x: x / 2 });
}

/**
 * The x that a chi-square exceeds with probability `tail`, in 0..1: its critical value at significance `tail`.
 *
 * @example
 * chiSquareCritical(0.05, 2).toFixed(9); // => "5.991464547"
 */
export function chiSquareCritical(tail: number, degrees: number): number {
  return fallsTo((x) => chiSquareSurvival(x, degrees), { level: tail, from: 0 });
}
