/**
 * The distances a limit can be on: what each is defined for, how it is measured, which limit it has by default.
 *
 * @module
 */
import type { DriftMetric } from "@ml-gates/gate";
import type { BinnedPair } from "./distances.ts";
import { hellinger, jensenShannon, klDivergence, lInfinity, psi, totalVariation } from "./distances.ts";
import type { Distribution } from "./distribution.ts";
import { energyDistance, ksDistance, referenceDeviation, wasserstein } from "./ordered-distances.ts";
import { binByReference, type PairedCounts } from "./paired-counts.ts";
import { cramersVOf } from "./test-columns.ts";

/** Measures a distance of a counted column; null where it is not defined for the column's kind. */
type Measure = (distribution: Distribution) => number | null;

const ofNumbers =
  (measure: (pair: PairedCounts) => number): Measure =>
  ({ numbers }) =>
    numbers === null ? null : measure(numbers);

/** Numbers are binned by the tenths of the reference. */
const ofBins =
  (measure: (pair: BinnedPair) => number): Measure =>
  (distribution) => {
    const bins = binsOf(distribution);
    return bins === null ? null : measure(bins);
  };

const MEASURES: Readonly<Record<DriftMetric, Measure>> = {
  wasserstein_normed: ofNumbers((pair) => normed(wasserstein(pair), referenceDeviation(pair))),
  wasserstein: ofNumbers(wasserstein),
  energy: ofNumbers(energyDistance),
  ks: ofNumbers(ksDistance),
  jensenshannon: ofBins((pair) => jensenShannon(pair, 2)),
  jensenshannon_nats: ofBins((pair) => jensenShannon(pair, Math.E)),
  psi: ofBins(psi),
  kl_div: ofBins(klDivergence),
  hellinger: ofBins(hellinger),
  tvd: ofBins(totalVariation),
  l_infinity: ofBins(lInfinity),
  cramers_v: ({ categories }) => (categories === null ? null : cramersVOf(categories)),
};

/** Any change of a constant is beyond every multiple of its deviation, which is 0. */
function normed(distance: number, deviation: number): number {
  return distance === 0 ? 0 : distance / deviation;
}

/** Both sides of a column in bins or categories. */
export function binsOf({ numbers, categories }: Distribution): BinnedPair | null {
  return numbers === null ? categories : binByReference(numbers);
}

/** The distance, from 0; null where it is not defined for the column; infinite where a constant has changed. */
export function measureDistance(metric: DriftMetric, distribution: Distribution): number | null {
  return MEASURES[metric](distribution);
}

/** The distance and limits of a column for which the gate file names none. */
export interface DefaultLimit {
  readonly metric: DriftMetric;
  readonly warn: number;
  readonly max: number;
}

const NUMBERS: DefaultLimit = { metric: "wasserstein_normed", warn: 0.1, max: 0.25 };
const CATEGORIES: DefaultLimit = { metric: "jensenshannon", warn: 0.1, max: 0.2 };

/** Half of the limits for label and predictions, whose drift touches every decision. */
export function defaultLimit({ numbers, role }: Distribution): DefaultLimit {
  const limit = numbers === null ? CATEGORIES : NUMBERS;
  return role === "feature" ? limit : { ...limit, warn: limit.warn / 2, max: limit.max / 2 };
}
