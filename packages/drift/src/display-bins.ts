/**
 * The bins a histogram shows.
 *
 * @module
 */
import type { BinnedPair } from "./distances.ts";
import type { Distribution } from "./distribution.ts";
import { type PairedCounts, total } from "./paired-counts.ts";

const BINS = 16;
/** Values further out share the outer bins, else one outlier leaves a histogram of a single bar. */
const OUTER_SHARE = 0.005;

/** Bins, and what names each: the edges of numbers, one more than bins, or the categories. */
export interface DisplayBins extends BinnedPair {
  readonly edges: readonly number[] | null;
  readonly labels: readonly string[] | null;
}

/**
 * Numbers in 16 bins of equal width between the 0.5 % and the 99.5 % point of both sides; categories by how frequent
 * they are in the reference, the rest in the last.
 */
export function displayBins({
  numbers,
  categories,
}: Pick<Distribution, "numbers" | "categories">): DisplayBins {
  if (numbers !== null) return binNumbers(numbers);
  if (categories === null) return { reference: [], current: [], edges: null, labels: null };
  const order = categories.categories
    .map((category, index) => ({
      label: String(category),
      reference: categories.reference[index] ?? 0,
      current: categories.current[index] ?? 0,
    }))
    .toSorted((left, right) => right.reference - left.reference || right.current - left.current);
  const shown = order.length > BINS ? order.slice(0, BINS - 1) : order;
  const rest = order.slice(shown.length);
  const bins = rest.length === 0 ? shown : [...shown, { label: `${rest.length} others`, ...sumOf(rest) }];
  return {
    reference: bins.map((bin) => bin.reference),
    current: bins.map((bin) => bin.current),
    edges: null,
    labels: bins.map((bin) => bin.label),
  };
}

function sumOf(bins: readonly { readonly reference: number; readonly current: number }[]) {
  return {
    reference: total(bins.map((bin) => bin.reference)),
    current: total(bins.map((bin) => bin.current)),
  };
}

function binNumbers(pair: PairedCounts): DisplayBins {
  const { low, high } = rangeOf(pair);
  const reference = new Array<number>(BINS).fill(0);
  const current = new Array<number>(BINS).fill(0);
  for (const [index, value] of pair.values.entries()) {
    const at = high === low ? 0 : Math.floor(((value - low) / (high - low)) * BINS);
    const bin = Math.min(BINS - 1, Math.max(0, at));
    reference[bin] = (reference[bin] ?? 0) + (pair.reference[index] ?? 0);
    current[bin] = (current[bin] ?? 0) + (pair.current[index] ?? 0);
  }
  const edges = Array.from({ length: BINS + 1 }, (_, index) => low + ((high - low) * index) / BINS);
  return { reference, current, edges, labels: null };
}

function rangeOf({ values, reference, current }: PairedCounts): {
  readonly low: number;
  readonly high: number;
} {
  const n = total(reference) + total(current);
  let seen = 0;
  let [low, high] = [values[0] ?? 0, values[0] ?? 0];
  for (const [index, value] of values.entries()) {
    const before = seen / n;
    seen += (reference[index] ?? 0) + (current[index] ?? 0);
    if (before <= OUTER_SHARE) low = value;
    if (before < 1 - OUTER_SHARE) high = value;
  }
  return low > high ? { low: high, high } : { low: Math.min(low, values[0] ?? low, high), high };
}
