/**
 * How much worse a disparity is than the production model's, on the same rows.
 *
 * @module
 */
import { normalQuantile, type Proportion } from "@ml-gates/statistics";
import { logRatio, testNormal } from "./compare-estimates.ts";
import { deltaError, type MeansOfRows } from "./delta-method.ts";
import type { Comparison } from "./disparities.ts";
import { jointMeans, type Model, ofModel } from "./joint-means.ts";
import { CONFIDENCE, type Level, type RateContrast } from "./measure-contrast.ts";
import type { Measure } from "./measures.ts";
import type { GroupRows } from "./metric-frame.ts";

/** One measure of one group, beside the reference's where groups are compared. */
export interface ChangedMeasure {
  readonly rate: string;
  readonly comparison: Comparison;
  readonly measure: Measure;
  readonly group: GroupRows;
  readonly reference: GroupRows | null;
}

const Z = normalQuantile(1 - (1 - CONFIDENCE) / 2);

type Means = MeansOfRows["means"];

/**
 * The candidate's disparity less the baseline's, turned so that worse is positive. Both models decide the same rows, so
 * the standard error comes from the joint counts (or means, or areas) of each group, by the delta method; groups are
 * independent. What noise alone would bring is no evidence. Null where either model's disparity has no number.
 */
export function measureChange(changed: ChangedMeasure): RateContrast | null {
  const { rate, comparison, measure, group, reference } = changed;
  const own = jointMeans(measure, group);
  const other = reference === null ? null : jointMeans(measure, reference);
  if (own === null || (reference !== null && other === null)) return null;
  const change = disparities(changed, own.means, other?.means ?? null);
  if (change === null) return null;
  const lossOf = (mine: Means, theirs: Means | null) => {
    const found = disparities(changed, mine, theirs);
    return found === null ? null : worsening(comparison, found.candidate - found.baseline);
  };
  const standardError = Math.hypot(
    deltaError((mine) => lossOf(mine, other?.means ?? null), own),
    other === null ? 0 : deltaError((theirs) => lossOf(own.means, theirs), other),
  );
  const value = worsening(comparison, change.candidate - change.baseline);
  const noise = Math.min(Math.max(0, value), own.noise + (other?.noise ?? 0));
  const levelOf = (rows: GroupRows, { means }: MeansOfRows): Level => ({
    value: ofModel(measure, "candidate", means) ?? 0,
    trials: measure.trials(rows),
  });
  return {
    rate,
    group: levelOf(group, own),
    reference: other === null || reference === null ? null : levelOf(reference, other),
    change,
    value,
    interval: { low: value - Z * standardError, high: value + Z * standardError, confidence: CONFIDENCE },
    p: testNormal(value - noise, standardError, 1),
    method: "delta-paired",
    standardError,
  };
}

function disparities(changed: ChangedMeasure, mine: Means, theirs: Means | null): RateContrast["change"] {
  const [candidate, baseline] = (["candidate", "baseline"] as const).map((model) =>
    compareMeans(changed, { model, mine, theirs }),
  );
  return candidate === null || candidate === undefined || baseline === null || baseline === undefined
    ? null
    : { candidate, baseline };
}

/** A ratio or a least group that falls is worse; a difference or a greatest group that rises is. */
function worsening(comparison: Comparison, change: number): number {
  const loss = comparison === "ratio" || comparison === "group_min" ? -change : change;
  return loss === 0 ? 0 : loss;
}

function compareMeans(
  { comparison, measure, group, reference }: ChangedMeasure,
  { model, mine, theirs }: { readonly model: Model; readonly mine: Means; readonly theirs: Means | null },
): number | null {
  const own = ofModel(measure, model, mine);
  if (theirs === null || reference === null || own === null) return own;
  const other = ofModel(measure, model, theirs);
  if (other === null) return null;
  if (comparison === "log_ratio")
    return logRatio(proportionOf(own, measure.trials(group)), proportionOf(other, measure.trials(reference)));
  if (comparison !== "ratio") return Math.abs(own - other);
  const most = Math.max(own, other);
  return most <= 0 ? null : Math.min(own, other) / most;
}

function proportionOf(share: number, trials: number): Proportion {
  return { successes: share * trials, trials };
}
