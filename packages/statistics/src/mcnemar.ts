/**
 * Two classifiers on the same rows.
 *
 * @module
 */
import { binomialTail } from "./binomial.ts";

/** Rows on which exactly one of the two models is right. */
export interface Discordant {
  /** The candidate is right where the baseline is wrong. */
  readonly gained: number;
  /** The baseline is right where the candidate is wrong. */
  readonly lost: number;
}

/**
 * McNemar's test in its mid-p form (Fagerland, Lydersen & Laake 2013): the exact binomial tail less half the
 * probability of the observed split. `less`: the candidate is worse. Without discordant rows p is 1.
 *
 * @example
 * mcnemarMidP({ gained: 0, lost: 2, alternative: "less" }); // => 0.125
 * mcnemarMidP({ gained: 0, lost: 0, alternative: "two-sided" }); // => 1
 */
export function mcnemarMidP({
  gained,
  lost,
  alternative,
}: Discordant & { readonly alternative: "less" | "greater" | "two-sided" }): number {
  const trials = gained + lost;
  if (trials === 0) return 1;
  if (alternative === "less") return midTail(lost, trials);
  if (alternative === "greater") return midTail(gained, trials);
  return Math.min(1, 2 * midTail(Math.max(gained, lost), trials));
}

/** P(X >= k) - P(X = k) / 2 = (P(X >= k) + P(X >= k + 1)) / 2 at probability one half. */
function midTail(successes: number, trials: number): number {
  const tail = (k: number) => binomialTail({ successes: k, trials, probability: 0.5, side: "at-least" });
  return (tail(successes) + tail(successes + 1)) / 2;
}
