/**
 * Chance that is the same in every run.
 *
 * @module
 */

/**
 * A generator of numbers in 0..1 (1 excluded) from a seed: Steele, Lea & Flood's SplitMix (2014), 32 bits.
 *
 * @example
 * seededRandom(7)() === seededRandom(7)(); // => true
 */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    mixed ^= mixed >>> 15;
    return (mixed >>> 0) / 2 ** 32;
  };
}
