/**
 * The p-value of "both sides come from one distribution", by the kind of column.
 *
 * @module
 */
import type { DriftTest } from "@ml-gates/gate";
import {
  andersonDarling,
  chiSquareContingency,
  cramersV,
  cramerVonMises,
  kolmogorovSmirnov,
  mannWhitney,
  twoProportionTest,
} from "@ml-gates/statistics";
import { clusterPermutation } from "./cluster-test.ts";
import type { BinnedPair } from "./distances.ts";
import type { Distribution } from "./distribution.ts";
import type { PairedCategories } from "./paired-categories.ts";
import { type PairedCounts, total } from "./paired-counts.ts";
import { permuteCategories } from "./permute-categories.ts";
import { poolRare } from "./pool-rare.ts";

/** A test's name and p-value. */
export interface ColumnTest {
  readonly method: string;
  readonly p: number;
}

/** The default: Kolmogorov-Smirnov for numbers and chi-square for categories. */
const DEFAULT_NUMBERS = "ks";
const DEFAULT_CATEGORIES = "chi_square";

/**
 * Tests a counted column: whole clusters where there are some, else by the test that is asked for. Null where that test
 * is not defined for the column.
 */
export function testColumn(
  { numbers, categories, clusters }: Distribution,
  test: DriftTest | null,
): ColumnTest | null {
  if (clusters !== null) {
    const p = clusterPermutation(clusters, numbers === null ? "unordered" : "ordered");
    return { method: "cluster-permutation", p };
  }
  if (numbers !== null) return testNumbers(numbers, test ?? DEFAULT_NUMBERS);
  return categories === null ? null : testCategories(categories, test ?? DEFAULT_CATEGORIES);
}

/** Above this many steps of the exact law the asymptotic one is as good and takes no time. */
const MOST_EXACT = 2e6;

function testNumbers(pair: PairedCounts, test: DriftTest): ColumnTest | null {
  const tested = { ...pair, alternative: "two-sided" } as const;
  const size = total(pair.reference) * total(pair.current);
  switch (test) {
    case "ks": {
      const method = size <= MOST_EXACT ? "exact" : "asymptotic";
      return tell(`ks-${method}`, kolmogorovSmirnov({ ...tested, method }));
    }
    case "mann_whitney":
      return tell("mann-whitney", mannWhitney(tested));
    case "cramer_von_mises":
      return tell("cramer-von-mises", cramerVonMises(pair));
    case "anderson_darling":
      return tell("anderson-darling", andersonDarling(pair));
    default:
      return null;
  }
}

/** A test without an answer, such as one of a single value on both sides, has nothing against "no change". */
function tell(method: string, test: { readonly p: number } | { readonly undefined: string }): ColumnTest {
  return { method, p: "undefined" in test ? 1 : test.p };
}

/** Above this share of rows in rare categories, joining them would hide what moves between them. */
const MOST_RARE = 0.2;

function testCategories(pair: PairedCategories, test: DriftTest): ColumnTest | null {
  if (test !== "chi_square" && test !== "g_test") return null;
  const pooled = poolRare(pair);
  if (pooled.rare > MOST_RARE && pair.categories.length > 2)
    return { method: "chi-square-permutation", p: permuteCategories(pair) };
  const [r = 0, ...others] = pooled.reference;
  const [c = 0] = pooled.current;
  if (others.length === 0) return { method: "single-category", p: 1 };
  if (others.length > 1) return testTable(pooled, test);
  return twoProportionTest({
    a: { successes: c, trials: total(pooled.current) },
    b: { successes: r, trials: total(pooled.reference) },
  });
}

function testTable({ reference, current }: BinnedPair, test: "chi_square" | "g_test"): ColumnTest {
  const table = [reference, current];
  return test === "g_test"
    ? tell("g-test", chiSquareContingency({ table, divergence: "log-likelihood" }))
    : tell("chi-square", chiSquareContingency({ table }));
}

/** Cramér's V in 0..1; 0 where one category holds all. */
export function cramersVOf({ reference, current }: PairedCategories): number {
  const v = cramersV({ table: [reference, current], biasCorrected: false });
  return typeof v === "number" ? v : 0;
}
