/**
 * The gate file's `drift`: as its author typed it, and after parsing.
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

export interface WrittenDriftCheck {
  readonly metric: DriftMetric;
  readonly max: number;
  readonly warn?: number;
  readonly columns?: readonly string[];
  readonly test?: DriftTest;
  readonly severity?: Severity;
}

interface WrittenSkew {
  readonly offline: string;
  readonly online: string;
  readonly key: string;
  readonly columns?: readonly string[];
  readonly tolerance?: number;
  readonly max?: number;
  readonly "feature-time"?: string;
  readonly "label-time"?: string;
}

interface WrittenPerformance {
  readonly predictions: string;
  readonly labels?: string;
  readonly reference?: string;
  readonly columns: {
    readonly key: string;
    readonly time?: string;
    readonly label: string;
    readonly prediction: string;
    readonly score?: string;
    readonly scores?: Readonly<Record<string, string>>;
    readonly positive?: string | number | boolean;
  };
  readonly window?: string;
  readonly coverage?: number;
  readonly objectives?: readonly {
    readonly metric: ObjectiveMetric;
    readonly min: number;
    readonly severity?: Severity;
  }[];
  readonly concept?: number;
  readonly estimate?: boolean;
}

export interface WrittenDrift {
  readonly reference?: string;
  readonly current?: string;
  readonly columns?: Partial<DriftColumnsWritten>;
  readonly by?: readonly string[];
  readonly compat?: Peer;
  readonly minimum?: number;
  readonly share?: number;
  readonly missing?: number;
  readonly unseen?: number;
  readonly cluster?: string;
  readonly classifier?: number;
  readonly checks?: readonly WrittenDriftCheck[];
  readonly skew?: WrittenSkew;
  readonly performance?: WrittenPerformance;
  readonly retrain?: readonly string[];
}

interface DriftColumnsWritten {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly kinds: Readonly<Record<string, ColumnKind>>;
  readonly critical: readonly string[];
  readonly label: string;
  readonly predictions: readonly string[];
}

type LineOf = (keyPath: readonly (string | number)[]) => SourceLine | null;

/** Fills the defaults of `drift`. */
export function buildDrift(drift: WrittenDrift | undefined, lineOf: LineOf): DriftSection | null {
  if (!drift) return null;
  return {
    reference: drift.reference ?? null,
    current: drift.current ?? null,
    columns: buildColumns(drift.columns ?? {}),
    by: drift.by ?? [],
    compat: drift.compat ?? null,
    minimum: drift.minimum ?? 100,
    share: drift.share ?? 0.3,
    missing: drift.missing ?? 0.02,
    unseen: drift.unseen ?? 0.01,
    cluster: drift.cluster ?? null,
    classifier: drift.classifier ?? null,
    checks: (drift.checks ?? []).map((check, index) => ({
      metric: check.metric,
      max: check.max,
      warn: check.warn ?? null,
      columns: check.columns ?? null,
      test: check.test ?? null,
      severity: check.severity ?? null,
      source: lineOf(["drift", "checks", index]),
    })),
    skew: buildSkew(drift.skew),
    performance: buildPerformance(drift.performance, lineOf),
    retrain: drift.retrain ?? [],
    source: lineOf(["drift"]),
  };
}

function buildColumns(columns: Partial<DriftColumnsWritten>): DriftColumns {
  return {
    include: columns.include ?? null,
    exclude: columns.exclude ?? [],
    kinds: columns.kinds ?? {},
    critical: columns.critical ?? [],
    label: columns.label ?? null,
    predictions: columns.predictions ?? [],
  };
}

function buildSkew(skew: WrittenSkew | undefined): SkewSection | null {
  if (!skew) return null;
  const { offline, online, key } = skew;
  return {
    offline,
    online,
    key,
    columns: skew.columns ?? null,
    tolerance: skew.tolerance ?? 1e-6,
    max: skew.max ?? 0.01,
    featureTime: skew["feature-time"] ?? null,
    labelTime: skew["label-time"] ?? null,
  };
}

function buildPerformance(
  performance: WrittenPerformance | undefined,
  lineOf: LineOf,
): PerformanceSection | null {
  if (!performance) return null;
  const { columns, predictions } = performance;
  return {
    predictions,
    labels: performance.labels ?? null,
    reference: performance.reference ?? null,
    columns: {
      key: columns.key,
      time: columns.time ?? null,
      label: columns.label,
      prediction: columns.prediction,
      score: columns.score ?? null,
      scores: columns.scores ?? null,
      positive: String(columns.positive ?? 1),
    },
    windowHours: readHours(performance.window ?? "7d"),
    coverage: performance.coverage ?? 0.8,
    objectives: (performance.objectives ?? []).map(({ metric, min, severity = "block" }, index) => ({
      metric,
      min,
      severity,
      source: lineOf(["drift", "performance", "objectives", index]),
    })),
    concept: performance.concept ?? 0.05,
    estimate: performance.estimate ?? false,
  };
}

/** The schema has seen to the form. */
function readHours(window: string): number {
  return Number(window.slice(0, -1)) * (window.endsWith("d") ? 24 : 1);
}
