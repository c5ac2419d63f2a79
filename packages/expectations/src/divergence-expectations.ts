/**
 * The expectation about how far a column's distribution has moved from the expected one.
 *
 * @module
 */
import { findColumn } from "./comparable.ts";
import { type Definition, define } from "./define.ts";
import { type Partition, partition } from "./divergence-partition.ts";
import { askDivergence } from "./divergence-question.ts";
import {
  bound,
  defaulting,
  flag,
  fraction,
  type KwargType,
  number,
  optional,
  required,
  text,
} from "./kwarg-types.ts";

const threshold: KwargType<number> = {
  read: (value) =>
    typeof value === "number" && value >= 0 ? number.read(value) : { wanted: "a number of at least 0" },
};

interface DivergenceKwargs {
  readonly partition_object: Partition | null;
  readonly tail_weight_holdout: number;
  readonly internal_weight_holdout: number;
  readonly bucketize_data: boolean;
}

/** What Great Expectations refuses among arguments that are right one by one. */
function findDivergenceFaults(kwargs: DivergenceKwargs): readonly string[] {
  const { partition_object: expected, tail_weight_holdout: tail, internal_weight_holdout: internal } = kwargs;
  const kind = expected?.kind ?? (kwargs.bucketize_data ? "continuous" : "discrete");
  const open =
    expected?.kind === "continuous" ? expected.bins.filter((edge) => !Number.isFinite(edge)).length : 0;
  const tails =
    expected === null
      ? kwargs.bucketize_data
      : expected.kind === "continuous" && expected.tailWeights !== null;
  const faults: readonly (readonly [boolean, string])[] = [
    [kind === "discrete" && internal > 0, "internal_weight_holdout has no meaning for categories."],
    [tails && tail > 0, "tail_weight_holdout must be 0 beside tail_weights, and where the data give them."],
    [tails && open > 0, "tail_weights have no place where the first or last edge is infinite."],
    [open === 2 && tail > 0, "tail_weight_holdout has no place where both ends are infinite."],
    [tail + internal > 1, "tail_weight_holdout and internal_weight_holdout add up to more than 1."],
    [expected?.kind === "continuous" && !kwargs.bucketize_data, "bucketize_data must be true for bins."],
  ];
  return faults.flatMap(([found, fault]) => (found ? [fault] : []));
}

export const DIVERGENCE_EXPECTATIONS: Readonly<Record<string, Definition>> = {
  expect_column_kl_divergence_to_be_less_than: define({
    kwargs: {
      column: required(text),
      partition_object: optional(partition),
      threshold: optional(threshold),
      tail_weight_holdout: defaulting(fraction, 0),
      internal_weight_holdout: defaulting(fraction, 0),
      bucketize_data: defaulting(flag, true),
      // Great Expectations takes these two and uses neither.
      min_value: optional(bound),
      max_value: optional(bound),
    },
    findFaults: findDivergenceFaults,
    ask: (kwargs, table) => {
      const holdouts = { tail: kwargs.tail_weight_holdout, internal: kwargs.internal_weight_holdout };
      return askDivergence(
        { column: findColumn(table, kwargs.column), holdouts, threshold: kwargs.threshold },
        { expected: kwargs.partition_object, bucketize: kwargs.bucketize_data },
      );
    },
  }),
};
