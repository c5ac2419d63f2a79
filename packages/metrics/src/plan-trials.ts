/**
 * Which judgements the checks ask for: one for every limit, on all rows and in every group.
 *
 * @module
 */
import { type Check, InputError, type Limit, type LimitKind, type Problem, quote } from "@ml-gates/gate";
import type { Comparison } from "./comparison.ts";
import { type Direction, directionOf } from "./directions.ts";
import { isUnmeasured } from "./estimate.ts";
import { findMeasure } from "./find-measure.ts";
import { LIMIT_RULES } from "./limit-rules.ts";
import type { Measure } from "./measure.ts";

/** One limit on one measure. */
export interface Trial {
  readonly id: string;
  readonly check: Check;
  readonly limit: Limit;
  /** Null where no limit needs it and no table knows it. */
  readonly direction: Direction | null;
  readonly measure: Measure;
  /** What the measure is compared with. */
  readonly against: "baseline" | "anchor";
  /** The trade of the check as it came out; null for none. */
  readonly trade: TradeOutcome | null;
}

/** A trade, and how far its cost fell: a fraction of the baseline's, null where it could not be had. */
export interface TradeOutcome {
  readonly metric: string;
  readonly wanted: number;
  readonly fell: number | null;
  readonly holds: boolean;
}

/**
 * Trials of the limits against the anchor, each beside the baseline's own.
 *
 * @throws InputError as {@link planTrials} does.
 */
export function planAnchorTrials(
  checks: readonly Check[],
  comparison: Comparison,
  computed: readonly Measure[],
): readonly Trial[] {
  const anchored = checks.flatMap((check) =>
    check.anchor?.length ? [{ ...check, limits: check.anchor, anchor: [], unless: null }] : [],
  );
  return planTrials(anchored, comparison, computed).map((trial) => ({
    ...trial,
    id: `${trial.id}/anchor`,
    against: "anchor",
  }));
}

/** @throws InputError for metrics of unknown direction and for limits that are given twice. */
export function planTrials(
  checks: readonly Check[],
  comparison: Comparison,
  computed: readonly Measure[],
): readonly Trial[] {
  const pointless = checks.filter(needsDirection);
  if (pointless.length > 0) throw new InputError(pointless.map(askDirection));
  const claimed = claimOverall(checks);
  const trials = checks.flatMap((check) =>
    check.limits.flatMap((written) => {
      const trade = written.kind === "max-drop" ? settleTrade(check, comparison, computed) : null;
      const limit = trade?.holds
        ? { ...written, value: check.unless?.["max-drop"] ?? written.value }
        : written;
      const overall = claimed.get(claimKey(check, limit.kind)) === check;
      const measures = [
        ...(overall ? [findMeasure(comparison, computed, check.metric)] : []),
        ...findSlices(check, comparison, computed),
      ];
      return measures.map((measure) => toTrial(check, limit, { measure, trade }));
    }),
  );
  refuseTwins(trials);
  return trials;
}

/** The direction that decides: the check's own, else the table's. */
export function resolveDirection(check: Check): Direction | null {
  return check.direction ?? directionOf(check.metric);
}

function needsDirection(check: Check): boolean {
  return (
    resolveDirection(check) === null && check.limits.some(({ kind }) => LIMIT_RULES[kind].about === "change")
  );
}

function askDirection({ metric, source }: Check): Problem {
  return {
    message: `A change of ${quote(metric)} is limited, but whether higher or lower is better is not known.`,
    remedy: "Add `direction: higher` or `direction: lower` to the check.",
    ...(source ?? {}),
  };
}

/** All rows are judged by the check without groups; else by the first of that metric and limit. */
function claimOverall(checks: readonly Check[]): ReadonlyMap<string, Check> {
  const claimed = new Map<string, Check>();
  const plainFirst = [...checks].sort(
    (left, right) => Math.min(1, left.by.length) - Math.min(1, right.by.length),
  );
  for (const check of plainFirst) {
    for (const { kind } of check.limits) {
      const key = claimKey(check, kind);
      if (!claimed.has(key) || check.by.length === 0) claimed.set(key, check);
    }
  }
  return claimed;
}

function claimKey({ metric }: Check, kind: LimitKind): string {
  return JSON.stringify([metric, kind]);
}

function findSlices(check: Check, comparison: Comparison, computed: readonly Measure[]): readonly Measure[] {
  const ofMetric = computed.filter(({ metric }) => metric === check.metric);
  if (ofMetric.length > 0)
    return ofMetric.filter(({ slice }) => slice !== null && check.by.includes(slice.column));
  // A group list meant for the whole section says nothing about metrics that only stand in a file.
  if (!Object.hasOwn(check.written, "by") || comparison.candidate === null) return [];
  const unsliced = {
    reason: "unsupported",
    told: "cannot be judged by group: the predictions do not give it",
  };
  return check.by.map((column) => ({
    metric: check.metric,
    slice: { column, value: "*" },
    n: null,
    denominator: null,
    level: unsliced,
    baseline: unsliced,
    change: unsliced,
  }));
}

function toTrial(check: Check, limit: Limit, { measure, trade }: Pick<Trial, "measure" | "trade">): Trial {
  const { slice } = measure;
  const suffix = slice === null ? "" : `/${slice.column}=${slice.value}`;
  return {
    id: `${check.metric}/${limit.kind}${suffix}`,
    check,
    limit,
    direction: resolveDirection(check),
    measure,
    against: "baseline",
    trade,
  };
}

/** Whether the cost that the check names fell by as much as it asks for. */
function settleTrade(
  { unless }: Check,
  comparison: Comparison,
  computed: readonly Measure[],
): TradeOutcome | null {
  if (!unless) return null;
  const { level, baseline } = findMeasure(comparison, computed, unless.metric);
  const known = !isUnmeasured(level) && !isUnmeasured(baseline) && baseline > 0;
  const fell = known ? (baseline - level.value) / baseline : null;
  const wanted = unless["falls-by"];
  return { metric: unless.metric, wanted, fell, holds: fell !== null && fell >= wanted - 1e-12 };
}

function refuseTwins(trials: readonly Trial[]): void {
  const seen = new Set<string>();
  const twins = trials.filter(({ id }) => seen.size === seen.add(id).size);
  if (twins.length === 0) return;
  throw new InputError(
    twins.slice(0, 20).map(({ id, check }) => ({
      message: `Two limits would be reported as ${quote(id)}.`,
      remedy: "Keep one of the checks, or give them different metrics, limits or groups.",
      ...(check.source ?? {}),
    })),
  );
}
