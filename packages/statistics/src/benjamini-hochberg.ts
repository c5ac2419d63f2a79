/**
 * The share of false alarms among many tests.
 *
 * @module
 */

/**
 * Benjamini & Hochberg's step-up adjustment (1995): with m values, the k-th smallest is multiplied by m / k and kept
 * from exceeding any larger one. Rejecting below q holds the expected share of false alarms among alarms at q, for
 * independent or positively dependent tests.
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
