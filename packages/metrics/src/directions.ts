/**
 * Which way a metric points: the check's word, the file's, or a small reviewed table's, and never a guess.
 *
 * @module
 */
import type { Check } from "@ml-gates/gate";
import { baselineFile, type Comparison } from "./comparison.ts";
import type { MetricValues } from "./metric-values.ts";

/** `higher` or `lower` is better. */
export type Direction = "higher" | "lower";

const HIGHER = [
  ...["accuracy", "balanced_accuracy", "top_k_accuracy", "f1", "f1_score", "fbeta", "precision", "recall"],
  ...["sensitivity", "specificity", "roc_auc", "auroc", "pr_auc", "average_precision", "jaccard", "r2"],
  ...["explained_variance", "matthews_corrcoef", "mcc", "cohen_kappa", "ndcg", "mrr", "bleu", "rouge"],
  ...["exact_match", "throughput", "acc", "acc_norm", "auc", "iou", "rouge1", "rouge2", "rougel", "chrf"],
  ...["binary_accuracy", "categorical_accuracy", "sparse_categorical_accuracy", "pass_rate", "win_rate"],
  ...["roc_auc_ovr", "roc_auc_ovo"],
  ...["precision", "recall", "f1"].flatMap((name) =>
    ["macro", "micro", "weighted"].map((way) => `${name}_${way}`),
  ),
];

const LOWER = [
  ...["loss", "log_loss", "cross_entropy", "hinge_loss", "brier_score", "brier_score_loss", "brier", "mae"],
  ...["mse", "rmse", "rmsle", "mape", "smape", "mean_absolute_error", "mean_squared_error", "perplexity"],
  ...["root_mean_squared_error", "mean_absolute_percentage_error", "median_absolute_error", "max_error"],
  ...["mean_pinball_loss", "churn", "latency_p50", "latency_p95", "latency_p99", "gpu_minutes", "bytes"],
  ...[
    "error_rate",
    "wer",
    "cer",
    "ece",
    "latency",
    "latency_ms",
    "false_positive_rate",
    "false_negative_rate",
    "binary_crossentropy",
    "categorical_crossentropy",
    "word_perplexity",
    "byte_perplexity",
    "bits_per_byte",
    "nll",
    "ter",
    "fid",
  ],
];

const DIRECTIONS: ReadonlyMap<string, Direction> = new Map([
  ...HIGHER.map((name) => [name, "higher"] as const),
  ...LOWER.map((name) => [name, "lower"] as const),
]);

/**
 * The direction of a metric by its name's last part, without the prefix of a split (`train_`, `val_`, `valid_`,
 * `eval_`, `test_`), a filter behind a comma or arguments in parentheses; null when the table does not know it.
 *
 * @example
 * directionOf("test.roc_auc"); // => "higher"
 * directionOf("val_loss"); // => "lower"
 * directionOf("RocAuc(classification_name=default)"); // => "higher"
 * directionOf("speed"); // => null
 */
export function directionOf(metric: string): Direction | null {
  const depth = metric.search(/@[\d.]+$/);
  const named = (depth === -1 ? metric : metric.slice(0, depth))
    .replace(/\s*\(.*$/s, "")
    .replace(/["'\]]+$/, "");
  const last = named.slice(Math.max(...[".", "/", '"', "'"].map((mark) => named.lastIndexOf(mark))) + 1);
  const [name = ""] = last.split(",");
  const word = name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .replaceAll(/[ -]/g, "_");
  return DIRECTIONS.get(word) ?? DIRECTIONS.get(word.replace(/^(train|val|valid|eval|test)_/, "")) ?? null;
}

/** Who says which way a metric points. */
export interface DirectionSource {
  readonly source: "check" | "file" | "table";
  /** The file, where it is one. */
  readonly path: string | null;
  readonly direction: Direction;
}

/** The direction that decides, who says it, and the sources where two of them contradict each other. */
export interface FoundDirection {
  readonly direction: Direction | null;
  readonly source: DirectionSource["source"] | null;
  readonly conflict: readonly DirectionSource[] | null;
}

/**
 * The direction of a metric: the check's own word, else what the files state, else the table's. Files and table that
 * contradict each other leave it unknown: a candidate's file must not turn the judgement round.
 *
 * @example
 * findDirection("val_loss", { checks: [], comparison: { candidate: null, baseline: null, predictions: null } }).source; // => "table"
 */
export function findDirection(
  metric: string,
  { checks, comparison }: { readonly checks: readonly Check[]; readonly comparison: Comparison },
): FoundDirection {
  const stated = checks.find((check) => check.metric === metric && Object.hasOwn(check.written, "direction"));
  if (stated?.direction) return { direction: stated.direction, source: "check", conflict: null };
  const files = [baselineFile(comparison), comparison.candidate];
  const sources = [...files.flatMap((file) => sourceOf(file, metric)), ...tableSource(metric)];
  const [first] = sources;
  const other = sources.find(({ direction }) => direction !== first?.direction);
  if (first === undefined) return { direction: null, source: null, conflict: null };
  if (other !== undefined) return { direction: null, source: null, conflict: [first, other] };
  return { direction: first.direction, source: first.source, conflict: null };
}

function sourceOf(file: MetricValues | null, metric: string): readonly DirectionSource[] {
  const direction = file?.details.get(metric)?.direction ?? null;
  return file === null || direction === null ? [] : [{ source: "file", path: file.path, direction }];
}

function tableSource(metric: string): readonly DirectionSource[] {
  const direction = directionOf(metric);
  return direction === null ? [] : [{ source: "table", path: null, direction }];
}

/** A source as the start of a sentence that ends with "is better". */
export function describeSource({ path, direction }: DirectionSource): string {
  return `${path === null ? "the table of known names says" : `${path} says`} that ${direction}`;
}
