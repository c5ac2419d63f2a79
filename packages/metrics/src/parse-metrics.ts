/**
 * From the text of a metrics file to numbers by name.
 *
 * @module
 */
import { quote } from "@ml-gates/gate";
import type { Leaf, MetricValues, NonMetric } from "./metric-values.ts";
import { lineAt, type MetricsText, refuseMetrics } from "./metrics-fault.ts";
import { parseJsonMetrics } from "./parse-json-metrics.ts";
import { parseYamlMetrics } from "./parse-yaml-metrics.ts";

/** A longer name could fill a report by itself. */
const LONGEST_NAME = 1000;

/**
 * Reads nested maps of numbers, JSON or YAML, with names joined by dots. Python's NaN and Infinity are kept as
 * numbers that were not measured; texts, booleans, lists and nulls are kept aside.
 *
 * @throws InputError at its line: not a map, a duplicate key, two entries that flatten to one name, too deep.
 *
 * @example
 * parseMetrics('{"test": {"accuracy": 0.91, "f1": NaN}}', "metrics.json").values.get("test.accuracy"); // => 0.91
 */
export function parseMetrics(text: string, path: string): MetricValues {
  const source = { text: text.replace(/^\uFEFF/, ""), path };
  const isJson = /^[ \t\r\n]*(?:\{[ \t\r\n]*["}])/.test(source.text);
  const leaves = isJson ? parseJsonMetrics(source) : parseYamlMetrics(source);
  refuseLongNames(leaves, source);
  refuseCollisions(leaves, source);
  const values = new Map<string, number>();
  const aside = new Map<string, NonMetric>();
  for (const { name, value } of leaves) {
    if (typeof value === "number") values.set(name, value);
    else aside.set(name, value);
  }
  return { path, values, aside };
}

function refuseLongNames(leaves: readonly Leaf[], source: MetricsText): void {
  const long = leaves.find(({ name }) => name.length > LONGEST_NAME);
  if (long === undefined) return;
  const message = `A metric's name has ${long.name.length} characters; at most ${LONGEST_NAME} are read.`;
  throw refuseMetrics(source, [{ offset: long.offset, message, remedy: "Give it a shorter name." }]);
}

function refuseCollisions(leaves: readonly Leaf[], source: MetricsText): void {
  const seen = new Map<string, Leaf>();
  const faults = leaves.flatMap((leaf) => {
    const first = seen.get(leaf.name);
    seen.set(leaf.name, first ?? leaf);
    if (first === undefined) return [];
    const message = `Two entries are both called ${quote(leaf.name)} once nested names are joined with dots; the first is on line ${lineAt(source.text, first.offset)}.`;
    return [{ offset: leaf.offset, message, remedy: "Rename one of the two." }];
  });
  if (faults.length > 0) throw refuseMetrics(source, faults.slice(0, 20));
}
