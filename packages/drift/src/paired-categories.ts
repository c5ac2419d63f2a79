/**
 * Two samples of one column of categories as counts.
 *
 * @module
 */
import type { CategoryCounts } from "@ml-gates/queries";
import type { BinnedPair } from "./distances.ts";

/** Categories of either side in code-unit order, each with its count on both sides. */
export interface PairedCategories extends BinnedPair {
  readonly categories: readonly string[];
}

/**
 * The categories of both sides in one list.
 *
 * @example
 * pairCategories(new Map([["b", 2]]), new Map([["a", 1], ["b", 3]])); // => { categories: ["a", "b"], reference: [0, 2], current: [1, 3] }
 */
export function pairCategories(reference: CategoryCounts, current: CategoryCounts): PairedCategories {
  const categories = [...new Set([...reference.keys(), ...current.keys()])].sort();
  return {
    categories,
    reference: categories.map((category) => reference.get(category) ?? 0),
    current: categories.map((category) => current.get(category) ?? 0),
  };
}

/**
 * Rows of the current side whose category the reference lacks, and those categories.
 *
 * @example
 * findUnseen({ categories: ["a", "b"], reference: [0, 2], current: [1, 3] }); // => { rows: 1, categories: ["a"] }
 */
export function findUnseen({ categories, reference, current }: PairedCategories): {
  readonly rows: number;
  readonly categories: readonly string[];
} {
  const unseen = categories.flatMap((category, index) =>
    reference[index] === 0 ? [{ category, rows: current[index] ?? 0 }] : [],
  );
  return {
    rows: unseen.reduce((sum, { rows }) => sum + rows, 0),
    categories: unseen.map(({ category }) => category),
  };
}
