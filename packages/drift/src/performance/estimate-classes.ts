/**
 * Confidence-based performance estimation of several classes: one against the rest, then the mean over classes.
 *
 * @module
 */
import type { ClassScores } from "@ml-gates/queries";
import { type EstimatedMetric, type ExpectedCells, metricOf } from "./estimate-binary.ts";
import { type Calibration, calibrate, fitIsotonic } from "./isotonic.ts";
import { type FoldedRows, needsCalibration } from "./needs-calibration.ts";

/** One calibration a class, in the order of the classes; null for scores that need none. */
export type ClassCalibrations = readonly (Calibration | null)[];

/**
 * Fits every class against the rest on labelled rows, where it is needed.
 *
 * @example
 * calibrateClasses([{ scores: [0.5], decided: "a", label: "a", rows: 2 }], ["a"]); // => [null]
 */
export function calibrateClasses(
  labelled: readonly ClassScores[],
  classes: readonly string[],
  isNeeded: (scored: readonly FoldedRows[], index: number) => boolean = needsCalibration,
): ClassCalibrations {
  return classes.map((name, index) => {
    const scored = labelled.map(({ scores, label, rows }, at) => ({
      score: scores[index] ?? 0,
      rows,
      positives: label === name ? rows : 0,
      fold: at % 10,
    }));
    return isNeeded(scored, index) ? fitIsotonic(scored) : null;
  });
}

/** Probabilities of all classes, made to sum to 1; all alike where none has any. */
export function calibrateRow(scores: readonly number[], calibrations: ClassCalibrations): readonly number[] {
  const raw = scores.map((score, index) => {
    const calibration = calibrations[index] ?? null;
    return calibration === null ? score : calibrate(calibration, score);
  });
  const sum = raw.reduce((total, probability) => total + probability, 0);
  return raw.map((probability) => (sum === 0 ? 1 / raw.length : probability / sum));
}

/**
 * A metric expected on rows without labels: accuracy is the mean probability of the decided class, the others the mean
 * over classes of each against the rest.
 *
 * @example
 * estimateClasses("accuracy", { rows: [{ scores: [0.75, 0.25], decided: "a", label: null, rows: 1 }], classes: ["a", "b"], calibrations: [null, null] }); // => 0.75
 */
export function estimateClasses(
  metric: EstimatedMetric,
  estimated: {
    readonly rows: readonly ClassScores[];
    readonly classes: readonly string[];
    readonly calibrations: ClassCalibrations;
  },
): number {
  const { classes } = estimated;
  const cells = expectClassCells(estimated);
  if (metric !== "accuracy") {
    return cells.reduce((sum, each) => sum + metricOf(metric, each), 0) / classes.length;
  }
  const right = cells.reduce((sum, { truePositives }) => sum + truePositives, 0);
  return right / estimated.rows.reduce((sum, { rows }) => sum + rows, 0);
}

function expectClassCells({
  rows,
  classes,
  calibrations,
}: Parameters<typeof estimateClasses>[1]): readonly ExpectedCells[] {
  const cells = classes.map(() => ({
    truePositives: 0,
    falsePositives: 0,
    falseNegatives: 0,
    trueNegatives: 0,
  }));
  for (const row of rows) {
    const probabilities = calibrateRow(row.scores, calibrations);
    for (const [index, cell] of cells.entries()) {
      const q = probabilities[index] ?? 0;
      const decided = row.decided === classes[index];
      cell[decided ? "truePositives" : "falseNegatives"] += row.rows * q;
      cell[decided ? "falsePositives" : "trueNegatives"] += row.rows * (1 - q);
    }
  }
  return cells;
}

/** The realised counts of each class against the rest. */
export function realisedClassCells(
  labelled: readonly ClassScores[],
  classes: readonly string[],
): readonly ExpectedCells[] {
  return classes.map((name) => {
    const cells = { truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 0 };
    for (const { decided, label, rows } of labelled) {
      const isRight = (decided === name) === (label === name);
      cells[
        decided === name
          ? isRight
            ? "truePositives"
            : "falsePositives"
          : isRight
            ? "trueNegatives"
            : "falseNegatives"
      ] += rows;
    }
    return cells;
  });
}
