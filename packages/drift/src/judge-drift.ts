/**
 * Judges how far the current data have moved away from the reference.
 *
 * @module
 */
import { type DriftSection, type Finding, finding, type Measurements, roundJudged } from "@ml-gates/gate";
import { type DomainAuc, judgeDomainAuc } from "./classifier/domain-auc.ts";
import { type DecidedTrial, decideTrials } from "./decide-trials.ts";
import type { Distribution, SettledColumn } from "./distribution.ts";
import { rowsOf } from "./distribution-rows.ts";
import { judgeInfinite, judgeShares } from "./judge-facts.ts";
import { judgeShare } from "./judge-share.ts";
import { listDrift } from "./list-drift.ts";
import type { UnplannedColumn } from "./plan-columns.ts";
import { planTrials, type Slice } from "./plan-trials.ts";
import { tellTrial } from "./tell-trial.ts";
import { findUnjudged, reportUnjudged, reportUnplanned } from "./unjudged.ts";

/** What was counted of two tables, or of one group of their rows. */
export interface CountedColumns {
  /** Null for all rows. */
  readonly slice: Slice | null;
  readonly settled: readonly SettledColumn[];
  /** Of the settled columns that can be judged. */
  readonly distributions: readonly Distribution[];
}

/** All that was counted of two tables. */
export interface ComparedColumns {
  readonly unplanned: readonly UnplannedColumn[];
  /** All rows first, then each group's. */
  readonly counted: readonly CountedColumns[];
  /** Null where it is not measured. */
  readonly classifier: DomainAuc | null;
}

/** What the gate found, and what it measured beside. */
export interface JudgedDrift {
  readonly findings: readonly Finding[];
  readonly measurements: Measurements;
}

/**
 * Judges every column of both tables, in all rows and in every group: one finding for each limit, one for the share of
 * drifted columns.
 *
 * @example
 * judgeDrift({ columns: { critical: [] }, checks: [], minimum: 100, share: 0.3, missing: 0.02, unseen: 0.01, classifier: null, source: null }, { unplanned: [], counted: [], classifier: null }).findings; // => []
 */
export function judgeDrift(
  section: DriftSection,
  { unplanned, counted, classifier }: ComparedColumns,
): JudgedDrift {
  const trials = counted.flatMap(({ slice, distributions }) =>
    distributions.flatMap((distribution) => planTrials(distribution, section, slice)),
  );
  const decided = decideTrials(trials);
  const overall = counted.find(({ slice }) => slice === null);
  const columns = [
    ...unplanned.map((column) => reportUnplanned(column, section)),
    ...counted.flatMap((each) => reportUncounted(each, section)),
    ...decided.map((each) => reportTrial(each, section)),
  ];
  const findings = [
    ...columns,
    ...judgeShares(overall?.settled ?? [], overall?.distributions ?? [], section),
    ...judgeInfinite(overall?.settled ?? [], section),
    ...judgeShare(columns, decided, section),
    ...(classifier === null || section.classifier === null
      ? []
      : [judgeDomainAuc(classifier, section.classifier)]),
  ];
  return { findings, measurements: listDrift(decided, section) };
}

function reportUncounted({ settled, slice }: CountedColumns, section: DriftSection): readonly Finding[] {
  return settled.flatMap((column) => {
    const told = findUnjudged(column, section.minimum);
    return told === null ? [] : [reportUnjudged(column, told, { section, slice })];
  });
}

function reportTrial(decided: DecidedTrial, section: DriftSection): Finding {
  const { trial, outcome, reason, q } = decided;
  const { slice, metric, max, warn, test, distribution } = trial;
  const { reference, current } = rowsOf(distribution);
  const value = trial.distance === null ? null : roundJudged(trial.distance);
  return finding({
    id: trial.id,
    kind: "drift",
    check: { column: distribution.name, metric, max, ...(warn === null ? {} : { warn }) },
    // What is beyond the warning limit alone never fails the gate.
    severity: reason === "warning" && trial.severity === "block" ? "warn" : trial.severity,
    source: trial.check?.source ?? section.source,
    slice: slice === null ? null : { [slice.column]: slice.value },
    outcome,
    reason,
    observed: value,
    effect: { kind: "value", value, low: null, high: null, confidence: null },
    method: test?.method ?? null,
    p: test === null ? null : roundJudged(test.p),
    pAdjusted: q === null ? null : roundJudged(q),
    n: reference + current,
    requiredN: decided.requiredN,
    detectable: decided.noise === null ? null : roundJudged(decided.noise),
    ...tellTrial(decided),
  });
}
