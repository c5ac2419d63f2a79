/**
 * A group's own measure against a floor or a ceiling.
 *
 * @module
 */
import { binomialTest, type Interval, normalQuantile, wilsonInterval } from "@ml-gates/statistics";
import { testNormal } from "./compare-estimates.ts";
import { CONFIDENCE, type RateContrast } from "./measure-contrast.ts";
import type { Estimate } from "./measures.ts";

/** What is held against what. */
export interface LimitedEstimate {
  readonly rate: string;
  readonly estimate: Estimate;
  readonly limit: number;
  readonly bound: "floor" | "ceiling";
}

/** One-sided, of "the measure is at its limit": the exact binomial test for a rate, else by the standard error. */
export function measureLevel({ rate, estimate, limit, bound }: LimitedEstimate): RateContrast {
  const { value, trials, standardError, proportion, noise } = estimate;
  const beyond = bound === "floor" ? limit - value : value - noise - limit;
  const test =
    proportion === null
      ? ({ p: testNormal(beyond, standardError, 1), method: "normal" } as const)
      : ({ p: testRate(proportion, limit, bound), method: "exact-binomial" } as const);
  return {
    rate,
    group: { value, trials },
    reference: null,
    change: null,
    value,
    interval: intervalOf(estimate),
    ...test,
    standardError,
  };
}

function testRate(
  { successes, trials }: { readonly successes: number; readonly trials: number },
  limit: number,
  bound: "floor" | "ceiling",
): number {
  const whole = Math.max(1, Math.round(trials));
  const rounded = Math.min(whole, Math.round((successes / trials) * whole));
  const alternative = bound === "floor" ? "less" : "greater";
  return binomialTest({ successes: rounded, trials: whole, against: limit, alternative });
}

function intervalOf({ value, standardError, proportion }: Estimate): Interval {
  if (proportion !== null) return wilsonInterval({ ...proportion, confidence: CONFIDENCE });
  const half = normalQuantile(1 - (1 - CONFIDENCE) / 2) * standardError;
  return { low: value - half, high: value + half, confidence: CONFIDENCE };
}
