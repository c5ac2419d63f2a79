/**
 * Judges the candidate against its limits and its baseline.
 *
 * @module
 */
import {
  type Finding,
  finding,
  type Measurements,
  type MetricsSection,
  type Mode,
  roundJudged,
} from "@ml-gates/gate";
import type { Comparison } from "./comparison.ts";
import { type Decision, decide } from "./decide.ts";
import { isUnmeasured } from "./estimate.ts";
import { judgeStated } from "./judge-stated.ts";
import { LIMIT_RULES } from "./limit-rules.ts";
import { lintMargins } from "./lint-margins.ts";
import { listMetrics } from "./list-metrics.ts";
import type { Measure } from "./measure.ts";
import { measurePredictions } from "./measure-predictions.ts";
import { planAnchorTrials, planTrials, type Trial } from "./plan-trials.ts";
import { addSelections, selectMetrics } from "./select-metrics.ts";
import { settleTrial } from "./settle-trial.ts";
import { tellDecision } from "./tell-decision.ts";
import { weighTrial } from "./weigh-trial.ts";

/** What the gate found, and what it measured beside. */
export interface JudgedComparison {
  readonly findings: readonly Finding[];
  readonly measurements: Measurements;
}

/**
 * Judges every check of the section. A metric that predictions can give is computed; the rest are read from the
 * files, where plain limits decide.
 *
 * @throws InputError when a change is limited on a metric of unknown direction, or one limit stands twice.
 *
 * @example
 * judgeComparison({ mode: "screen", checks: [] }, { candidate: null, baseline: null, predictions: null }).findings; // => []
 */
export function judgeComparison(
  { checks: written, mode }: Pick<MetricsSection, "checks" | "mode">,
  gathered: Comparison,
): JudgedComparison {
  const { checks, comparison } = selectAll(written, gathered);
  const computed = measureAll(comparison);
  return {
    findings: judgeMeasured({ checks, mode }, comparison, computed),
    measurements: listMetrics(comparison, computed, checks),
  };
}

/**
 * What the checks come to, without the words and intervals of findings; checks that no test can decide are left out.
 *
 * @throws InputError as {@link judgeComparison} does.
 *
 * @example
 * decideChecks({ mode: "screen", checks: [] }, { candidate: null, baseline: null, predictions: null }); // => []
 */
export function decideChecks(
  { checks: written, mode }: Pick<MetricsSection, "checks" | "mode">,
  gathered: Comparison,
): readonly Decision[] {
  const { checks, comparison } = selectAll(written, gathered);
  return decideTrials(planAll({ checks }, comparison, measureAll(comparison)), mode).decisions;
}

/** The metrics that the checks name, found in the files of the baseline and of the anchor. */
function selectAll(written: MetricsSection["checks"], gathered: Comparison) {
  const { checks, comparison } = selectMetrics(written, gathered);
  const { anchor, recent = [] } = gathered;
  return {
    checks,
    comparison: {
      ...comparison,
      ...(anchor ? { anchor: selectMetrics(written, anchor).comparison } : {}),
      recent: recent.map((past) => ({ ...past, values: addSelections(past.values, written) })),
    },
  };
}

function measureAll({ predictions }: Comparison): readonly Measure[] {
  return predictions === null ? [] : measurePredictions(predictions);
}

function judgeMeasured(
  { checks, mode }: Pick<MetricsSection, "checks" | "mode">,
  comparison: Comparison,
  computed: readonly Measure[],
): readonly Finding[] {
  const trials = planAll({ checks }, comparison, computed);
  const { settled, decisions } = decideTrials(trials, mode);
  const decided = new Map(decisions.map((decision) => [decision.weighed.trial.id, decision]));
  const judged = trials.map((trial) => {
    const decision = decided.get(trial.id);
    return decision
      ? toFinding(decision, mode)
      : finding({ ...describe(trial), ...required(settled, trial) });
  });
  return [...judged, ...judgeStated(comparison, computed), ...lintMargins(decisions)];
}

function planAll(
  { checks }: Pick<MetricsSection, "checks">,
  comparison: Comparison,
  computed: readonly Measure[],
): readonly Trial[] {
  const { anchor } = comparison;
  const pinned = anchor ? planAnchorTrials(checks, anchor, measureAll(anchor)) : [];
  return [...planTrials(checks, comparison, computed), ...pinned];
}

function decideTrials(trials: readonly Trial[], mode: Mode) {
  const settled = new Map(trials.map((trial) => [trial.id, settleTrial(trial)]));
  const weighed = trials.filter(({ id }) => settled.get(id) === null).map(weighTrial);
  return { settled, decisions: decide(weighed, mode) };
}

function required<Value>(settled: ReadonlyMap<string, Value | null>, { id }: Trial): Value {
  const found = settled.get(id);
  if (found === null || found === undefined) throw new RangeError(`${id} was neither settled nor decided`);
  return found;
}

/** What a finding says of its trial whatever came out. */
function describe({ id, check, measure }: Trial) {
  const { slice, n, level, baseline } = measure;
  return {
    id,
    kind: "metric" as const,
    check: check.written,
    severity: check.severity,
    source: check.source,
    slice: slice && { [slice.column]: slice.value },
    n,
    observed: isUnmeasured(level) ? null : roundJudged(level.value),
    baseline: isUnmeasured(baseline) ? null : roundJudged(baseline),
  };
}

function toFinding(decision: Decision, mode: Mode): Finding {
  const { weighed, outcome, p, pAdjusted, requiredN, detectable } = decision;
  const { trial, estimate } = weighed;
  const { value, interval, method } = estimate;
  const isChange = LIMIT_RULES[trial.limit.kind].about === "change";
  return finding({
    ...describe(trial),
    outcome,
    reason: describeReason(decision),
    effect: {
      kind: isChange ? "difference" : "value",
      value: roundJudged(value),
      low: interval && roundJudged(interval.low),
      high: interval && roundJudged(interval.high),
      confidence: interval?.confidence ?? null,
    },
    method,
    p: p === null ? null : roundJudged(p),
    pAdjusted: pAdjusted === null ? null : roundJudged(pAdjusted),
    requiredN,
    detectable: detectable === null ? null : roundJudged(detectable),
    ...tellDecision(decision, mode),
  });
}

function describeReason({ outcome, weighed }: Decision): string | null {
  if (outcome !== "inconclusive") return null;
  return weighed.breached ? "not-significant" : "not-proven";
}
