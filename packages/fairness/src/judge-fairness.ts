/**
 * Judges the disparities between groups against their limits.
 *
 * @module
 */
import {
  type FairnessSection,
  type Finding,
  finding,
  type Measurements,
  type Mode,
  roundJudged,
} from "@ml-gates/gate";
import type { CountsByGroup } from "@ml-gates/queries";
import { type DecidedContrast, decideContrasts } from "./decide-contrasts.ts";
import { listDisparities } from "./list-disparities.ts";
import { toMetricFrame } from "./metric-frame.ts";
import { planContrasts } from "./plan-contrasts.ts";
import { type DisparityLimit, listColumns, planLimits } from "./plan-limits.ts";
import { tellContrast } from "./tell-contrast.ts";
import type { Unjudged } from "./unjudged.ts";

/** What the gate found, and what it measured beside. */
export interface JudgedFairness {
  readonly findings: readonly Finding[];
  readonly measurements: Measurements;
}

/**
 * Judges every check of the section in every group but the reference: one finding for each.
 *
 * @throws InputError when a check cannot be judged as written.
 *
 * @example
 * judgeFairness({ by: [], mode: "screen", minimum: 30, missing: "error", expect: {}, reference: {}, checks: [] }, { rows: 0, byGroup: [] }).findings; // => []
 */
export function judgeFairness(section: FairnessSection, counted: CountsByGroup): JudgedFairness {
  const planned = planLimits(section).flatMap((limit) =>
    planContrasts(limit, toMetricFrame(limit.column, counted), section),
  );
  const contrasts = planned.filter((each) => "parts" in each);
  const decided = new Map(decideContrasts(contrasts, section.mode).map((each) => [each.contrast, each]));
  const findings = planned.map((each) => {
    if (!("parts" in each)) return reportUnjudged(each);
    const decision = decided.get(each);
    if (decision === undefined) throw new RangeError(`${each.id} was not decided`);
    return reportDecided(decision, section.mode);
  });
  const frames = listColumns(section).map((column) => toMetricFrame(column, counted));
  return { findings, measurements: listDisparities(frames, section) };
}

function describe({ check, column }: DisparityLimit, groupName: string | null) {
  return {
    kind: "disparity" as const,
    check: check.written,
    severity: check.severity,
    source: check.source,
    slice: groupName === null ? null : { [column]: groupName },
  };
}

function reportUnjudged({ id, limit, groupName, ...told }: Unjudged): Finding {
  return finding({ id, ...describe(limit, groupName), ...told });
}

function reportDecided(decided: DecidedContrast, mode: Mode): Finding {
  const { contrast, decisive, p, outcome, breached, pAdjusted } = decided;
  const { limit, group, id } = contrast;
  const { why, remedy } = tellContrast(decided, mode);
  return finding({
    id,
    ...describe(limit, group.name),
    outcome,
    reason: outcome === "inconclusive" ? (breached ? "not-significant" : "not-proven") : null,
    observed: roundJudged(decisive.value),
    effect: {
      kind: limit.disparity.comparison,
      value: roundJudged(decisive.value),
      low: roundJudged(decisive.interval.low),
      high: roundJudged(decisive.interval.high),
      confidence: decisive.interval.confidence,
    },
    method: decisive.method,
    p: roundJudged(p),
    pAdjusted: pAdjusted === null ? null : roundJudged(pAdjusted),
    n: decisive.group.trials + decisive.reference.trials,
    requiredN: decided.requiredN,
    detectable: decided.detectable,
    why,
    remedy,
  });
}
