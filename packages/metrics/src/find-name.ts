/**
 * The name under which a file holds a metric, and the nearest ones where it does not.
 *
 * @module
 */
import { nearestWord, quote } from "@ml-gates/gate";
import type { MetricValues } from "./metric-values.ts";
import { parseSelector } from "./parse-selector.ts";

/** The file's own name of a metric, given to the letter or as a selector; null when it has none. */
export function findName(file: MetricValues, metric: string): string | null {
  if (file.values.has(metric) || file.aside.has(metric)) return metric;
  const keys = parseSelector(metric);
  if (keys === null) return null;
  for (const [name, { path }] of file.details) {
    if (path.length === keys.length && path.every((key, index) => key === keys[index])) return name;
  }
  return null;
}

/** More suggestions than this are no help. */
const MOST = 3;

/** Comparing a name with every one of a large file would take longer than reading it. */
const MOST_COMPARED = 2000;

/** What the file has instead, in parentheses; empty when nothing is alike. */
export function suggestNames(file: MetricValues, reported: string): string {
  const metric = reported.replace(/ \([^()]*\)$/, "");
  const last = lastKey(metric);
  const names = [...file.values.keys()].slice(0, MOST_COMPARED);
  const ending = names.filter((name) => lastKey(name) === last || name.endsWith(`.${metric}`));
  const nearest = nearestWord(metric, names);
  const told = [...new Set([...ending, ...(nearest === null ? [] : [nearest])])].slice(0, MOST);
  return told.length === 0 ? "" : ` (nearest: ${told.map(quote).join(", ")})`;
}

function lastKey(name: string): string {
  const keys = parseSelector(name) ?? name.split(".");
  return (keys.at(-1) ?? name).split(",")[0] ?? name;
}
