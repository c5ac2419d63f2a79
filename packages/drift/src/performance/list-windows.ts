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
}

/** One record for each objective in each window: value, 95 % interval, and the share of predictions with a label. */
export function listWindows(
  objectives: readonly Objective[],
  { windows, deciding }: ListedWindows,
): readonly JsonValue[] {
  return objectives.flatMap(({ metric, min }) =>
    windows.map((window) => ({
      metric,
      to: sayTime(window.last),
      ...measureWindow(metric, window),
      coverage: roundJudged(window.labelled / window.rows),
      decides: window === deciding,
      min,
      rows: window.rows,
      from: sayTime(window.first),
    })),
  );
}

function measureWindow(
  metric: Objective["metric"],
  window: WindowCounts,
): { readonly [key: string]: JsonValue } {
  const counted = countPerformance(metric, window);
  if (counted.trials === 0) return { value: null, low: null, high: null };
  const { low, high } = wilsonInterval({ ...counted, confidence: 0.95 });
  const [value, least, most] = [counted.successes / counted.trials, low, high].map((each) =>
    roundJudged(toMetric(metric, each)),
  );
  return { value: value ?? null, low: least ?? null, high: most ?? null };
}

/** ISO 8601 without the seconds' fraction, UTC. */
export function sayTime(seconds: number): string {
  return `${new Date(Math.round(seconds) * 1000).toISOString().slice(0, 19)}Z`;
}
