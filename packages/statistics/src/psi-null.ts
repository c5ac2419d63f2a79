/**
 * What the population stability index is when nothing has changed.
 *
 * @module
 */
import { chiSquareCritical, chiSquareSurvival } from "./gamma.ts";

/** Rows on both sides, and the bins of both histograms. */
export interface PsiNull {
  readonly reference: number;
  readonly current: number;
  readonly bins: number;
}

/**
 * The PSI that two samples of one distribution exceed with probability `alpha`: (1/n + 1/m) times the critical value
 * of chi-square with bins - 1 degrees (Yurdakul 2018). Large samples.
 *
 * @example
 * psiCritical({ reference: 1000, current: 1000, bins: 10, alpha: 0.05 }).toFixed(4); // => "0.0338"
 */
export function psiCritical({
  reference,
  current,
  bins,
  alpha,
}: PsiNull & { readonly alpha: number }): number {
  return (1 / reference + 1 / current) * chiSquareCritical(alpha, bins - 1);
}

/**
 * The probability that two samples of one distribution show this PSI or more, by the same law; 1 with a single bin.
 *
 * @example
 * psiSurvival({ reference: 1000, current: 1000, bins: 10, psi: 0 }); // => 1
 */
export function psiSurvival({ reference, current, bins, psi }: PsiNull & { readonly psi: number }): number {
  return bins < 2 ? 1 : chiSquareSurvival(psi / (1 / reference + 1 / current), bins - 1);
}
