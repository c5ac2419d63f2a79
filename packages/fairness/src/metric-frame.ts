/**
 * Counts overall and by group, as fairlearn's `MetricFrame` holds rates.
 *
 * @module
 */
import type { ConfusionCounts, CountsByGroup } from "@ml-gates/queries";

/** One group of a column, named and counted. */
export interface Group {
  readonly name: string;
  readonly counts: ConfusionCounts;
  /** Rows of the group. */
  readonly n: number;
}

/** One group column: all rows, and its groups in the order of their names. */
export interface MetricFrame {
  readonly column: string;
  readonly overall: ConfusionCounts;
  readonly byGroup: readonly Group[];
}

/** What rows without a group are called when they are a group of their own. */
export const MISSING_GROUP = "(missing)";

/**
 * The counts of one column as a frame. Rows without a group become the group `(missing)`.
 *
 * @example
 * toMetricFrame("SEX", { byGroup: [{ column: "SEX", value: null, rows: 3, counts: {} }] }).byGroup; // => [{ name: "(missing)", n: 3, counts: {} }]
 */
export function toMetricFrame(column: string, counted: CountsByGroup): MetricFrame {
  return {
    column,
    overall: counted.overall,
    byGroup: counted.byGroup
      .filter((group) => group.column === column)
      .map(({ value, counts, rows }) => ({ name: value ?? MISSING_GROUP, counts, n: rows })),
  };
}
