/**
 * Expectations about one aggregate of a column, as a table of data.
 *
 * @module
 */
import { type Ask, type Column, presentValue } from "@ml-gates/queries";
import {
  type BetweenKwargs,
  type Bounds,
  betweenKwargs,
  betweenOf,
  boundsOf,
  findBoundFaults,
} from "./bounds.ts";
import { comparable, findColumn, literal } from "./comparable.ts";
import { type Definition, define } from "./define.ts";
import { parseInstant } from "./instant.ts";
import { count, defaulting, number, required, text } from "./kwarg-types.ts";
import { asDouble, askNumbers, operandOf, sampleDeviation } from "./numeric-column.ts";
import { askQuantiles } from "./quantile-question.ts";
import { interpolation, quantileRanges } from "./quantile-ranges.ts";
import type { Question } from "./question.ts";
import { tellBounds, tellName } from "./tell.ts";
import { askValue } from "./value-question.ts";

const REMEDY =
  "Compare the column with the data the limits were set on; if the change is meant, move the limits in the suite.";

/** Smallest and largest value: of numbers, dates or texts. The value is the data's own, so it is not rounded. */
function defineExtreme(aggregate: "min" | "max", noun: string): Definition {
  return define({
    kwargs: { column: required(text), ...betweenKwargs },
    findFaults: findBoundFaults,
    ask: (kwargs, table) => {
      const column = findColumn(table, kwargs.column);
      const { kind } = comparable(column);
      const written = boundsOf(kwargs);
      return askValue({
        subject: `${tellName(column.name)}: the ${noun}`,
        ask: { of: "rows", sql: `${aggregate}(${operandOf(column)})` },
        kind,
        rounded: false,
        bounds: kind === "time" ? instantBounds(column, written) : sameKind(column, written),
        wanted: tellBounds(written),
        remedy: REMEDY,
      });
    },
  });
}

/** Numbers of numbers. */
function defineMoment(write: (operand: string) => Ask, noun: string): Definition {
  return define({
    kwargs: { column: required(text), ...betweenOf(number) },
    findFaults: findBoundFaults,
    ask: (kwargs, table) => {
      const column = findColumn(table, kwargs.column);
      const subject = `${tellName(column.name)}: the ${noun}`;
      return askNumbers(
        column,
        () => askNumber(subject, write(operandOf(column)), kwargs),
        () => askNumber(subject, write("CAST(NULL AS DOUBLE)"), kwargs),
      );
    },
  });
}

function askNumber(subject: string, ask: Ask, kwargs: BetweenKwargs): Question {
  const bounds = boundsOf(kwargs);
  return askValue({
    subject,
    ask,
    kind: "number",
    rounded: true,
    bounds,
    wanted: tellBounds(bounds),
    remedy: REMEDY,
  });
}

function instantBounds(column: Column, { min, max, ...strict }: Bounds): Bounds {
  return { min: instantOf(column, min), max: instantOf(column, max), ...strict };
}

function instantOf(column: Column, bound: number | string | null): number | null {
  if (bound === null) return null;
  literal(column, bound);
  return parseInstant(`${bound}`);
}

/** The limits as they are, once they are known to be of the column's kind. */
function sameKind(column: Column, bounds: Bounds): Bounds {
  const numeric = comparable(column).kind !== "text";
  for (const bound of [bounds.min, bounds.max]) {
    if (bound !== null && numeric !== (typeof bound === "number")) literal(column, bound);
  }
  return bounds;
}

export const AGGREGATE_EXPECTATIONS: Readonly<Record<string, Definition>> = {
  expect_column_min_to_be_between: defineExtreme("min", "smallest value"),
  expect_column_max_to_be_between: defineExtreme("max", "largest value"),
  expect_column_mean_to_be_between: defineMoment((sql) => asDouble(`avg(${sql})`), "mean"),
  // pandas sums no values to 0, where SQL says NULL.
  expect_column_sum_to_be_between: defineMoment(
    (sql) => ({ of: "rows", sql: `sum(${sql})`, around: ["coalesce(", ", 0)"] }),
    "sum",
  ),
  expect_column_median_to_be_between: defineMoment((sql) => asDouble(`median(${sql})`), "median"),
  expect_column_stdev_to_be_between: defineMoment(sampleDeviation, "standard deviation"),
  expect_column_unique_value_count_to_be_between: define({
    kwargs: { column: required(text), ...betweenOf(count) },
    findFaults: findBoundFaults,
    ask: (kwargs, table) => {
      const key = presentValue(findColumn(table, kwargs.column));
      const subject = `${tellName(kwargs.column)}: the number of different values`;
      return askNumber(subject, { of: "groups", key, take: "distinct" }, kwargs);
    },
  }),
  expect_column_quantile_values_to_be_between: define({
    kwargs: {
      column: required(text),
      quantile_ranges: required(quantileRanges),
      allow_relative_error: defaulting(interpolation, "nearest"),
    },
    ask: ({ column, quantile_ranges, allow_relative_error }, table) =>
      askQuantiles({
        column: findColumn(table, column),
        ranges: quantile_ranges,
        interpolation: allow_relative_error,
      }),
  }),
};
