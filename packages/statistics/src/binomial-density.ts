/**
 * The probability of one binomial outcome, by Loader's saddle point (2000): exact to the last digits for any size.
 *
 * @module
 */
import { logGamma } from "./gamma.ts";

const HALF_LOG_TAU = Math.log(2 * Math.PI) / 2;

/** A binomial outcome; `missing` is 1 - probability, given apart because it may be the smaller. */
export interface Outcome {
  readonly successes: number;
  readonly trials: number;
  readonly probability: number;
  readonly missing: number;
}

/**
 * ln P(X = successes), X binomial; probability strictly inside 0..1.
 *
 * @example
 * Math.exp(logBinomialDensity({ successes: 1, trials: 2, probability: 0.5, missing: 0.5 })).toFixed(12); // => "0.500000000000"
 */
export function logBinomialDensity({ successes, trials, probability, missing }: Outcome): number {
  const failures = trials - successes;
  if (successes === 0) return trials * Math.log(missing);
  if (failures === 0) return trials * Math.log(probability);
  const remainders = stirlingRemainder(trials) - stirlingRemainder(successes) - stirlingRemainder(failures);
  const deviances = deviance(successes, trials * probability) + deviance(failures, trials * missing);
  return remainders - deviances - HALF_LOG_TAU - Math.log(successes * (failures / trials)) / 2;
}

/** ln n! less Stirling's approximation of it. */
function stirlingRemainder(n: number): number {
  if (n < 16) return logGamma(n + 1) - (n + 0.5) * Math.log(n) + n - HALF_LOG_TAU;
  const square = n * n;
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square) / n;
}

/** x ln(x / mean) + mean - x, by its series where the two are close and the logarithm would cancel. */
function deviance(x: number, mean: number): number {
  const closeness = (x - mean) / (x + mean);
  if (Math.abs(closeness) > 0.1) return x * Math.log(x / mean) + mean - x;
  const square = closeness * closeness;
  let [sum, power] = [(x - mean) * closeness, 2 * x * closeness];
  for (let odd = 3; ; odd += 2) {
    power *= square;
    const next = sum + power / odd;
    if (next === sum) return sum;
    sum = next;
  }
}
