/**
 * The p-value of "both sides come from one distribution", by the kind of column.
 *
 * @module
 */
import { twoProportionTest } from "@ml-gates/statistics";
import { clusterPermutation } from "./cluster-test.ts";
import type { Distribution } from "./distribution.ts";
import type { PairedCategories } from "./paired-categories.ts";
import { total } from "./paired-counts.ts";
import { permuteCategories } from "./permute-categories.ts";
import { poolRare } from "./pool-rare.ts";
import { chiSquareTest, ksTest } from "./tests.ts";

/** A test's name and p-value. */
export interface ColumnTest {
  readonly method: string;
  readonly p: number;
}

/**
 * Tests a counted column: whole clusters where there are some, else Kolmogorov-Smirnov for numbers and chi-square for
 * categories, of which the rare are one.
 */
export function testColumn({ numbers, categories, clusters }: Distribution): ColumnTest | null {
  if (clusters !== null) {
    const p = clusterPermutation(clusters, numbers === null ? "unordered" : "ordered");
    return { method: "cluster-permutation", p };
  }
  if (numbers !== null) return ksTest(numbers);
  return categories === null ? null : testCategories(categories);
}

/** Above this share of rows in rare categories, joining them would hide what moves between them. */
const MOST_RARE = 0.2;

function testCategories(pair: PairedCategories): ColumnTest {
  const pooled = poolRare(pair);
  if (pooled.rare > MOST_RARE && pair.categories.length > 2)
    return { method: "chi-square-permutation", p: permuteCategories(pair) };
  const [r = 0, ...others] = pooled.reference;
  const [c = 0] = pooled.current;
  if (others.length === 0) return { method: "single-category", p: 1 };
  if (others.length > 1) return { method: "chi-square", p: chiSquareTest(pooled).p };
  return twoProportionTest({
    a: { successes: c, trials: total(pooled.current) },
    b: { successes: r, trials: total(pooled.reference) },
  });
}

/** Cramér's V, sqrt(chi-square / n) for two sides, in 0..1. */
export function cramersVOf(pair: PairedCategories): number {
  return Math.sqrt(chiSquareTest(pair).statistic / (total(pair.reference) + total(pair.current)));
}
