/**
 * A group against the reference in the words of AIF360 and aequitas: signed differences and unfolded ratios.
 *
 * @module
 */
import { measureValue } from "./measures.ts";
import type { GroupRows } from "./metric-frame.ts";
import { countSelected, RATES, type RateName } from "./rates.ts";

/**
 * AIF360's differences, group less reference: null where a rate has no denominator, where AIF360 has NaN or 0.
 *
 * @example
 * Object.keys(measureAif360({ counts: { truePositives: 1, falsePositives: 1, falseNegatives: 1, trueNegatives: 1 }, squares: { truePositives: 1, falsePositives: 1, falseNegatives: 1, trueNegatives: 1 } }, { counts: { truePositives: 1, falsePositives: 1, falseNegatives: 1, trueNegatives: 1 }, squares: { truePositives: 1, falsePositives: 1, falseNegatives: 1, trueNegatives: 1 } })).length; // => 11
 */
export function measureAif360(
  group: GroupRows,
  reference: GroupRows,
): Readonly<Record<string, number | null>> {
  const gap = (name: string) => subtract(measureValue(name, group), measureValue(name, reference));
  const [tpr, fpr] = [gap("true_positive_rate"), gap("false_positive_rate")];
  const [ppv, omission] = [gap("precision"), gap("false_omission_rate")];
  const both = (left: number | null, right: number | null, combine: (a: number, b: number) => number) =>
    left === null || right === null ? null : combine(left, right);
  return {
    statistical_parity_difference: gap("selection_rate"),
    disparate_impact: divide(
      measureValue("selection_rate", group),
      measureValue("selection_rate", reference),
    ),
    equal_opportunity_difference: tpr,
    average_odds_difference: both(fpr, tpr, (a, b) => (a + b) / 2),
    average_abs_odds_difference: both(fpr, tpr, (a, b) => (Math.abs(a) + Math.abs(b)) / 2),
    equalized_odds_difference: both(fpr, tpr, (a, b) => Math.max(Math.abs(a), Math.abs(b))),
    average_predictive_value_difference: both(ppv, omission, (a, b) => (a + b) / 2),
    error_rate_difference: gap("zero_one_loss"),
    false_discovery_rate_difference: gap("false_discovery_rate"),
    false_omission_rate_difference: gap("false_omission_rate"),
    differential_fairness_bias_amplification: amplification(group, reference),
  };
}

/** What aequitas calls the rates: a group's over the reference's is its disparity. */
export const AEQUITAS = {
  pprev: "selection_rate",
  precision: "precision",
  fdr: "false_discovery_rate",
  for: "false_omission_rate",
  fpr: "false_positive_rate",
  fnr: "false_negative_rate",
  tpr: "true_positive_rate",
  tnr: "true_negative_rate",
  npv: "negative_predictive_value",
} as const satisfies Readonly<Record<string, RateName>>;

/**
 * aequitas' disparities, group over reference; null for 0 / 0 and for a reference of 0, where aequitas puts 10.
 *
 * @example
 * measureAequitas({ counts: { truePositives: 1, falsePositives: 1, falseNegatives: 1, trueNegatives: 1 }, squares: { truePositives: 1, falsePositives: 1, falseNegatives: 1, trueNegatives: 1 } }, { counts: { truePositives: 1, falsePositives: 1, falseNegatives: 1, trueNegatives: 1 }, squares: { truePositives: 1, falsePositives: 1, falseNegatives: 1, trueNegatives: 1 } }).ppr_disparity; // => 1
 */
export function measureAequitas(
  group: GroupRows,
  reference: GroupRows,
): Readonly<Record<string, number | null>> {
  return {
    ppr_disparity: divide(countSelected(group.counts), countSelected(reference.counts)),
    ...Object.fromEntries(
      Object.entries(AEQUITAS).map(([name, rate]) => [
        `${name}_disparity`,
        divide(measureValue(rate, group), measureValue(rate, reference)),
      ]),
    ),
  };
}

/** ε of the decisions less ε of the labels, both smoothed by half a row (Foulds et al. 2020). */
function amplification(group: GroupRows, reference: GroupRows): number | null {
  const rows = [group, reference];
  const [decided, labelled] = (["selection_rate", "base_rate"] as const).map((rate) => {
    const [a = Number.NaN, b = Number.NaN] = rows.map(({ counts }) => {
      const { numerator, denominator } = RATES[rate];
      return (numerator(counts) + 0.5) / (denominator(counts) + 1);
    });
    return Math.max(Math.abs(Math.log(a / b)), Math.abs(Math.log((1 - a) / (1 - b))));
  });
  return subtract(decided ?? null, labelled ?? null);
}

function subtract(left: number | null, right: number | null): number | null {
  return left === null || right === null ? null : left - right;
}

function divide(left: number | null, right: number | null): number | null {
  return left === null || right === null || right === 0 ? null : left / right;
}
