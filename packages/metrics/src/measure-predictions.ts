/**
 * Every metric that predictions can give, on all rows and in each group.
 *
 * @module
 */
import type { ScoredRow } from "@ml-gates/queries";
import type { PredictionEvidence } from "./comparison.ts";
import type { Unmeasured } from "./estimate.ts";
import type { Measure } from "./measure.ts";
import { measureAccuracy } from "./measure-accuracy.ts";
import { measureRocAuc, type ScoredSlice } from "./measure-roc-auc.ts";

/** Accuracy where there are decisions, ROC AUC where there are scores. */
export function measurePredictions(evidence: PredictionEvidence): readonly Measure[] {
  const absent = describeAbsence(evidence.baseline);
  const measures = [
    ...(evidence.decisions ?? []).map((counts) => measureAccuracy(counts, absent)),
    ...splitBySlice(evidence).map((slice) => measureRocAuc(slice, absent)),
  ];
  return evidence.columns.weight === null ? measures : measures.map(refuseWeights);
}

function describeAbsence(baseline: PredictionEvidence["baseline"]): Unmeasured {
  if (baseline !== null && baseline !== "paired") return { reason: "no-baseline", told: baseline.absent };
  return { reason: "missing-in-baseline", told: "is not in the baseline's predictions" };
}

function splitBySlice({ scores, by }: PredictionEvidence): readonly ScoredSlice[] {
  if (scores === null) return [];
  const groups = by.flatMap((column, index) => {
    const byValue = new Map<string, ScoredRow[]>();
    for (const row of scores) {
      const value = row.groups[index] ?? "";
      const rows = byValue.get(value) ?? [];
      rows.push(row);
      byValue.set(value, rows);
    }
    const sorted = [...byValue].sort(([left], [right]) => (left < right ? -1 : 1));
    return sorted.map(([value, rows]) => ({ slice: { column, value }, rows }));
  });
  return [{ slice: null, rows: scores }, ...groups];
}

/** An unweighted number in place of a weighted one would be a wrong number. */
function refuseWeights(measure: Measure): Measure {
  const weighted = { reason: "unsupported", told: "cannot be computed with row weights yet" };
  return { ...measure, level: weighted, change: weighted };
}
