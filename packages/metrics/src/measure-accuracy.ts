/**
 * Accuracy from counts of right and wrong decisions.
 *
 * @module
 */
import type { DecisionCounts } from "@ml-gates/queries";
import { binomialTest, mcnemarMidP, tangoInterval, wilsonInterval } from "@ml-gates/statistics";
import { type Alternative, CONFIDENCE, type Estimate, testNormal, type Unmeasured } from "./estimate.ts";
import type { Measure } from "./measure.ts";

/**
 * Accuracy = right / n, with Wilson's interval and the exact binomial test. The change on the same rows =
 * (gained - lost) / n, with Tango's score interval (Tango 1998) and McNemar's mid-p test of no change.
 */
export function measureAccuracy(counts: DecisionCounts, absent: Unmeasured): Measure {
  const { slice, n, right, paired } = counts;
  const none = { reason: "no-rows", told: "has no rows to be measured on" };
  const both = paired && n > 0 ? paired : null;
  return {
    metric: "accuracy",
    slice,
    n,
    denominator: n,
    level: n === 0 ? none : estimateAccuracy(right, n),
    baseline: both === null ? absent : (right - both.gained + both.lost) / n,
    change: both === null ? absent : estimateChange(both, n),
  };
}

function estimateAccuracy(right: number, n: number): Estimate {
  const value = right / n;
  return {
    value,
    interval: wilsonInterval({ successes: right, trials: n, confidence: CONFIDENCE }),
    standardError: Math.sqrt((value * (1 - value)) / n),
    method: "binomial-exact",
    identical: false,
    test: (hypothesis, alternative) => testAccuracy({ right, n }, hypothesis, alternative),
  };
}

function testAccuracy(
  { right, n }: { readonly right: number; readonly n: number },
  hypothesis: number,
  alternative: Alternative,
): number | null {
  // No probability lies outside 0..1: a limit there is met or missed for certain.
  if (hypothesis < 0 || hypothesis > 1) return null;
  return binomialTest({ successes: right, trials: n, against: hypothesis, alternative });
}

function estimateChange(
  { gained, lost, flipped }: NonNullable<DecisionCounts["paired"]>,
  n: number,
): Estimate {
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
