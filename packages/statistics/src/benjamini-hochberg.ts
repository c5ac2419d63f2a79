/**
 * Many tests at once, where a share of false alarms among the alarms is what must be held.
 *
 * @module
 */

/**
 * Benjamini & Hochberg's adjustment (1995): with m values, the k-th smallest is multiplied by m / k, kept from rising
 * towards the smaller ones, and cut at 1. Holds the share of false alarms among the alarms at α.
 *
 * @example
 * benjaminiHochberg([0.01, 0.5, 0.02]); // => [0.03, 0.5, 0.03]
 */
export function benjaminiHochberg(ps: readonly number[]): number[] {
  const order = ps.map((_, index) => index).sort((left, right) => (ps[right] ?? 0) - (ps[left] ?? 0));
  const adjusted = new Array<number>(ps.length).fill(0);
  let reached = 1;
  for (const [step, index] of order.entries()) {
    reached = Math.min(reached, ((ps[index] ?? 0) * ps.length) / (ps.length - step));
    adjusted[index] = reached;
  }
  return adjusted;
}
