/**
 * A number with what is known of its uncertainty, and its mirror image.
 *
 * @module
 */
import { type Interval, normalSurvival } from "@ml-gates/statistics";

/** Which way a test looks: is the true value less or greater than the hypothesis? */
export type Alternative = "less" | "greater";

/** A metric's value, or the change of it, as the data estimate it. */
export interface Estimate {
  readonly value: number;
  /** Two-sided, 90 %; null when none can be had. */
  readonly interval: Interval | null;
  /** Null when the data give none. */
  readonly standardError: number | null;
  /** Null when there is no per-example data. */
  readonly method: string | null;
  /** Whether candidate and baseline gave the same output on every row. */
  readonly identical: boolean;
  /** Degrees of freedom, where few units leave so few that the normal law would claim too much. */
  readonly degrees?: number;
  /** Whether more of the same units would make it no surer, as with folds, whose training rows overlap. */
  readonly isBounded?: boolean;
  /** Why there is no uncertainty, where that can be said. */
  readonly lack?: string;
  /** How many resamples stand behind it; none when not given. */
  readonly resamples?: number;
  /** One-sided p of the hypothesis that the true value is this; null when no test can be made. */
  test(hypothesis: number, alternative: Alternative): number | null;
}

/** Why a number cannot be had: a stable word, and the end of a sentence that starts with the metric's name. */
export interface Unmeasured {
  readonly reason: string;
  readonly told: string;
}

/** Confidence of every interval: two-sided 90 % is one-sided 95 %, the level of the tests. */
export const CONFIDENCE = 0.9;

/** A number without uncertainty: plain limits decide on it. */
export function bareEstimate(value: number, lack?: string): Estimate {
  return {
    ...{ value, interval: null, standardError: null, method: null, identical: false, test: () => null },
    ...(lack === undefined ? {} : { lack }),
  };
}

/** The estimate turned so that larger is better. */
export function orient(estimate: Estimate, direction: "higher" | "lower"): Estimate {
  if (direction === "higher") return estimate;
  return {
    ...estimate,
    value: -estimate.value,
    get interval() {
      const { interval } = estimate;
      return interval && { ...interval, low: -interval.high, high: -interval.low };
    },
    test: (hypothesis, alternative) =>
      estimate.test(-hypothesis, alternative === "less" ? "greater" : "less"),
  };
}

/** Whether a number could not be had. */
export function isUnmeasured(value: object | number | null): value is Unmeasured {
  return typeof value === "object" && value !== null && "reason" in value;
}

/** One-sided p by the normal approximation; null without any spread. */
export function testNormal(
  { value, standardError }: { readonly value: number; readonly standardError: number },
  hypothesis: number,
  alternative: Alternative,
): number | null {
  if (!(standardError > 0)) return value === hypothesis ? 1 : null;
  const z = (value - hypothesis) / standardError;
  return normalSurvival(alternative === "greater" ? z : -z);
}
