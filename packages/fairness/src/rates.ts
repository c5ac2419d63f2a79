/**
 * The rates of a confusion table, as data: numerator, denominator, and the word for a denominator of zero.
 *
 * @module
 */
import type { ConfusionCounts } from "@ml-gates/queries";
import type { Proportion } from "@ml-gates/statistics";

interface Rate {
  readonly numerator: (counts: ConfusionCounts) => number;
  readonly denominator: (counts: ConfusionCounts) => number;
  /** What the denominator counts, in a sentence: "12 rows with a positive label". */
  readonly unit: string;
  /** Why there is no rate when the denominator is 0. */
  readonly empty: "no-rows" | "no-positives" | "no-negatives";
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

/** Rates by fairlearn's names, all in 0..1. */
export const RATES = {
  selection_rate: { ...rows, numerator: countSelected },
  true_positive_rate: { ...positives, numerator: ({ truePositives }) => truePositives },
  false_positive_rate: { ...negatives, numerator: ({ falsePositives }) => falsePositives },
  true_negative_rate: { ...negatives, numerator: ({ trueNegatives }) => trueNegatives },
  false_negative_rate: { ...positives, numerator: ({ falseNegatives }) => falseNegatives },
  accuracy: { ...rows, numerator: ({ truePositives, trueNegatives }) => truePositives + trueNegatives },
} as const satisfies Readonly<Record<string, Rate>>;

/** The name of a rate. */
export type RateName = keyof typeof RATES;

/** The names of all rates. */
export const RATE_NAMES = Object.keys(RATES) as readonly RateName[];

/**
 * A rate as successes out of trials; `trials` may be 0.
 *
 * @example
 * countRate("true_positive_rate", { truePositives: 3, falsePositives: 9, falseNegatives: 1, trueNegatives: 9 }); // => { successes: 3, trials: 4 }
 */
export function countRate(name: RateName, counts: ConfusionCounts): Proportion {
  const { numerator, denominator } = RATES[name];
  return { successes: numerator(counts), trials: denominator(counts) };
}

/**
 * A rate in 0..1; null when its denominator is 0, where fairlearn says 0.
 *
 * @example
 * measureRate("accuracy", { truePositives: 1, falsePositives: 0, falseNegatives: 0, trueNegatives: 1 }); // => 1
 * measureRate("true_positive_rate", { truePositives: 0, falsePositives: 1, falseNegatives: 0, trueNegatives: 1 }); // => null
 */
export function measureRate(name: RateName, counts: ConfusionCounts): number | null {
  const { successes, trials } = countRate(name, counts);
  return trials === 0 ? null : successes / trials;
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
