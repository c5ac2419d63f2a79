/**
 * How large the population stability index gets by chance alone.
 *
 * @module
 */
import { psiCritical } from "@ml-gates/statistics";
import type { BinnedPair } from "./distances.ts";
import { total } from "./paired-counts.ts";

/**
 * The PSI that undrifted data exceed in one of twenty draws, empty bins left out. Null where one bin holds all.
 */
export function criticalPsi({ reference, current }: BinnedPair): number | null {
  const bins = reference.filter((count, index) => count + (current[index] ?? 0) > 0).length;
  if (bins < 2) return null;
  return psiCritical({ reference: total(reference), current: total(current), bins, alpha: 0.05 });
}
