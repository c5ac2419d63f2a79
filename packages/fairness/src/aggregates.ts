/**
 * fairlearn's aggregates of a metric over groups, number for number, so that both can be read side by side.
 *
 * @module
 */
import type { ConfusionCounts } from "@ml-gates/queries";
import { MEASURES } from "./measures.ts";
import type { GroupRows, MetricFrame } from "./metric-frame.ts";
import { measureRate, RATES, type RateName } from "./rates.ts";

/** What groups are compared with: each other, or all rows. */
export type AggregateMethod = "between_groups" | "to_overall";

/** A metric's values by group and over all rows; NaN where there is none. */
export interface MetricValues {
  readonly byGroup: readonly number[];
  readonly overall: number;
}

/**
 * `MetricFrame.difference`: the largest distance from the smallest value, or from the value of all rows; NaN are skipped.
 *
 * @example
 * aggregateDifference({ byGroup: [0.2, 0.5, NaN], overall: 0.4 }, "to_overall"); // => 0.2
 */
export function aggregateDifference({ byGroup, overall }: MetricValues, method: AggregateMethod): number {
  const known = byGroup.filter((value) => !Number.isNaN(value));
  const subtract = method === "between_groups" ? Math.min(...known) : overall;
  return known.length === 0 ? Number.NaN : Math.max(...known.map((value) => Math.abs(value - subtract)));
}

/**
 * `MetricFrame.ratio`: smallest / largest, or the smallest of the values' ratios to that of all rows, each folded to
 * at most 1; 0 / 0 is NaN, and skipped among ratios to all rows.
 *
 * @example
 * aggregateRatio({ byGroup: [0.2, 0.5], overall: 0.4 }, "to_overall"); // => 0.5
 */
export function aggregateRatio({ byGroup, overall }: MetricValues, method: AggregateMethod): number {
  const known = byGroup.filter((value) => !Number.isNaN(value));
  if (method === "between_groups") return Math.min(...known) / Math.max(...known);
  const folded = known
    .map((value) => value / overall)
    .map((ratio) => (ratio > 1 ? 1 / ratio : ratio))
    .filter((ratio) => !Number.isNaN(ratio));
  return folded.length === 0 ? Number.NaN : Math.min(...folded);
}

/** fairlearn's three disparities of several calls, with the rates behind them. */
const FAIRLEARN = {
  demographic_parity: ["selection_rate"],
  equal_opportunity: ["true_positive_rate"],
  equalized_odds: ["true_positive_rate", "false_positive_rate"],
} as const satisfies Readonly<Record<string, readonly RateName[]>>;

/**
 * fairlearn's own numbers for a frame, zeros for rates without a denominator included: by name, then by `method`; null for
 * its NaN. `equalized_odds` has its `mean` beside the worst case.
 *
 * @example
 * measureFairlearn({ byGroup: [], overall: { counts: { truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 0 } } }).demographic_parity_ratio.between_groups; // => null
 */
export function measureFairlearn(
  frame: Pick<MetricFrame, "byGroup" | "overall">,
): Readonly<Record<string, Readonly<Record<AggregateMethod, number | null>>>> {
  const valuesOf = (rate: RateName): MetricValues => ({
    byGroup: frame.byGroup.map(({ counts }) => zeroed(rate, counts)),
    overall: zeroed(rate, frame.overall.counts),
  });
  const found = Object.entries(FAIRLEARN).flatMap(([stem, rates]) => {
    const values = rates.map(valuesOf);
    const differences = both((method) =>
      worst(
        values.map((each) => aggregateDifference(each, method)),
        Math.max,
      ),
    );
    const ratios = both((method) =>
      worst(
        values.map((each) => aggregateRatio(each, method)),
        Math.min,
      ),
    );
    const means = [
      [
        `${stem}_difference_mean`,
        both((method) => average(values.map((each) => aggregateDifference(each, method)))),
      ],
      [`${stem}_ratio_mean`, both((method) => average(values.map((each) => aggregateRatio(each, method))))],
    ] as const;
    return [
      [`${stem}_difference`, differences] as const,
      [`${stem}_ratio`, ratios] as const,
      ...(rates.length > 1 ? means : []),
    ];
  });
  return Object.fromEntries(found);
}

/**
 * `MetricFrame.group_min` and `group_max` of every measure that some group has.
 *
 * @example
 * measureExtremes([]); // => {}
 */
export function measureExtremes(
  groups: readonly GroupRows[],
): Readonly<Record<string, { readonly group_min: number; readonly group_max: number }>> {
  return Object.fromEntries(
    [...MEASURES].flatMap(([name, measure]) => {
      const values = groups.flatMap((rows) => measure.estimate(rows)?.value ?? []);
      return values.length === 0
        ? []
        : [[name, { group_min: Math.min(...values), group_max: Math.max(...values) }]];
    }),
  );
}

/** fairlearn's rates come from a normalised confusion matrix whose NaN are set to 0. */
function zeroed(rate: RateName, counts: ConfusionCounts): number {
  return RATES[rate].denominator(counts) === 0 ? 0 : (measureRate(rate, counts) ?? 0);
}

/** Python's `max` and `min` of a list: a NaN in the first place stays, one behind it is passed over. */
function worst(values: readonly number[], pick: (...values: number[]) => number): number {
  const [first = Number.NaN, ...rest] = values;
  if (Number.isNaN(first)) return first;
  return pick(first, ...rest.filter((value) => !Number.isNaN(value)));
}

function average(values: readonly number[]): number {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}

function both(
  measure: (method: AggregateMethod) => number,
): Readonly<Record<AggregateMethod, number | null>> {
  const finite = (value: number) => (Number.isFinite(value) ? value : null);
  return { between_groups: finite(measure("between_groups")), to_overall: finite(measure("to_overall")) };
}
