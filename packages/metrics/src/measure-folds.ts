/**
 * Metrics that vary over cross-validation folds: the change is judged over folds, not rows.
 *
 * @module
 */
import { isUnmeasured, type Unmeasured } from "./estimate.ts";
import { estimateSmooth } from "./estimate-smooth.ts";
import type { Measure } from "./measure.ts";

/** With fewer folds than this a spread is no spread. */
const FEWEST = 3;

/**
 * Replaces each change on all rows by the mean change over folds and the corrected resampled t-test (Nadeau & Bengio
 * 2003): variance (1/k + 1/(k - 1)) s², because the k training sets overlap. The folds themselves are left out.
 */
export function measureFolds(measures: readonly Measure[], fold: string): readonly Measure[] {
  const isFold = ({ slice }: Measure) => slice?.column === fold;
  return measures
    .filter((measure) => !isFold(measure))
    .map((measure) => {
      if (measure.slice !== null || isUnmeasured(measure.change)) return measure;
      const folds = measures.filter((each) => isFold(each) && each.metric === measure.metric);
      return { ...measure, change: measure.change.identical ? measure.change : changeOver(folds) };
    });
}

function changeOver(folds: readonly Measure[]): Measure["change"] {
  const changes = folds.flatMap(({ change }) => (isUnmeasured(change) ? [] : [change.value]));
  const k = changes.length;
  if (k < folds.length || k < FEWEST) return tooFew(k, folds.length);
  const value = changes.reduce((sum, change) => sum + change, 0) / k;
  const variance = changes.reduce((sum, change) => sum + (change - value) ** 2, 0) / (k - 1);
  return estimateSmooth({
    value,
    standardError: Math.sqrt((1 / k + 1 / (k - 1)) * variance),
    degrees: k - 1,
    method: "corrected-resampled-t",
    identical: false,
  });
}

function tooFew(measured: number, folds: number): Unmeasured {
  const told = `has a value in ${measured} of ${folds} folds; all of them, and at least ${FEWEST}, are wanted`;
  return { reason: "few-folds", told };
}
