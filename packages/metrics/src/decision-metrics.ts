/**
 * Metrics of decisions as functions of a confusion table, as scikit-learn defines them.
 *
 * @module
 */

/** Weights by class: of rows decided rightly, of rows with that label, of rows with that decision. */
export interface Confusion {
  readonly right: Float64Array;
  readonly labelled: Float64Array;
  readonly decided: Float64Array;
  readonly total: number;
}

/** A metric's value; NaN where a denominator is zero. `positive` is the class's position, -1 when there is none. */
export type DecisionMetric = (confusion: Confusion, positive: number) => number;

type Ratio = (confusion: Confusion, at: number) => number;

const precision: Ratio = ({ right, decided }, at) => (right[at] ?? 0) / (decided[at] ?? 0);
const recall: Ratio = ({ right, labelled }, at) => (right[at] ?? 0) / (labelled[at] ?? 0);
const f1: Ratio = ({ right, labelled, decided }, at) =>
  (2 * (right[at] ?? 0)) / ((labelled[at] ?? 0) + (decided[at] ?? 0));

function accuracy({ right, total }: Confusion): number {
  return sum(right) / total;
}

/** Mean recall of the classes that are labels. */
function balanced(confusion: Confusion): number {
  let [recalls, classes] = [0, 0];
  for (let at = 0; at < confusion.labelled.length; at++) {
    if (!((confusion.labelled[at] ?? 0) > 0)) continue;
    recalls += recall(confusion, at);
    classes += 1;
  }
  return recalls / classes;
}

/** Mean over the classes that are labels or decisions; a class whose denominator is zero counts as 0. */
function macro(ratio: Ratio): DecisionMetric {
  return (confusion) => {
    let [ratios, classes] = [0, 0];
    for (let at = 0; at < confusion.labelled.length; at++) {
      if (!((confusion.labelled[at] ?? 0) > 0 || (confusion.decided[at] ?? 0) > 0)) continue;
      ratios += ratio(confusion, at) || 0;
      classes += 1;
    }
    return ratios / classes;
  };
}

/** Mean over the classes, weighted by their labels. */
function weighted(ratio: Ratio): DecisionMetric {
  return (confusion) => {
    let ratios = 0;
    for (let at = 0; at < confusion.labelled.length; at++) {
      ratios += (confusion.labelled[at] ?? 0) * (ratio(confusion, at) || 0);
    }
    return ratios / confusion.total;
  };
}

function sum(values: Float64Array): number {
  return values.reduce((all, value) => all + value, 0);
}

const RATIOS = { precision, recall, f1 };

/** By name; metrics of the positive class alone are in {@link POSITIVE_METRICS}. */
export const DECISION_METRICS: Readonly<Record<string, DecisionMetric>> = {
  accuracy,
  balanced_accuracy: balanced,
  ...RATIOS,
  ...Object.fromEntries(
    Object.entries(RATIOS).flatMap(([name, ratio]): (readonly [string, DecisionMetric])[] => [
      [`${name}_macro`, macro(ratio)],
      // Over all classes every wrong row is one false positive and one false negative.
      [`${name}_micro`, accuracy],
      [`${name}_weighted`, weighted(ratio)],
    ]),
  ),
};

/** Metrics that only mean something where there is a positive class, among two. */
export const POSITIVE_METRICS: readonly string[] = Object.keys(RATIOS);
