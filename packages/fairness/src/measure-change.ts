/**
 * How much worse a disparity is than the production model's, on the same rows.
 *
 * @module
 */
import type { ConfusionCounts } from "@ml-gates/queries";
import { BEFORE } from "@ml-gates/queries";
import { normalQuantile } from "@ml-gates/statistics";
import { testNormal } from "./compare-estimates.ts";
import { deltaError, type MeansOfRows, meansOfMoments, meansOfPairs, pairedName } from "./delta-method.ts";
import type { Comparison } from "./disparities.ts";
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

type Model = "candidate" | "baseline";
type Means = Readonly<Record<string, number>>;

/**
 * The candidate's disparity less the baseline's, turned so that worse is positive. Both models decide the same rows, so
 * the standard error comes from the joint counts (or means) of each group, by the delta method; groups are independent.
 * Null where either model's disparity has no number.
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
    p: testNormal(value, standardError, 1),
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
  { comparison, measure }: ChangedMeasure,
  { model, mine, theirs }: { readonly model: Model; readonly mine: Means; readonly theirs: Means | null },
): number | null {
  const own = ofModel(measure, model, mine);
  if (theirs === null || own === null) return own;
  const other = ofModel(measure, model, theirs);
  if (other === null) return null;
  if (comparison !== "ratio") return Math.abs(own - other);
  const most = Math.max(own, other);
  return most <= 0 ? null : Math.min(own, other) / most;
}

function ofModel({ of, needs }: Measure, model: Model, means: Means): number | null {
  if (of === null) return null;
  return of(needs === "decisions" ? { ...marginal(means, model) } : renamed(means, model));
}

/** The shares of one model's confusion table out of the eight of both. */
function marginal(means: Means, model: Model): ConfusionCounts {
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
function renamed(means: Means, model: Model): Means {
  if (model === "candidate") return means;
  const before = Object.entries(means).flatMap(([name, value]) =>
    name.startsWith(BEFORE) ? [[name.slice(BEFORE.length), value]] : [],
  );
  return { ...means, ...Object.fromEntries(before) };
}

function jointMeans({ needs, of }: Measure, rows: GroupRows): MeansOfRows | null {
  if (of === null) return null;
  if (needs === "decisions") return rows.pairs === null ? null : meansOfPairs(rows.pairs);
  const moments =
    needs === "values" || needs === "scores" || needs === "ranks" ? rows.moments[needs] : undefined;
  return moments === undefined ? null : meansOfMoments(moments);
}
