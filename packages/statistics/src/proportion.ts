/**
 * An interval for one proportion.
 *
 * @module
 */
import { betaQuantile } from "./beta.ts";
import type { Interval } from "./interval.ts";
import { normalQuantile } from "./normal.ts";

/** `successes` out of `trials`. */
export interface Proportion {
  readonly successes: number;
  readonly trials: number;
}

/**
 * Wilson's score interval (1927): centre (p + z²/2n) / (1 + z²/n). Inside 0..1 whatever the data; needs trials > 0.
 *
 * @example
 * wilsonInterval({ successes: 0, trials: 20, confidence: 0.95 }).low; // => 0
 */
export function wilsonInterval({
  successes,
  trials,
  confidence,
}: Proportion & { readonly confidence: number }): Interval {
  const z = normalQuantile(1 - (1 - confidence) / 2);
  const share = successes / trials;
  const scale = 1 + (z * z) / trials;
  const centre = (share + (z * z) / (2 * trials)) / scale;
  const half = (z * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials))) / scale;
  return {
    low: successes === 0 ? 0 : Math.max(0, centre - half),
    high: successes === trials ? 1 : Math.min(1, centre + half),
    confidence,
  };
}

/**
 * Clopper & Pearson's exact interval (1934), from beta quantiles; never shorter than its confidence asks, often longer.
 *
 * @example
 * clopperPearsonInterval({ successes: 0, trials: 20, confidence: 0.95 }).low; // => 0
 * clopperPearsonInterval({ successes: 20, trials: 20, confidence: 0.95 }).high; // => 1
 */
export function clopperPearsonInterval({
  successes,
  trials,
  confidence,
}: Proportion & { readonly confidence: number }): Interval {
  const tail = (1 - confidence) / 2;
  const failures = trials - successes;
  return {
    low: successes === 0 ? 0 : betaQuantile(tail, { alpha: successes, beta: failures + 1 }),
    high: failures === 0 ? 1 : betaQuantile(1 - tail, { alpha: successes + 1, beta: failures }),
    confidence,
  };
}
