/**
 * Fills what the author of `drift` left open.
 *
 * @module
 */
import type { SourceLine } from "../finding.ts";
import type { DriftColumns, DriftSection, PerformanceSection, SkewSection } from "./drift-section.ts";
import type { WrittenColumns, WrittenDrift, WrittenPerformance, WrittenSkew } from "./drift-written.ts";

type LineOf = (keyPath: readonly (string | number)[]) => SourceLine | null;

/** Fills the defaults of `drift`. */
export function buildDrift(drift: WrittenDrift | undefined, lineOf: LineOf): DriftSection | null {
  if (!drift) return null;
  return {
    reference: drift.reference ?? null,
    current: drift.current ?? null,
    columns: buildColumns(drift.columns ?? {}),
    by: drift.by ?? [],
    compat: drift.compat ?? null,
    minimum: drift.minimum ?? 100,
    share: drift.share ?? 0.3,
    missing: drift.missing ?? 0.02,
    unseen: drift.unseen ?? 0.01,
    cluster: drift.cluster ?? null,
    classifier: drift.classifier ?? null,
    checks: (drift.checks ?? []).map((check, index) => ({
      metric: check.metric,
      max: check.max,
      warn: check.warn ?? null,
      columns: check.columns ?? null,
      test: check.test ?? null,
      severity: check.severity ?? null,
      source: lineOf(["drift", "checks", index]),
    })),
    skew: buildSkew(drift.skew),
    performance: buildPerformance(drift.performance, lineOf),
    retrain: drift.retrain ?? [],
    source: lineOf(["drift"]),
  };
}

function buildColumns(columns: Partial<WrittenColumns>): DriftColumns {
  return {
    include: columns.include ?? null,
    exclude: columns.exclude ?? [],
    kinds: columns.kinds ?? {},
    critical: columns.critical ?? [],
    label: columns.label ?? null,
    predictions: columns.predictions ?? [],
  };
}

function buildSkew(skew: WrittenSkew | undefined): SkewSection | null {
  if (!skew) return null;
  const { offline, online, key } = skew;
  return {
    offline,
    online,
    key,
    columns: skew.columns ?? null,
    tolerance: skew.tolerance ?? 1e-6,
    max: skew.max ?? 0.01,
    featureTime: skew["feature-time"] ?? null,
    labelTime: skew["label-time"] ?? null,
  };
}

function buildPerformance(
  performance: WrittenPerformance | undefined,
  lineOf: LineOf,
): PerformanceSection | null {
  if (!performance) return null;
  const { columns, predictions } = performance;
  const { windowHours, stepHours } = readWindow(performance);
  return {
    predictions,
    labels: performance.labels ?? null,
    reference: performance.reference ?? null,
    columns: {
      key: columns.key,
      time: columns.time ?? null,
      label: columns.label,
      prediction: columns.prediction,
      score: columns.score ?? null,
      scores: columns.scores ?? null,
      positive: String(columns.positive ?? 1),
    },
    windowHours,
    stepHours,
    coverage: performance.coverage ?? 0.8,
    objectives: (performance.objectives ?? []).map(({ metric, min, severity = "block" }, index) => ({
      metric,
      min,
      severity,
      source: lineOf(["drift", "performance", "objectives", index]),
    })),
    concept: performance.concept ?? 0.05,
    estimate: performance.estimate ?? false,
  };
}

/** The window and its step, in hours: a day where days fill the window, else an hour. */
export function readWindow({
  window = "7d",
  step,
}: Pick<WrittenPerformance, "window" | "step">): Pick<PerformanceSection, "windowHours" | "stepHours"> {
  const windowHours = readHours(window);
  const usual = windowHours % 24 === 0 ? 24 : 1;
  return { windowHours, stepHours: step === undefined ? usual : readHours(step) };
}

/** The schema has seen to the form. */
function readHours(window: string): number {
  return Number(window.slice(0, -1)) * (window.endsWith("d") ? 24 : 1);
}
