/**
 * Quantiles of the beta distribution.
 *
 * @module
 */
import betainc from "@stdlib/math-base-special-betainc";
import { bisect } from "./bisection.ts";

/** The shapes of a beta distribution, both above 0. */
export interface BetaShape {
  readonly alpha: number;
  readonly beta: number;
}

/**
 * The x in 0..1 below which a share `p` of Beta(alpha, beta) lies.
 *
 * @example
 * betaQuantile(0.25, { alpha: 1, beta: 1 }); // => 0.25
 * betaQuantile(0, { alpha: 2, beta: 3 }); // => 0
 */
export function betaQuantile(p: number, { alpha, beta }: BetaShape): number {
  if (p <= 0 || p >= 1) return p <= 0 ? 0 : 1;
  return bisect((x) => betainc(x, alpha, beta) - p, { inside: 0, outside: 1 });
}
