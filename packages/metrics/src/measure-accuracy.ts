/**
 * Shares of rows, and the change of accuracy on the same rows, by exact methods.
 *
 * @module
 */
import { binomialTest, mcnemarMidP, tangoInterval, wilsonInterval } from "@ml-gates/statistics";
import { type Alternative, CONFIDENCE, type Estimate, testNormal } from "./estimate.ts";

/** A share of n rows, with Wilson's interval and the exact binomial test. */
export function estimateShare(right: number, n: number): Estimate {
  const value = right / n;
  return {
    value,
    interval: wilsonInterval({ successes: right, trials: n, confidence: CONFIDENCE }),
    standardError: Math.sqrt((value * (1 - value)) / n),
    method: "binomial-exact",
    identical: false,
    test: (hypothesis, alternative) => testShare({ right, n }, hypothesis, alternative),
  };
}

function testShare(
  { right, n }: { readonly right: number; readonly n: number },
  hypothesis: number,
  alternative: Alternative,
): number | null {
  // No probability lies outside 0..1: a limit there is met or missed for certain.
  if (hypothesis < 0 || hypothesis > 1) return null;
  return binomialTest({ successes: right, trials: n, against: hypothesis, alternative });
}

/** Rows that one model alone decides rightly, and those whose decision differs. */
export interface Discordance {
  readonly gained: number;
  readonly lost: number;
  readonly flipped: number;
}

/** (gained - lost) / n, with Tango's score interval (1998) and McNemar's mid-p test of no change. */
export function estimateChange({ gained, lost, flipped }: Discordance, n: number): Estimate {
  const value = (gained - lost) / n;
  const standardError = Math.sqrt(Math.max(0, gained + lost - (gained - lost) ** 2 / n)) / n;
  return {
    value,
    interval: tangoInterval({ gained, lost, n, confidence: CONFIDENCE }),
    standardError,
    method: "mcnemar-mid-p",
    identical: flipped === 0,
    test: (hypothesis, alternative) =>
      hypothesis === 0
        ? mcnemarMidP({ gained, lost, alternative })
        : testNormal({ value, standardError }, hypothesis, alternative),
  };
}
