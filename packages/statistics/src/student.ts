/**
 * Student's t distribution, with tails computed as tails.
 *
 * @module
 */
import betainc from "@stdlib/math-base-special-betainc";
import { fallsTo } from "./bisection.ts";

/**
 * P(T > t) for `degrees` > 0 of freedom, which need not be whole: I_{ν/(ν+t²)}(ν/2, ½) / 2 for t >= 0.
 *
 * @example
 * studentSurvival(0, 5); // => 0.5
 * studentSurvival(1, 1).toFixed(12); // => "0.250000000000"
 */
export function studentSurvival(t: number, degrees: number): number {
  if (t < 0) return 1 - studentSurvival(-t, degrees);
  if (t === Number.POSITIVE_INFINITY) return 0;
  const square = t * t;
  if (square < 1) return 0.5 - 0.5 * betainc(square / (degrees + square), 0.5, degrees / 2);
  // Of the two complementary arguments the smaller one has all its digits.
  return square < degrees
    ? 0.5 * betainc(square / (degrees + square), 0.5, degrees / 2, true, true)
    : 0.5 * betainc(degrees / (degrees + square), degrees / 2, 0.5);
}

/**
 * The t below which a share `p` of the distribution lies; infinite at 0 and 1.
 *
 * @example
 * studentQuantile(0.5, 5); // => 0
 * studentQuantile(0.75, 1).toFixed(12); // => "1.000000000000"
 */
export function studentQuantile(p: number, degrees: number): number {
  if (p === 0 || p === 1) return p === 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  if (p === 0.5) return 0;
  const beyond = fallsTo((t) => studentSurvival(t, degrees), { level: Math.min(p, 1 - p), from: 0 });
  return p < 0.5 ? -beyond : beyond;
}
