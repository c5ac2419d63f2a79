/**
 * What is measured: one metric beside scikit-learn's bootstrap, ten metrics, and ten metrics in groups of four columns.
 *
 * @module
 */

/** Predictions of so many rows, what is judged on them, and the replicates of the peer. */
export interface Case {
  readonly id: string;
  readonly rows: number;
  readonly checks: Readonly<Record<string, number>>;
  readonly by: readonly string[];
  /** None where scikit-learn is not run. */
  readonly replicates: readonly number[];
}

/** Largest drop by metric. */
const TEN = {
  ...{ accuracy: 0.01, balanced_accuracy: 0.01, precision: 0.02, recall: 0.02, f1: 0.02, f1_macro: 0.02 },
  ...{ log_loss: 0.01, brier_score: 0.01, roc_auc: 0.01, average_precision: 0.02 },
};

/** scikit-learn is timed without replicates and with ten; what a thousand take is extrapolated from the two. */
export const CASES: readonly Case[] = [
  {
    ...{ id: "1M rows, AUC", rows: 1_000_000, checks: { roc_auc: TEN.roc_auc }, by: [] },
    replicates: [0, 10],
  },
  { id: "1M rows, ten metrics", rows: 1_000_000, checks: TEN, by: [], replicates: [] },
  {
    ...{ id: "10M rows, ten metrics, four columns of groups", rows: 10_000_000, checks: TEN },
    ...{ by: ["region", "device", "age_band", "sex"], replicates: [] },
  },
];
