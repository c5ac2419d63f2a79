/**
 * Area under the ROC curve, expected from calibrated scores.
 *
 * @module
 */
import type { ScoreCounts } from "@ml-gates/queries";
import { type Calibration, calibrate, mergeScores, type ScoredRows } from "./isotonic.ts";

/**
 * Expected area under the ROC curve: each row is positive with its calibrated probability, rows are ranked by the score
 * itself, equal scores as one. NannyML ranks them in the order NumPy happens to leave them in.
 *
 * @example
 * estimateRocAuc([{ score: 0.9, rows: 1 }, { score: 0.1, rows: 1 }], null).toFixed(2); // => "0.90"
 */
export function estimateRocAuc(
  scored: readonly Pick<ScoreCounts, "score" | "rows">[],
  calibration: Calibration | null,
): number {
  const expected = scored.map(({ score, rows }) => ({
    score,
    rows,
    positives: rows * (calibration === null ? score : calibrate(calibration, score)),
  }));
  return rocAuc(expected);
}

/** Area under the ROC curve of counted rows; equal scores are worth a half. */
export function rocAuc(scored: readonly ScoredRows[]): number {
  let [positives, negatives, area] = [0, 0, 0];
  for (const each of mergeScores(scored)) {
    const others = each.rows - each.positives;
    area += each.positives * (negatives + others / 2);
    positives += each.positives;
    negatives += others;
  }
  return area / (positives * negatives);
}

/**
 * Standard error of the area on `rows` rows like the reference's: the deviation, over positive rows, of the share of
 * negative ones ranked below.
 */
export function rocAucError(reference: readonly ScoredRows[], rows: number): number {
  const all = reference.reduce((sum, each) => sum + each.rows, 0);
  const found = reference.reduce((sum, each) => sum + each.positives, 0);
  // The rarer label is the one whose rows are followed.
  const flipped = found * 2 > all;
  const scored = flipped
    ? reference.map((each) => ({ ...each, score: -each.score, positives: each.rows - each.positives }))
    : reference;
  const positives = flipped ? all - found : found;
  let [below, sum, squares] = [0, 0, 0];
  for (const each of mergeScores(scored)) {
    const others = each.rows - each.positives;
    const share = (below + others / 2) / (all - positives);
    sum += each.positives * share;
    squares += each.positives * share ** 2;
    below += others;
  }
  const variance = squares / positives - (sum / positives) ** 2;
  return Math.sqrt(Math.max(0, variance) / ((rows * positives) / all));
}
