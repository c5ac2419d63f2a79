/**
 * Two samples of one number column as counts: what every distance and test of ordered values is made of.
 *
 * @module
 */
import type { ValueCounts } from "@ml-gates/queries";
import type { BinnedPair } from "./distances.ts";

/** Values in ascending order, each with its count on both sides. */
export interface PairedCounts extends BinnedPair {
  /** Distinct values, or the upper edges of bins. */
  readonly values: readonly number[];
  /** Whether `values` are all that was seen; else each stands for the values above the one before it. */
  readonly exact: boolean;
  /** The lowest value seen. */
  readonly lowest: number;
}

/**
 * The values of both sides in one ascending list.
 *
 * @example
 * pairCounts({ values: [1, 2], counts: [3, 1] }, { values: [2], counts: [5] }); // => { values: [1, 2], reference: [3, 1], current: [0, 5], exact: true, lowest: 1 }
 */
export function pairCounts(reference: ValueCounts, current: ValueCounts): PairedCounts {
  const values: number[] = [];
  const counts: { readonly reference: number[]; readonly current: number[] } = { reference: [], current: [] };
  let [left, right] = [0, 0];
  while (left < reference.values.length || right < current.values.length) {
    const [own = Number.POSITIVE_INFINITY, other = Number.POSITIVE_INFINITY] = [
      reference.values[left],
      current.values[right],
    ];
    values.push(Math.min(own, other));
    counts.reference.push(own <= other ? (reference.counts[left++] ?? 0) : 0);
    counts.current.push(other <= own ? (current.counts[right++] ?? 0) : 0);
  }
  return { values, ...counts, exact: true, lowest: values[0] ?? 0 };
}

/** How many rows a side has. */
export function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Both empirical distribution functions at every value, in 0..1. */
export function distributionFunctions({ values, reference, current }: PairedCounts) {
  const [n, m] = [total(reference), total(current)];
  let [r, c] = [0, 0];
  return values.map((value, index) => {
    r += reference[index] ?? 0;
    c += current[index] ?? 0;
    return { value, reference: r / n, current: c / m };
  });
}

const QUANTILE_BINS = 10;

/**
 * Both sides in bins that each hold about a tenth of the reference; values that are frequent share no bin more than
 * they must. The outer bins are open, so nothing is left out.
 *
 * @example
 * binByReference({ values: [1, 2, 3], reference: [5, 0, 5], current: [1, 1, 8], exact: true, lowest: 1 }); // => { values: [1, 3], reference: [5, 5], current: [1, 9] }
 */
export function binByReference(
  { values, reference, current }: PairedCounts,
  bins: number = QUANTILE_BINS,
): BinnedPair & { readonly values: readonly number[] } {
  const n = total(reference);
  const made = { values: [] as number[], reference: [] as number[], current: [] as number[] };
  let [r, c, seen, cut] = [0, 0, 0, 1];
  for (const [index, value] of values.entries()) {
    r += reference[index] ?? 0;
    c += current[index] ?? 0;
    seen += reference[index] ?? 0;
    const isLast = index === values.length - 1;
    if (!isLast && (seen < (cut * n) / bins || seen === n)) continue;
    made.values.push(value);
    made.reference.push(r);
    made.current.push(c);
    [r, c] = [0, 0];
    while ((cut * n) / bins <= seen) cut += 1;
  }
  return made;
}
