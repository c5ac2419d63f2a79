/**
 * The exact binomial test.
 *
 * @module
 */
import betainc from "@stdlib/math-base-special-betainc";

/** A tail of a binomial distribution: `successes` in 0..trials, `probability` in 0..1. */
export interface BinomialTail {
  readonly successes: number;
  readonly trials: number;
  readonly probability: number;
  readonly side: "at-least" | "at-most";
}

/**
 * P(X >= successes) or P(X <= successes), X binomial: a regularised incomplete beta, I_p(k, n-k+1).
 *
 * @example
 * binomialTail({ successes: 2, trials: 2, probability: 0.5, side: "at-least" }); // => 0.25
 */
export function binomialTail({ successes, trials, probability, side }: BinomialTail): number {
  if (side === "at-most") {
    const failures = trials - successes;
    return binomialTail({ successes: failures, trials, probability: 1 - probability, side: "at-least" });
  }
  if (successes <= 0) return 1;
  if (successes > trials) return 0;
  return betainc(probability, successes, trials - successes + 1);
}

/** Successes among trials, tested against a stated probability. */
export interface BinomialTest {
  readonly successes: number;
  readonly trials: number;
  /** The probability under the null hypothesis. */
  readonly against: number;
  /** `less`: the true probability is below `against`. */
  readonly alternative: "less" | "greater";
}

/**
 * One-sided p-value of Clopper & Pearson's exact test (1934); equals `scipy.stats.binomtest`.
 *
 * @example
 * binomialTest({ successes: 0, trials: 2, against: 0.5, alternative: "less" }); // => 0.25
 */
export function binomialTest({ successes, trials, against, alternative }: BinomialTest): number {
  const side = alternative === "less" ? "at-most" : "at-least";
  return binomialTail({ successes, trials, probability: against, side });
}
