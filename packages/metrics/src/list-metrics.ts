/**
 * Every metric of the two files and of the predictions as rows: what only the report shows, and nothing judges.
 *
 * @module
 */
import { type Check, type JsonValue, type Measurements, roundJudged } from "@ml-gates/gate";
import type { DecisionCounts } from "@ml-gates/queries";
import type { Comparison } from "./comparison.ts";
import { findDirection } from "./directions.ts";
import { isUnmeasured } from "./estimate.ts";
import { findMeasure, isAbsent } from "./find-measure.ts";
import { listFileFacts, listMetricFacts } from "./list-facts.ts";
import type { Measure } from "./measure.ts";

/** Rows a report can show; the rest are counted. */
const MOST_ROWS = 500;

/**
 * The measurements `comparison/1`: `metrics` (rows with baseline, candidate, change, direction and where it comes
 * from), `slices`, `pairs` (gained, lost, churn = share of decisions that flip), `omitted` rows, `formats`,
 * `comparability` (facts that differ) and `parameters` (that differ) of the files.
 */
export function listMetrics(
  comparison: Comparison,
  computed: readonly Measure[],
  checks: readonly Check[],
): Measurements {
  const names = listNames(comparison, computed, checks);
  const shown = names.slice(0, MOST_ROWS);
  const slices = computed.filter(({ slice }) => slice !== null);
  const [overall] = comparison.predictions?.decisions ?? [];
  return {
    schema: "comparison/1",
    data: {
      metrics: shown.map((name) => toRow(findMeasure(comparison, computed, name), { comparison, checks })),
      omitted: names.length - shown.length,
      slices: slices.slice(0, MOST_ROWS).map(toSliceRow),
      pairs: overall === undefined ? null : toPairs(overall),
      ...listFileFacts(comparison),
    },
  };
}

function listNames(
  { candidate, baseline }: Comparison,
  computed: readonly Measure[],
  checks: readonly Check[],
): readonly string[] {
  const stated = baseline === null || isAbsent(baseline) ? [] : baseline.values.keys();
  const checked = new Set(checks.map(({ metric }) => metric));
  const others = new Set([
    ...computed.map(({ metric }) => metric),
    ...(candidate?.values.keys() ?? []),
    ...stated,
  ]);
  const unchecked = [...others].filter((name) => !checked.has(name));
  return [...checked, ...unchecked.sort()];
}

function toRow(
  { metric, level, baseline, change, n }: Measure,
  { comparison, checks }: { readonly comparison: Comparison; readonly checks: readonly Check[] },
): JsonValue {
  const { direction, source: directionFrom } = findDirection(metric, { checks, comparison });
  return {
    metric,
    baseline: numberOf(baseline),
    candidate: numberOf(level),
    change: numberOf(change),
    status: describeStatus(comparison, { level, baseline }),
    direction,
    directionFrom,
    ...listMetricFacts(comparison, metric),
    from: n === null ? "file" : "predictions",
    n,
  };
}

function describeStatus(
  { baseline: file }: Comparison,
  { level, baseline }: Pick<Measure, "level" | "baseline">,
): string {
  if (isUnmeasured(level))
    return level.reason === "missing-in-candidate" && !isUnmeasured(baseline) ? "removed" : level.reason;
  if (!isUnmeasured(baseline)) return "both";
  return baseline.reason === "missing-in-baseline" && file !== null ? "added" : baseline.reason;
}

function toSliceRow({ metric, slice, n, level, baseline, change }: Measure): JsonValue {
  return {
    metric,
    column: slice?.column ?? null,
    value: slice?.value ?? null,
    n,
    baseline: numberOf(baseline),
    candidate: numberOf(level),
    change: numberOf(change),
  };
}

function toPairs({ n, paired }: DecisionCounts): JsonValue {
  if (paired === null) return null;
  return { n, ...paired, churn: n === 0 ? null : roundJudged(paired.flipped / n) };
}

function numberOf(number: number | object): number | null {
  if (typeof number === "number") return roundJudged(number);
  return "value" in number && typeof number.value === "number" ? roundJudged(number.value) : null;
}
