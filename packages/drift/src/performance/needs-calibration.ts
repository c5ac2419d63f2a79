/**
 * Whether calibrated scores say more about the labels than the scores themselves.
 *
 * @module
 */
import { type Calibration, calibrate, fitIsotonic, type ScoredRows } from "./isotonic.ts";

/** Rows with one score, by the fold they belong to. */
export interface FoldedRows extends ScoredRows {
  readonly fold: number;
}

const BINS = 10;

/**
 * Calibrates every fold by the others and compares the expected calibration error before and after. NumPy's shuffled
 * splits, which NannyML takes, cannot be had here: folds are every tenth row.
 *
 * @example
 * needsCalibration([{ score: 0.5, rows: 4, positives: 4, fold: 0 }]); // => false
 */
export function needsCalibration(scored: readonly FoldedRows[]): boolean {
  const positives = scored.reduce((sum, each) => sum + each.positives, 0);
  const rows = scored.reduce((sum, each) => sum + each.rows, 0);
  if (positives === 0 || positives === rows) return false;
  const tested = [...new Set(scored.map(({ fold }) => fold))].flatMap((fold) => {
    const calibration = fitIsotonic(scored.filter((each) => each.fold !== fold));
    const test = scored.filter((each) => each.fold === fold);
    return calibration.scores.length === 0
      ? []
      : test.map((each) => ({ ...each, calibrated: calibrated(calibration, each) }));
  });
  const before = calibrationError(tested);
  const after = calibrationError(tested.map(({ calibrated: score, ...each }) => ({ ...each, score })));
  return before > after;
}

function calibrated(calibration: Calibration, { score }: ScoredRows): number {
  return calibrate(calibration, score);
}

/**
 * Expected calibration error over ten bins of equally many rows in the order of the score: the mean distance of a bin's
 * mean score from its share of positives. Naeini, Cooper & Hauskrecht (2015).
 *
 * @example
 * calibrationError([{ score: 0.25, rows: 4, positives: 1 }]); // => 0
 */
export function calibrationError(scored: readonly ScoredRows[]): number {
  const sorted = scored.toSorted((left, right) => left.score - right.score);
  const total = sorted.reduce((sum, { rows }) => sum + rows, 0);
  let [error, seen] = [0, 0];
  let bin = { score: 0, positives: 0 };
  for (const { score, rows, positives } of sorted) {
    let left = rows;
    while (left > 1e-9) {
      const room = (Math.floor((seen * BINS) / total + 1e-9) + 1) * (total / BINS) - seen;
      const taken = Math.min(left, Math.max(room, 1e-9));
      bin = { score: bin.score + taken * score, positives: bin.positives + (taken * positives) / rows };
      seen += taken;
      left -= taken;
      if (taken < room - 1e-9 && seen < total - 1e-9) continue;
      error += Math.abs(bin.score - bin.positives) / total;
      bin = { score: 0, positives: 0 };
    }
  }
  return error;
}
