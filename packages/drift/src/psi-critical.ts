/**
 * How large the population stability index gets by chance alone.
 *
 * @module
 */
import { chiSquareCritical } from "@ml-gates/statistics";
import type { BinnedPair } from "./distances.ts";
import { total } from "./paired-counts.ts";

/**
 * The PSI that undrifted data exceed with probability `tail`: (1/n + 1/m) · chi-square of one degree less than there are
 * bins. Yurdakul (2018). Null where one bin holds all.
 *
 * @example
 * psiCritical({ reference: Array(10).fill(100), current: Array(10).fill(100) })?.toFixed(4); // => "0.0338"
 */
export function psiCritical({ reference, current }: BinnedPair, tail = 0.05): number | null {
  const bins = reference.filter((count, index) => count + (current[index] ?? 0) > 0).length;
  if (bins < 2) return null;
  return (1 / total(reference) + 1 / total(current)) * chiSquareCritical(tail, bins - 1);
}
