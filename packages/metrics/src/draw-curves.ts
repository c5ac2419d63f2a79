/**
 * What a report draws of the scores: ROC and calibration points, and histograms.
 *
 * @module
 */
import { roundJudged } from "@ml-gates/gate";
import type { ScoreBins } from "@ml-gates/queries";

/** A curve has at most this many points. */
const MOST_POINTS = 200;
const CALIBRATION_BINS = 20;
const HISTOGRAM_BINS = 50;

/** One model's drawings. Points are pairs of coordinates. */
export interface ModelCurves {
  /** False and true positive rate, from (0, 0) to (1, 1). */
  readonly roc: readonly (readonly [number, number])[];
  /** Mean score and share of positives, of each twentieth of the scale that has rows. */
  readonly calibration: readonly (readonly [number, number])[];
  /** Weight of the rows in each fiftieth of the scale. */
  readonly histogram: readonly number[];
}

/** Both models' drawings; null without a baseline. */
export interface Curves {
  readonly candidate: ModelCurves;
  readonly baseline: ModelCurves | null;
}

/**
 * Draws one model's scores from their counts by bin, in ascending order.
 *
 * @example
 * drawCurves({ bins: 2, low: 0, high: 1, rows: [{ bin: 0, positives: 0, negatives: 2, sum: 0.4 }, { bin: 1, positives: 2, negatives: 0, sum: 1.6 }] }).roc; // => [[0, 0], [0, 1], [1, 1]]
 */
export function drawCurves(scores: ScoreBins): ModelCurves {
  return { roc: drawRoc(scores), calibration: drawCalibration(scores), histogram: drawHistogram(scores) };
}

function round(value: number): number {
  return roundJudged(value) ?? 0;
}

function drawRoc({ rows }: ScoreBins): ModelCurves["roc"] {
  const positives = rows.reduce((sum, row) => sum + row.positives, 0);
  const negatives = rows.reduce((sum, row) => sum + row.negatives, 0);
  if (!(positives > 0 && negatives > 0)) return [];
  const points: (readonly [number, number])[] = [[0, 0]];
  let [right, wrong, last] = [0, 0, 0];
  for (const row of rows.toReversed()) {
    right += row.positives / positives;
    wrong += row.negatives / negatives;
    // Equal steps along the curve: what lies closer cannot be told apart in a drawing.
    if (right + wrong - last < 2 / (MOST_POINTS - 2)) continue;
    last = right + wrong;
    points.push([round(Math.min(1, wrong)), round(Math.min(1, right))]);
  }
  const [x, y] = points.at(-1) ?? [0, 0];
  return x === 1 && y === 1 ? points : [...points, [1, 1]];
}

function drawCalibration({ rows, bins, low, high }: ScoreBins): ModelCurves["calibration"] {
  if (low < 0 || high > 1) return [];
  const groups = Array.from({ length: CALIBRATION_BINS }, (_, group) =>
    rows.filter(({ bin }) => Math.floor((bin / bins) * CALIBRATION_BINS) === group),
  );
  return groups
    .filter((group) => group.length > 0)
    .map((group) => {
      const all = group.reduce((sum, row) => sum + row.positives + row.negatives, 0);
      const positives = group.reduce((sum, row) => sum + row.positives, 0);
      return [round(group.reduce((sum, row) => sum + row.sum, 0) / all), round(positives / all)] as const;
    });
}

function drawHistogram({ rows, bins }: ScoreBins): readonly number[] {
  const counts = new Array<number>(HISTOGRAM_BINS).fill(0);
  for (const { bin, positives, negatives } of rows) {
    const at = Math.floor((bin / bins) * HISTOGRAM_BINS);
    counts[at] = (counts[at] ?? 0) + positives + negatives;
  }
  return counts.map(round);
}
