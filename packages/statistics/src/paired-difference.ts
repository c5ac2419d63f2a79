/**
 * How much better one classifier is than another on the same rows.
 *
 * @module
 */
import { bisect } from "./bisection.ts";
import type { Interval } from "./interval.ts";
import type { Discordant } from "./mcnemar.ts";
import { normalQuantile } from "./normal.ts";

/** Discordant rows among all n, and the confidence wanted. */
export interface PairedDifference extends Discordant {
  readonly n: number;
  readonly confidence: number;
}

/**
 * Tango's score interval (1998) for (gained - lost) / n, in -1..1: the differences that the score test does not
 * refuse. Unlike Wald's it stays sensible when few rows, or none, are discordant.
 *
 * @example
 * tangoInterval({ gained: 3, lost: 3, n: 10, confidence: 0.9 }).confidence; // => 0.9
 */
export function tangoInterval({ gained, lost, n, confidence }: PairedDifference): Interval {
  const z = normalQuantile(1 - (1 - confidence) / 2);
  const estimate = (gained - lost) / n;
  const score = (difference: number) => tangoScore({ gained, lost, n }, difference);
  return {
    low: bisect((difference) => score(difference) - z, { inside: estimate, outside: -1 }),
    high: bisect((difference) => -z - score(difference), { inside: estimate, outside: 1 }),
    confidence,
  };
}

/** The score statistic for a hypothetical difference; falls as the difference rises. */
function tangoScore({ gained, lost, n }: Discordant & { readonly n: number }, difference: number): number {
  const a = 2 * n;
  const b = -gained - lost + (2 * n - gained + lost) * difference;
  const c = -lost * difference * (1 - difference);
  const lostShare = (Math.sqrt(Math.max(0, b * b - 4 * a * c)) - b) / (2 * a);
  const variance = n * (2 * lostShare + difference * (1 - difference));
  const distance = gained - lost - n * difference;
  return variance > 0 ? distance / Math.sqrt(variance) : Math.sign(distance) * Number.POSITIVE_INFINITY;
}
