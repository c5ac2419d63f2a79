/**
 * Every metric that predictions can give, on all rows and in each group.
 *
 * @module
 */
import type { PredictionEvidence } from "./comparison.ts";
import type { Unmeasured } from "./estimate.ts";
import type { Measure } from "./measure.ts";
import { measureDecisions } from "./measure-decisions.ts";
import { measureFolds } from "./measure-folds.ts";
import { measureRanks } from "./measure-ranks.ts";
import { measureLoss, measureRanking } from "./measure-sums.ts";
import { requireClasses } from "./require-classes.ts";

/** Metrics of decisions, mean losses, areas under curves and rankings, whichever the columns allow. */
export function measurePredictions(evidence: PredictionEvidence): readonly Measure[] {
  const { columns, losses, ranks, rankings } = evidence;
  const absent = describeAbsence(evidence.baseline);
  const weighted = columns.weight !== null;
  const method = columns.cluster ? "paired-cluster-robust-t" : weighted ? "paired-sandwich-t" : "paired-t";
  const all = [
    ...measureCounts(evidence, absent),
    ...Object.entries(losses).flatMap(([loss, sums]) => measureLoss(loss, sums, { absent, method })),
    ...ranks.flatMap(({ plan, sums }) => measureRanks(plan, sums, absent)),
    ...Object.entries(rankings).flatMap(([metric, sums]) => measureRanking(metric, sums, { absent, method })),
  ];
  const measures = requireClasses(all, evidence);
  return columns.fold ? measureFolds(measures, columns.fold) : measures;
}

/** What counts were measured as: judging the same counts again must not resample them again. */
const measured = new WeakMap<object, readonly Measure[]>();

function measureCounts(
  { columns, classes, decisions }: PredictionEvidence,
  absent: Unmeasured,
): readonly Measure[] {
  if (decisions === null) return [];
  const weighted = columns.weight !== null;
  const reading = { classes: classes ?? [], positive: columns.positive, weighted, absent };
  const measures =
    measured.get(decisions) ?? decisions.flatMap((counts) => measureDecisions(counts, reading));
  measured.set(decisions, measures);
  return measures;
}

function describeAbsence(baseline: PredictionEvidence["baseline"]): Unmeasured {
  if (baseline !== null && baseline !== "paired") return { reason: "no-baseline", told: baseline.absent };
  return { reason: "missing-in-baseline", told: "is not in the baseline's predictions" };
}
