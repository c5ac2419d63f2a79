/**
 * Tests of counts: are two distributions one, does one follow another.
 *
 * @module
 */
import { totalOf } from "./counted.ts";
import type { Undefined } from "./delong.ts";
import { chiSquareSurvival } from "./gamma.ts";

/** `pearson`: Σ (O - E)² / E. `log-likelihood`: the G test, 2 Σ O ln (O / E). */
export type Divergence = "pearson" | "log-likelihood";

/** A statistic that is chi-square under the null. */
export interface ChiSquared {
  readonly statistic: number;
  readonly degrees: number;
  readonly p: number;
}

/** A table of counts, one array a row. */
export interface Contingency {
  readonly table: readonly ArrayLike<number>[];
  readonly divergence?: Divergence;
  /** Yates' correction, which only a table of 2 by 2 gets; on when left out, as in SciPy. */
  readonly corrected?: boolean;
}

/**
 * Test of homogeneity (or independence): degrees (r - 1)(c - 1); with 0 degrees the statistic is 0 and p is 1. Equals
 * `scipy.stats.chi2_contingency`. A row or column without a count has no expectation.
 *
 * @example
 * chiSquareContingency({ table: [[10, 10], [10, 10]] }); // => { statistic: 0, degrees: 1, p: 1 }
 * chiSquareContingency({ table: [[1, 0], [2, 0]] }); // => { undefined: "column 2 of the table has no count" }
 */
export function chiSquareContingency({
  table,
  divergence = "pearson",
  corrected = true,
}: Contingency): ChiSquared | Undefined {
  const margins = marginsOf(table);
  const empty = emptyMargin(margins);
  if (empty !== undefined) return { undefined: `${empty} of the table has no count` };
  const degrees = (margins.rows.length - 1) * (margins.columns.length - 1);
  if (degrees === 0) return { statistic: 0, degrees, p: 1 };
  let statistic = 0;
  for (const [row, inRow] of margins.rows.entries())
    for (const [column, inColumn] of margins.columns.entries()) {
      const expected = (inRow * inColumn) / margins.total;
      const observed = table[row]?.[column] ?? 0;
      const moved = corrected && degrees === 1 ? towards(observed, expected) : observed;
      statistic += cellTerm(divergence, moved, expected);
    }
  return { statistic, degrees, p: chiSquareSurvival(statistic, degrees) };
}

/** Counts against those that were expected. */
export interface GoodnessOfFit {
  readonly observed: ArrayLike<number>;
  readonly expected: ArrayLike<number>;
  readonly divergence?: Divergence;
}

/** Relative to the smaller, as SciPy allows. */
const SUMS_AGREE = 1.5e-8;

/**
 * Test of counts against expected ones with the same sum: degrees k - 1. A count where none is expected makes Pearson's
 * statistic infinite and p 0. Equals `scipy.stats.chisquare` and `power_divergence`.
 *
 * @example
 * goodnessOfFit({ observed: [5, 5], expected: [5, 5] }); // => { statistic: 0, degrees: 1, p: 1 }
 */
export function goodnessOfFit({
  observed,
  expected,
  divergence = "pearson",
}: GoodnessOfFit): ChiSquared | Undefined {
  const [seen, wanted] = [totalOf(observed), totalOf(expected)];
  if (Math.abs(seen - wanted) > SUMS_AGREE * Math.min(seen, wanted))
    return { undefined: `${seen} rows observed and ${wanted} expected; the sums must agree` };
  let statistic = 0;
  for (let at = 0; at < observed.length; at++)
    statistic += cellTerm(divergence, observed[at] ?? 0, expected[at] ?? 0);
  const degrees = observed.length - 1;
  return { statistic, degrees, p: degrees === 0 ? 1 : chiSquareSurvival(statistic, degrees) };
}

function cellTerm(divergence: Divergence, observed: number, expected: number): number {
  if (observed === expected) return 0;
  if (divergence === "pearson") return (observed - expected) ** 2 / expected;
  return observed === 0 ? 0 : 2 * observed * Math.log(observed / expected);
}

/** Half a count nearer to what is expected, but not beyond. */
function towards(observed: number, expected: number): number {
  const distance = expected - observed;
  return observed + Math.sign(distance) * Math.min(0.5, Math.abs(distance));
}

interface Margins {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly total: number;
}

function marginsOf(table: Contingency["table"]): Margins {
  const rows = table.map(totalOf);
  const columns = Array.from({ length: table[0]?.length ?? 0 }, (_, column) =>
    totalOf(table.map((row) => row[column] ?? 0)),
  );
  return { rows, columns, total: totalOf(rows) };
}

function emptyMargin({ rows, columns }: Margins): string | undefined {
  const [row, column] = [rows.indexOf(0), columns.indexOf(0)];
  if (row >= 0 || rows.length === 0) return `row ${row + 1}`;
  return column >= 0 ? `column ${column + 1}` : undefined;
}
