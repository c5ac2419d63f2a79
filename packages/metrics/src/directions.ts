/**
 * Which way a metric points: a small reviewed table, and never a guess.
 *
 * @module
 */

/** `higher` or `lower` is better. */
export type Direction = "higher" | "lower";

const HIGHER = [
  ...["accuracy", "balanced_accuracy", "top_k_accuracy", "f1", "f1_score", "fbeta", "precision", "recall"],
  ...["sensitivity", "specificity", "roc_auc", "auroc", "pr_auc", "average_precision", "jaccard", "r2"],
  ...["explained_variance", "matthews_corrcoef", "mcc", "cohen_kappa", "ndcg", "mrr", "bleu", "rouge"],
  ...["exact_match", "throughput", "roc_auc_ovr", "roc_auc_ovo"],
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
  ],
];

const DIRECTIONS: ReadonlyMap<string, Direction> = new Map([
  ...HIGHER.map((name) => [name, "higher"] as const),
  ...LOWER.map((name) => [name, "lower"] as const),
]);

/**
 * The direction of a metric by its name's last part, without the prefix of a split (`train_`, `val_`, `valid_`,
 * `eval_`, `test_`); null when the table does not know it.
 *
 * @example
 * directionOf("test.roc_auc"); // => "higher"
 * directionOf("val_loss"); // => "lower"
 * directionOf("speed"); // => null
 */
export function directionOf(metric: string): Direction | null {
  const depth = metric.search(/@[\d.]+$/);
  const name = depth === -1 ? metric : metric.slice(0, depth);
  const last = name.slice(Math.max(name.lastIndexOf("."), name.lastIndexOf("/")) + 1);
  const word = last.toLowerCase().replaceAll(/[ -]/g, "_");
  return DIRECTIONS.get(word) ?? DIRECTIONS.get(word.replace(/^(train|val|valid|eval|test)_/, "")) ?? null;
}
