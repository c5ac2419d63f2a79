/**
 * Areas under curves from ranked scores, alone or beside the baseline's.
 *
 * @module
 */
import type { RankedStatistic, RankSums } from "@ml-gates/queries";
import type { Unmeasured } from "./estimate.ts";
import { estimateSmooth } from "./estimate-smooth.ts";
import type { Measure } from "./measure.ts";
import type { RankPlan } from "./plan-measures.ts";

/** Fewer rows of a class than this have no spread. */
const FEWEST = 2;

/**
 * The area under the ROC curve by midranks, its error by DeLong, DeLong and Clarke-Pearson (1988) on the same rows;
 * average precision by its linear part.
 */
export function measureRanks(
  { area, precision }: RankPlan,
  all: readonly RankSums[],
  absent: Unmeasured,
): readonly Measure[] {
  const areas = all.map((sums) =>
    measureStatistic({
      metric: area,
      sums,
      found: sums.area,
      bound: sums.areaBound,
      absent,
      method: "delong",
    }),
  );
  if (precision === null) return areas;
  return [
    ...areas,
    ...all.map((sums) =>
      measureStatistic({
        metric: precision,
        sums,
        found: sums.precision,
        bound: sums.precisionBound,
        absent,
        method: "linearized",
      }),
    ),
  ];
}

interface Ranked {
  readonly metric: string;
  readonly sums: RankSums;
  readonly found: RankedStatistic | null;
  readonly bound: number;
  readonly absent: Unmeasured;
  readonly method: string;
}

function measureStatistic({ metric, sums, found, bound, absent, method }: Ranked): Measure {
  const { slice, n, smaller } = sums;
  const common = { metric, slice, n, denominator: smaller, ...(bound > 0 ? { bound } : {}) };
  const unmeasured = findUnmeasured(sums, found);
  if (unmeasured !== null || found === null) {
    const none = unmeasured ?? NO_ROWS;
    return { ...common, level: none, baseline: none, change: none };
  }
  const { candidate: value, baseline } = found;
  const standardError = Math.sqrt(found.levelVariance);
  return {
    ...common,
    level: estimateSmooth({ value, standardError, degrees: null, method, identical: false }),
    baseline: baseline ?? absent,
    change:
      baseline === null
        ? absent
        : estimateSmooth({
            value: sums.apart ? value - baseline : 0,
            standardError: sums.apart ? Math.sqrt(found.changeVariance) : 0,
            degrees: null,
            method: `${method}-paired`,
            identical: !sums.apart,
          }),
  };
}

const NO_ROWS: Unmeasured = { reason: "no-rows", told: "has no rows to be measured on" };

function findUnmeasured({ n, smaller }: RankSums, found: RankedStatistic | null): Unmeasured | null {
  if (n === 0) return NO_ROWS;
  if (smaller >= FEWEST && found !== null) return null;
  const told = `has no value: ${smaller} rows of a class; ${FEWEST} of each are needed`;
  return { reason: "undefined", told };
}
