/**
 * What is judged: a candidate beside its baseline, from metrics files, from paired predictions, or from both.
 *
 * @module
 */
import type { PredictionColumns } from "@ml-gates/gate";
import type { DecisionCounts, ScoredRow } from "@ml-gates/queries";
import type { MetricValues } from "./metric-values.ts";

/** There is no baseline yet, and why: a first run. */
export interface Absent {
  readonly absent: string;
}

/** What the queries found in the predictions. */
export interface PredictionEvidence {
  readonly columns: PredictionColumns;
  /** The group columns, in the order of the scored rows' groups. */
  readonly by: readonly string[];
  /** All rows first, then the groups; null when no column holds decisions. */
  readonly decisions: readonly DecisionCounts[] | null;
  /** Null when no column holds scores. */
  readonly scores: readonly ScoredRow[] | null;
  /** Whether the rows are paired with the baseline's; null when no baseline is named. */
  readonly baseline: "paired" | Absent | null;
}

/** Everything the judge may see. */
export interface Comparison {
  readonly candidate: MetricValues | null;
  /** Null when no metrics file of the baseline is named. */
  readonly baseline: MetricValues | Absent | null;
  readonly predictions: PredictionEvidence | null;
}

/** The baseline's metrics file; null where none is named, or none is there yet. */
export function baselineFile({ baseline }: Pick<Comparison, "baseline">): MetricValues | null {
  return baseline === null || "absent" in baseline ? null : baseline;
}
