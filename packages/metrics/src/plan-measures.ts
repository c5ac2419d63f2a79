/**
 * Which metrics a predictions file can give, and what must be summed for them.
 *
 * @module
 */
import type { Check, PredictionColumns } from "@ml-gates/gate";
import {
  type Loss,
  MOST_CLASSES,
  type PredictionsTexts,
  type RankingMetric,
  type RankTasks,
} from "@ml-gates/queries";

/** Areas that one ranking of the scores gives, by the names scikit-learn gives them. */
export interface RankPlan {
  readonly tasks: RankTasks;
  readonly area: string;
  /** Null where the tasks give no average precision. */
  readonly precision: string | null;
}

/** What is to be asked of the paired rows. */
export interface MeasurePlan {
  readonly decisions: boolean;
  /** By name; `squared` stands for the three metrics made of it. */
  readonly losses: Readonly<Record<string, Loss>>;
  readonly ranks: readonly RankPlan[];
  readonly rankings: Readonly<Record<string, RankingMetric>>;
}

/** Losses of a predicted number, by metric; those of squared errors share their sums. */
const REGRESSION: Readonly<Record<string, string>> = {
  mean_absolute_error: "absolute",
  root_mean_squared_error: "squared",
  mean_squared_error: "squared",
  r2: "squared",
  mean_absolute_percentage_error: "percentage",
};

const PINBALL = /^mean_pinball_loss(?:@(0?\.\d+))?$/;
const RANKING = /^(ndcg|mrr)(?:@([1-9]\d{0,5}))?$/;

/**
 * Whether a metric is one of predicted numbers: then labels are numbers, not classes.
 *
 * @example
 * isRegressionMetric("r2"); // => true
 * isRegressionMetric("mean_pinball_loss@0.9"); // => true
 */
export function isRegressionMetric(metric: string): boolean {
  return Object.hasOwn(REGRESSION, metric) || PINBALL.test(metric);
}

/**
 * What the columns allow, and what the checks ask for beside.
 *
 * @example
 * planMeasures({ key: "k", label: "y", prediction: "p", score: null, weight: null, positive: "1" }, ["0", "1"], []).decisions; // => true
 */
export function planMeasures(
  columns: PredictionColumns,
  classes: readonly string[] | null,
  checks: readonly Check[],
): MeasurePlan {
  const asked = checks.map(({ metric }) => metric);
  const none = { decisions: false, losses: {}, ranks: [], rankings: {} };
  if (columns.query) return { ...none, rankings: columns.score === null ? {} : planRankings(asked) };
  if (classes === null) return { ...none, losses: columns.prediction === null ? {} : planErrors(asked) };
  const byClass = Boolean(columns.scores);
  const scored = columns.score !== null || byClass;
  return {
    decisions: columns.prediction !== null,
    losses: scored ? { log_loss: { kind: "log" }, brier_score: { kind: "brier" } } : {},
    ranks: scored ? planRanks(byClass, asked) : [],
    rankings: {},
  };
}

function planErrors(asked: readonly string[]): MeasurePlan["losses"] {
  const pinballs = asked.flatMap((metric) => {
    const found = PINBALL.exec(metric);
    return found === null ? [] : [[metric, { kind: "pinball", alpha: Number(found[1] ?? 0.5) }] as const];
  });
  return {
    absolute: { kind: "absolute" },
    squared: { kind: "squared" },
    percentage: { kind: "percentage" },
    ...Object.fromEntries(pinballs),
  };
}

function planRanks(byClass: boolean, asked: readonly string[]): readonly RankPlan[] {
  if (!byClass) return [{ tasks: "binary", area: "roc_auc", precision: "average_precision" }];
  const ovr: RankPlan = { tasks: "ovr", area: "roc_auc_ovr", precision: "average_precision" };
  const ovo: RankPlan = { tasks: "ovo", area: "roc_auc_ovo", precision: null };
  return asked.includes(ovo.area) ? [ovr, ovo] : [ovr];
}

function planRankings(asked: readonly string[]): MeasurePlan["rankings"] {
  const named = ["ndcg", "mrr", ...asked].flatMap((metric) => {
    const [, kind, k] = RANKING.exec(metric) ?? [];
    if (kind !== "ndcg" && kind !== "mrr") return [];
    return [[metric, { kind, k: k === undefined ? null : Number(k) }] as const];
  });
  return Object.fromEntries(named);
}

/** The texts of both files; the baseline's are null without one. */
export interface BothTexts {
  readonly after: PredictionsTexts;
  readonly before: PredictionsTexts | null;
}

/**
 * All labels and decisions as classes; null where labels are numbers: too many of them, not whole, gains of a
 * ranking, or named so by a metric of predicted numbers.
 *
 * @example
 * chooseClasses({ after: { labels: ["0", "1"], decisions: ["1"], groups: {} }, before: null }, { columns: { key: "k", label: "y", prediction: "p", score: null, weight: null, positive: "1" }, checks: [] }); // => ["0", "1"]
 * chooseClasses({ after: { labels: ["0.5", "1"], decisions: ["0.7"], groups: {} }, before: null }, { columns: { key: "k", label: "y", prediction: "p", score: null, weight: null, positive: "1" }, checks: [] }); // => null
 */
export function chooseClasses(
  { after, before }: BothTexts,
  { columns, checks }: { readonly columns: PredictionColumns; readonly checks: readonly Check[] },
): readonly string[] | null {
  if (columns.query || checks.some(({ metric }) => isRegressionMetric(metric))) return null;
  if (columns.scores) return Object.keys(columns.scores).sort();
  const classes = [
    ...new Set([
      ...after.labels,
      ...after.decisions,
      ...(before?.labels ?? []),
      ...(before?.decisions ?? []),
    ]),
  ].sort();
  const fractions = after.labels.some((label) => /^-?\d*\.\d+(e-?\d+)?$/i.test(label));
  return classes.length > MOST_CLASSES || fractions ? null : classes;
}
