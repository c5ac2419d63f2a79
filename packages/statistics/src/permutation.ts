/**
 * The paired permutation test: were the two models exchangeable, every difference could as well have the other sign.
 *
 * @module
 */
import type { Alternative } from "./alternative.ts";
import type { Undefined } from "./delong.ts";

/** Paired differences, which side is tested, and how chance enters. */
export interface PairedPermutation {
  /** Candidate - baseline, one per row (or cluster, or seed). */
  readonly differences: ArrayLike<number>;
  readonly alternative: Alternative;
  /** Draws of signs; when there are no more sign patterns than that, all of them are counted instead. */
  readonly resamples: number;
  /** A seeded source of numbers in [0, 1). */
  readonly uniform: () => number;
}

/** Sums that differ by rounding only are the same sum; relative, as SciPy has it. */
const SAME = 100 * Number.EPSILON;

/**
 * p of the mean difference among sign patterns; exact by enumeration, or (1 + as extreme) / (1 + draws), which is never
 * 0. Two-sided: twice the smaller side, at most 1. Equals `scipy.stats.permutation_test` of type "samples".
 *
 * @example
 * pairedPermutation({ differences: [1, 2, 3], alternative: "greater", resamples: 99, uniform: () => 0 }); // => { p: 0.125, exact: true }
 * pairedPermutation({ differences: [], alternative: "less", resamples: 99, uniform: () => 0 }); // => { undefined: "no differences" }
 */
export function pairedPermutation({
  differences,
  alternative,
  resamples,
  uniform,
}: PairedPermutation): { readonly p: number; readonly exact: boolean } | Undefined {
  const n = differences.length;
  if (n === 0) return { undefined: "no differences" };
  const observed = signedSum(differences, () => 1);
  const exact = 2 ** n <= resamples;
  const tally = { less: 0, greater: 0 };
  const draws = exact ? 2 ** n : resamples;
  for (let draw = 0; draw < draws; draw++) {
    const sign = exact
      ? (at: number) => (Math.floor(draw / 2 ** at) % 2 === 0 ? 1 : -1)
      : () => (uniform() < 0.5 ? 1 : -1);
    count(tally, signedSum(differences, sign), observed);
  }
  const added = exact ? 0 : 1;
  const [less, greater] = [tally.less, tally.greater].map((side) => (side + added) / (draws + added)) as [
    number,
    number,
  ];
  const p = { less, greater, "two-sided": Math.min(1, 2 * Math.min(less, greater)) }[alternative];
  return { p, exact };
}

function count(tally: { less: number; greater: number }, sum: number, observed: number): void {
  const tolerance = SAME * Math.abs(observed);
  if (sum <= observed + tolerance) tally.less += 1;
  if (sum >= observed - tolerance) tally.greater += 1;
}

function signedSum(differences: ArrayLike<number>, sign: (at: number) => number): number {
  let sum = 0;
  for (let at = 0; at < differences.length; at++) sum += sign(at) * (differences[at] ?? 0);
  return sum;
}
