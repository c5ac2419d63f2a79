/**
 * Chance that can be repeated: numbers and counts drawn from a seed.
 *
 * @module
 */

/** Draws numbers in 0..1 (1 excluded), always the same from the same seed. */
export interface Random {
  uniform(): number;
}

/**
 * A generator seeded by a text: sfc32 (Doty-Humphrey 2010, passes PractRand), its state filled from the text by
 * FNV-1a. 2^128 states, 32 bits a draw, 53 by two.
 *
 * @example
 * seedRandom("a").uniform() === seedRandom("a").uniform(); // => true
 */
export function seedRandom(seed: string): Random {
  let [a, b, c, counter] = [hash(seed, 1), hash(seed, 2), hash(seed, 3), 1];
  const next = () => {
    const sum = (a + b + counter++) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 15; round++) next();
  return { uniform: () => ((next() >>> 5) * 67_108_864 + (next() >>> 6)) / 9_007_199_254_740_992 };
}

function hash(text: string, salt: number): number {
  let state = Math.imul(0x811c9dc5 ^ salt, 0x01000193);
  for (let index = 0; index < text.length; index++) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  }
  return state | 0;
}

/** Below this mean counting failures one by one is quicker than rejection. */
const SMALL_MEAN = 10;

/**
 * A binomial count, drawn exactly: by inversion for small means, else by Hörmann's transformed rejection (BTRS, 1993).
 *
 * @example
 * drawBinomial(seedRandom("a"), 10, 0); // => 0
 * drawBinomial(seedRandom("a"), 10, 1); // => 10
 */
export function drawBinomial(random: Random, trials: number, probability: number): number {
  if (!(probability > 0) || trials === 0) return 0;
  if (probability >= 1) return trials;
  if (probability > 0.5) return trials - drawBinomial(random, trials, 1 - probability);
  return trials * probability < SMALL_MEAN
    ? invertBinomial(random, trials, probability)
    : rejectBinomial(random, trials, probability);
}

/** Adds up geometric gaps between successes until the trials are used up (Devroye 1986, X.4.3). */
function invertBinomial(random: Random, trials: number, probability: number): number {
  const scale = Math.log1p(-probability);
  for (let [used, successes] = [0, 0]; ; successes++) {
    used += Math.floor(Math.log(1 - random.uniform()) / scale) + 1;
    if (used > trials) return successes;
  }
}

function rejectBinomial(random: Random, trials: number, probability: number): number {
  const ratio = probability / (1 - probability);
  const spread = Math.sqrt(trials * probability * (1 - probability));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * probability;
  const centre = trials * probability + 0.5;
  const accept = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * spread;
  const mode = Math.floor((trials + 1) * probability);
  for (;;) {
    const u = random.uniform() - 0.5;
    const v = random.uniform();
    const tail = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / tail + b) * u + centre);
    if (tail >= 0.07 && v <= accept) return k;
    if (k < 0 || k > trials) continue;
    const height = Math.log((v * alpha) / (a / (tail * tail) + b));
    const density =
      (mode + 0.5) * Math.log((mode + 1) / (ratio * (trials - mode + 1))) +
      (trials + 1) * Math.log((trials - mode + 1) / (trials - k + 1)) +
      (k + 0.5) * Math.log((ratio * (trials - k + 1)) / (k + 1)) +
      stirling(mode) +
      stirling(trials - mode) -
      stirling(k) -
      stirling(trials - k);
    if (height <= density) return k;
  }
}

const STIRLING = [
  0.0810614667953272, 0.0413406959554092, 0.0276779256849983, 0.020790672103765, 0.0166446911898211,
  0.0138761288230707, 0.0118967099458917, 0.010411265261972, 0.0092554621827127, 0.0083305634333628,
];

/** log(k!) less Stirling's approximation of it with k + 1. */
function stirling(k: number): number {
  const exact = STIRLING[k];
  if (exact !== undefined) return exact;
  const square = (k + 1) * (k + 1);
  return (1 / 12 - (1 / 360 - 1 / 1260 / square) / square) / (k + 1);
}

/**
 * Counts of a multinomial draw of as many trials as the counts sum to, at their shares: the counts of rows drawn
 * with replacement. One binomial a cell, of what is left.
 *
 * @example
 * drawMultinomial(seedRandom("a"), [0, 7, 0]); // => [0, 7, 0]
 */
export function drawMultinomial(random: Random, counts: readonly number[]): number[] {
  let [trials, rest] = [0, 0];
  for (const count of counts) rest += count;
  trials = rest;
  return counts.map((count) => {
    const drawn = count === rest ? trials : drawBinomial(random, trials, count / rest);
    trials -= drawn;
    rest -= count;
    return drawn;
  });
}
