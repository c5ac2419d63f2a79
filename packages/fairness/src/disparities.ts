/**
 * fairlearn's disparities as one table of data: which rates are compared, and how.
 *
 * @module
 */
import type { ConfusionCounts } from "@ml-gates/queries";
import { measureRate, type RateName } from "./rates.ts";

/** `difference`: the largest gap, 0 is parity. `ratio`: the smallest share, 1 is parity. */
export type Comparison = "difference" | "ratio";

/** What a disparity is made of. Of several rates the worst counts (`worst_case`). */
export interface Disparity {
  readonly rates: readonly RateName[];
  readonly comparison: Comparison;
}

const NAMED = {
  demographic_parity: ["selection_rate"],
  equal_opportunity: ["true_positive_rate"],
  equalized_odds: ["true_positive_rate", "false_positive_rate"],
} as const satisfies Readonly<Record<string, readonly RateName[]>>;

/** The stems of fairlearn's generated metrics, each with its rate. */
const GENERATED = {
  selection_rate: ["selection_rate"],
  true_positive_rate: ["true_positive_rate"],
  false_positive_rate: ["false_positive_rate"],
  true_negative_rate: ["true_negative_rate"],
  false_negative_rate: ["false_negative_rate"],
  accuracy_score: ["accuracy"],
} as const satisfies Readonly<Record<string, readonly RateName[]>>;

/** Every disparity by fairlearn's name: its three, and the differences and ratios it generates. */
export const DISPARITIES: ReadonlyMap<string, Disparity> = new Map(
  Object.entries({ ...NAMED, ...GENERATED }).flatMap(([name, rates]) =>
    (["difference", "ratio"] as const).map((comparison) => [`${name}_${comparison}`, { rates, comparison }]),
  ),
);

/** The names of the disparities every report states. */
export const NAMED_DISPARITIES: readonly string[] = Object.keys(NAMED).flatMap((name) => [
  `${name}_difference`,
  `${name}_ratio`,
]);

/**
 * A disparity over groups, as fairlearn's `between_groups`: largest rate - smallest rate, or smallest / largest.
 * A group whose rate has no denominator is left out (fairlearn takes it as 0). Null when fewer than two groups
 * have the rate, or when all rates of a ratio are 0.
 *
 * @example
 * measureDisparity({ rates: ["accuracy"], comparison: "ratio" }, [{ truePositives: 1, falsePositives: 1, falseNegatives: 0, trueNegatives: 0 }, { truePositives: 1, falsePositives: 0, falseNegatives: 0, trueNegatives: 0 }]); // => 0.5
 */
export function measureDisparity(
  { rates, comparison }: Disparity,
  groups: readonly ConfusionCounts[],
): number | null {
  const each = rates.map((rate) =>
    compareExtremes(
      comparison,
      groups.flatMap((counts) => measureRate(rate, counts) ?? []),
    ),
  );
  const measured = each.filter((value) => value !== null);
  if (measured.length < each.length) return null;
  return comparison === "ratio" ? Math.min(...measured) : Math.max(...measured);
}

function compareExtremes(comparison: Comparison, rates: readonly number[]): number | null {
  if (rates.length < 2) return null;
  const [least, most] = [Math.min(...rates), Math.max(...rates)];
  if (comparison === "difference") return most - least;
  return most === 0 ? null : least / most;
}
