/**
 * The gate file after parsing: defaults filled, nothing unset, every check with the line it was written on.
 *
 * @module
 */
import type { JsonValue } from "../canonical-json.ts";
import type { Severity, SourceLine } from "../finding.ts";
import type { Mode } from "../gate-report.ts";
import type { InconclusivePolicy } from "../verdict.ts";
import type { WaiverRule } from "../waivers.ts";
import type { BehaviourSection } from "./behaviour-section.ts";
import type { DriftSection } from "./drift-section.ts";
import type { EvaluateSection } from "./evaluate-section.ts";

/** Limits on a number, in the metric's own unit; `-rel` limits are fractions of the baseline's magnitude. */
export const LIMIT_KINDS = ["min", "max", "max-drop", "max-drop-rel", "min-gain", "max-gain"] as const;
export type LimitKind = (typeof LIMIT_KINDS)[number];

export interface Limit {
  readonly kind: LimitKind;
  readonly value: number;
}

/** Formats of metrics files, as the key `format` names them; `nested` and `table` are what claims nothing special. */
export const METRIC_FORMATS = [
  "nested",
  "table",
  "bencher",
  "classification-report",
  "dvc-metrics-diff",
  "dvc-metrics-show",
  "eval-results",
  "evidently",
  "github-action-benchmark",
  "inspect",
  "keras-history",
  "kfp-v1",
  "kfp-v2",
  "lm-eval",
  "lm-eval-samples",
  "mlflow-history",
  "mlflow-run",
  "model-index",
  "promptfoo",
  "pytest-benchmark",
  "trainer-results",
  "trainer-state",
  "wandb-summary",
] as const;
export type MetricFormat = (typeof METRIC_FORMATS)[number];

/** Reducers of a series that need no words of their own. */
export const PLAIN_REDUCERS = ["last", "min", "max", "mean", "mean-of-seeds"] as const;

/** How a series becomes one number: `at-best` takes the value at the step where another metric is best. */
export type Reducer =
  | { readonly kind: (typeof PLAIN_REDUCERS)[number] }
  | { readonly kind: "at"; readonly step: number }
  | { readonly kind: "at-best"; readonly metric: string; readonly direction: "higher" | "lower" };
/** A larger loss that is allowed when a cost, in the same files, falls by a fraction of what it was. */
export interface Trade {
  readonly metric: string;
  readonly "falls-by": number;
  readonly "max-drop": number;
}

/** One check of the gate file: a metric, one or more limits on it, the groups it is judged in. */
export interface Check {
  /** As scikit-learn or fairlearn name it, such as `roc_auc` or `demographic_parity_ratio`. */
  readonly metric: string;
  readonly limits: readonly Limit[];
  /** Limits against the pinned anchor; none when not given. */
  readonly anchor?: readonly Limit[];
  /** The trade that allows a larger loss. */
  readonly unless?: Trade | null;
  /** `higher` or `lower` is better; null when the file leaves it to the metric's own direction. */
  readonly direction: "higher" | "lower" | null;
  /** How a series of the metrics file becomes one number; absent for what its tool means. */
  readonly reduce?: Reducer;
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
  | { readonly kind: "git"; readonly ref: string; readonly path: string }
  | MlflowSource;

/** A version of a model in MLflow, by alias or by number, and the artifact of its run that is wanted. */
export interface MlflowSource {
  readonly kind: "mlflow";
  readonly model: string;
  readonly pointer: { readonly alias: string } | { readonly version: string };
  /** Null: the run's logged metrics, or its one predictions file. */
  readonly artifact: string | null;
}

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
  readonly base: Extract<BaselineSource, { kind: "file" | "git" }> | null;
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
  /** The score column of each class, in the order of writing; null when there is one score, or none. */
  readonly scores?: Readonly<Record<string, string>> | null;
  readonly weight: string | null;
  /** Rows of one value are one draw of the sample; null when every row is. */
  readonly cluster?: string | null;
  /** Rows of one value are ranked against each other. */
  readonly query?: string | null;
  /** Cross-validation folds: what a metric varies over; null when rows are what varies. */
  readonly fold?: string | null;
  /** The label's positive value, compared as text. */
  readonly positive: string;
}

export interface PredictionsSection {
  readonly candidate: string;
  readonly baseline: BaselineSource | null;
  /** A pinned earlier version, against which small losses must not add up. */
  readonly anchor: BaselineSource | null;
  readonly showIds: boolean;
  readonly behaviour: BehaviourSection | null;
  /** Makes candidate and baseline in the job; null when they lie in files. */
  readonly evaluate: EvaluateSection | null;
  /** Where the job stores them when they are too large for the registry; `{digest}` stands for their own. */
  readonly storedAt: string | null;
  readonly columns: PredictionColumns;
}

export interface MetricsSection {
  readonly candidate: string | null;
  readonly baseline: BaselineSource | null;
  /** The metrics files' format; null when their content tells it. */
  readonly format: MetricFormat | null;
  /** Path of a file with the model's parameters, whose differences the report shows; null for none. */
  readonly parameters: string | null;
  /** A pinned earlier version, against which small losses must not add up. */
  readonly anchor: BaselineSource | null;
  readonly mode: Mode;
  readonly checks: readonly Check[];
}

/** What is checked of attributions such as SHAP values: one row for each prediction, one column for each feature. */
export interface ExplanationsSection {
  /** Path of the attributions; its key column is that of the predictions. */
  readonly candidate: string;
  /** The production model's attributions; null where ranks are not compared. */
  readonly baseline: Exclude<BaselineSource, { kind: "registry" }> | null;
  /** What attributions are added to: a column of the file, or one number. */
  readonly baseValue: string | number;
  /** Largest distance of base value + attributions from the score. */
  readonly tolerance: number;
  /** How many of the most important features are compared with the baseline's. */
  readonly top: number;
  /** Smallest share of them that the baseline's most important features must hold; null for no check. */
  readonly minStability: number | null;
  /** Largest share of all absolute attribution, by column. */
  readonly maxShare: Readonly<Record<string, number>>;
  readonly source: SourceLine | null;
}

export interface FairnessSection {
  readonly by: readonly string[];
  /** Columns whose values together make a group. */
  readonly intersections: readonly (readonly string[])[];
  /** Groups are compared only where these columns have the same values: fairlearn's control features. */
  readonly control: readonly string[];
  /** Cut points that make groups of a numeric column. */
  readonly bins: Readonly<Record<string, readonly number[]>>;
  /** Path of a table of counts that stands in place of predictions. */
  readonly counts: string | null;
  /** How many places count as selected, for `selection_at_k`. */
  readonly topK: number;
  readonly explanations: ExplanationsSection | null;
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
  /** Judge and tell, and never stop the job for what was found. */
  readonly reportOnly: boolean;
  readonly waivers: readonly WaiverRule[];
  readonly engine: EngineSettings;
  readonly data: readonly DataSection[];
  readonly predictions: PredictionsSection | null;
  readonly metrics: MetricsSection | null;
  readonly fairness: FairnessSection | null;
  readonly drift: DriftSection | null;
  readonly registry: RegistrySection;
}
