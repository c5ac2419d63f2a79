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
import { countTrials, type DecidedContrast, decideContrasts } from "./decide-contrasts.ts";
import { listDisparities } from "./list-disparities.ts";
import { type FairnessEvidence, type Group, type MetricFrame, toMetricFrames } from "./metric-frame.ts";
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
 * judgeFairness({ by: [], intersections: [], control: [], bins: {}, mode: "screen", minimum: 30, missing: "error", expect: {}, reference: {}, checks: [] }, { counts: { rows: 0, within: [], byGroup: [] }, moments: {}, bins: [], areas: [], known: "confusion", baselineAbsent: null }).findings; // => []
 */
export function judgeFairness(section: FairnessSection, evidence: FairnessEvidence): JudgedFairness {
  const { control } = section;
  const { baselineAbsent } = evidence;
  const planned = planLimits(section).flatMap((limit) =>
    toMetricFrames({ columns: limit.columns, control }, evidence).flatMap((frame) =>
      planContrasts(within(limit, frame), frame, { ...section, baselineAbsent }),
    ),
  );
  const contrasts = planned.filter((each) => "parts" in each);
  const decided = new Map(decideContrasts(contrasts, section.mode).map((each) => [each.contrast, each]));
  const findings = planned.map((each) => {
    if (!("parts" in each)) return reportUnjudged(each);
    const decision = decided.get(each);
    if (decision === undefined) throw new RangeError(`${each.id} was not decided`);
    return reportDecided(decision, section.mode);
  });
  const groupings = [...listColumns(section).map((column) => [column]), ...section.intersections];
  const frames = groupings.flatMap((columns) => toMetricFrames({ columns, control }, evidence));
  return { findings, measurements: listDisparities(frames, { ...section, known: evidence.known }) };
}

/** The limit as it holds in one control cell: its findings name the cell. */
function within(limit: DisparityLimit, frame: MetricFrame): DisparityLimit {
  const cells = Object.entries(frame.within).map(([column, value]) => `${column}=${value}/`);
  const [metric = "", kind = ""] = limit.id.split("/");
  return { ...limit, within: frame.within, id: `${metric}/${kind}/${cells.join("")}${limit.column}` };
}

function describe({ check, column, within }: DisparityLimit, group: Group | string | null) {
  const slice =
    group === null ? within : typeof group === "string" ? { ...within, [column]: group } : group.slice;
  return {
    kind: "disparity" as const,
    check: check.written,
    severity: check.severity,
    source: check.source,
    slice: Object.keys(slice).length === 0 ? null : slice,
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
    ...describe(limit, group),
    outcome,
    reason: outcome === "inconclusive" ? (breached ? "not-significant" : "not-proven") : null,
    baseline: decisive.change === null ? null : roundJudged(decisive.change.baseline),
    observed: roundJudged(decisive.change?.candidate ?? decisive.value),
    effect: {
      kind: effectOf(limit),
      value: roundJudged(decisive.value),
      low: roundJudged(decisive.interval.low),
      high: roundJudged(decisive.interval.high),
      confidence: decisive.interval.confidence,
    },
    method: decisive.method,
    p: roundJudged(p),
    pAdjusted: pAdjusted === null ? null : roundJudged(pAdjusted),
    n: Math.round(countTrials(decisive)),
    requiredN: decided.requiredN,
    detectable: decided.detectable,
    why,
    remedy,
  });
}

function effectOf({ judges, disparity: { comparison } }: DisparityLimit): "difference" | "ratio" | "value" {
  if (judges === "change" || comparison === "difference") return "difference";
  return comparison === "ratio" ? "ratio" : "value";
}
