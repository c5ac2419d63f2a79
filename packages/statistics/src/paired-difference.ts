/**
 * How much better one classifier is than another on the same rows.
 *
 * @module
 */
import { bisect } from "./bisection.ts";
import type { Interval } from "./interval.ts";
import type { Discordant } from "./mcnemar.ts";
import { normalQuantile } from "./normal.ts";
import { wilsonInterval } from "./proportion.ts";

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

/** All four cells of two classifiers on n rows: `bothRight` beside the discordant ones. */
export interface PairedTable extends PairedDifference {
  readonly bothRight: number;
}

/**
 * Newcombe's paired interval (1998, method 10) for (gained - lost) / n, in -1..1: Wilson's arms of both shares,
 * squared and added, less what their correlation φ takes away. Where φ would be above 0 its numerator is lowered by n / 2,
 * down to 0.
 *
 * @example
 * pairedNewcombeInterval({ gained: 3, lost: 3, bothRight: 2, n: 10, confidence: 0.9 }).confidence; // => 0.9
 */
export function pairedNewcombeInterval({ gained, lost, bothRight, n, confidence }: PairedTable): Interval {
  const [right, wasRight] = [bothRight + gained, bothRight + lost];
  const [share, wasShare] = [right / n, wasRight / n];
  const now = wilsonInterval({ successes: right, trials: n, confidence });
  const was = wilsonInterval({ successes: wasRight, trials: n, confidence });
  const correlation = correctedPhi({ gained, lost, bothRight, n });
  const arm = (first: number, second: number) =>
    Math.sqrt(Math.max(0, first * first - 2 * correlation * first * second + second * second));
  return {
    low: (gained - lost) / n - arm(share - now.low, was.high - wasShare),
    high: (gained - lost) / n + arm(wasShare - was.low, now.high - share),
    confidence,
  };
}

function correctedPhi({ gained, lost, bothRight, n }: Omit<PairedTable, "confidence">): number {
  const bothWrong = n - bothRight - gained - lost;
  const margins = (bothRight + gained) * (bothRight + lost) * (bothWrong + gained) * (bothWrong + lost);
  if (margins === 0) return 0;
  const surplus = bothRight * bothWrong - gained * lost;
  return (surplus > 0 ? Math.max(0, surplus - n / 2) : surplus) / Math.sqrt(margins);
}
