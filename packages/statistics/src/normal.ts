/**
 * The standard normal distribution, with tails computed as tails.
 *
 * @module
 */
import erfc from "@stdlib/math-base-special-erfc";
import erfcinv from "@stdlib/math-base-special-erfcinv";

/**
 * Upper tail P(Z > z) = erfc(z / sqrt 2) / 2, in 0..1; keeps its relative precision far out.
 *
 * @example
 * normalSurvival(0); // => 0.5
 */
export function normalSurvival(z: number): number {
  return 0.5 * erfc(z / Math.SQRT2);
}

/**
 * The z below which a share `p` of the distribution lies: -sqrt 2 · erfcinv(2p). Infinite at 0 and 1, NaN outside.
 *
 * @example
 * normalQuantile(0.5); // => 0
 */
export function normalQuantile(p: number): number {
  const z = -Math.SQRT2 * erfcinv(2 * p);
  return z === 0 ? 0 : z;
}
