/**
 * Is an effect there, is it within a margin, how large may it be.
 *
 * @module
 */
import type { Alternative } from "./alternative.ts";
import type { Effect } from "./effect.ts";
import type { Interval } from "./interval.ts";
import { studentQuantile, studentSurvival } from "./student.ts";

/**
 * Test of "the effect is 0": the statistic estimate / se, and its p by Student's law or the normal one.
 *
 * @example
 * effectTest({ estimate: 0, standardError: 1, degrees: 9 }, "two-sided"); // => { statistic: 0, p: 1 }
 */
export function effectTest(
  { estimate, standardError, degrees }: Effect,
  alternative: Alternative,
): { readonly statistic: number; readonly p: number } {
  const statistic = estimate / standardError;
  if (alternative === "two-sided") return { statistic, p: 2 * studentSurvival(Math.abs(statistic), degrees) };
  return { statistic, p: studentSurvival(alternative === "less" ? -statistic : statistic, degrees) };
}

/**
 * One-sided p of "the effect is -margin or worse", larger being better: a small p shows non-inferiority.
 *
 * @example
 * nonInferiorityTest({ estimate: -0.1, standardError: 1, degrees: 9 }, 0.1); // => 0.5
 */
export function nonInferiorityTest({ estimate, standardError, degrees }: Effect, margin: number): number {
  return studentSurvival((estimate + margin) / standardError, degrees);
}

/**
 * Two one-sided tests (Schuirmann 1987): the larger p of "-margin or less" and "margin or more". A small p shows
 * equivalence within the margin.
 *
 * @example
 * equivalenceTest({ estimate: 0.1, standardError: 1, degrees: 9 }, 0.1); // => 0.5
 */
export function equivalenceTest(effect: Effect, margin: number): number {
  const mirrored = { ...effect, estimate: -effect.estimate };
  return Math.max(nonInferiorityTest(effect, margin), nonInferiorityTest(mirrored, margin));
}

/**
 * estimate ± quantile · se.
 *
 * @example
 * effectInterval({ estimate: 2, standardError: 0, degrees: 9 }, 0.95); // => { low: 2, high: 2, confidence: 0.95 }
 */
export function effectInterval({ estimate, standardError, degrees }: Effect, confidence: number): Interval {
  const half = studentQuantile(1 - (1 - confidence) / 2, degrees) * standardError;
  return { low: estimate - half, high: estimate + half, confidence };
}
