/**
 * What both models' measures of the same rows are made of, and how it varies together.
 *
 * @module
 */
import { BEFORE, type ConfusionCounts } from "@ml-gates/queries";
import { type MeansOfRows, meansOfMoments, meansOfPairs, pairedName } from "./delta-method.ts";
import type { Measure } from "./measures.ts";
import type { GroupRows } from "./metric-frame.ts";
import { liftOfBins, meansOfBins } from "./paired-calibration.ts";

/** Which of the two. */
export type Model = "candidate" | "baseline";

/** Means of both models' rows. */
export interface JointMeans extends MeansOfRows {
  /** How far noise alone may bring the two models' values apart on average: 0 but for errors of calibration. */
  readonly noise: number;
}

/** Null without a baseline, and where the rows have no such means. */
export function jointMeans({ needs }: Measure, rows: GroupRows): JointMeans | null {
  switch (needs) {
    case "decisions":
      return rows.pairs === null ? null : { ...meansOfPairs(rows.pairs), noise: 0 };
    case "areas":
      return meansOfAreas(rows);
    case "bins":
      return rows.pairedBins === null || rows.pairedBins.length === 0
        ? null
        : { ...meansOfBins(rows.pairedBins), noise: liftOfBins(rows.pairedBins) };
    default: {
      const moments = rows.moments[needs];
      return moments === undefined ? null : { ...meansOfMoments(moments), noise: 0 };
    }
  }
}

function meansOfAreas({ area }: GroupRows): JointMeans | null {
  if (area === null || area.area === null || area.baseline === null) return null;
  const { variance, baseline } = area;
  const variances: Readonly<Record<string, number>> = {
    [AREA]: variance,
    [BEFORE + AREA]: baseline.variance,
  };
  return {
    means: { [AREA]: area.area, [BEFORE + AREA]: baseline.area },
    covariance: (left, right) => (left === right ? (variances[left] ?? 0) : baseline.covariance),
    noise: 0,
  };
}

const AREA = "roc_auc";

/** One model's value of a measure. */
export function ofModel({ of, needs }: Measure, model: Model, means: MeansOfRows["means"]): number | null {
  return of(needs === "decisions" ? { ...marginal(means, model) } : renamed(means, model));
}

/** The shares of one model's confusion table out of the eight of both. */
function marginal(means: MeansOfRows["means"], model: Model): ConfusionCounts {
  const share = (label: boolean, decision: boolean) =>
    [false, true].reduce((sum, other) => {
      const [candidate, baseline] = model === "candidate" ? [decision, other] : [other, decision];
      return sum + (means[pairedName({ label, candidate, baseline })] ?? 0);
    }, 0);
  return {
    truePositives: share(true, true),
    falsePositives: share(false, true),
    falseNegatives: share(true, false),
    trueNegatives: share(false, false),
  };
}

/** The baseline's means under the candidate's names; the labels' own are both models'. */
function renamed(means: MeansOfRows["means"], model: Model): MeansOfRows["means"] {
  if (model === "candidate") return means;
  const before = Object.entries(means).flatMap(([name, value]) =>
    name.startsWith(BEFORE) ? [[name.slice(BEFORE.length), value]] : [],
  );
  return { ...means, ...Object.fromEntries(before) };
}
