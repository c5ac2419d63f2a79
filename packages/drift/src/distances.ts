/**
 * Distances between two distributions over the same bins or categories.
 *
 * Each takes counts or shares of the reference and of the current side, bin by bin; both are normalised to sum 1.
 *
 * @module
 */

/** Counts or shares of both sides, bin by bin; as long as each other. */
export interface BinnedPair {
  readonly reference: readonly number[];
  readonly current: readonly number[];
}

/** Share that stands for an empty bin in PSI and KL, whose logarithms know no zero (Evidently's value). */
export const EMPTY_SHARE = 1e-4;

/**
 * Population stability index, sum of (r - c) · ln(r / c), in nats, from 0 (the same) without an upper bound; an empty
 * bin counts as a share of 0.0001. Lewis (1994).
 *
 * @example
 * psi({ reference: [1, 1], current: [1, 1] }); // => 0
 * psi({ reference: [3, 1], current: [1, 3] }).toFixed(6); // => "1.098612"
 */
export function psi(pair: BinnedPair): number {
  const { reference, current } = filled(pair);
  return sumOver(reference, current, (r, c) => (r - c) * Math.log(r / c));
}

/**
 * Kullback-Leibler divergence of the current side from the reference, sum of r · ln(r / c), in nats, from 0; an empty
 * bin counts as a share of 0.0001. Kullback & Leibler (1951).
 *
 * @example
 * klDivergence({ reference: [1, 1], current: [3, 1] }).toFixed(6); // => "0.143841"
 */
export function klDivergence(pair: BinnedPair): number {
  const { reference, current } = filled(pair);
  const [r, c] = [normalise(reference), normalise(current)];
  return sumOver(r, c, (left, right) => left * Math.log(left / right));
}

/**
 * Jensen-Shannon distance: the root of the mean divergence of both sides from their middle; 0 for the same, and for
 * sides without a common bin 1 in base 2 and sqrt(ln 2) = 0.8326 in base e. Lin (1991); `scipy`'s `jensenshannon`.
 *
 * @example
 * jensenShannon({ reference: [1, 0], current: [0, 1] }, 2); // => 1
 * jensenShannon({ reference: [1, 0], current: [0, 1] }, Math.E).toFixed(4); // => "0.8326"
 */
export function jensenShannon({ reference, current }: BinnedPair, base: number): number {
  const [r, c] = [normalise(reference), normalise(current)];
  const term = (share: number, middle: number) => (share === 0 ? 0 : share * Math.log(share / middle));
  const divergence = sumOver(r, c, (left, right) => {
    const middle = (left + right) / 2;
    return (term(left, middle) + term(right, middle)) / 2;
  });
  return Math.sqrt(Math.max(0, divergence) / Math.log(base));
}

/**
 * Hellinger distance, the root of 1 - sum of sqrt(r · c), in 0..1. Hellinger (1909).
 *
 * @example
 * hellinger({ reference: [1, 0], current: [0, 1] }); // => 1
 */
export function hellinger({ reference, current }: BinnedPair): number {
  const [r, c] = [normalise(reference), normalise(current)];
  const squares = sumOver(r, c, (left, right) => (Math.sqrt(left) - Math.sqrt(right)) ** 2);
  return Math.sqrt(squares / 2);
}

/**
 * Total variation distance, half the sum of |r - c|, in 0..1: the share of rows that would have to move.
 *
 * @example
 * totalVariation({ reference: [3, 1], current: [1, 3] }); // => 0.5
 */
export function totalVariation({ reference, current }: BinnedPair): number {
  return sumOver(normalise(reference), normalise(current), (r, c) => Math.abs(r - c)) / 2;
}

/**
 * Largest change of the share of one bin, in 0..1.
 *
 * @example
 * lInfinity({ reference: [2, 1, 1], current: [1, 1, 2] }); // => 0.25
 */
export function lInfinity({ reference, current }: BinnedPair): number {
  const c = normalise(current);
  return Math.max(0, ...normalise(reference).map((share, index) => Math.abs(share - (c[index] ?? 0))));
}

/**
 * Counts as shares; without any rows all shares are NaN.
 *
 * @example
 * normalise([1, 3]); // => [0.25, 0.75]
 */
export function normalise(counts: readonly number[]): readonly number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => count / total);
}

/** Not normalised again, as Evidently has it. */
function filled({ reference, current }: BinnedPair): BinnedPair {
  const fill = (counts: readonly number[]) =>
    normalise(counts).map((share) => (share === 0 ? EMPTY_SHARE : share));
  return { reference: fill(reference), current: fill(current) };
}

function sumOver(
  left: readonly number[],
  right: readonly number[],
  term: (left: number, right: number) => number,
): number {
  return left.reduce((sum, value, index) => sum + term(value, right[index] ?? 0), 0);
}
