/**
 * The gate file's `drift` as its author typed it, once the schema has accepted it.
 *
 * @module
 */
import type { Severity } from "../finding.ts";
import type { ColumnKind, DriftMetric, DriftTest, ObjectiveMetric, Peer } from "./drift-section.ts";

interface WrittenDriftCheck {
  readonly metric: DriftMetric;
  readonly max: number;
  readonly warn?: number;
  readonly columns?: readonly string[];
  readonly test?: DriftTest;
  readonly severity?: Severity;
}

export interface WrittenSkew {
  readonly offline: string;
  readonly online: string;
  readonly key: string;
  readonly columns?: readonly string[];
  readonly tolerance?: number;
  readonly max?: number;
  readonly "feature-time"?: string;
  readonly "label-time"?: string;
}

export interface WrittenPerformance {
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
  readonly step?: string;
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
  readonly columns?: Partial<WrittenColumns>;
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

export interface WrittenColumns {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly kinds: Readonly<Record<string, ColumnKind>>;
  readonly critical: readonly string[];
  readonly label: string;
  readonly predictions: readonly string[];
}
