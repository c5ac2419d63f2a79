/**
 * How far a column's distribution has moved from the expected one: what is counted, and how it is judged.
 *
 * @module
 */
import type { Column } from "@ml-gates/queries";
import { NotEvaluable } from "./comparable.ts";
import { askPresent } from "./count-present.ts";
import { askDistinct, readDistinct, readMembers } from "./distinct-values.ts";
import { measureDivergence } from "./divergence.ts";
import { buildBins } from "./divergence-bins.ts";
import { askIntervalCounts, readIntervalCounts } from "./divergence-counts.ts";
import type { ContinuousPartition, DiscretePartition, Partition } from "./divergence-partition.ts";
import {
  type Holdouts,
  type IntervalCounts,
  type WeightPair,
  weighCategories,
  weighIntervals,
} from "./divergence-weights.ts";
import { askNumbers } from "./numeric-column.ts";
import { findQuantile } from "./quantile-position.ts";
import { askPlaces } from "./quantile-question.ts";
import { answered, countOf, type Evaluated, leadTo, type Question } from "./question.ts";
import { roundExactly } from "./round-exactly.ts";
import { tellName, tellValue } from "./tell.ts";

/** The column, what is held back, and the limit; without a limit any divergence is as expected. */
export interface Divergence {
  readonly column: Column;
  readonly holdouts: Holdouts;
  readonly threshold: number | null;
}

function askCategories(divergence: Divergence, expected: DiscretePartition | null): Question {
  const { column, holdouts } = divergence;
  return leadTo({ distinct: askDistinct(column) }, (answers) => {
    const distinct = readDistinct(column, answers["distinct"] ?? null);
    const total = distinct.reduce((sum, { count }) => sum + count, 0);
    if (expected === null && total === 0) {
      throw new NotEvaluable(`${tellName(column.name)}: there are no values to build a distribution from.`);
    }
    const own = {
      kind: "discrete",
      values: distinct.map(({ key }) => key),
      weights: distinct.map(({ count }) => count / total),
    } as const;
    const listed = expected ?? own;
    const keys =
      expected === null || distinct.length === 0
        ? listed.values
        : [...readMembers(column, listed.values).keys()];
    return answered(judge(divergence, weighCategories(listed, keys, { distinct, tail: holdouts.tail })));
  });
}

function askIntervals(divergence: Divergence, expected: ContinuousPartition): Question {
  const { column, holdouts } = divergence;
  return {
    asks: askIntervalCounts(column, expected.bins),
    judge: (answers) =>
      judge(divergence, weighIntervals(expected, readIntervalCounts(expected.bins, answers), holdouts)),
  };
}

/** First how many values there are, then their quartiles, then the counts: the data are expected to be as they are. */
function askOwnIntervals(divergence: Divergence): Question {
  const { column } = divergence;
  return leadTo({ total: askPresent(column) }, (answers) => {
    const total = countOf(answers["total"]);
    if (total === 0) return answered(judge(divergence, NOTHING));
    const places = [0, 0.25, 0.75, 1].map((quantile) => findQuantile(total, quantile, "nearest").below);
    return leadTo({ values: askPlaces(column, places, total) }, ({ values }) => {
      const [min, lower, upper, max] = (Array.isArray(values) ? values : []).map(Number);
      const bins = buildBins({ min: min ?? 0, lower: lower ?? 0, upper: upper ?? 0, max: max ?? 0, total });
      if (
        !bins.every((edge, index) => Number.isFinite(edge) && (index === 0 || edge > (bins[index - 1] ?? 0)))
      ) {
        throw new NotEvaluable(
          `${tellName(column.name)}: no intervals can be built from its values.`,
          column,
        );
      }
      return askOwnCounts(divergence, bins);
    });
  });
}

function askOwnCounts(divergence: Divergence, bins: readonly number[]): Question {
  const shape = { kind: "continuous", bins, weights: bins.slice(1), tailWeights: [0, 0] } as const;
  return {
    asks: askIntervalCounts(divergence.column, bins),
    judge: (answers) => {
      const counts = readIntervalCounts(bins, answers);
      const own = { ...shape, weights: counts.bins.map((count) => count / counts.total) };
      return judge(divergence, weighIntervals(own, counts, divergence.holdouts));
    },
  };
}

const NOTHING: WeightPair = { observed: [], expected: [], describe: () => null };

/** Without a finite divergence no limit is met. */
function judge({ column, threshold: limit }: Divergence, pair: WeightPair): Evaluated {
  const divergence =
    pair.observed.length === 0 ? Number.NaN : measureDivergence(pair.observed, pair.expected);
  const observed = Number.isFinite(divergence) ? roundExactly(Math.max(divergence, 0)) : null;
  const seen = observed === null ? tellInfinite(divergence) : `is ${tellValue(observed)}`;
  return {
    success: limit === null || (observed !== null && observed <= limit),
    observed,
    counts: null,
    samples: [],
    result: {
      observed_value: observed,
      details: {
        observed_partition: pair.describe(pair.observed),
        expected_partition: pair.describe(pair.expected),
      },
    },
    exception: null,
    why: `${tellName(column.name)}: the divergence from the expected distribution ${seen}; wanted: ${limit === null ? "any value" : `at most ${tellValue(limit)}`}.`,
    remedy:
      "Compare the shares with those expected; if the change is meant, write the new distribution into partition_object. Allow for values that were not foreseen with tail_weight_holdout.",
  };
}

function tellInfinite(divergence: number): string {
  return Number.isNaN(divergence)
    ? "cannot be had, for lack of values"
    : "is infinite, for there are values where none was expected";
}

/**
 * The question behind a divergence. Without a partition the data's own is taken: that of categories unless
 * `bucketize` asks for intervals.
 */
export function askDivergence(
  divergence: Divergence,
  { expected, bucketize }: { readonly expected: Partition | null; readonly bucketize: boolean },
): Question {
  if (expected?.kind === "discrete" || (expected === null && !bucketize)) {
    return askCategories(divergence, expected);
  }
  const nothing =
    expected === null ? NOTHING : weighIntervals(expected, noCounts(expected), divergence.holdouts);
  return askNumbers(
    divergence.column,
    () => (expected === null ? askOwnIntervals(divergence) : askIntervals(divergence, expected)),
    () => answered(judge(divergence, nothing)),
  );
}

function noCounts({ weights }: ContinuousPartition): IntervalCounts {
  return { below: 0, bins: weights.map(() => 0), above: 0, total: 0 };
}
