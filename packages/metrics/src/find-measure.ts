/**
 * Where a checked metric's numbers are: in the predictions when they can be computed, else in the files.
 *
 * @module
 */
import { quote } from "@ml-gates/gate";
import { compareFacts, factsOf } from "./compare-facts.ts";
import { type Absent, baselineFile, type Comparison } from "./comparison.ts";
import { bareEstimate, isUnmeasured, type Unmeasured } from "./estimate.ts";
import { changeStated, countStated, estimateStated } from "./estimate-stated.ts";
import { suggestNames } from "./find-name.ts";
import type { Measure } from "./measure.ts";
import type { MetricValues, Uncertainty } from "./metric-values.ts";

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
  const common = { metric, slice: null, denominator: null };
  if (isUnmeasured(value)) return { ...common, n: null, level: value, baseline, change: value };
  const uncertainty = uncertaintyIn(candidate, metric);
  const after = { value, uncertainty };
  const known = { ...common, ...countStated(uncertainty), level: estimateStated(after) };
  if (isUnmeasured(baseline)) return { ...known, baseline, change: baseline };
  const before = { value: baseline, uncertainty: uncertaintyIn(baselineFile(comparison), metric) };
  return { ...known, baseline, change: findDifference(comparison, metric) ?? changeStated(after, before) };
}

function uncertaintyIn(file: MetricValues | null, metric: string): Uncertainty | null {
  return file?.details.get(metric)?.uncertainty ?? null;
}

/** A comparison of two different evaluations says nothing of the models. */
function findDifference(comparison: Comparison, metric: string): Unmeasured | null {
  const { candidate } = comparison;
  const baseline = baselineFile(comparison);
  if (candidate === null || baseline === null) return null;
  const [own, other] = [candidate, baseline].map((file) => uncertaintyIn(file, metric)?.documents);
  const documents = compareDocuments(own, other);
  const differences = compareFacts(factsOf(candidate, metric), factsOf(baseline, metric)).map(
    ({ name, ...side }) =>
      `${name} is ${quote(side.candidate)} and was ${quote(side.baseline)} in the baseline`,
  );
  // Digests over all documents differ too where the documents do, and tell nothing more.
  const told = documents === null ? differences : [documents];
  return told.length === 0
    ? null
    : { reason: "not-comparable", told: `cannot be compared: ${told.join("; ")}` };
}

/** How many documents one side alone has; null where both have the same, or a side names none. */
function compareDocuments(
  candidate: Uncertainty["documents"],
  baseline: Uncertainty["documents"],
): string | null {
  if (candidate === undefined || baseline === undefined) return null;
  const [own, other] = [candidate, baseline].map((side) => new Set(side.map(({ name }) => name)));
  const missing = baseline.filter(({ name }) => !own?.has(name)).length;
  const extra = candidate.filter(({ name }) => !other?.has(name)).length;
  if (missing === 0 && extra === 0) return null;
  return `the candidate lacks ${missing} of the baseline's documents and has ${extra} that the baseline lacks`;
}

function changeFrom(baseline: number | Unmeasured, candidate: number): Pick<Measure, "baseline" | "change"> {
  if (isUnmeasured(baseline)) return { baseline, change: baseline };
  return {
    baseline,
    change: bareEstimate(candidate - baseline, "The baseline's file holds no rows to pair"),
  };
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
