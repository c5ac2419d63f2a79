/**
 * Expectations about the values of a column, row by row, as a table of data.
 *
 * @module
 */
import { type Column, presentValue } from "@ml-gates/queries";
import { type Bounds, betweenKwargs, betweenOf, boundsOf, findRangeFaults } from "./bounds.ts";
import { comparable, findColumn, literal, NotEvaluable, textOf } from "./comparable.ts";
import { type Definition, define } from "./define.ts";
import {
  count,
  defaulting,
  fraction,
  type KwargSchema,
  type KwargsOf,
  required,
  type Scalar,
  text,
  valueSet,
} from "./kwarg-types.ts";
import { askRows, askWhetherVacuous, type MapRule, repeatedRows, whereRows } from "./map-question.ts";
import type { Question } from "./question.ts";
import { tellBounds, tellList } from "./tell.ts";

export const about = { column: required(text), mostly: defaulting(fraction, 1) };

/** A rule, but for what all have in common. */
export type Rule = Omit<MapRule, "column" | "mostly" | "testsMissing"> & { readonly testsMissing?: boolean };

/** A definition whose rule needs only its own arguments and the column. */
export function defineRows<S extends KwargSchema>(parts: {
  readonly kwargs: S;
  findFaults?(kwargs: KwargsOf<S>): readonly string[];
  rule(kwargs: KwargsOf<S>, column: Column): Rule;
}): Definition {
  return define<S & typeof about>({
    ...parts,
    kwargs: { ...about, ...parts.kwargs },
    ask: (kwargs, table) => {
      const common = kwargs as KwargsOf<typeof about>;
      const column = findColumn(table, common.column);
      return unlessVacuous(column, () => {
        const rule = parts.rule(kwargs as KwargsOf<S>, column);
        return askRows({ testsMissing: false, ...rule, column, mostly: common.mostly });
      });
    },
  });
}

/** Values of the wrong kind are no obstacle where there are none: a column of nothing but missing values. */
export function unlessVacuous(column: Column, ask: () => Question): Question {
  try {
    return ask();
  } catch (error) {
    if (error instanceof NotEvaluable && error.column === column) return askWhetherVacuous(column, error);
    throw error;
  }
}

export const FIX_ROWS = "Correct these rows at their source, or let the suite say what is right now";

/** SQL that holds for values outside the limits. */
function outside(
  sql: string,
  { min, max, strictMin, strictMax }: Bounds,
  write: (bound: Scalar) => string,
): string {
  const below = min === null ? [] : [`${sql} ${strictMin ? "<=" : "<"} ${write(min)}`];
  const above = max === null ? [] : [`${sql} ${strictMax ? ">=" : ">"} ${write(max)}`];
  return [...below, ...above].join(" OR ");
}

/** SQL that holds for members. */
function isMember(column: Column, members: readonly Scalar[]): string {
  const literals = members.map((member) => literal(column, member));
  return literals.length === 0 ? "FALSE" : `${comparable(column).sql} IN (${literals.join(", ")})`;
}

/** SQL that holds for values that are no members; NULL is not in any list, and not outside it. */
function isNoMember(column: Column, members: readonly Scalar[]): string {
  return members.length === 0 ? `${presentValue(column)} IS NOT NULL` : `NOT (${isMember(column, members)})`;
}

/** SQL for the number of code points, which is what Python counts. */
function lengthOf(column: Column): string {
  return `length(${textOf(column)})`;
}

export const MAP_EXPECTATIONS: Readonly<Record<string, Definition>> = {
  expect_column_values_to_not_be_null: defineRows({
    kwargs: {},
    rule: (_, column) => ({
      testsMissing: true,
      unexpected: whereRows(column, `${presentValue(column)} IS NULL`),
      fault: ["is missing", "are missing"],
      remedy: "Find out why the values are missing; allow a share of them with `mostly` if that is right.",
    }),
  }),
  expect_column_values_to_be_null: defineRows({
    kwargs: {},
    rule: (_, column) => ({
      testsMissing: true,
      unexpected: whereRows(column, `${presentValue(column)} IS NOT NULL`),
      fault: ["holds a value", "hold a value"],
      remedy: "Find out who fills this column now, or drop the expectation if it may hold values.",
    }),
  }),
  expect_column_values_to_be_unique: defineRows({
    kwargs: {},
    rule: (_, column) => ({
      unexpected: repeatedRows(column),
      fault: ["occurs more than once", "occur more than once"],
      remedy: "Remove the repeated rows, or look for a join or an append that doubled them.",
    }),
  }),
  expect_column_values_to_be_between: defineRows({
    kwargs: betweenKwargs,
    findFaults: findRangeFaults,
    rule: (kwargs, column) => {
      const bounds = boundsOf(kwargs);
      const condition = outside(comparable(column).sql, bounds, (bound) => literal(column, bound));
      return {
        unexpected: whereRows(column, condition),
        fault: faultOf(bounds),
        remedy:
          "Look at these rows: another unit, a code for missing values or a shifted column is the usual cause." +
          " If the values are right, widen the limits in the suite.",
      };
    },
  }),
  expect_column_values_to_be_in_set: defineRows({
    kwargs: { value_set: required(valueSet) },
    rule: ({ value_set }, column) => ({
      unexpected: whereRows(column, isNoMember(column, value_set)),
      fault: inSet(value_set, ["is not one of", "are not one of"]),
      remedy: `${FIX_ROWS}: add categories that are real to value_set.`,
    }),
  }),
  expect_column_values_to_not_be_in_set: defineRows({
    kwargs: { value_set: required(valueSet) },
    rule: ({ value_set }, column) => ({
      unexpected: whereRows(column, isMember(column, value_set)),
      fault: inSet(value_set, ["is one of", "are one of"]),
      remedy: `${FIX_ROWS}: take values that are allowed out of value_set.`,
    }),
  }),
  expect_column_value_lengths_to_equal: defineRows({
    kwargs: { value: required(count) },
    rule: ({ value }, column) => ({
      unexpected: whereRows(column, `${lengthOf(column)} <> ${value}`),
      fault: [`does not have ${value} characters`, `do not have ${value} characters`],
      remedy: `${FIX_ROWS}: lost leading zeros and cut texts are the usual causes.`,
    }),
  }),
  expect_column_value_lengths_to_be_between: defineRows({
    kwargs: betweenOf(count),
    findFaults: findRangeFaults,
    rule: (kwargs, column) => {
      const bounds = boundsOf(kwargs);
      const wanted = `a length of ${tellBounds(bounds)}`;
      return {
        unexpected: whereRows(column, outside(lengthOf(column), bounds, String)),
        fault: [`does not have ${wanted}`, `do not have ${wanted}`],
        remedy: `${FIX_ROWS}: lost leading zeros and cut texts are the usual causes.`,
      };
    },
  }),
};

function faultOf(bounds: Bounds): readonly [string, string] {
  const closed = bounds.min !== null && bounds.max !== null && !bounds.strictMin && !bounds.strictMax;
  const wanted = tellBounds(bounds);
  return closed
    ? [`lies outside ${wanted}`, `lie outside ${wanted}`]
    : [`is not ${wanted}`, `are not ${wanted}`];
}

function inSet(
  members: readonly Scalar[],
  [one, many]: readonly [string, string],
): readonly [string, string] {
  const listed = members.length === 0 ? "an empty set" : tellList(members);
  return [`${one} ${listed}`, `${many} ${listed}`];
}
