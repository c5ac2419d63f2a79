/**
 * A test for many rare categories, where no distribution holds: sides dealt out anew.
 *
 * @module
 */
import type { BinnedPair } from "./distances.ts";
import { total } from "./paired-counts.ts";
import { seededRandom } from "./seeded-random.ts";

const PERMUTATIONS = 1999;
const SEED = 20_260_102;

/**
 * Share of random divisions of all rows into two sides of these sizes whose chi-square is at least the observed one,
 * itself counted (Phipson & Smyth 2010).
 *
 * @example
 * permuteCategories({ reference: [1, 1], current: [1, 1] }); // => 1
 */
export function permuteCategories(pair: BinnedPair): number {
  const isSwapped = total(pair.reference) < total(pair.current);
  const [dealt, other] = isSwapped ? [pair.reference, pair.current] : [pair.current, pair.reference];
  const columns = dealt.map((count, index) => count + (other[index] ?? 0));
  const rows = Uint32Array.from(columns.flatMap((count, index) => new Array<number>(count).fill(index)));
  const n = total(dealt);
  // With fixed margins chi-square rises with this sum alone.
  const measure = (counts: ArrayLike<number>) =>
    columns.reduce((sum, column, index) => sum + (counts[index] ?? 0) ** 2 / column, 0);
  const observed = measure(dealt);
  const random = seededRandom(SEED);
  let reached = 1;
  for (let round = 0; round < PERMUTATIONS; round++) {
    if (measure(deal(rows, n, { random, categories: columns.length })) >= observed * (1 - 1e-12))
      reached += 1;
  }
  return reached / (PERMUTATIONS + 1);
}

/** Moves `n` rows drawn at random to the front and counts their categories. */
function deal(
  rows: Uint32Array,
  n: number,
  { random, categories }: { readonly random: () => number; readonly categories: number },
): Uint32Array {
  const counts = new Uint32Array(categories);
  for (let index = 0; index < n; index++) {
    const other = index + Math.floor(random() * (rows.length - index));
    const drawn = rows[other] ?? 0;
    rows[other] = rows[index] ?? 0;
    rows[index] = drawn;
    counts[drawn] = (counts[drawn] ?? 0) + 1;
  }
  return counts;
}
