/**
 * Isotonic calibration: the rising step function of the score that is nearest to the labels.
 *
 * @module
 */

/** Rows with one score, and how many of them are positive. */
export interface ScoredRows {
  readonly score: number;
  readonly rows: number;
  readonly positives: number;
}

/** Scores in ascending order and the calibrated probability at each. */
export interface Calibration {
  readonly scores: readonly number[];
  readonly probabilities: readonly number[];
}

/**
 * Pool-adjacent-violators (Ayer et al. 1955) on rows grouped by score, in ascending order of the score; scikit-learn's
 * `IsotonicRegression`.
 *
 * @example
 * fitIsotonic([{ score: 0.1, rows: 2, positives: 1 }, { score: 0.6, rows: 2, positives: 0 }]); // => { scores: [0.1, 0.6], probabilities: [0.25, 0.25] }
 */
export function fitIsotonic(scored: readonly ScoredRows[]): Calibration {
  const merged = mergeScores(scored);
  const blocks: { rows: number; positives: number; scores: number }[] = [];
  for (const { rows, positives } of merged) {
    blocks.push({ rows, positives, scores: 1 });
    for (;;) {
      const [before, last] = [blocks.at(-2), blocks.at(-1)];
      if (!before || !last || before.positives * last.rows < last.positives * before.rows) break;
      blocks.pop();
      before.rows += last.rows;
      before.positives += last.positives;
      before.scores += last.scores;
    }
  }
  return {
    scores: merged.map(({ score }) => score),
    probabilities: blocks.flatMap(({ rows, positives, scores }) =>
      new Array<number>(scores).fill(positives / rows),
    ),
  };
}

/**
 * The calibrated probability of a score, in 0..1: straight between the fitted scores, as at the ends outside them.
 *
 * @example
 * calibrate({ scores: [0, 1], probabilities: [0.2, 0.4] }, 0.5).toFixed(2); // => "0.30"
 */
export function calibrate({ scores, probabilities }: Calibration, score: number): number {
  let [low, high] = [0, scores.length - 1];
  if (score <= (scores[low] ?? 0)) return probabilities[low] ?? Number.NaN;
  if (score >= (scores[high] ?? 0)) return probabilities[high] ?? Number.NaN;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((scores[middle] ?? 0) <= score) low = middle;
    else high = middle;
  }
  const [from = 0, to = 1] = [scores[low], scores[high]];
  const [start = 0, end = 0] = [probabilities[low], probabilities[high]];
  return start + ((end - start) * (score - from)) / (to - from);
}

/**
 * Rows with the same score as one, in ascending order.
 *
 * @example
 * mergeScores([{ score: 2, rows: 1, positives: 1 }, { score: 1, rows: 1, positives: 0 }, { score: 2, rows: 3, positives: 1 }]).map(({ rows }) => rows); // => [1, 4]
 */
export function mergeScores(scored: readonly ScoredRows[]): readonly ScoredRows[] {
  const merged = new Map<number, { score: number; rows: number; positives: number }>();
  for (const { score, rows, positives } of scored) {
    const found = merged.get(score) ?? { score, rows: 0, positives: 0 };
    found.rows += rows;
    found.positives += positives;
    merged.set(score, found);
  }
  return [...merged.values()].sort((left, right) => left.score - right.score);
}
