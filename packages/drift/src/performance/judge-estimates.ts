/**
 * Performance estimated without labels, as lines that advise and state what they assume.
 *
 * @module
 */
import { type Finding, finding, roundJudged } from "@ml-gates/gate";
import type { ClassScores, ScoreCounts } from "@ml-gates/queries";
import {
  ESTIMATED,
  type EstimatedMetric,
  expectCells,
  metricOf,
  realisedCells,
  samplingError,
} from "./estimate-binary.ts";
import { calibrateClasses, calibrateRow, estimateClasses, realisedClassCells } from "./estimate-classes.ts";
import { estimateRocAuc, rocAuc, rocAucError } from "./estimate-roc-auc.ts";
import { calibrate, fitIsotonic } from "./isotonic.ts";
import { calibrationError, needsCalibration } from "./needs-calibration.ts";

/** An estimate beside what was realised on the reference. */
export interface Estimate {
  readonly metric: EstimatedMetric | "roc_auc";
  readonly value: number;
  readonly standardError: number;
  readonly realised: number;
}

/** All metrics, and whether the reference lets them be estimated at all. */
export interface Estimates {
  readonly estimates: readonly Estimate[];
  readonly calibrated: boolean;
  /** After calibration. */
  readonly calibrationError: number;
  readonly referenceRows: number;
  /** Rows of the rarest value of the label. */
  readonly rarest: number;
  readonly rows: number;
}

/**
 * Estimates a binary classifier's metrics.
 *
 * @example
 * estimateBinary([{ score: 0.9, decided: true, rows: 4, positives: 4, fold: 0 }], [{ score: 0.75, decided: true, rows: 4, positives: 0, fold: 0 }]).estimates[0]?.value; // => 0.75
 */
export function estimateBinary(
  reference: readonly ScoreCounts[],
  current: readonly ScoreCounts[],
): Estimates {
  const calibrated = needsCalibration(reference);
  const calibration = calibrated ? fitIsotonic(reference) : null;
  const [expected, realised] = [expectCells(current, calibration), realisedCells(reference)];
  const rows = current.reduce((sum, each) => sum + each.rows, 0);
  const referenceRows = reference.reduce((sum, each) => sum + each.rows, 0);
  const positives = reference.reduce((sum, each) => sum + each.positives, 0);
  return {
    estimates: [
      ...ESTIMATED.map((metric) => ({
        metric,
        value: metricOf(metric, expected),
        standardError: samplingError(metric, realised, rows),
        realised: metricOf(metric, realised),
      })),
      {
        metric: "roc_auc",
        value: estimateRocAuc(current, calibration),
        standardError: rocAucError(reference, rows),
        realised: rocAuc(reference),
      },
    ],
    calibrated,
    calibrationError: calibrationError(
      reference.map((each) => ({
        ...each,
        score: calibration === null ? each.score : calibrate(calibration, each.score),
      })),
    ),
    referenceRows,
    rarest: Math.min(positives, referenceRows - positives),
    rows,
  };
}

/**
 * Estimates the metrics of a classifier of several classes.
 *
 * @example
 * estimateMulticlass([{ scores: [1, 0], decided: "a", label: "a", rows: 2 }], [{ scores: [0.75, 0.25], decided: "a", label: null, rows: 2 }], ["a", "b"]).estimates[0]?.value; // => 0.75
 */
export function estimateMulticlass(
  reference: readonly ClassScores[],
  current: readonly ClassScores[],
  classes: readonly string[],
): Estimates {
  const labelled = reference.filter(({ label }) => label !== null);
  const calibrations = calibrateClasses(labelled, classes);
  const cells = realisedClassCells(labelled, classes);
  const rows = current.reduce((sum, each) => sum + each.rows, 0);
  const referenceRows = labelled.reduce((sum, each) => sum + each.rows, 0);
  const right = cells.reduce((sum, { truePositives }) => sum + truePositives, 0) / referenceRows;
  const byClass = classes.map((name) =>
    labelled.reduce((sum, each) => sum + (each.label === name ? each.rows : 0), 0),
  );
  return {
    estimates: ESTIMATED.map((metric) => ({
      metric,
      value: estimateClasses(metric, { rows: current, classes, calibrations }),
      standardError:
        metric === "accuracy"
          ? Math.sqrt((right * (1 - right)) / rows)
          : Math.hypot(...cells.map((each) => classError(metric, each, rows))) / classes.length,
      realised:
        metric === "accuracy"
          ? right
          : cells.reduce((sum, each) => sum + metricOf(metric, each), 0) / classes.length,
    })),
    calibrated: calibrations.some((each) => each !== null),
    calibrationError: Math.max(
      ...classes.map((name, index) =>
        calibrationError(
          labelled.map(({ scores, label, rows: count }) => ({
            score: calibrateRow(scores, calibrations)[index] ?? 0,
            rows: count,
            positives: label === name ? count : 0,
          })),
        ),
      ),
    ),
    referenceRows,
    rarest: Math.min(...byClass),
    rows,
  };
}

/** NannyML leaves F1's scale out where there are several classes. */
function classError(metric: EstimatedMetric, cells: ReturnType<typeof realisedCells>, rows: number): number {
  if (metric !== "f1") return samplingError(metric, cells, rows);
  const { truePositives, falsePositives, falseNegatives } = cells;
  const counted = truePositives + falsePositives + falseNegatives;
  const scale = counted / (truePositives + (falsePositives + falseNegatives) / 2);
  return samplingError("f1", cells, rows) / scale;
}

const LEAST = { rows: 1000, rarest: 50, error: 0.05 } as const;
const BAND = 3;

/**
 * One advisory line a metric; where the reference is too small or not calibrated, one that says so.
 *
 * @example
 * judgeEstimates({ estimates: [], calibrated: true, calibrationError: 0, referenceRows: 9, rarest: 4, rows: 9 }).map(({ outcome }) => outcome); // => ["skipped"]
 */
export function judgeEstimates(estimates: Estimates): readonly Finding[] {
  const told = { kind: "drift", severity: "info", method: "cbpe", n: estimates.rows } as const;
  const lacking = findLacking(estimates);
  if (lacking !== null) {
    const why = `Performance is not estimated without labels: ${lacking}.`;
    return [
      finding({
        ...told,
        id: "estimate",
        check: { estimate: true },
        outcome: "skipped",
        reason: "reference-unfit",
        why,
        remedy: "Give a larger or newer reference with labels.",
      }),
    ];
  }
  return estimates.estimates.map(({ metric, value, standardError, realised }) => {
    const [low, high] = [
      Math.max(0, value - BAND * standardError),
      Math.min(1, value + BAND * standardError),
    ];
    return finding({
      ...told,
      id: `estimate:${metric}`,
      check: { estimate: metric },
      outcome: "pass",
      baseline: roundJudged(realised),
      observed: roundJudged(value),
      effect: {
        kind: "value",
        value: roundJudged(value),
        low: roundJudged(low),
        high: roundJudged(high),
        confidence: 0.9973,
      },
      why: `${metric} without labels is estimated at ${value.toFixed(3)} (${low.toFixed(3)} … ${high.toFixed(3)} by sampling), ${realised.toFixed(3)} on the reference; this assumes that P(label | x) has not changed since the reference, and cannot see it if it has.`,
    });
  });
}

function findLacking({ referenceRows, rarest, calibrationError: error }: Estimates): string | null {
  if (referenceRows < LEAST.rows)
    return `the reference has ${referenceRows} labelled rows, wanted ${LEAST.rows}`;
  if (rarest < LEAST.rarest) return `the rarest label has ${rarest} rows, wanted ${LEAST.rarest}`;
  return error > LEAST.error
    ? `the calibration error is ${error.toFixed(3)}, wanted at most ${LEAST.error}`
    : null;
}
