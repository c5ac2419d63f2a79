/**
 * The gate file after parsing: defaults filled, nothing unset, every check with the line it was written on.
 *
 * @module
 */
import type { JsonValue } from "../canonical-json.ts";
import type { Severity, SourceLine } from "../finding.ts";
import type { Mode } from "../gate-report.ts";
import type { InconclusivePolicy } from "../verdict.ts";
import type { DriftSection } from "./drift-section.ts";

/** Limits on a number, in the metric's own unit; `-rel` limits are fractions of the baseline's magnitude. */
export const LIMIT_KINDS = ["min", "max", "max-drop", "max-drop-rel", "min-gain", "max-gain"] as const;
export type LimitKind = (typeof LIMIT_KINDS)[number];

export interface Limit {
  readonly kind: LimitKind;
  readonly value: number;
}

/** One check of the gate file: a metric, one or more limits on it, the groups it is judged in. */
export interface Check {
  /** As scikit-learn or fairlearn name it, such as `roc_auc` or `demographic_parity_ratio`. */
  readonly metric: string;
  readonly limits: readonly Limit[];
  /** `higher` or `lower` is better; null when the file leaves it to the metric's own direction. */
  readonly direction: "higher" | "lower" | null;
  /** Group columns; empty for all rows. */
  readonly by: readonly string[];
  readonly severity: Severity;
  readonly source: SourceLine | null;
  /** The check as written, for the report. */
  readonly written: Readonly<Record<string, JsonValue>>;
}

/** Where a baseline is read. `registry` is the gate file's own registry. */
export type BaselineSource =
  | { readonly kind: "registry" }
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "git"; readonly ref: string; readonly path: string };

/** Declared types of a text file's columns; the rest are inferred from the whole column. */
export type ColumnType = "integer" | "float" | "boolean" | "text";

/** Settings of the embedded engine. */
export interface EngineSettings {
  /** Such as `4GB`. */
  readonly memory: string;
  readonly threads: number | null;
  readonly temp: string | null;
  /** Folder that holds the native library, for runners without any network. */
  readonly nativePath: string | null;
}

/** How much a result JSON holds, in Great Expectations' words, from least to most. */
export const RESULT_FORMATS = ["BOOLEAN_ONLY", "BASIC", "SUMMARY", "COMPLETE"] as const;
export type ResultFormat = (typeof RESULT_FORMATS)[number];

/** What becomes of a check that cannot be expressed here: it fails the gate, or lowers it to warn. */
export type UnsupportedPolicy = "fail" | "warn";

export interface DataSection {
  readonly name: string;
  /** A path or glob, relative to the working directory. */
  readonly path: string;
  /** The version of the table that `path` is compared with; null for no comparison. */
  readonly base: Exclude<BaselineSource, { kind: "registry" }> | null;
  /** Path of the suite; null when `checks` stands in its place. */
  readonly suite: string | null;
  /** Expectations written in the gate file itself, as the JSON text of a suite; null when `suite` names a file. */
  readonly checks: string | null;
  readonly types: Readonly<Record<string, ColumnType>>;
  /** Texts that mean "missing" in text files; null for pandas' default list. */
  readonly missing: readonly string[] | null;
  /** Run-time values of the suite's `$PARAMETER`s; they come before the suite's own. */
  readonly parameters: Readonly<Record<string, JsonValue>>;
  readonly unsupported: UnsupportedPolicy;
  readonly resultFormat: ResultFormat;
  /** File that the result JSON is written to, relative to the working directory; null for none. */
  readonly resultPath: string | null;
  /** Columns that name an unexpected row in the result JSON; empty for its position. */
  readonly indexColumns: readonly string[];
  readonly source: SourceLine | null;
}

/** Which columns of a predictions file mean what. */
export interface PredictionColumns {
  readonly key: string;
  readonly label: string | null;
  readonly prediction: string | null;
  readonly score: string | null;
  readonly weight: string | null;
  /** The label's positive value, compared as text. */
  readonly positive: string;
}

export interface PredictionsSection {
  readonly candidate: string;
  readonly baseline: BaselineSource | null;
  readonly columns: PredictionColumns;
}

export interface MetricsSection {
  readonly candidate: string | null;
  readonly baseline: BaselineSource | null;
  readonly mode: Mode;
  readonly checks: readonly Check[];
}

export interface FairnessSection {
  readonly by: readonly string[];
  readonly mode: Mode;
  /** Smallest denominator a group's rate is judged on. */
  readonly minimum: number;
  /** What a row without a group value is: an error, or a group of its own. */
  readonly missing: "error" | "own-group";
  /** Groups that must be present, by column. */
  readonly expect: Readonly<Record<string, readonly string[]>>;
  /** Reference group by column; the largest group where a column is not named. */
  readonly reference: Readonly<Record<string, string>>;
  readonly checks: readonly Check[];
}

export interface RegistrySection {
  readonly kind: "ledger";
  readonly branch: string;
  /** A bare repository by path; null for this repository's own `origin`. */
  readonly repository: string | null;
  /** The pointer that names the production version. */
  readonly alias: string;
}

export interface GateFile {
  readonly model: string | null;
  /** Path of the model's own file or folder: its bytes are what the reports vouch for. */
  readonly artifact: string | null;
  readonly inconclusive: InconclusivePolicy | null;
  readonly engine: EngineSettings;
  readonly data: readonly DataSection[];
  readonly predictions: PredictionsSection | null;
  readonly metrics: MetricsSection | null;
  readonly fairness: FairnessSection | null;
  readonly drift: DriftSection | null;
  readonly registry: RegistrySection;
}
