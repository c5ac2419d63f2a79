/**
 * Benchmarks: pytest-benchmark, the custom array of github-action-benchmark, Bencher's metric format.
 *
 * @module
 */
import type { Direction } from "../directions.ts";
import type { Fact, StatedMetric, Uncertainty } from "../metric-values.ts";
import { at, entriesOf, hasKeys, itemsOf, type Tree, textOf, wordOf } from "../syntax/tree.ts";
import { factOf, flatten, leafNumber, stateLeaf, treeReader } from "./format-reader.ts";

const TIMES = ["min", "max", "mean", "stddev", "median", "iqr", "q1", "q3", "total"];

/** Times in seconds, lower is better; `ops` a second, higher; `extra_info` beside them. */
export const pytestBenchmark = treeReader(
  (root) =>
    itemsOf(at(root, "benchmarks")).length > 0 &&
    itemsOf(at(root, "benchmarks")).every((entry) => hasKeys(entry, "fullname", "stats")),
  (root) => ({
    metrics: itemsOf(at(root, "benchmarks")).flatMap(readBenchmark),
    // A shared runner's processor changes between two runs: it is shown, and does not forbid the comparison.
    parameters: ["machine", "python_version", "system"].flatMap((name) =>
      factOf(`machine.${name}`, at(root, "machine_info", name)),
    ),
  }),
);

function readBenchmark(entry: Tree): readonly StatedMetric[] {
  const name = textOf(at(entry, "fullname")) ?? "";
  const stats = [...entriesOf(at(entry, "stats"))].filter(([key]) => key === "ops" || TIMES.includes(key));
  const extra = at(entry, "extra_info");
  return [
    ...stats.map(([key, tree]) => ({
      ...stateLeaf(tree, [name, key]),
      direction: key === "ops" ? ("higher" as const) : ("lower" as const),
      uncertainty: key === "mean" ? spreadOf(at(entry, "stats")) : null,
    })),
    ...(extra === undefined ? [] : flatten(extra, [name])),
  ];
}

function spreadOf(stats: Tree | undefined): Uncertainty | null {
  const n = leafNumber(at(stats, "rounds"));
  const standardDeviation = leafNumber(at(stats, "stddev"));
  if (n === null || standardDeviation === null || n < 2) return null;
  const rounds = itemsOf(at(stats, "data")).flatMap((entry) => leafNumber(entry) ?? []);
  return { n, standardDeviation, standardError: standardDeviation / Math.sqrt(n), rounds };
}

/** `[{name, unit, value, range, extra}]`. */
export const githubActionBenchmark = treeReader(
  (root) => itemsOf(root).length > 0 && itemsOf(root).every((item) => hasKeys(item, "name", "unit", "value")),
  (root) => ({
    metrics: itemsOf(root).flatMap((item) => {
      const value = at(item, "value");
      if (value === undefined) return [];
      const metric = stateLeaf(value, [textOf(at(item, "name")) ?? ""]);
      const facts = factOf("unit", at(item, "unit"));
      return { ...metric, facts, direction: directionOfUnit(facts), uncertainty: rangeOf(item, metric) };
    }),
  }),
);

/** The tool takes the direction for a whole file from its workflow; a unit of time, size or rate tells it too. */
function directionOfUnit([unit]: readonly Fact[]): Direction | null {
  const word = unit?.value.toLowerCase() ?? "";
  if (/(?:\/s|\/sec|\/second|ps)$/.test(word)) return "higher";
  return /^(?:[nmuµ]?s|sec|secs|seconds?|milliseconds?|min|minutes?|[kmgt]?i?b|bytes?)(?:\/(?:iter|op|call|request))?$/.test(
    word,
  )
    ? "lower"
    : null;
}

/** Free text such as `± 3` or `±2.00%`: a half-width of unknown confidence. */
function rangeOf(item: Tree, { value }: StatedMetric): Uncertainty | null {
  const [, number, percent] =
    /^\s*(?:±|\+\/-|\+-)\s*([0-9.]+)\s*(%?)\s*$/.exec(wordOf(at(item, "range")) ?? "") ?? [];
  if (number === undefined || typeof value !== "number") return null;
  const half = percent === "%" ? (Math.abs(value) * Number(number)) / 100 : Number(number);
  return Number.isFinite(half) ? { low: value - half, high: value + half } : null;
}

/** `{benchmark: {measure: {value, lower_value, upper_value}}}`. */
export const bencher = treeReader(
  (root) =>
    entriesOf(root).size > 0 &&
    [...entriesOf(root).values()].every(
      (measures) => entriesOf(measures).size > 0 && [...entriesOf(measures).values()].every(isMeasure),
    ),
  (root) => ({
    metrics: [...entriesOf(root)].flatMap(([benchmark, measures]) =>
      [...entriesOf(measures)].flatMap(([measure, tree]) => {
        const value = at(tree, "value");
        if (value === undefined) return [];
        return { ...stateLeaf(value, [benchmark, measure]), uncertainty: boundsOf(tree) };
      }),
    ),
  }),
);

function isMeasure(tree: Tree): boolean {
  const keys = [...entriesOf(tree).keys()];
  return (
    leafNumber(at(tree, "value")) !== null &&
    keys.every((key) => key === "value" || key === "lower_value" || key === "upper_value")
  );
}

function boundsOf(tree: Tree): Uncertainty | null {
  const low = leafNumber(at(tree, "lower_value"));
  const high = leafNumber(at(tree, "upper_value"));
  if (low === null && high === null) return null;
  return { ...(low === null ? {} : { low }), ...(high === null ? {} : { high }) };
}
