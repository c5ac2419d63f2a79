/**
 * Where a checked metric's numbers are: in the predictions when they can be computed, else in the files.
 *
 * @module
 */
import { quote } from "@ml-gates/gate";
import { compareFacts, factsOf } from "./compare-facts.ts";
import { type Absent, baselineFile, type Comparison } from "./comparison.ts";
import { bareEstimate, isUnmeasured, type Unmeasured } from "./estimate.ts";
import { changeStated, estimateStated } from "./estimate-stated.ts";
import { suggestNames } from "./find-name.ts";
import type { Measure } from "./measure.ts";
import type { MetricValues } from "./metric-values.ts";

/** The metric on all rows: computed when it can be, with the baseline's stated value where no rows are paired. */
export function findMeasure(comparison: Comparison, computed: readonly Measure[], metric: string): Measure {
  const measured = computed.find((measure) => measure.metric === metric && measure.slice === null);
  const baseline = readBaseline(comparison, metric);
  if (measured === undefined) return measureStated(comparison, metric, baseline);
  const paired = !isUnmeasured(measured.baseline) || comparison.predictions?.baseline === "paired";
  if (paired || isUnmeasured(measured.level)) return measured;
  // On a first run of both sources the predictions' word for it stands; else the file's does.
  const unstated = isUnmeasured(baseline) && comparison.baseline === null;
  return unstated ? measured : { ...measured, ...changeFrom(baseline, measured.level.value) };
}

function measureStated(comparison: Comparison, metric: string, baseline: number | Unmeasured): Measure {
  const { candidate } = comparison;
  const value = readCandidate(candidate, metric);
  const common = { metric, slice: null, n: null, denominator: null };
  if (isUnmeasured(value)) return { ...common, level: value, baseline, change: value };
  const uncertainty = candidate?.details.get(metric)?.uncertainty ?? null;
  const level = estimateStated(value, uncertainty);
  if (isUnmeasured(baseline)) return { ...common, level, baseline, change: baseline };
  const change = findDifference(comparison, metric) ?? changeStated(comparison, metric);
  return { ...common, level, baseline, change };
}

/** A comparison of two different evaluations says nothing of the models. */
function findDifference(comparison: Comparison, metric: string): Unmeasured | null {
  const { candidate } = comparison;
  const baseline = baselineFile(comparison);
  if (candidate === null || baseline === null) return null;
  const differences = compareFacts(factsOf(candidate, metric), factsOf(baseline, metric));
  if (differences.length === 0) return null;
  const told = differences.map(
    ({ name, ...side }) =>
      `${name} is ${quote(side.candidate)} and was ${quote(side.baseline)} in the baseline`,
  );
  return { reason: "not-comparable", told: `cannot be compared: ${told.join("; ")}` };
}

function changeFrom(baseline: number | Unmeasured, candidate: number): Pick<Measure, "baseline" | "change"> {
  if (isUnmeasured(baseline)) return { baseline, change: baseline };
  return { baseline, change: bareEstimate(candidate - baseline) };
}

function readCandidate(file: MetricValues | null, metric: string): number | Unmeasured {
  if (file === null)
    return { reason: "missing-in-candidate", told: "cannot be computed from the predictions" };
  return readMetric(file, metric, "missing-in-candidate");
}

function readBaseline({ baseline }: Comparison, metric: string): number | Unmeasured {
  if (baseline === null)
    return { reason: "missing-in-baseline", told: "has no baseline: no metrics file of it is named" };
  if (isAbsent(baseline)) return { reason: "no-baseline", told: baseline.absent };
  return readMetric(baseline, metric, "missing-in-baseline");
}

/** Whether there is no baseline yet. */
export function isAbsent(baseline: MetricValues | Absent): baseline is Absent {
  return "absent" in baseline;
}

function readMetric(file: MetricValues, metric: string, missing: string): number | Unmeasured {
  const value = file.values.get(metric);
  if (value === undefined) {
    const kind = file.aside.get(metric);
    if (kind === undefined)
      return { reason: missing, told: `is not in ${file.path}${suggestNames(file, metric)}` };
    return { reason: "not-a-number", told: `is ${kind} in ${file.path}` };
  }
  if (Number.isNaN(value)) return { reason: "nan", told: `is NaN in ${file.path}: it was not measured` };
  return Number.isFinite(value) ? value : { reason: "infinite", told: `is infinite in ${file.path}` };
}
