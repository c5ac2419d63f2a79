/**
 * Finds each checked metric in the files, reduces its series, and settles which way it points.
 *
 * @module
 */
import { type Check, InputError, type Problem, quote, type Reducer } from "@ml-gates/gate";
import { baselineFile, type Comparison } from "./comparison.ts";
import { describeSource, findDirection } from "./directions.ts";
import { findName } from "./find-name.ts";
import { LIMIT_RULES } from "./limit-rules.ts";
import type { MetricDetail, MetricValues } from "./metric-values.ts";
import { parseSelector } from "./parse-selector.ts";
import { type Companion, type Reduced, reduceSeries } from "./reduce-series.ts";
import type { Tree } from "./syntax/tree.ts";

/** The checks with names under which the files hold their numbers, and with directions. */
export interface Selection {
  readonly checks: readonly Check[];
  readonly comparison: Comparison;
}

/**
 * Resolves selectors and reducers of all checks against both files. A reduced metric is told with its reducer, such
 * as `val_loss (min)`, so that two reducers of one metric are two metrics.
 *
 * @throws InputError when two sources state different directions of a metric whose change is limited.
 */
export function selectMetrics(checks: readonly Check[], comparison: Comparison): Selection {
  const { candidate } = comparison;
  const baseline = baselineFile(comparison);
  const selected: Comparison = {
    ...comparison,
    candidate: candidate && addSelections(candidate, checks),
    baseline: baseline === null ? comparison.baseline : addSelections(baseline, checks),
  };
  const problems = checks.flatMap((check) => findConflict(check, selected));
  if (problems.length > 0) throw new InputError(problems);
  return { checks: checks.map((check) => resolveCheck(check, selected)), comparison: selected };
}

function resolveCheck(check: Check, comparison: Comparison): Check {
  const metric = labelOf(check);
  const { direction } = findDirection(metric, { checks: [check], comparison });
  return { ...check, metric, direction: check.direction ?? direction };
}

function findConflict(check: Check, comparison: Comparison): readonly Problem[] {
  if (check.direction !== null) return [];
  if (check.limits.every(({ kind }) => LIMIT_RULES[kind].about === "level")) return [];
  const { conflict } = findDirection(labelOf(check), { checks: [check], comparison });
  if (conflict === null) return [];
  return [
    {
      message: `A change of ${quote(check.metric)} is limited, but ${conflict.map(describeSource).join(" and ")} is better.`,
      remedy: "Add `direction: higher` or `direction: lower` to the check: it decides.",
      ...(check.source ?? {}),
    },
  ];
}

/** The name a check's metric is reported under. */
function labelOf({ metric, reduce }: Pick<Check, "metric" | "reduce">): string {
  return reduce === undefined ? metric : `${metric} (${tellReducer(reduce)})`;
}

function tellReducer(reducer: Reducer): string {
  if (reducer.kind === "at") return `at step ${reducer.step}`;
  if (reducer.kind === "at-best") return `at best ${reducer.metric}`;
  return reducer.kind === "mean-of-seeds" ? "mean of seeds" : reducer.kind;
}

/** The file with the numbers that the checks name, under the names they are reported by. */
export function addSelections(file: MetricValues, checks: readonly Check[]): MetricValues {
  const values = new Map(file.values);
  const aside = new Map(file.aside);
  const details = new Map(file.details);
  for (const check of checks) {
    const label = labelOf(check);
    const found = selectMetric(file, check);
    if (found === null) continue;
    if (typeof found.value === "number") values.set(label, found.value);
    else aside.set(label, found.value);
    details.set(label, { ...found.detail, uncertainty: found.uncertainty });
  }
  return { ...file, values, aside, details };
}

interface Selected extends Reduced {
  readonly detail: MetricDetail;
}

const NO_DETAIL: MetricDetail = { path: [], direction: null, uncertainty: null, points: null, facts: [] };

/** Null where the file's own entry serves, or where it has none. */
function selectMetric(file: MetricValues, check: Check): Selected | null {
  const name = findName(file, check.metric);
  if (name === check.metric && check.reduce === undefined) return null;
  const isNumber = name !== null && file.values.has(name);
  const raw = check.reduce === undefined && !isNumber ? selectRaw(file, check.metric) : null;
  if (raw !== null || name === null) return raw;
  const detail = file.details.get(name) ?? NO_DETAIL;
  const stated = file.values.get(name) ?? file.aside.get(name) ?? "nothing";
  if (check.reduce === undefined) return { value: stated, uncertainty: detail.uncertainty, detail };
  return { ...reduceMetric(file, { detail, stated, reduce: check.reduce }), detail };
}

function reduceMetric(
  file: MetricValues,
  {
    detail,
    stated,
    reduce,
  }: { readonly detail: MetricDetail; readonly stated: number | string; readonly reduce: Reducer },
): Reduced {
  if (detail.points !== null) return reduceSeries(detail.points, reduce, findCompanion(file, reduce));
  const isPlain = ["last", "min", "max", "mean"].includes(reduce.kind);
  if (isPlain && typeof stated === "number") return { value: stated, uncertainty: detail.uncertainty };
  const told = typeof stated === "number" ? "a single number and no series" : stated;
  return { value: told, uncertainty: null };
}

function findCompanion(file: MetricValues, reduce: Reducer): Companion | null {
  if (reduce.kind !== "at-best") return null;
  const name = findName(file, reduce.metric);
  const points = name === null ? null : (file.details.get(name)?.points ?? null);
  return points && { points, direction: reduce.direction };
}

/** A JSON Pointer may name what is no metric by itself, such as a boolean, which then counts as 1 or 0. */
function selectRaw({ root }: MetricValues, selector: string): Selected | null {
  if (root === null || !selector.startsWith("/")) return null;
  const tree = (parseSelector(selector) ?? []).reduce<Tree | undefined>(stepInto, root);
  if (tree?.kind !== "scalar") return null;
  const { value } = tree;
  if (typeof value === "boolean") return { value: value ? 1 : 0, uncertainty: null, detail: NO_DETAIL };
  return { value: typeof value === "number" ? value : "no number", uncertainty: null, detail: NO_DETAIL };
}

function stepInto(tree: Tree | undefined, key: string): Tree | undefined {
  if (tree?.kind === "map") return tree.entries.get(key);
  return tree?.kind === "list" && /^\d+$/.test(key) ? tree.items[Number(key)] : undefined;
}
