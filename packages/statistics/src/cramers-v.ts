/**
 * How strongly two categorical variables are associated.
 *
 * @module
 */
import { chiSquareContingency } from "./chi-square-tests.ts";
import { totalOf } from "./counted.ts";
import type { Undefined } from "./delong.ts";

/** A table of counts, one array a row, at least two of each. */
export interface Association {
  readonly table: readonly ArrayLike<number>[];
  /** Bergsma's correction (2013), which takes away what chance alone would show. */
  readonly biasCorrected: boolean;
}

/**
 * Cramér's V = sqrt(χ² / n / min(r - 1, c - 1)) in 0..1, from Pearson's χ² without Yates' correction; bias-corrected
 * with φ² and both dimensions lowered by their expectation. Equals `scipy.stats.contingency.association` when plain.
 *
 * @example
 * cramersV({ table: [[10, 0], [0, 10]], biasCorrected: false }); // => 1
 * cramersV({ table: [[10, 10], [10, 10]], biasCorrected: true }); // => 0
 */
export function cramersV({ table, biasCorrected }: Association): number | Undefined {
  const test = chiSquareContingency({ table, corrected: false });
  if ("undefined" in test) return test;
  if (test.degrees === 0) return { undefined: "the table has one row or one column" };
  const n = totalOf(table.map(totalOf));
  const [rows, columns] = [table.length, table[0]?.length ?? 0];
  const phi = test.statistic / n;
  if (!biasCorrected) return Math.sqrt(phi / Math.min(rows - 1, columns - 1));
  const lowered = (size: number) => size - (size - 1) ** 2 / (n - 1);
  const rest = Math.max(0, phi - test.degrees / (n - 1));
  return Math.sqrt(rest / Math.min(lowered(rows) - 1, lowered(columns) - 1));
}
