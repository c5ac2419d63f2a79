/**
 * What is judged: a candidate beside its baseline, from metrics files, from paired predictions, or from both.
 *
 * @module
 */
import type { PredictionColumns } from "@ml-gates/gate";
import type { DecisionCounts, LossSums, RankSums, SliceSums } from "@ml-gates/queries";
import type { Curves } from "./draw-curves.ts";
import type { MetricValues } from "./metric-values.ts";
import type { RankPlan } from "./plan-measures.ts";

/** There is no baseline yet, and why: a first run. */
export interface Absent {
  readonly absent: string;
}

/** What the queries found in the predictions. */
export interface PredictionEvidence {
  readonly columns: PredictionColumns;
  /** All labels and decisions, in text order; null where the label is no class. */
  readonly classes: readonly string[] | null;
  /** All rows first, then the groups; null when no column holds decisions. */
  readonly decisions: readonly DecisionCounts[] | null;
  /** By loss, as {@link planMeasures} names it: all rows first, then the groups. */
  readonly losses: Readonly<Record<string, readonly LossSums[]>>;
  /** By metric of rankings: all rows first, then the groups. */
  readonly rankings: Readonly<Record<string, readonly SliceSums[]>>;
  readonly ranks: readonly { readonly plan: RankPlan; readonly sums: readonly RankSums[] }[];
  /** What a report draws of the scores; null when there is nothing to draw. */
  readonly curves: Curves | null;
  /** Rows that only one model decides rightly. */
  readonly examples: readonly Example[];
  /** Whether the rows are paired with the baseline's; null when no baseline is named. */
  readonly baseline: "paired" | Absent | null;
}

/** A row that only one of the two models decides rightly. */
export interface Example {
  /** The row's key, or its digest where keys are not to be shown. */
  readonly id: string;
  readonly change: "lost" | "gained";
  readonly label: string;
  readonly candidate: string;
  readonly baseline: string;
}

/** An earlier baseline, for a report to draw. */
export interface PastBaseline {
  readonly version: string;
  /** ISO 8601, UTC; null when its source does not say. */
  readonly at: string | null;
  readonly values: MetricValues;
}

/** Everything the judge may see. */
export interface Comparison {
  readonly candidate: MetricValues | null;
  /** Null when no metrics file of the baseline is named. */
  readonly baseline: MetricValues | Absent | null;
  readonly predictions: PredictionEvidence | null;
  /** The same candidate beside a pinned earlier version; null when none is named. */
  readonly anchor?: Comparison | null;
  /** The last baselines, the newest first; nothing is judged by them. */
  readonly recent?: readonly PastBaseline[];
}

/** The baseline's metrics file; null where none is named, or none is there yet. */
export function baselineFile({ baseline }: Pick<Comparison, "baseline">): MetricValues | null {
  return baseline === null || "absent" in baseline ? null : baseline;
}
