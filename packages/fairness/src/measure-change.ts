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
  const errorOf = (measured: (found: Change) => number) => {
    const of = (mine: Means, theirs: Means | null) => {
      const found = disparities(changed, mine, theirs);
      return found === null ? null : measured(found);
    };
    return Math.hypot(
      deltaError((mine) => of(mine, other?.means ?? null), own),
      other === null ? 0 : deltaError((theirs) => of(own.means, theirs), other),
    );
  };
  const lossOf = (found: Change) => worsening(comparison, found.candidate - found.baseline);
  const value = lossOf(change);
  const standardError = errorOf(lossOf);
  const noise = Math.min(Math.max(0, value), own.noise + (other?.noise ?? 0));
  const apart = (found: Change) =>
    fromParity(comparison, found.candidate) + fromParity(comparison, found.baseline);
  // A disparity has no sign: from near parity it widens to either side, and chance has two ways to look like it.
  const across = other === null ? 0 : testNormal(apart(change) - noise, errorOf(apart), 1);
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
    p: Math.min(1, testNormal(value - noise, standardError, 1) + across),
    method: "delta-paired",
    standardError,
  };
}

type Change = NonNullable<RateContrast["change"]>;

function disparities(changed: ChangedMeasure, mine: Means, theirs: Means | null): Change | null {
  const [candidate, baseline] = (["candidate", "baseline"] as const).map((model) =>
    compareMeans(changed, { model, mine, theirs }),
  );
  return candidate === null || candidate === undefined || baseline === null || baseline === undefined
    ? null
    : { candidate, baseline };
}

function fromParity(comparison: Comparison, value: number): number {
  return comparison === "ratio" ? 1 - value : value;
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
