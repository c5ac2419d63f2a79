/**
 * One column of both sides, counted.
 *
 * @module
 */
import type { ColumnKind } from "@ml-gates/gate";
import type { ColumnFacts } from "@ml-gates/queries";
import type { ClusterRows } from "./cluster-test.ts";
import type { PairedCategories } from "./paired-categories.ts";
import type { PairedCounts } from "./paired-counts.ts";
import type { ColumnRole, KindOption, PlannedColumn } from "./plan-columns.ts";

/** Facts of both sides. */
export interface FactsPair {
  readonly reference: ColumnFacts;
  readonly current: ColumnFacts;
}

/** A column with its kind settled, before its values are counted. */
export interface SettledColumn {
  readonly name: string;
  readonly role: ColumnRole;
  readonly option: KindOption;
  readonly facts: FactsPair;
  /** Rows with a value and rows without, by cluster; null where rows are independent, or none lacks a value. */
  readonly gaps: readonly ClusterRows[] | null;
}

/** The counted values of a column: numbers or categories. */
export interface Distribution extends Omit<SettledColumn, "option"> {
  readonly kind: ColumnKind;
  readonly numbers: PairedCounts | null;
  readonly categories: PairedCategories | null;
  /** The same rows by cluster, in the order of the bins; null where rows are taken to be independent. */
  readonly clusters: readonly ClusterRows[] | null;
}

/** A text with more distinct values than this is judged by the length of its values. */
const MOST_TEXT_CATEGORIES = 100;
/** A declared category with more is no category. */
export const MOST_CATEGORIES = 5000;

/**
 * Settles which kind a column is judged as.
 *
 * @param facts Of each option, in the order of the options.
 *
 * @example
 * settleColumn({ name: "a", role: "feature", options: [] }, []); // => null
 */
export function settleColumn(
  { name, role, options }: PlannedColumn,
  facts: readonly FactsPair[],
): SettledColumn | null {
  const chosen = options.length > 1 && facts[0] !== undefined && isSecondKind(facts[0]) ? 1 : 0;
  const [option, pair] = [options[chosen], facts[chosen]];
  return option === undefined || pair === undefined ? null : { name, role, option, facts: pair, gaps: null };
}

/**
 * Texts of many values are judged by length; whole numbers of two neighbouring values, such as 0 and 1, as categories.
 * Where the reference has two, a third is a category it lacks, unless there are so many that they count something.
 */
function isSecondKind({ reference, current }: FactsPair): boolean {
  if (reference.distinct !== null || current.distinct !== null) {
    return Math.max(reference.distinct ?? 0, current.distinct ?? 0) > MOST_TEXT_CATEGORIES;
  }
  const span = spanOf([reference, current]);
  return span !== null && (span <= 1 || (spanOf([reference]) === 1 && span <= MOST_LABELS));
}

const MOST_LABELS = 10;

/** From the lowest to the highest value; null without any. */
function spanOf(sides: readonly ColumnFacts[]): number | null {
  const lowest = sides.flatMap(({ lowest }) => lowest ?? []);
  const highest = sides.flatMap(({ highest }) => highest ?? []);
  return lowest.length === 0 ? null : Math.max(...highest) - Math.min(...lowest);
}

/**
 * Whether a column has more categories than can be counted.
 *
 * @example
 * hasTooManyCategories({ reference: { distinct: 9999 }, current: { distinct: 1 } }); // => true
 */
export function hasTooManyCategories({
  reference,
  current,
}: {
  readonly reference: Pick<ColumnFacts, "distinct">;
  readonly current: Pick<ColumnFacts, "distinct">;
}): boolean {
  return Math.max(reference.distinct ?? 0, current.distinct ?? 0) > MOST_CATEGORIES;
}
