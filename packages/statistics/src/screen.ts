/**
 * The decision rule: a verdict on evidence, not on a point estimate.
 *
 * @module
 */
import { holm } from "./holm.ts";
import { normalQuantile } from "./normal.ts";
import { studentQuantile } from "./student.ts";

/** How a measured check comes out. */
export type Decision = "pass" | "fail" | "inconclusive";

/** One check as measured. */
export interface Screened {
  /** Whether the point estimate is beyond the limit. */
  readonly breached: boolean;
  /** Of "no change" (or "the metric is at its limit"); null where no uncertainty can be had. */
  readonly p: number | null;
  /** Whether the check blocks; blocking checks with a p form one Holm family. */
  readonly blocking: boolean;
}

const ALPHA = 0.05;
/** Quantile of the normal distribution at 80 % power. */
const POWER_Z = 0.84;

/**
 * Two keys: `fail` when the limit is breached and the adjusted p is below α; breached only is `inconclusive`; else
 * `pass`. Without a p the plain limit decides. A check that does not block is judged on its own p.
 *
 * @example
 * screen([{ breached: true, p: 0.2, blocking: true }]); // => [{ outcome: "inconclusive", pAdjusted: 0.2 }]
 * screen([{ breached: true, p: null, blocking: true }]); // => [{ outcome: "fail", pAdjusted: null }]
 */
export function screen(
  measured: readonly Screened[],
  alpha: number = ALPHA,
): readonly { readonly outcome: Decision; readonly pAdjusted: number | null }[] {
  const family = measured.flatMap(({ p, blocking }, index) => (blocking && p !== null ? [{ p, index }] : []));
  const adjusted = new Map(holm(family.map(({ p }) => p)).map((p, at) => [family[at]?.index ?? -1, p]));
  return measured.map(({ breached, p }, index) => {
    const pAdjusted = adjusted.get(index) ?? null;
    const shown = p === null || (pAdjusted ?? p) < alpha;
    return { outcome: breached ? (shown ? "fail" : "inconclusive") : "pass", pAdjusted };
  });
}

/**
 * Non-inferiority: passes only when the change's lower bound (candidate - baseline, larger is better, confidence
 * 1 - 2α) lies above minus the margin; fails only on the screen's two keys.
 *
 * @example
 * prove({ screened: "pass", low: -0.004, margin: 0.01 }); // => "pass"
 * prove({ screened: "pass", low: -0.014, margin: 0.01 }); // => "inconclusive"
 */
export function prove({
  screened,
  low,
  margin,
}: {
  readonly screened: Decision;
  readonly low: number;
  readonly margin: number;
}): Decision {
  if (low > -margin) return "pass";
  return screened === "fail" ? "fail" : "inconclusive";
}

/** A change's standard error at n rows, and how many findings block. */
export interface Precision {
  readonly n: number;
  readonly standardError: number;
  /** The change that is to be told from none, in the metric's own unit. */
  readonly limit: number;
  /** Number of blocking findings: α is divided by it. */
  readonly blocking: number;
  readonly alpha?: number;
  /** Of freedom that few units leave, growing with n; the normal law when not given. */
  readonly degrees?: number;
}

/**
 * The rows from which a breach of the limit is itself significant: n · (z · se / limit)², z one-sided at α ÷ blocking
 * findings, rounded up; null when the limit is 0. With degrees of freedom Student's quantile stands for z, at the
 * degrees that so many units would leave.
 *
 * @example
 * requiredN({ n: 100, standardError: 0.1, limit: 0, blocking: 1 }); // => null
 * requiredN({ n: 5, standardError: 0.01, limit: 0.01, blocking: 1 }); // => 14
 * requiredN({ n: 5, standardError: 0.01, limit: 0.01, blocking: 1, degrees: 4 }); // => 16
 */
export function requiredN({
  n,
  standardError,
  limit,
  blocking,
  alpha = ALPHA,
  degrees,
}: Precision): number | null {
  if (limit === 0) return null;
  const level = 1 - alpha / Math.max(1, blocking);
  const settles = (quantile: number) => n * ((quantile * standardError) / limit) ** 2;
  let rows = Math.ceil(settles(normalQuantile(level)));
  if (degrees === undefined) return rows;
  while (rows < settles(studentQuantile(level, Math.max(1, (degrees * rows) / n)))) rows += 1;
  return rows;
}

/**
 * The smallest change this data could have shown with 80 % power: (z + 0.84) · se, in the metric's own unit.
 *
 * @example
 * detectable({ standardError: 0, blocking: 1 }); // => 0
 */
export function detectable({
  standardError,
  blocking,
  alpha = ALPHA,
  degrees = Number.POSITIVE_INFINITY,
}: Omit<Precision, "n" | "limit">): number {
  return (studentQuantile(1 - alpha / Math.max(1, blocking), degrees) + POWER_Z) * standardError;
}
