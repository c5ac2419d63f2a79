/**
 * The gate file's `drift` after parsing.
 *
 * @module
 */
import type { Severity, SourceLine } from "../finding.ts";

/** What a column is judged as. A `text` column is judged by the length of its values. */
export const COLUMN_KINDS = ["numeric", "categorical", "boolean", "datetime", "text"] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

/** Tools whose numbers and verdicts can stand in place of ours. */
export const PEERS = ["evidently", "nannyml", "alibi", "deepchecks"] as const;
export type Peer = (typeof PEERS)[number];

/** Distances between two samples of a column. */
export const DRIFT_METRICS = [
  "wasserstein_normed",
  "wasserstein",
  "energy",
  "ks",
  "jensenshannon",
  "jensenshannon_nats",
  "psi",
  "kl_div",
  "hellinger",
  "tvd",
  "l_infinity",
  "cramers_v",
] as const;
export type DriftMetric = (typeof DRIFT_METRICS)[number];

/** Tests of "both sides come from one distribution": the first four of numbers, the others of categories. */
export const DRIFT_TESTS = [
  "ks",
  "cramer_von_mises",
  "anderson_darling",
  "mann_whitney",
  "chi_square",
  "g_test",
] as const;
export type DriftTest = (typeof DRIFT_TESTS)[number];

/** What a rolling objective can be about. */
export const OBJECTIVE_METRICS = ["accuracy", "precision", "recall", "specificity", "f1"] as const;
export type ObjectiveMetric = (typeof OBJECTIVE_METRICS)[number];

/** A limit on the distance of columns. */
export interface DriftCheck {
  readonly metric: DriftMetric;
  readonly max: number;
  readonly warn: number | null;
  /** Null for every column the distance is defined for. */
  readonly columns: readonly string[] | null;
  /** Null for the default of the column's kind. */
  readonly test: DriftTest | null;
  readonly severity: Severity | null;
  readonly source: SourceLine | null;
}

export interface DriftColumns {
  /** Null for all. */
  readonly include: readonly string[] | null;
  readonly exclude: readonly string[];
  readonly kinds: Readonly<Record<string, ColumnKind>>;
  readonly critical: readonly string[];
  readonly label: string | null;
  readonly predictions: readonly string[];
}

export interface SkewSection {
  readonly offline: string;
  readonly online: string;
  readonly key: string;
  readonly columns: readonly string[] | null;
  /** Relative. */
  readonly tolerance: number;
  /** Share of entities in 0..1. */
  readonly max: number;
  readonly featureTime: string | null;
  readonly labelTime: string | null;
}

export interface Objective {
  readonly metric: ObjectiveMetric;
  readonly min: number;
  readonly severity: Severity;
  readonly source: SourceLine | null;
}

export interface PerformanceColumns {
  readonly key: string;
  readonly time: string | null;
  readonly label: string;
  readonly prediction: string;
  readonly score: string | null;
  readonly scores: Readonly<Record<string, string>> | null;
  readonly positive: string;
}

export interface PerformanceSection {
  readonly predictions: string;
  readonly labels: string | null;
  readonly reference: string | null;
  readonly columns: PerformanceColumns;
  readonly windowHours: number;
  /** Divides the window. */
  readonly stepHours: number;
  readonly coverage: number;
  readonly objectives: readonly Objective[];
  readonly concept: number;
  readonly estimate: boolean;
}

export interface DriftSection {
  /** Null, as `current`, where only skew or performance is judged. */
  readonly reference: string | null;
  readonly current: string | null;
  readonly columns: DriftColumns;
  readonly by: readonly string[];
  readonly compat: Peer | null;
  readonly minimum: number;
  readonly share: number;
  readonly missing: number;
  readonly unseen: number;
  readonly cluster: string | null;
  /** Limit on the AUC of the domain classifier; null for not measured. */
  readonly classifier: number | null;
  readonly checks: readonly DriftCheck[];
  readonly skew: SkewSection | null;
  readonly performance: PerformanceSection | null;
  readonly retrain: readonly string[];
  readonly source: SourceLine | null;
}
