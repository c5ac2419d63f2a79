/**
 * Scores counted in narrow bins: what curves and histograms are drawn from.
 *
 * @module
 */
import type { PairedTable } from "./pair-predictions.ts";
import type { QueryPlan } from "./paired-predictions.ts";
import type { ScoreRange } from "./rank-scores.ts";
import { readCount, readNumber } from "./read-number.ts";

/** Bins of equal width from `low` to `high`, those with rows, in ascending order. */
export interface ScoreBins {
  readonly bins: number;
  readonly low: number;
  readonly high: number;
  readonly rows: readonly {
    readonly bin: number;
    /** Weight of the positive rows. */
    readonly positives: number;
    readonly negatives: number;
    /** Weighted sum of the scores. */
    readonly sum: number;
  }[];
}

const BINS = 2000;

/**
 * Counts one model's scores of the positive class.
 *
 * @example
 * planScoreBins({ pair: { candidate: { table: { from: "t", columns: [], rowNumber: "r" }, columns: { key: "k", label: "y", prediction: "p", score: "s", weight: null, positive: "1" }, by: [] }, baseline: null }, vocabulary: { classes: ["0", "1"], groups: {} }, positive: 2, slices: [] }, { side: "candidate", range: { low: 0.1, high: 7 } }).read([]).high; // => 7
 */
export function planScoreBins(
  { positive }: PairedTable,
  { side, range }: { readonly side: "candidate" | "baseline"; readonly range: ScoreRange },
): QueryPlan<ScoreBins> {
  const score = side === "candidate" ? "s" : "t";
  // Probabilities are counted over 0..1, so that both models and all runs have the same bins.
  const [low, high] = [Math.min(0, range.low), Math.max(1, range.high)];
  const bin = `CAST(least(${BINS - 1}, floor((${score} - ${low}) / ${high - low} * ${BINS})) AS INTEGER)`;
  return {
    sql:
      `SELECT ${bin} AS bin, ` +
      `coalesce(sum(w) FILTER (WHERE y = ${positive ?? 0}), 0) AS positives, ` +
      `coalesce(sum(w) FILTER (WHERE y <> ${positive ?? 0}), 0) AS negatives, sum(w * ${score}) AS sum ` +
      "FROM pairs GROUP BY bin ORDER BY bin",
    read: (rows) => ({
      ...{ bins: BINS, low, high },
      rows: rows.map((row) => ({
        bin: readCount(row, "bin"),
        positives: readNumber(row["positives"]),
        negatives: readNumber(row["negatives"]),
        sum: readNumber(row["sum"]),
      })),
    }),
  };
}
