/**
 * Expectations about a list of columns of a row, as a table of data. Two missing values are the same value, and a sum
 * with a missing value is no number, as in pandas.
 *
 * @module
 */
import { type Column, presentValue, quoteNumber } from "@ml-gates/queries";
import { NotEvaluable } from "./comparable.ts";
import { type Definition, define } from "./define.ts";
import { type KwargSchema, type KwargsOf, number, required, someOf, text } from "./kwarg-types.ts";
import { operandOf, requireNumbers } from "./numeric-column.ts";
import { areAlike, writeAlike } from "./row-condition/write-condition.ts";
import { askSeveral, findColumns, keepRows, keyOf, listKwargs, type RowRule } from "./several-columns.ts";
import { tellCount, tellValue } from "./tell.ts";

const common = { column_list: required(someOf(text, "column name")), ...listKwargs };

/** Every column is compared with every other. */
const MOST_COMPARED = 100;

/** A definition whose rule needs only its own arguments and the columns. */
function defineList<S extends KwargSchema>(
  kwargs: S,
  rule: (kwargs: KwargsOf<S>, columns: readonly Column[]) => Pick<RowRule, "unexpected" | "fault" | "remedy">,
): Definition {
  return define<S & typeof common>({
    kwargs: { ...common, ...kwargs },
    ask: (given, table) => {
      const shared = given as KwargsOf<typeof common>;
      const columns = findColumns(table, shared.column_list);
      const kept = keepRows(columns, shared.ignore_row_if);
      const found = rule(given as KwargsOf<S>, columns);
      return askSeveral({ shape: "record", columns, kept, mostly: shared.mostly, ...found });
    },
  });
}

/** SQL that holds where two values are the same, or both missing. */
function isSame(left: Column, right: Column): string {
  if (areAlike(left, right))
    return `${writeAlike(left, right)} IS NOT DISTINCT FROM ${writeAlike(right, left)}`;
  return `(${presentValue(left)} IS NULL AND ${presentValue(right)} IS NULL)`;
}

function anyOf(conditions: readonly string[]): string {
  return conditions.length === 0 ? "FALSE" : conditions.join(" OR ");
}

function isRepeatedWithin(columns: readonly Column[]): string {
  if (columns.length > MOST_COMPARED)
    throw new NotEvaluable(`More than ${MOST_COMPARED} columns cannot be compared with each other.`);
  const pairs = columns.flatMap((left, index) =>
    columns.slice(index + 1).map((right) => isSame(left, right)),
  );
  return anyOf(pairs);
}

/** Whole numbers are summed as such; with a float among them all are doubles. */
function sumOf(columns: readonly Column[]): string {
  const whole = columns.every(({ family }) => family === "integer" || family === "boolean");
  const operands = columns.map((column) => operandOf(requireNumbers(column)));
  return operands.map((sql) => `CAST(${sql} AS ${whole ? "HUGEINT" : "DOUBLE"})`).join(" + ");
}

export const MULTICOLUMN_EXPECTATIONS: Readonly<Record<string, Definition>> = {
  expect_compound_columns_to_be_unique: defineList({}, (_, columns) => ({
    unexpected: { key: keyOf(columns) },
    fault: ["holds values that another row holds too", "hold values that another row holds too"],
    remedy: "Remove the repeated rows, or look for a join or an append that doubled them.",
  })),
  expect_select_column_values_to_be_unique_within_record: defineList({}, (_, columns) => ({
    unexpected: isRepeatedWithin(columns),
    fault: ["holds the same value twice", "hold the same value twice"],
    remedy: "Look at these rows: a column that was copied over another is the usual cause.",
  })),
  expect_multicolumn_sum_to_equal: defineList({ sum_total: required(number) }, ({ sum_total }, columns) => ({
    unexpected: `(${sumOf(columns)}) IS DISTINCT FROM ${quoteNumber(sum_total)}`,
    fault: [`does not add up to ${tellValue(sum_total)}`, `do not add up to ${tellValue(sum_total)}`],
    remedy:
      "Look at these rows: a missing part or another unit is the usual cause. Sums are compared exactly.",
  })),
  expect_multicolumn_values_to_be_equal: defineList({}, (_, columns) => {
    const [first, ...others] = columns;
    const same = first === undefined ? [] : others.map((column) => `NOT (${isSame(column, first)})`);
    return {
      unexpected: anyOf(same),
      fault: [
        `holds different values in its ${tellCount(columns.length)} columns`,
        `hold different values in their ${tellCount(columns.length)} columns`,
      ],
      remedy: "Correct these rows at their source, or take out columns that may differ.",
    };
  }),
};
