/**
 * Every metric of the two files and of the predictions as rows: what only the report shows, and nothing judges.
 *
 * @module
 */
import { type Check, type JsonValue, type Measurements, roundJudged } from "@ml-gates/gate";
import type { DecisionCounts } from "@ml-gates/queries";
import { normalQuantile, wilsonInterval } from "@ml-gates/statistics";
import type { Comparison } from "./comparison.ts";
import { directionOf, findDirection } from "./directions.ts";
import type { Curves, ModelCurves } from "./draw-curves.ts";
import { CONFIDENCE, type Estimate, isUnmeasured, type Unmeasured } from "./estimate.ts";
import { findMeasure, isAbsent } from "./find-measure.ts";
import { listFileFacts, listMetricFacts } from "./list-facts.ts";
import type { Measure } from "./measure.ts";
import { countDiscordant } from "./measure-decisions.ts";

/** Rows a report can show; the rest are counted. */
const MOST_ROWS = 500;

/**
 * The measurements `comparison/1`: `metrics` (rows with baseline, candidate, change and its interval, direction and
 * where it comes from), `slices` (the worst lower bounds first), `pairs` (gained, lost, churn = share of decisions
 * that flip, with its interval), `examples` (rows that only one model decides rightly), `curves` (ROC and calibration
 * points, histograms), `omitted` rows, `formats`, `comparability` (facts that differ) and `parameters` (that differ)
 * of the files, `recent` baselines (version, time and the checked metrics; the newest first).
 */
export function listMetrics(
  comparison: Comparison,
  computed: readonly Measure[],
  checks: readonly Check[],
): Measurements {
  const names = listNames(comparison, computed, checks);
  const shown = names.slice(0, MOST_ROWS);
  const { predictions } = comparison;
  const [overall] = predictions?.decisions ?? [];
  return {
    schema: "comparison/1",
    data: {
      metrics: shown.map((name) => toRow(findMeasure(comparison, computed, name), { comparison, checks })),
      omitted: names.length - shown.length,
      slices: listSlices(computed, checks).slice(0, MOST_ROWS),
      pairs: overall === undefined ? null : toPairs(overall),
      ...listFileFacts(comparison),
      recent: listRecent(comparison, checks),
      examples: (predictions?.examples ?? []).map((example) => ({ ...example })),
      curves: toCurves(predictions?.curves ?? null),
    },
  };
}

function listRecent({ recent = [] }: Comparison, checks: readonly Check[]): readonly JsonValue[] {
  return recent.flatMap(({ version, at, values: { values } }) => {
    const metrics = checks.flatMap(({ metric }) => {
      const value = values.get(metric);
      return value !== undefined && Number.isFinite(value) ? [[metric, roundJudged(value)] as const] : [];
    });
    return metrics.length === 0 ? [] : [{ version, at, metrics: Object.fromEntries(metrics) }];
  });
}

function toCurves(curves: Curves | null): JsonValue {
  return (
    curves && { candidate: toLists(curves.candidate), baseline: curves.baseline && toLists(curves.baseline) }
  );
}

function toLists({ roc, calibration, histogram }: ModelCurves): JsonValue {
  return {
    roc: roc.map((point) => [...point]),
    calibration: calibration.map((point) => [...point]),
    histogram: [...histogram],
  };
}

/** Resampling is for what is judged; what is only shown has the interval of its standard error. */
function boundsOf(
  estimate: Estimate | Unmeasured,
  judged: boolean,
): { readonly low: number | null; readonly high: number | null } {
  if (isUnmeasured(estimate)) return { low: null, high: null };
  const { value, standardError, resamples } = estimate;
  if (resamples && !judged) {
    const half = normalQuantile((1 + CONFIDENCE) / 2) * (standardError ?? 0);
    return half > 0
      ? { low: roundJudged(value - half), high: roundJudged(value + half) }
      : { low: null, high: null };
  }
  const { interval } = estimate;
  return { low: interval && roundJudged(interval.low), high: interval && roundJudged(interval.high) };
}

/** Every group of every metric, the one whose change may be worst first. */
function listSlices(computed: readonly Measure[], checks: readonly Check[]): readonly JsonValue[] {
  const rows = computed
    .filter(({ slice, level }) => slice !== null && !isUnmeasured(level))
    .map((measure) => {
      const judged = checks.some(
        ({ metric, by }) => metric === measure.metric && by.includes(measure.slice?.column ?? ""),
      );
      const lower = directionOf(measure.metric) === "lower";
      const bounds = boundsOf(measure.change, judged);
      return {
        measure,
        bounds,
        worst: lower ? -(bounds.high ?? Number.NEGATIVE_INFINITY) : (bounds.low ?? Number.POSITIVE_INFINITY),
      };
    });
  return rows
    .sort((left, right) => left.worst - right.worst || 0)
    .map(({ measure, bounds }) => toSliceRow(measure, bounds));
}

function listNames(
  { candidate, baseline }: Comparison,
  computed: readonly Measure[],
  checks: readonly Check[],
): readonly string[] {
  const stated = baseline === null || isAbsent(baseline) ? [] : baseline.values.keys();
  const checked = new Set(checks.map(({ metric }) => metric));
  // A metric that these columns cannot give is told only where it is asked for.
  const measured = computed.filter(({ level }) => !isUnmeasured(level));
  const others = new Set([
    ...measured.map(({ metric }) => metric),
    ...(candidate?.values.keys() ?? []),
    ...stated,
  ]);
  const unchecked = [...others].filter((name) => !checked.has(name));
  return [...checked, ...unchecked.sort()];
}

function toRow(
  { metric, level, baseline, change, n, denominator, effectiveN }: Measure,
  { comparison, checks }: { readonly comparison: Comparison; readonly checks: readonly Check[] },
): JsonValue {
  const { direction, source: directionFrom } = findDirection(metric, { checks, comparison });
  return {
    metric,
    baseline: numberOf(baseline),
    candidate: numberOf(level),
    change: numberOf(change),
    ...boundsOf(
      isUnmeasured(baseline) ? level : change,
      checks.some((check) => check.metric === metric),
    ),
    status: describeStatus(comparison, { level, baseline }),
    direction,
    directionFrom,
    ...listMetricFacts(comparison, metric),
    from: denominator === null ? "file" : "predictions",
    n,
    ...(effectiveN === undefined ? {} : { effectiveN: roundJudged(effectiveN) }),
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

function toSliceRow(
  { metric, slice, n, level, baseline, change }: Measure,
  bounds: { readonly low: number | null; readonly high: number | null },
): JsonValue {
  return {
    metric,
    column: slice?.column ?? null,
    value: slice?.value ?? null,
    n,
    baseline: numberOf(baseline),
    candidate: numberOf(level),
    change: numberOf(change),
    ...bounds,
  };
}

function toPairs({ n, cells }: DecisionCounts): JsonValue {
  if (cells.some(({ baseline }) => baseline === null)) return null;
  const { gained, lost, flipped } = countDiscordant(cells);
  if (n === 0) return { n, gained, lost, flipped, churn: null };
  const { low, high } = wilsonInterval({ successes: flipped, trials: n, confidence: CONFIDENCE });
  const interval = { low: roundJudged(low), high: roundJudged(high) };
  return { n, gained, lost, flipped, churn: roundJudged(flipped / n), ...interval };
}

function numberOf(number: number | object): number | null {
  if (typeof number === "number") return roundJudged(number);
  return "value" in number && typeof number.value === "number" ? roundJudged(number.value) : null;
}
