/**
 * Cramér and von Mises' test of two samples.
 *
 * @module
 */
import { type CountedPair, levelsOf, sizesOf } from "./counted.ts";
import { cramerVonMisesOrders, cramerVonMisesSurvival } from "./cramer-von-mises-law.ts";
import type { Undefined } from "./delong.ts";

const LARGEST_EXACT = 20;

/** Two samples; `method` left out: exact up to 20 rows on the larger side. */
export interface CramerVonMisesTest extends CountedPair {
  readonly method?: "exact" | "asymptotic";
}

/**
 * T = U / (nm(n + m)) - (4nm - 1) / (6(n + m)), U from how far midranks in the pool are from ranks in the own sample
 * (Anderson 1962), and its p: the share of orders that are as extreme, or the limiting law at T standardised. Equals
 * `scipy.stats.cramervonmises_2samp`, whose asymptotic p is 1 - cdf and stops at terms of 1e-7; here it is a tail.
 *
 * @example
 * cramerVonMises({ reference: [1, 0, 1, 0], current: [0, 1, 0, 1] }); // => { statistic: 0.125, p: 1, method: "exact" }
 */
export function cramerVonMises({
  method,
  ...pair
}: CramerVonMisesTest):
  | { readonly statistic: number; readonly p: number; readonly method: "exact" | "asymptotic" }
  | Undefined {
  const sizes = sizesOf(pair, 2);
  if ("undefined" in sizes) return sizes;
  const [n, m] = [sizes.reference, sizes.current];
  const strayed = rankDistance(pair, n, m);
  const statistic = strayed / (n * m * (n + m)) - (4 * n * m - 1) / (6 * (n + m));
  const chosen = method ?? (Math.max(n, m) <= LARGEST_EXACT ? "exact" : "asymptotic");
  const p =
    chosen === "exact"
      ? cramerVonMisesOrders(strayed, { n, m })
      : cramerVonMisesSurvival(standardised(statistic, n, m));
  return { statistic, p, method: chosen };
}

/** U = n Σ (rank in the pool - rank in the sample)² over the reference, plus the same over the current rows. */
function rankDistance(pair: CountedPair, n: number, m: number): number {
  let strayed = 0;
  for (const { reference, current, referenceBelow, currentBelow } of levelsOf(pair)) {
    const middle = (reference + current) / 2;
    // Σ over c tied rows of (distance of the means)² and the spread of their own ranks, c(c² - 1) / 12.
    const of = (count: number, others: number) =>
      count * (others + middle - count / 2) ** 2 + (count * (count * count - 1)) / 12;
    strayed += n * of(reference, currentBelow) + m * of(current, referenceBelow);
  }
  return strayed;
}

/** Shifted and scaled to the limit's mean and variance (Anderson 1962, equations 11, 14 and 15). */
function standardised(statistic: number, n: number, m: number): number {
  const total = n + m;
  const mean = (1 + 1 / total) / 6;
  const spread = (total + 1) * (4 * n * m * total - 3 * (n * n + m * m) - 2 * n * m);
  const variance = spread / (45 * total * total * 4 * n * m);
  return 1 / 6 + (statistic - mean) / Math.sqrt(45 * variance);
}
