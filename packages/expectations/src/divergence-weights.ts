/**
 * Observed and expected weights, laid side by side, with what is held back for the unforeseen.
 *
 * @module
 */
import type { JsonValue } from "@ml-gates/gate";
import type { DistinctValue } from "./distinct-values.ts";
import type { ContinuousPartition, DiscretePartition } from "./divergence-partition.ts";
import type { Scalar } from "./kwarg-types.ts";

/** Shares of the expected weights that are held back. */
export interface Holdouts {
  /** For values outside the partition. */
  readonly tail: number;
  /** For intervals that are expected to be empty. */
  readonly internal: number;
}

/** Two lists of weights over the same places, and how Great Expectations writes the places of each. */
export interface WeightPair {
  readonly observed: readonly number[];
  readonly expected: readonly number[];
  describe(weights: readonly number[]): JsonValue;
}

/**
 * Over the listed categories, then those that were not foreseen. Only if there are such, they share the tail's holdout
 * equally and the listed weights are scaled down.
 */
export function weighCategories(
  { weights }: DiscretePartition,
  keys: readonly Scalar[],
  { distinct, tail }: { readonly distinct: readonly DistinctValue[]; readonly tail: number },
): WeightPair {
  const total = distinct.reduce((sum, { count }) => sum + count, 0);
  const counts = new Map(distinct.map(({ key, count }) => [key, count]));
  const foreseen = new Set(keys);
  const unforeseen = distinct.filter(({ key }) => !foreseen.has(key));
  const share = (count: number) => (total === 0 ? 0 : count / total);
  const scaled = unforeseen.length === 0 ? weights : weights.map((weight) => weight * (1 - tail));
  const shown = new Map(distinct.map(({ key, shown: text }) => [key, text]));
  const places = [...keys.map((key) => shown.get(key) ?? key), ...unforeseen.map((value) => value.shown)];
  return {
    observed: [
      ...keys.map((key) => share(counts.get(key) ?? 0)),
      ...unforeseen.map(({ count }) => share(count)),
    ],
    expected: [...scaled, ...unforeseen.map(() => tail / unforeseen.length)],
    describe: (listed) => ({ values: places, weights: [...listed] }),
  };
}

/** Over below, the intervals and above; an interval with an infinite end is that tail itself. */
export function weighIntervals(
  partition: ContinuousPartition,
  { below, bins: counts, above, total }: IntervalCounts,
  holdouts: Holdouts,
): WeightPair {
  const { bins } = partition;
  const [openLow, openHigh] = [
    bins[0] === Number.NEGATIVE_INFINITY,
    bins.at(-1) === Number.POSITIVE_INFINITY,
  ];
  const [low, high] = partition.tailWeights ?? tailsOf(holdouts.tail, openLow, openHigh);
  const lay = (first: number, inner: readonly number[], last: number) => [
    ...(openLow ? [] : [first]),
    ...inner,
    ...(openHigh ? [] : [last]),
  ];
  return {
    observed: lay(below, counts, above).map((count) => count / total),
    expected: lay(low, holdBack(partition.weights, holdouts), high),
    describe: (listed) => ({
      bins: bins.filter(Number.isFinite),
      weights: listed.slice(1, -1).map(finite),
      tail_weights: [finite(listed[0] ?? null), finite(listed.at(-1) ?? null)],
    }),
  };
}

/** How many values lie in each interval, and outside all of them. */
export interface IntervalCounts {
  readonly below: number;
  readonly bins: readonly number[];
  readonly above: number;
  readonly total: number;
}

/** No share of no values. */
function finite(weight: number | null): number | null {
  return Number.isFinite(weight) ? weight : null;
}

function tailsOf(holdout: number, openLow: boolean, openHigh: boolean): readonly [number, number] {
  return openLow || openHigh ? [holdout, holdout] : [holdout / 2, holdout / 2];
}

function holdBack(weights: readonly number[], { tail, internal }: Holdouts): readonly number[] {
  const empty = weights.filter((weight) => weight === 0).length;
  const scaled = weights.map((weight) => weight * (1 - tail - internal));
  return internal > 0 ? scaled.map((weight) => (weight === 0 ? internal / empty : weight)) : scaled;
}
