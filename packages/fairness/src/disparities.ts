/**
 * Every disparity as one table of data: which measures are compared, and how.
 *
 * @module
 */
import { findMeasure, MEASURES, measureValue } from "./measures.ts";
import type { GroupRows } from "./metric-frame.ts";
import { AEQUITAS } from "./peers.ts";

/**
 * `difference`: the largest gap, 0 is parity. `ratio`: the smallest share, 1 is parity. `group_min` and `group_max`: the
 * worst group by itself. `log_ratio`: the largest |ln| of two rates or of their complements, smoothed; 0 is parity.
 */
export type Comparison = "difference" | "ratio" | "group_min" | "group_max" | "log_ratio";

/** What a disparity is made of. Of several measures the worst counts (`worst_case`). */
export interface Disparity {
  readonly rates: readonly string[];
  readonly comparison: Comparison;
}

/** Stems of differences and ratios whose names are not those of one measure. */
const NAMED = {
  demographic_parity: ["selection_rate"],
  equal_opportunity: ["true_positive_rate"],
  equalized_odds: ["true_positive_rate", "false_positive_rate"],
  predictive_parity: ["precision"],
} as const;

/** scikit-learn's names of measures that have another one here. */
const SCORES = {
  accuracy_score: "accuracy",
  balanced_accuracy_score: "balanced_accuracy",
  precision_score: "precision",
  recall_score: "true_positive_rate",
  f1_score: "f1",
  roc_auc_score: "roc_auc",
  r2_score: "r2",
  error_rate: "zero_one_loss",
} as const;

/** Measures that go by scikit-learn's name alone. */
const RENAMED: ReadonlySet<string> = new Set([
  "accuracy",
  "balanced_accuracy",
  "precision",
  "f1",
  "roc_auc",
  "r2",
]);

/** Names that fit no pattern, AIF360's. */
const ODD: Readonly<Record<string, Disparity>> = {
  statistical_parity_difference: { rates: ["selection_rate"], comparison: "difference" },
  disparate_impact: { rates: ["selection_rate"], comparison: "ratio" },
  smoothed_differential_fairness: { rates: ["selection_rate"], comparison: "log_ratio" },
};

/** A ratio of numbers that may be negative says nothing. */
function comparisonsOf(rate: string): readonly Comparison[] {
  const { range } = findMeasure(rate);
  return range === "signed"
    ? ["difference", "group_min", "group_max"]
    : ["difference", "ratio", "group_min", "group_max"];
}

const STEMS: readonly (readonly [stem: string, rate: string])[] = [
  ...[...MEASURES.keys()].filter((name) => !RENAMED.has(name)).map((name) => [name, name] as const),
  ...Object.entries(SCORES),
];

/** Every disparity by its name. */
export const DISPARITIES: ReadonlyMap<string, Disparity> = new Map<string, Disparity>([
  ...Object.entries(NAMED).flatMap(([stem, rates]) =>
    (["difference", "ratio"] as const).map(
      (comparison) => [`${stem}_${comparison}`, { rates, comparison }] as const,
    ),
  ),
  ...STEMS.flatMap(([stem, rate]) =>
    comparisonsOf(rate).map(
      (comparison) => [`${stem}_${comparison}`, { rates: [rate], comparison }] as const,
    ),
  ),
  ...Object.entries(AEQUITAS).map(
    ([stem, rate]) => [`${stem}_disparity`, { rates: [rate], comparison: "ratio" }] as const,
  ),
  ...Object.entries(ODD),
]);

/** The names of the disparities every report states. */
export const NAMED_DISPARITIES: readonly string[] = [
  "demographic_parity",
  "equal_opportunity",
  "equalized_odds",
].flatMap((name) => [`${name}_difference`, `${name}_ratio`]);

/**
 * A disparity over groups, as fairlearn's `between_groups`: largest - smallest, or smallest / largest. A group whose
 * measure has no denominator is left out (fairlearn takes it as 0). Null when fewer than two groups have the
 * measure (`group_min` and `group_max`: none), or when all values of a ratio are 0.
 *
 * @example
 * measureDisparity({ rates: ["accuracy"], comparison: "ratio" }, [{ truePositives: 1, falsePositives: 1, falseNegatives: 0, trueNegatives: 0 }, { truePositives: 1, falsePositives: 0, falseNegatives: 0, trueNegatives: 0 }].map((counts) => ({ counts, squares: counts }))); // => 0.5
 */
export function measureDisparity(
  { rates, comparison }: Disparity,
  groups: readonly GroupRows[],
): number | null {
  const each = rates.map((rate) =>
    compareExtremes(
      comparison,
      comparison === "log_ratio"
        ? groups.flatMap(smoothed)
        : groups.flatMap((rows) => measureValue(rate, rows) ?? []),
    ),
  );
  const measured = each.filter((value) => value !== null);
  if (measured.length < each.length) return null;
  return comparison === "ratio" ? Math.min(...measured) : Math.max(...measured);
}

function compareExtremes(comparison: Comparison, rates: readonly number[]): number | null {
  const [least, most] = [Math.min(...rates), Math.max(...rates)];
  if (comparison === "group_min") return rates.length === 0 ? null : least;
  if (comparison === "group_max") return rates.length === 0 ? null : most;
  if (rates.length < 2) return null;
  if (comparison === "difference") return most - least;
  if (comparison === "log_ratio") return Math.max(Math.log(most / least), Math.log((1 - least) / (1 - most)));
  return most === 0 ? null : least / most;
}

/** Selection rates as Foulds et al. (2020) smooth them: half a selection and one row more. */
function smoothed({ counts }: GroupRows): readonly number[] {
  const selected = counts.truePositives + counts.falsePositives;
  const rows = selected + counts.falseNegatives + counts.trueNegatives;
  return rows === 0 ? [] : [(selected + 0.5) / (rows + 1)];
}
