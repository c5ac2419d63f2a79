/**
 * Seeded chance, the same on every machine.
 *
 * @module
 */

/** Numbers in 0..1, by a 32-bit mixing generator; one seed gives one sequence. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };
}

/** Successes in n trials. */
export function drawBinomial(n: number, rate: number, next: () => number): number {
  let successes = 0;
  for (let trial = 0; trial < n; trial++) if (next() < rate) successes++;
  return successes;
}
