/**
 * The bins that many values are counted in, when there are too many to sort.
 *
 * @module
 */
import type { FactsPair } from "./distribution.ts";

const MOST_WHOLE = 1000;
const BINS = 400;

/** Upper edges of bins in ascending order, and whether each bin holds one value only. */
export interface Edges {
  readonly edges: readonly number[];
  readonly exact: boolean;
  readonly lowest: number;
}

/**
 * One bin a value for whole numbers in a short range; else bins that each hold about as many of the sampled values of
 * both sides, so that the distribution functions are exact at 400 points spread by rank.
 *
 * @example
 * chooseEdges({ facts: { reference: { lowest: 1, highest: 2 }, current: { lowest: 1, highest: 3 } }, whole: true, sample: [] }); // => { edges: [1, 2, 3], exact: true, lowest: 1 }
 */
export function chooseEdges({
  facts: { reference, current },
  whole,
  sample,
}: {
  readonly facts: {
    readonly reference: Pick<FactsPair["reference"], "lowest" | "highest">;
    readonly current: Pick<FactsPair["current"], "lowest" | "highest">;
  };
  readonly whole: boolean;
  readonly sample: readonly number[];
}): Edges {
  const lowest = least(reference.lowest, current.lowest, Math.min);
  const highest = least(reference.highest, current.highest, Math.max);
  if (whole && highest - lowest <= MOST_WHOLE) {
    const edges = Array.from({ length: highest - lowest + 1 }, (_, step) => lowest + step);
    return { edges, exact: true, lowest };
  }
  const sorted = sample.toSorted((left, right) => left - right);
  const cuts = Array.from(
    { length: BINS - 1 },
    (_, cut) => sorted[Math.floor(((cut + 1) * sorted.length) / BINS)] ?? highest,
  );
  const edges = [...new Set([lowest, ...cuts, highest])];
  return { edges: edges.toSorted((left, right) => left - right), exact: false, lowest };
}

function least(left: number | null, right: number | null, pick: (...values: number[]) => number): number {
  const known = [left, right].filter((value) => value !== null);
  return known.length === 0 ? 0 : pick(...known);
}
