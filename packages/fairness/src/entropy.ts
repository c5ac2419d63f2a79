/**
 * Generalized entropy of who gets what: inequality of the benefits that decisions hand out.
 *
 * @module
 */
import type { ConfusionCounts } from "@ml-gates/queries";

/**
 * The generalized entropy index (Speicher et al. 2018) of the benefits b = 1 + decision - label, which are 0, 1 or 2:
 * mean((b/μ)^α - 1) / (α(α - 1)), at α = 1 Theil's index mean((b/μ) ln(b/μ)). 0 is equality. Null without rows, and when nobody
 * has any benefit.
 *
 * @example
 * generalizedEntropy({ truePositives: 5, falsePositives: 0, falseNegatives: 0, trueNegatives: 5 }, 2); // => 0
 * generalizedEntropy({ truePositives: 0, falsePositives: 1, falseNegatives: 1, trueNegatives: 0 }, 2); // => 0.5
 */
export function generalizedEntropy(counts: ConfusionCounts, alpha: number): number | null {
  const { truePositives, falsePositives, falseNegatives, trueNegatives } = counts;
  const n = truePositives + falsePositives + falseNegatives + trueNegatives;
  const benefits = [
    [0, falseNegatives / n],
    [1, (truePositives + trueNegatives) / n],
    [2, falsePositives / n],
  ] as const;
  const mean = benefits.reduce((sum, [benefit, share]) => sum + benefit * share, 0);
  if (!(n > 0) || mean === 0) return null;
  return benefits.reduce((sum, [benefit, share]) => sum + share * unequal(benefit / mean, alpha), 0);
}

function unequal(relative: number, alpha: number): number {
  if (alpha === 1) return relative === 0 ? 0 : relative * Math.log(relative);
  return (relative ** alpha - 1) / (alpha * (alpha - 1));
}
