/**
 * Estimates of smooth statistics: a value, its standard error, and a test by Student's t or the normal distribution.
 *
 * @module
 */
import { normalQuantile, normalSurvival, studentQuantile, studentSurvival } from "@ml-gates/statistics";
import { CONFIDENCE, type Estimate } from "./estimate.ts";

/** What is known of a statistic that is nearly normal. */
export interface SmoothEstimate {
  readonly value: number;
  readonly standardError: number;
  /** Degrees of freedom of Student's t; null for the normal distribution. */
  readonly degrees: number | null;
  readonly method: string;
  readonly identical: boolean;
}

/** Beyond this many degrees of freedom Student's t is the normal distribution to six digits. */
const MANY = 1e6;

/** The interval and the tests that the standard error gives. */
export function estimateSmooth(smooth: SmoothEstimate): Estimate {
  const { value, standardError, method, identical } = smooth;
  const degrees = smooth.degrees !== null && smooth.degrees < MANY ? smooth.degrees : null;
  const p = (1 + CONFIDENCE) / 2;
  const known = Number.isFinite(standardError) && (degrees === null || degrees >= 1);
  const half = known
    ? (degrees === null ? normalQuantile(p) : studentQuantile(p, degrees)) * standardError
    : 0;
  return {
    value,
    // Without spread the interval would be a point, and a point proves nothing.
    interval: half > 0 ? { low: value - half, high: value + half, confidence: CONFIDENCE } : null,
    standardError: known ? standardError : null,
    method,
    identical,
    test(hypothesis, alternative) {
      if (!known || !(standardError > 0)) return value === hypothesis ? 1 : null;
      const z = ((value - hypothesis) / standardError) * (alternative === "greater" ? 1 : -1);
      return degrees === null ? normalSurvival(z) : studentSurvival(z, degrees);
    },
  };
}
