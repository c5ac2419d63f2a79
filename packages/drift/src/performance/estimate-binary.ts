/**
 * Confidence-based performance estimation: what a binary classifier's metrics would be if calibrated scores told the
 * truth. NannyML's CBPE.
 *
 * @module
 */
import type { ScoreCounts } from "@ml-gates/queries";
import { type Calibration, calibrate } from "./isotonic.ts";

/** Expected confusion counts. */
export interface ExpectedCells {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
  readonly trueNegatives: number;
}

export const ESTIMATED = ["accuracy", "precision", "recall", "specificity", "f1"] as const;
export type EstimatedMetric = (typeof ESTIMATED)[number];

/**
 * Expected confusion counts of decided rows: with q the probability of the positive value, a positive decision is right
 * with q and wrong with 1 - q.
 *
 * @param calibration Null to take the scores as they are.
 *
 * @example
 * expectCells([{ score: 0.9, decided: true, rows: 2 }], null).truePositives; // => 1.8
 */
export function expectCells(
  scored: readonly Pick<ScoreCounts, "score" | "decided" | "rows">[],
  calibration: Calibration | null,
): ExpectedCells {
  const cells = { truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 0 };
  for (const { score, decided, rows } of scored) {
    const q = calibration === null ? score : calibrate(calibration, score);
    cells[decided ? "truePositives" : "falseNegatives"] += rows * q;
    cells[decided ? "falsePositives" : "trueNegatives"] += rows * (1 - q);
  }
  return cells;
}

/**
 * A metric from confusion counts, in 0..1; 0 where its denominator is 0, as NannyML has it.
 *
 * @example
 * metricOf("f1", { truePositives: 3, falsePositives: 1, falseNegatives: 1, trueNegatives: 5 }); // => 0.75
 */
export function metricOf(metric: EstimatedMetric, cells: ExpectedCells): number {
  const { truePositives, falsePositives, falseNegatives, trueNegatives } = cells;
  const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
  switch (metric) {
    case "accuracy":
      return share(
        truePositives + trueNegatives,
        truePositives + trueNegatives + falsePositives + falseNegatives,
      );
    case "precision":
      return share(truePositives, truePositives + falsePositives);
    case "recall":
      return share(truePositives, truePositives + falseNegatives);
    case "specificity":
      return share(trueNegatives, trueNegatives + falsePositives);
    case "f1":
      return share(truePositives, truePositives + (falsePositives + falseNegatives) / 2);
  }
}

/**
 * The realised confusion counts of labelled rows.
 *
 * @example
 * realisedCells([{ score: 0.5, decided: true, rows: 3, positives: 2, fold: 0 }]).falsePositives; // => 1
 */
export function realisedCells(scored: readonly ScoreCounts[]): ExpectedCells {
  const cells = { truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 0 };
  for (const { decided, rows, positives } of scored) {
    cells[decided ? "truePositives" : "falseNegatives"] += positives;
    cells[decided ? "falsePositives" : "trueNegatives"] += rows - positives;
  }
  return cells;
}

/**
 * Standard error of a metric on `rows` rows like the reference's: the deviation of what a row adds to it, over the root
 * of the rows that count for it.
 *
 * @example
 * samplingError("accuracy", { truePositives: 40, falsePositives: 5, falseNegatives: 5, trueNegatives: 50 }, 400); // => 0.015
 */
export function samplingError(metric: EstimatedMetric, reference: ExpectedCells, rows: number): number {
  const { truePositives, falsePositives, falseNegatives, trueNegatives } = reference;
  const all = truePositives + falsePositives + falseNegatives + trueNegatives;
  const of = (right: number, wrong: number) => {
    const share = right / (right + wrong);
    return Math.sqrt((share * (1 - share)) / ((rows * (right + wrong)) / all));
  };
  switch (metric) {
    case "accuracy":
      return of(truePositives + trueNegatives, falsePositives + falseNegatives);
    case "precision":
      return of(truePositives, falsePositives);
    case "recall":
      return of(truePositives, falseNegatives);
    case "specificity":
      return of(trueNegatives, falsePositives);
    case "f1": {
      const counted = truePositives + falsePositives + falseNegatives;
      const scale = counted / (truePositives + (falsePositives + falseNegatives) / 2);
      return scale * of(truePositives, falsePositives + falseNegatives);
    }
  }
}
