/**
 * Whether two files tell of the same evaluation.
 *
 * @module
 */
import type { Fact, MetricValues } from "./metric-values.ts";

/** A fact that candidate and baseline state differently. */
export interface Difference {
  readonly name: string;
  readonly baseline: string;
  readonly candidate: string;
}

/**
 * The facts that both sides state, and state differently; what only one side states tells nothing.
 *
 * @example
 * compareFacts([{ name: "limit", value: "10" }], [{ name: "limit", value: "none" }]); // => [{ name: "limit", baseline: "none", candidate: "10" }]
 */
export function compareFacts(candidate: readonly Fact[], baseline: readonly Fact[]): readonly Difference[] {
  const before = collect(baseline);
  return [...collect(candidate)].flatMap(([name, value]) => {
    const other = before.get(name);
    return other === undefined || other === value ? [] : [{ name, baseline: other, candidate: value }];
  });
}

function collect(facts: readonly Fact[]): ReadonlyMap<string, string> {
  const byName = Map.groupBy(facts, ({ name }) => name);
  return new Map([...byName].map(([name, found]) => [name, found.map(({ value }) => value).join(", ")]));
}

/** What a file states of one metric's evaluation: the file's own facts and the metric's. */
export function factsOf(file: MetricValues, metric: string): readonly Fact[] {
  return [...file.facts, ...(file.details.get(metric)?.facts ?? [])];
}
