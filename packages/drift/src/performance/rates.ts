/**
 * Performance in a window as successes among trials.
 *
 * @module
 */
import type { ObjectiveMetric } from "@ml-gates/gate";
import type { WindowCounts } from "@ml-gates/queries";
import type { Proportion } from "@ml-gates/statistics";

type Cells = Pick<
  WindowCounts,
  "labelled" | "correct" | "truePositives" | "falsePositives" | "falseNegatives" | "trueNegatives"
>;

/**
 * The proportion a metric is, or for F1 the one it rises with: of the rows that are positive or decided so, those that
 * are both (J, the Jaccard index), F1 = 2J / (1 + J).
 *
 * @example
 * countPerformance("recall", { labelled: 9, correct: 5, truePositives: 3, falsePositives: 0, falseNegatives: 1, trueNegatives: 2 }); // => { successes: 3, trials: 4 }
 */
export function countPerformance(metric: ObjectiveMetric, cells: Cells): Proportion {
  const { truePositives, falsePositives, falseNegatives, trueNegatives } = cells;
  const of = (successes: number, others: number) => ({ successes, trials: successes + others });
  switch (metric) {
    case "accuracy":
      return { successes: cells.correct, trials: cells.labelled };
    case "precision":
      return of(truePositives, falsePositives);
    case "recall":
      return of(truePositives, falseNegatives);
    case "specificity":
      return of(trueNegatives, falsePositives);
    case "f1":
      return of(truePositives, falsePositives + falseNegatives);
  }
}

/**
 * A metric's value from its proportion's.
 *
 * @example
 * toMetric("f1", 0.5).toFixed(4); // => "0.6667"
 * toMetric("recall", 0.5); // => 0.5
 */
export function toMetric(metric: ObjectiveMetric, proportion: number): number {
  return metric === "f1" ? (2 * proportion) / (1 + proportion) : proportion;
}

/**
 * The proportion at which a metric has a value.
 *
 * @example
 * toProportion("f1", 1); // => 1
 */
export function toProportion(metric: ObjectiveMetric, value: number): number {
  return metric === "f1" ? value / (2 - value) : value;
}
