/**
 * Every window's value, for the report.
 *
 * @module
 */
import { type JsonValue, type Objective, roundJudged } from "@ml-gates/gate";
import type { WindowCounts } from "@ml-gates/queries";
import { wilsonInterval } from "@ml-gates/statistics";
import { countPerformance, toMetric } from "./rates.ts";

/** The windows, the newest first, and the one that decides. */
export interface ListedWindows {
  readonly windows: readonly WindowCounts[];
  readonly deciding: WindowCounts;
  /** Share of labels below which nothing is said. */
  readonly coverage: number;
}

/**
 * One record for each objective in each window: value, 95 % interval, the share of predictions with a label, and whether
 * the value meets the objective; null where too few labels have come.
 */
export function listWindows(
  objectives: readonly Objective[],
  { windows, deciding, coverage: wanted }: ListedWindows,
): readonly JsonValue[] {
  return objectives.flatMap(({ metric, min }) =>
    windows.map((window) => {
      const coverage = window.labelled / window.rows;
      const measured = measureWindow(metric, window);
      return {
        metric,
        to: sayTime(window.last),
        ...measured,
        coverage: roundJudged(coverage),
        met: coverage < wanted || measured.value === null ? null : measured.value >= min,
        decides: window === deciding,
        min,
        rows: window.rows,
        from: sayTime(window.first),
      };
    }),
  );
}

function measureWindow(metric: Objective["metric"], window: WindowCounts) {
  const counted = countPerformance(metric, window);
  if (counted.trials === 0) return { value: null, low: null, high: null };
  const { low, high } = wilsonInterval({ ...counted, confidence: 0.95 });
  const measure = (proportion: number) => roundJudged(toMetric(metric, proportion));
  return { value: measure(counted.successes / counted.trials), low: measure(low), high: measure(high) };
}

/** ISO 8601 without the seconds' fraction, UTC. */
export function sayTime(seconds: number): string {
  return `${new Date(Math.round(seconds) * 1000).toISOString().slice(0, 19)}Z`;
}
