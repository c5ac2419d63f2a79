/**
 * Measures by group and by window of time, with their intervals.
 *
 * @module
 */
import { type JsonRecord, numberOf, recordOf, recordsOf, textOf } from "../imports/read-json.ts";
import { plainText } from "../plain-text.ts";
import type { Chart } from "./find-charts.ts";

const MOST = { rows: 30, name: 30 } as const;

/** The measures of a column that are drawn, those that come first; else the first that there are. */
const GROUPED = ["selection_rate", "true_positive_rate", "false_positive_rate"];

/** Measures by group, as fairness reports have them: groups, and their intervals in the same order. */
export function listGroups(columns: JsonRecord): readonly Chart[] {
  return Object.entries(columns).flatMap(([column, frame]) => {
    const groups = recordsOf(recordOf(frame)["groups"]);
    const intervals = recordsOf(recordOf(frame)["intervals"]);
    const there = new Set(intervals.flatMap((each) => Object.keys(each)));
    const names = [...GROUPED.filter((name) => there.has(name)), ...there];
    return [...new Set(names)]
      .flatMap((name) => chartGroups({ name, column, groups, intervals }))
      .slice(0, GROUPED.length);
  });
}

interface GroupedMeasure {
  readonly name: string;
  readonly column: string;
  readonly groups: readonly JsonRecord[];
  readonly intervals: readonly JsonRecord[];
}

function chartGroups({ name, column, groups, intervals }: GroupedMeasure): readonly Chart[] {
  const rows = groups.flatMap((group) => {
    const bounds = recordOf(intervals.find((each) => each["group"] === group["group"])?.[name]);
    const [low, value, high] = [numberOf(bounds["low"]), numberOf(group[name]), numberOf(bounds["high"])];
    if (low === null || value === null || high === null) return [];
    return [{ name: cut(String(group["group"])), low, value, high, outcome: null }];
  });
  const axis = plainText(name.replaceAll("_", " "), MOST.name);
  const title = `${axis.charAt(0).toUpperCase()}${axis.slice(1)} by ${cut(column)}`;
  return rows.length === 0
    ? []
    : [{ kind: "intervals", title, axis, zero: false, rows: rows.slice(0, MOST.rows) }];
}

/** Performance by window of time, the newest first. */
export function listWindows(windows: readonly JsonRecord[]): readonly Chart[] {
  const metrics = new Set(windows.flatMap((window) => textOf(window["metric"]) ?? []));
  return [...metrics].flatMap((metric) => {
    const rows = windows
      .filter((window) => window["metric"] === metric)
      .flatMap((window) => {
        const [low, value, high] = ["low", "value", "high"].map((name) => numberOf(window[name]));
        if (low == null || value == null || high == null) return [];
        return [{ name: cut(`until ${textOf(window["to"]) ?? "?"}`), low, value, high, outcome: null }];
      });
    return rows.length === 0
      ? []
      : [
          {
            kind: "intervals" as const,
            title: `${cut(metric)} by window`,
            axis: cut(metric),
            zero: false,
            rows: rows.slice(0, MOST.rows),
          },
        ];
  });
}

function cut(text: string): string {
  return plainText(text, MOST.name);
}
