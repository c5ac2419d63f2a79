/**
 * Expectations about two columns of a row, as a table of data. Missing values are compared as pandas compares them:
 * they are larger than nothing and equal to nothing.
 *
 * @module
 */
import type { JsonValue } from "@ml-gates/gate";
import { type Column, presentValue } from "@ml-gates/queries";
import { comparable, literal } from "./comparable.ts";
import { type Definition, define } from "./define.ts";
import {
  defaulting,
  flag,
  type KwargSchema,
  type KwargsOf,
  type KwargType,
  required,
  type Scalar,
  text,
} from "./kwarg-types.ts";
import { areAlike, unlike, writeAlike } from "./row-condition/write-condition.ts";
import { askSeveral, findColumns, keepRows, pairKwargs, type RowRule } from "./several-columns.ts";
import { tellCount } from "./tell.ts";

type Member = Scalar | null;

const common = { column_A: required(text), column_B: required(text), ...pairKwargs };

type Rule = Pick<RowRule, "unexpected" | "fault" | "remedy"> & Partial<RowRule>;

/** A definition whose rule needs only its own arguments and the two columns. */
function definePair<S extends KwargSchema>(
  kwargs: S,
  rule: (kwargs: KwargsOf<S>, left: Column, right: Column) => Rule,
): Definition {
  return define<S & typeof common>({
    kwargs: { ...common, ...kwargs },
    ask: (given, table) => {
      const shared = given as KwargsOf<typeof common>;
      const columns = findColumns(table, [shared.column_A, shared.column_B]);
      const [left, right] = columns;
      if (left === undefined || right === undefined) throw new TypeError("two columns were wanted");
      const kept = keepRows(columns, shared.ignore_row_if);
      const found = rule(given as KwargsOf<S>, left, right);
      return askSeveral({ shape: "pair", columns, kept, mostly: shared.mostly, ...found });
    },
  });
}

/** SQL that holds for the rows for which a comparison does not. */
function unless(left: Column, sign: string, right: Column): Pick<RowRule, "unexpected"> & Partial<RowRule> {
  if (areAlike(left, right)) {
    const holds = `${writeAlike(left, right)} ${sign} ${writeAlike(right, left)}`;
    return { unexpected: `NOT coalesce(${holds}, FALSE)` };
  }
  return { unexpected: "TRUE", obstacle: { columns: [left, right], reason: unlike(left, right) } };
}

/** Pairs of values; a null stands for a missing one. */
const pairs: KwargType<readonly (readonly [Member, Member])[]> = {
  read: (value) => {
    const listed = Array.isArray(value) ? value.map(readPair) : [null];
    const read = listed.filter((pair) => pair !== null);
    return read.length === listed.length ? read : { wanted: "a list of pairs of values" };
  },
};

function readPair(value: JsonValue): readonly [Member, Member] | null {
  if (!Array.isArray(value) || value.length !== 2) return null;
  const [left = null, right = null] = value;
  return isMember(left) && isMember(right) ? [left, right] : null;
}

function isMember(value: JsonValue): value is Member {
  const exact = typeof value !== "number" || Number.isSafeInteger(value) || !Number.isInteger(value);
  return value === null || (typeof value !== "object" && exact);
}

function equals(column: Column, member: Member): string {
  return member === null
    ? `${presentValue(column)} IS NULL`
    : `coalesce(${comparable(column).sql} = ${literal(column, member)}, FALSE)`;
}

const COMPARE = "Look at these rows: swapped columns, a shifted date or another unit is the usual cause.";

export const PAIR_EXPECTATIONS: Readonly<Record<string, Definition>> = {
  expect_column_pair_values_a_to_be_greater_than_b: definePair(
    { or_equal: defaulting(flag, false) },
    ({ or_equal }, left, right) => {
      const wanted = or_equal ? "at least B" : "greater than B";
      return {
        ...unless(left, or_equal ? ">=" : ">", right),
        fault: [`has an A that is not ${wanted}`, `have an A that is not ${wanted}`],
        remedy: COMPARE,
      };
    },
  ),
  expect_column_pair_values_to_be_equal: definePair({}, (_, left, right) => ({
    ...unless(left, "=", right),
    fault: ["holds two different values", "hold two different values"],
    remedy: COMPARE,
  })),
  expect_column_pair_values_to_be_in_set: definePair(
    { value_pairs_set: required(pairs) },
    ({ value_pairs_set }, left, right) => {
      const listed = value_pairs_set.map(([a, b]) => `(${equals(left, a)} AND ${equals(right, b)})`);
      const noun = `one of the ${tellCount(listed.length)} listed pairs`;
      return {
        unexpected: listed.length === 0 ? "TRUE" : `NOT (${listed.join(" OR ")})`,
        fault: [`does not hold ${noun}`, `do not hold ${noun}`],
        remedy: "Correct these rows at their source, or add pairs that are right to value_pairs_set.",
      };
    },
  ),
};
