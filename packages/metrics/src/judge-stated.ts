/**
 * A metric that stands in a file and can be computed must be the same number.
 *
 * @module
 */
import { type Finding, finding, roundJudged } from "@ml-gates/gate";
import type { Comparison } from "./comparison.ts";
import { isUnmeasured } from "./estimate.ts";
import { isAbsent } from "./find-measure.ts";
import type { Measure } from "./measure.ts";
import type { MetricValues } from "./metric-values.ts";
import { writerFor } from "./tell-numbers.ts";

/** Largest difference between a stated and a computed metric that is arithmetic, not another evaluation. */
const STATED_TOLERANCE = 1e-6;

/** One blocking finding for every metric whose stated value is not what the predictions give. */
export function judgeStated(comparison: Comparison, computed: readonly Measure[]): readonly Finding[] {
  const { candidate, baseline } = comparison;
  return computed
    .filter(({ slice }) => slice === null)
    .flatMap(({ metric, level, baseline: before }) => [
      ...differ({
        role: "candidate",
        metric,
        file: candidate,
        computed: isUnmeasured(level) ? null : level.value,
      }),
      ...differ({
        role: "baseline",
        metric,
        file: baseline === null || isAbsent(baseline) ? null : baseline,
        computed: isUnmeasured(before) ? null : before,
      }),
    ]);
}

interface Statement {
  readonly role: "candidate" | "baseline";
  readonly metric: string;
  readonly file: MetricValues | null;
  readonly computed: number | null;
}

function differ({ role, metric, file, computed }: Statement): readonly Finding[] {
  const stated = file?.values.get(metric);
  if (file === null || stated === undefined || computed === null) return [];
  // False for NaN: a metric that was stated as unmeasured is not the computed one.
  if (Math.abs(stated - computed) <= STATED_TOLERANCE) return [];
  const write = writerFor([stated, computed].filter(Number.isFinite));
  return [
    finding({
      id: `${metric}/stated-differs${role === "candidate" ? "" : "/baseline"}`,
      kind: "metric",
      check: { metric, "stated-in": file.path },
      severity: "block",
      outcome: "fail",
      reason: "stated-differs",
      baseline: roundJudged(stated),
      observed: roundJudged(computed),
      effect: {
        kind: "difference",
        value: roundJudged(computed - stated),
        low: null,
        high: null,
        confidence: null,
      },
      why: `${metric} of the ${role} is ${write(computed)} by its predictions, but ${file.path} says ${Number.isFinite(stated) ? write(stated) : stated}; they may differ by ${STATED_TOLERANCE}.`,
      remedy:
        "Write metrics and predictions in one evaluation of the same rows, with all digits; or leave the metric out of the file.",
    }),
  ];
}
