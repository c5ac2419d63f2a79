/**
 * The rates of a confusion table, as data: numerator, denominator, and the word for a denominator of zero.
 *
 * @module
 */
import type { ConfusionCounts } from "@ml-gates/queries";
import type { Proportion } from "@ml-gates/statistics";

/** Why there is no rate when its denominator is 0. */
export type EmptyReason =
  | "no-rows"
  | "no-positives"
  | "no-negatives"
  | "none-selected"
  | "all-selected"
  | "no-scores";

interface Rate {
  readonly numerator: (counts: ConfusionCounts) => number;
  readonly denominator: (counts: ConfusionCounts) => number;
  /** What the denominator counts, in a sentence: "12 rows with a positive label". */
  readonly unit: string;
  readonly empty: EmptyReason;
}

const rows = {
  denominator: (counts: ConfusionCounts) => countPositives(counts) + countNegatives(counts),
  unit: "rows",
  empty: "no-rows",
} as const;
const positives = {
  denominator: countPositives,
  unit: "rows with a positive label",
  empty: "no-positives",
} as const;
const negatives = {
  denominator: countNegatives,
  unit: "rows with a negative label",
  empty: "no-negatives",
} as const;
const selected = {
  denominator: countSelected,
  unit: "rows decided positively",
  empty: "none-selected",
} as const;
const rejected = {
  denominator: ({ falseNegatives, trueNegatives }: ConfusionCounts) => falseNegatives + trueNegatives,
  unit: "rows decided negatively",
  empty: "all-selected",
} as const;

/** Rates by the names of fairlearn and scikit-learn, those of AIF360 and aequitas beside them, all in 0..1. */
export const RATES = {
  selection_rate: { ...rows, numerator: countSelected },
  true_positive_rate: { ...positives, numerator: ({ truePositives }) => truePositives },
  false_positive_rate: { ...negatives, numerator: ({ falsePositives }) => falsePositives },
  true_negative_rate: { ...negatives, numerator: ({ trueNegatives }) => trueNegatives },
  false_negative_rate: { ...positives, numerator: ({ falseNegatives }) => falseNegatives },
  accuracy: { ...rows, numerator: ({ truePositives, trueNegatives }) => truePositives + trueNegatives },
  zero_one_loss: {
    ...rows,
    numerator: ({ falsePositives, falseNegatives }) => falsePositives + falseNegatives,
  },
  base_rate: { ...rows, numerator: countPositives },
  precision: { ...selected, numerator: ({ truePositives }) => truePositives },
  false_discovery_rate: { ...selected, numerator: ({ falsePositives }) => falsePositives },
  false_omission_rate: { ...rejected, numerator: ({ falseNegatives }) => falseNegatives },
  negative_predictive_value: { ...rejected, numerator: ({ trueNegatives }) => trueNegatives },
} as const satisfies Readonly<Record<string, Rate>>;

/** The name of a rate. */
export type RateName = keyof typeof RATES;

/** The names of all rates. */
export const RATE_NAMES = Object.keys(RATES) as readonly RateName[];

/**
 * A rate as successes out of trials; `trials` may be 0. With the sums of squared weights both are effective numbers:
 * trials are (Σw)² / Σw² of the denominator's rows (Kish 1965), and the share is the weighted one.
 *
 * @example
 * countRate("true_positive_rate", { truePositives: 3, falsePositives: 9, falseNegatives: 1, trueNegatives: 9 }); // => { successes: 3, trials: 4 }
 * countRate("accuracy", { truePositives: 2, falsePositives: 2, falseNegatives: 0, trueNegatives: 0 }, { truePositives: 4, falsePositives: 4, falseNegatives: 0, trueNegatives: 0 }); // => { successes: 1, trials: 2 }
 */
export function countRate(
  name: RateName,
  counts: ConfusionCounts,
  squares: ConfusionCounts = counts,
): Proportion {
  const { numerator, denominator } = RATES[name];
  const [share, weight, square] = [numerator(counts), denominator(counts), denominator(squares)];
  if (weight === square || weight === 0) return { successes: share, trials: weight };
  const trials = (weight * weight) / square;
  return { successes: (share / weight) * trials, trials };
}

/**
 * A rate in 0..1; null when its denominator is 0, where fairlearn says 0.
 *
 * @example
 * measureRate("accuracy", { truePositives: 1, falsePositives: 0, falseNegatives: 0, trueNegatives: 1 }); // => 1
 * measureRate("true_positive_rate", { truePositives: 0, falsePositives: 1, falseNegatives: 0, trueNegatives: 1 }); // => null
 */
export function measureRate(name: RateName, counts: ConfusionCounts): number | null {
  const { numerator, denominator } = RATES[name];
  const trials = denominator(counts);
  return trials === 0 ? null : numerator(counts) / trials;
}

/**
 * Rows with a positive label.
 *
 * @example
 * countPositives({ truePositives: 3, falsePositives: 9, falseNegatives: 1, trueNegatives: 9 }); // => 4
 */
export function countPositives({ truePositives, falseNegatives }: ConfusionCounts): number {
  return truePositives + falseNegatives;
}

/**
 * Rows with a negative label.
 *
 * @example
 * countNegatives({ truePositives: 3, falsePositives: 9, falseNegatives: 1, trueNegatives: 9 }); // => 18
 */
export function countNegatives({ falsePositives, trueNegatives }: ConfusionCounts): number {
  return falsePositives + trueNegatives;
}

/**
 * Rows decided positively.
 *
 * @example
 * countSelected({ truePositives: 3, falsePositives: 9, falseNegatives: 1, trueNegatives: 9 }); // => 12
 */
export function countSelected({ truePositives, falsePositives }: ConfusionCounts): number {
  return truePositives + falsePositives;
}
