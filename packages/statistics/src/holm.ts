/**
 * Many tests at once.
 *
 * @module
 */

/**
 * Holm's step-down adjustment (1979): with m values, the k-th smallest is multiplied by m - k + 1, kept from falling,
 * and cut at 1. Holds the chance of any false alarm at α, whatever the dependence.
 *
 * @example
 * holm([0.01, 0.5, 0.02]); // => [0.03, 0.5, 0.04]
 */
export function holm(ps: readonly number[]): number[] {
  const order = ps.map((_, index) => index).sort((left, right) => (ps[left] ?? 0) - (ps[right] ?? 0));
  const adjusted = new Array<number>(ps.length).fill(0);
  let reached = 0;
  for (const [step, index] of order.entries()) {
    reached = Math.max(reached, Math.min(1, (ps[index] ?? 0) * (ps.length - step)));
    adjusted[index] = reached;
  }
  return adjusted;
}
