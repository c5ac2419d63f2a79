/**
 * Metrics of a positive label are not measured where the labels are not two, or the positive one is none of them.
 *
 * @module
 */
import { quote } from "@ml-gates/gate";
import type { PredictionEvidence } from "./comparison.ts";
import { POSITIVE_METRICS } from "./decision-metrics.ts";
import type { Unmeasured } from "./estimate.ts";
import type { Measure } from "./measure.ts";

/** Metrics of a score, which is one of the positive label. */
const SCORED = ["roc_auc", "average_precision", "log_loss", "brier_score"];
const MOST_NAMES = 5;

/**
 * Marks metrics of the positive label as not measured where the labels do not bear them: a label that is neither positive
 * nor negative would silently count as negative.
 */
export function requireClasses(
  measures: readonly Measure[],
  evidence: PredictionEvidence,
): readonly Measure[] {
  const { columns, classes, decisions } = evidence;
  if (classes === null) return measures;
  const labels = decisions === null ? classes : labelsOf(evidence);
  const unscored = columns.score === null || columns.scores ? null : findFault(labels, evidence);
  const undecided = decisions === null ? null : findFault(classes, evidence);
  const known = measures.map((measure) =>
    unscored !== null && SCORED.includes(measure.metric) ? { ...measure, ...all(unscored) } : measure,
  );
  if (undecided === null) return known;
  const none = { slice: null, n: null, denominator: null, ...all(undecided) };
  return [...known, ...POSITIVE_METRICS.map((metric) => ({ metric, ...none }))];
}

function all(unmeasured: Unmeasured): Pick<Measure, "level" | "baseline" | "change"> {
  return { level: unmeasured, baseline: unmeasured, change: unmeasured };
}

function labelsOf({ classes, decisions }: PredictionEvidence): readonly string[] {
  const seen = new Set(decisions?.[0]?.cells.map(({ label }) => label));
  return (classes ?? []).filter((_, index) => seen.has(index));
}

function findFault(labels: readonly string[], { columns, classes }: PredictionEvidence): Unmeasured | null {
  const { positive } = columns;
  const names = labels.slice(0, MOST_NAMES).map(quote).join(", ");
  const listed = labels.length > MOST_NAMES ? `${names}, …` : names;
  if (labels.length > 2)
    return {
      reason: "several-classes",
      told: `is of a positive and a negative label, and there are ${labels.length}: ${listed}`,
    };
  if (classes?.includes(positive) || labels.length === 0) return null;
  return {
    reason: "no-positive",
    told: `is of the positive label ${quote(positive)}, and no label or decision is that: there are ${listed}`,
  };
}
