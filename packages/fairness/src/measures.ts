/**
 * Everything that is measured of a group, as one table of data: rates, functions of a confusion table, means of errors
 * and scores, calibration, the area under the ROC curve.
 *
 * @module
 */
import type { ConfusionCounts, GroupMoments, MomentFamily } from "@ml-gates/queries";
import type { Proportion } from "@ml-gates/statistics";
import { measureCalibration } from "./calibration.ts";
import { deltaError, meansOfCounts, meansOfMoments, type OfMeans } from "./delta-method.ts";
import { generalizedEntropy } from "./entropy.ts";
import type { GroupRows } from "./metric-frame.ts";
import { sumGaps } from "./paired-calibration.ts";
import { countRate, type EmptyReason, measureRate, RATE_NAMES, RATES, type RateName } from "./rates.ts";

/** Which columns and statistics a measure is made of. */
export type Needs = "decisions" | MomentFamily | "bins" | "areas";

/** A measure of one group. */
export interface Estimate {
  readonly value: number;
  /** Effective rows in its denominator. */
  readonly trials: number;
  readonly standardError: number;
  /** What exact tests need; null for what is no rate. */
  readonly proportion: Proportion | null;
  /** What noise alone would bring: 0 but for errors of calibration, which are never negative. */
  readonly noise: number;
}

/** How something is measured of a group. */
export interface Measure {
  readonly needs: Needs;
  /** What the denominator counts, in a sentence. */
  readonly unit: string;
  readonly empty: EmptyReason;
  /** In 0..1; else any number, or any that is not negative. */
  readonly range: "unit" | "positive" | "signed";
  trials(rows: GroupRows): number;
  estimate(rows: GroupRows): Estimate | null;
  /** As a function of cell shares, or of means. */
  readonly of: OfMeans;
}

function ofRate(name: RateName): Measure {
  const { unit, empty } = RATES[name];
  return {
    needs: "decisions",
    unit,
    empty,
    range: "unit",
    trials: ({ counts, squares }) => countRate(name, counts, squares).trials,
    estimate: ({ counts, squares }) => {
      const value = measureRate(name, counts);
      if (value === null) return null;
      const proportion = countRate(name, counts, squares);
      const standardError = Math.sqrt((value * (1 - value)) / proportion.trials);
      return { value, trials: proportion.trials, standardError, proportion, noise: 0 };
    },
    of: (shares) => measureRate(name, shares as unknown as ConfusionCounts),
  };
}

/** A smooth function of the confusion table; its denominators are those of the rates it is made of. */
function ofTable(
  rates: readonly [RateName, ...RateName[]],
  of: (counts: ConfusionCounts) => number | null,
  range: Measure["range"] = "unit",
): Measure {
  const trials = ({ counts, squares }: GroupRows) =>
    Math.min(...rates.map((rate) => countRate(rate, counts, squares).trials));
  const ofShares: OfMeans = (shares) => of(shares as unknown as ConfusionCounts);
  return {
    needs: "decisions",
    unit: rates.map((rate) => RATES[rate].unit).at(-1) ?? "rows",
    empty: RATES[rates[0]].empty,
    range,
    trials,
    estimate: (rows) => {
      const value = trials(rows) === 0 ? null : of(rows.counts);
      if (value === null) return null;
      const standardError = deltaError(ofShares, meansOfCounts(rows.counts, rows.squares));
      return { value, trials: trials(rows), standardError, proportion: null, noise: 0 };
    },
    of: ofShares,
  };
}

function meanOfRates(rates: readonly [RateName, RateName]): Measure {
  return ofTable(rates, (counts) => {
    const [first, second] = rates.map((rate) => measureRate(rate, counts));
    return first === null || second === null || first === undefined || second === undefined
      ? null
      : (first + second) / 2;
  });
}

function ofMoments(family: MomentFamily, of: OfMeans, range: Measure["range"]): Measure {
  const momentsOf = ({ moments }: GroupRows): GroupMoments | null => moments[family] ?? null;
  return {
    needs: family,
    unit: "rows",
    empty: "no-rows",
    range,
    trials: (rows) => momentsOf(rows)?.effective ?? 0,
    estimate: (rows) => {
      const moments = momentsOf(rows);
      const value = moments === null ? null : of(moments.means);
      if (moments === null || value === null) return null;
      const standardError = deltaError(of, meansOfMoments(moments));
      return { value, trials: moments.effective, standardError, proportion: null, noise: 0 };
    },
    of,
  };
}

const mean =
  (name: string): OfMeans =>
  (means) =>
    means[name] ?? null;

function means(family: MomentFamily, names: Readonly<Record<string, Measure["range"]>>) {
  return Object.fromEntries(
    Object.entries(names).map(([name, range]) => [name, ofMoments(family, mean(name), range)]),
  );
}

/** 1 - squared error / variance of the label. */
const determination: OfMeans = (found) => {
  const label = found["label"] ?? 0;
  const variance = (found["squared_label"] ?? 0) - label * label;
  return variance > 0 ? 1 - (found["mean_squared_error"] ?? 0) / variance : null;
};

const CALIBRATION: Measure = {
  needs: "bins",
  unit: "rows",
  empty: "no-rows",
  range: "unit",
  trials: ({ bins }) => measureCalibration(bins)?.trials ?? 0,
  estimate: ({ bins }) => measureCalibration(bins),
  of: sumGaps,
};

const AREA: Measure = {
  needs: "areas",
  unit: "rows with the rarer label",
  empty: "no-positives",
  range: "unit",
  trials: ({ area }) => area?.rarer ?? 0,
  estimate: ({ area }) => {
    if (area === null || area.area === null) return null;
    const standardError = Math.sqrt(area.variance);
    return { value: area.area, trials: area.rarer, standardError, proportion: null, noise: 0 };
  },
  of: mean("roc_auc"),
};

const F1 = ofTable(["true_positive_rate"], ({ truePositives, falsePositives, falseNegatives }) => {
  const both = 2 * truePositives + falsePositives + falseNegatives;
  return both === 0 ? null : (2 * truePositives) / both;
});

/** Every measure by name. */
export const MEASURES: ReadonlyMap<string, Measure> = new Map<string, Measure>([
  ...RATE_NAMES.map((name) => [name, ofRate(name)] as const),
  ["balanced_accuracy", meanOfRates(["true_positive_rate", "true_negative_rate"])],
  ["f1", F1],
  ["average_odds", meanOfRates(["true_positive_rate", "false_positive_rate"])],
  ["average_predictive_value", meanOfRates(["precision", "false_omission_rate"])],
  ["generalized_entropy_index", ofTable(["accuracy"], (counts) => generalizedEntropy(counts, 2), "positive")],
  ["theil_index", ofTable(["accuracy"], (counts) => generalizedEntropy(counts, 1), "positive")],
  [
    "coefficient_of_variation",
    ofTable(
      ["accuracy"],
      (counts) => {
        const entropy = generalizedEntropy(counts, 2);
        return entropy === null ? null : Math.sqrt(2 * Math.max(0, entropy));
      },
      "positive",
    ),
  ],
  ...Object.entries({
    ...means("values", {
      mean_prediction: "signed",
      mean_error: "signed",
      mean_absolute_error: "positive",
      mean_squared_error: "positive",
    }),
    ...means("scores", {
      mean_score: "unit",
      calibration_in_the_large: "signed",
      brier_score_loss: "unit",
      log_loss: "positive",
    }),
    ...means("ranks", { exposure: "unit", selection_at_k: "unit" }),
  }),
  ["r2", ofMoments("values", determination, "signed")],
  ["expected_calibration_error", CALIBRATION],
  ["roc_auc", AREA],
]);

/** The measure of that name; a name that is not in the table is our defect. */
export function findMeasure(name: string): Measure {
  const measure = MEASURES.get(name);
  if (measure === undefined) throw new RangeError(`${name} is not measured`);
  return measure;
}

/**
 * A measure's value in a group; null where it has none.
 *
 * @example
 * measureValue("balanced_accuracy", { counts: { truePositives: 3, falsePositives: 0, falseNegatives: 1, trueNegatives: 4 }, squares: { truePositives: 3, falsePositives: 0, falseNegatives: 1, trueNegatives: 4 } }); // => 0.875
 */
export function measureValue(name: string, rows: GroupRows): number | null {
  return findMeasure(name).estimate(rows)?.value ?? null;
}
