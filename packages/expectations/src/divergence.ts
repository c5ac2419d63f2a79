/**
 * Kullback–Leibler divergence of observed from expected weights.
 *
 * @module
 */

/**
 * Σ p·ln(p ÷ q) in nats, after both are scaled to a sum of 1; 0 when the two are equal. Infinite where something is
 * observed that was not expected at all; NaN where nothing is observed (Kullback and Leibler 1951, eq. 2.4).
 *
 * @example
 * measureDivergence([1, 1], [3, 1]).toFixed(6); // => "0.143841"
 */
export function measureDivergence(observed: readonly number[], expected: readonly number[]): number {
  const [p, q] = [scale(observed), scale(expected)];
  return p.reduce((sum, share, index) => sum + term(share, q[index] ?? 0), 0);
}

function scale(weights: readonly number[]): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

function term(p: number, q: number): number {
  if (p > 0 && q > 0) return p * Math.log(p / q);
  if (p === 0 && q >= 0) return 0;
  return Number.isNaN(p) || Number.isNaN(q) ? Number.NaN : Number.POSITIVE_INFINITY;
}
