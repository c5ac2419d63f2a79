/**
 * How many rows a question takes.
 *
 * @module
 */
import { normalQuantile } from "./normal.ts";

/** The chance of a false alarm, and of seeing what is there; both in 0..1. */
export interface Chances {
  readonly alpha: number;
  readonly power: number;
}

/**
 * Rows per group from which a two-sided test tells two rates apart:
 * (z_{1-α/2} √(2p̄q̄) + z_power √(p1 q1 + p2 q2))² / (p1 - p2)², rounded up; infinite for equal rates.
 *
 * @example
 * rowsForTwoRates({ a: 0.5, b: 0.4, alpha: 0.05, power: 0.8 }); // => 388
 */
export function rowsForTwoRates({
  a,
  b,
  alpha,
  power,
}: Chances & { readonly a: number; readonly b: number }): number {
  const pooled = (a + b) / 2;
  const under = normalQuantile(1 - alpha / 2) * Math.sqrt(2 * pooled * (1 - pooled));
  const over = normalQuantile(power) * Math.sqrt(a * (1 - a) + b * (1 - b));
  return Math.ceil(((under + over) / (a - b)) ** 2);
}

/**
 * Rows per group from which a ratio of selection rates, 0.8 by the four-fifths rule, is seen.
 *
 * @example
 * rowsForRatio({ rate: 0.3, ratio: 0.8, alpha: 0.05, power: 0.8 }); // => 859
 */
export function rowsForRatio({
  rate,
  ratio,
  ...chances
}: Chances & { readonly rate: number; readonly ratio: number }): number {
  return rowsForTwoRates({ a: rate, b: rate * ratio, ...chances });
}

/**
 * Rows per side from which equal rates of different rows are shown to be non-inferior: 2pq (z_{1-α} + z_power)² / margin².
 *
 * @example
 * rowsForNonInferiority({ rate: 0.9, margin: 0.02, alpha: 0.05, power: 0.8 }); // => 2783
 */
export function rowsForNonInferiority({
  rate,
  margin,
  ...chances
}: Chances & { readonly rate: number; readonly margin: number }): number {
  return rowsForVariance({ variance: 2 * rate * (1 - rate), margin, ...chances });
}

/**
 * Rows from which equal models on the same rows are shown to be non-inferior: ψ (z_{1-α} + z_power)² / margin², ψ the
 * share of rows on which exactly one of the two is right.
 *
 * @example
 * rowsForPairedNonInferiority({ discordant: 0.05, margin: 0.01, alpha: 0.05, power: 0.8 }); // => 3092
 */
export function rowsForPairedNonInferiority({
  discordant,
  margin,
  ...chances
}: Chances & { readonly discordant: number; readonly margin: number }): number {
  return rowsForVariance({ variance: discordant, margin, ...chances });
}

function rowsForVariance({
  variance,
  margin,
  alpha,
  power,
}: Chances & { readonly variance: number; readonly margin: number }): number {
  return Math.ceil(variance * ((normalQuantile(1 - alpha) + normalQuantile(power)) / margin) ** 2);
}
