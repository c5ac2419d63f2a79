/**
 * Mann and Whitney's test of two samples.
 *
 * @module
 */
import type { Alternative } from "./alternative.ts";
import { type CountedPair, levelsOf, sizesOf } from "./counted.ts";
import type { Undefined } from "./delong.ts";
import { normalSurvival } from "./normal.ts";

/** Two samples, and which is thought larger; `less`: the reference's values tend to be smaller. */
export interface MannWhitneyTest extends CountedPair {
  readonly alternative: Alternative;
  /** Left out: exact when one side has at most 8 rows and no value is tied. */
  readonly method?: "exact" | "asymptotic";
}

const LARGEST_EXACT = 8;

/**
 * U = the number of pairs in which the reference's value is the larger, ties half, and its p; equals
 * `scipy.stats.mannwhitneyu(reference, current)`. Asymptotic: normal with the variance corrected for ties and half a
 * pair taken off; one value on both sides has p 1.
 *
 * @example
 * mannWhitney({ reference: [0, 0, 1, 1], current: [1, 1, 0, 0], alternative: "greater" }).statistic; // => 4
 */
export function mannWhitney({
  alternative,
  method,
  ...pair
}: MannWhitneyTest):
  | { readonly statistic: number; readonly p: number; readonly method: "exact" | "asymptotic" }
  | Undefined {
  const sizes = sizesOf(pair, 1);
  if ("undefined" in sizes) return sizes;
  const { statistic, ties } = pairsWon(pair);
  const pairs = sizes.reference * sizes.current;
  const [won, sides] = {
    "two-sided": [Math.max(statistic, pairs - statistic), 2],
    greater: [statistic, 1],
    less: [pairs - statistic, 1],
  }[alternative] as [number, number];
  const smaller = Math.min(sizes.reference, sizes.current);
  const chosen = method ?? (smaller <= LARGEST_EXACT && ties === 0 ? "exact" : "asymptotic");
  const tail =
    chosen === "exact"
      ? exactTail(Math.floor(won), { smaller, larger: Math.max(sizes.reference, sizes.current) })
      : normalTail(won, { ...sizes, ties });
  return { statistic, p: Math.min(1, sides * tail), method: chosen };
}

/** U, and Σ (t³ - t) over the tied groups. */
function pairsWon(pair: CountedPair): { readonly statistic: number; readonly ties: number } {
  let [statistic, ties] = [0, 0];
  for (const { reference, current, currentBelow } of levelsOf(pair)) {
    statistic += reference * (currentBelow + current / 2);
    const together = reference + current;
    ties += together ** 3 - together;
  }
  return { statistic, ties };
}

function normalTail(
  won: number,
  {
    reference,
    current,
    ties,
  }: { readonly reference: number; readonly current: number; readonly ties: number },
): number {
  const total = reference + current;
  const variance = ((reference * current) / 12) * (total + 1 - ties / (total * (total - 1)));
  const distance = won - (reference * current) / 2 - 0.5;
  // All values are one: rounding may leave a variance of 1e-13 where none is.
  if (ties === total ** 3 - total) return 1;
  return normalSurvival(distance / Math.sqrt(variance));
}

/** P(U >= won) among all orders of two samples without ties, counted in whole numbers. */
function exactTail(
  won: number,
  { smaller, larger }: { readonly smaller: number; readonly larger: number },
): number {
  const ways = orders(smaller, larger);
  let [extreme, all] = [0n, 0n];
  for (const [u, count] of ways.entries()) {
    all += count;
    if (u >= won) extreme += count;
  }
  return Number(extreme) / Number(all);
}

/** How many orders have each U: the Gaussian binomial coefficient, Π (1 - q^(larger + i)) / (1 - q^i). */
function orders(smaller: number, larger: number): readonly bigint[] {
  const ways = new Array<bigint>(smaller * larger + 1).fill(0n);
  ways[0] = 1n;
  for (let i = 1; i <= smaller; i++) {
    for (let u = ways.length - 1; u >= larger + i; u--)
      ways[u] = (ways[u] ?? 0n) - (ways[u - larger - i] ?? 0n);
    for (let u = i; u < ways.length; u++) ways[u] = (ways[u] ?? 0n) + (ways[u - i] ?? 0n);
  }
  return ways;
}
