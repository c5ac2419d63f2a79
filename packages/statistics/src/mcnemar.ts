/**
 * Two classifiers on the same rows.
 *
 * @module
 */
import type { Alternative } from "./alternative.ts";
import { binomialTail } from "./binomial.ts";
import { chiSquareSurvival } from "./gamma.ts";

/** Rows on which exactly one of the two models is right. */
export interface Discordant {
  /** The candidate is right where the baseline is wrong. */
  readonly gained: number;
  /** The baseline is right where the candidate is wrong. */
  readonly lost: number;
}

/** Discordant rows, and which side of "no difference" is tested; `less`: the candidate is worse. */
export interface DiscordantTest extends Discordant {
  readonly alternative: Alternative;
}

/**
 * McNemar's test in its mid-p form (Fagerland, Lydersen & Laake 2013): the exact binomial tail less half the
 * probability of the observed split. Without discordant rows p is 1.
 *
 * @example
 * mcnemarMidP({ gained: 0, lost: 2, alternative: "less" }); // => 0.125
 * mcnemarMidP({ gained: 0, lost: 0, alternative: "two-sided" }); // => 1
 */
export function mcnemarMidP({ gained, lost, alternative }: DiscordantTest): number {
  // P(X >= k) - P(X = k) / 2 is the mean of two neighbouring tails.
  const tail = (k: number, trials: number) => (halfTail(k, trials) + halfTail(k + 1, trials)) / 2;
  return discordantP({ gained, lost, alternative }, tail);
}

/**
 * McNemar's exact test: the binomial tail of the observed split at one half, doubled and cut at 1 for two sides.
 * Conservative; equals `statsmodels.stats.contingency_tables.mcnemar(exact=True)`.
 *
 * @example
 * mcnemarExact({ gained: 0, lost: 2, alternative: "less" }); // => 0.25
 * mcnemarExact({ gained: 0, lost: 2, alternative: "two-sided" }); // => 0.5
 */
export function mcnemarExact(tested: DiscordantTest): number {
  return discordantP(tested, halfTail);
}

/**
 * McNemar's chi-square test (1947), two-sided: (|gained - lost| - 1)² / (gained + lost), without the 1 when not
 * `corrected`. Without discordant rows the statistic is 0 and p is 1.
 *
 * @example
 * mcnemarChiSquare({ gained: 3, lost: 9, corrected: false }).statistic; // => 3
 */
export function mcnemarChiSquare({ gained, lost, corrected }: Discordant & { readonly corrected: boolean }): {
  readonly statistic: number;
  readonly p: number;
} {
  const distance = Math.abs(gained - lost) - (corrected ? 1 : 0);
  const statistic = gained + lost === 0 ? 0 : (distance * distance) / (gained + lost);
  return { statistic, p: chiSquareSurvival(statistic, 1) };
}

function discordantP(
  { gained, lost, alternative }: DiscordantTest,
  tail: (successes: number, trials: number) => number,
): number {
  const trials = gained + lost;
  if (trials === 0) return 1;
  if (alternative === "two-sided") return Math.min(1, 2 * tail(Math.max(gained, lost), trials));
  return tail(alternative === "less" ? lost : gained, trials);
}

/** P(X >= k) at probability one half. */
function halfTail(successes: number, trials: number): number {
  return binomialTail({ successes, trials, probability: 0.5, side: "at-least" });
}
