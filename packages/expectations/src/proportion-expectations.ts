/**
 * Expectations about a share of a column: of different values, or of values that are there.
 *
 * @module
 */
import { type Ask, presentValue } from "@ml-gates/queries";
import { type Bounds, betweenOf, boundsOf, findBoundFaults, isWithin } from "./bounds.ts";
import { findColumn } from "./comparable.ts";
import { askPresent } from "./count-present.ts";
import { type Definition, define } from "./define.ts";
import { fraction, required, text } from "./kwarg-types.ts";
import { countOf, type Question } from "./question.ts";
import { roundExactly } from "./round-exactly.ts";
import { tellBounds, tellCount, tellName } from "./tell.ts";

const kwargs = { column: required(text), ...betweenOf(fraction) };

interface ShareRule {
  readonly subject: string;
  readonly part: Ask;
  readonly whole: Ask;
  readonly bounds: Bounds;
}

/** A share of nothing is 0. */
function askShare({ subject, part, whole, bounds }: ShareRule): Question {
  return {
    asks: { part, whole },
    judge: (answers) => {
      const [counted, all] = [countOf(answers["part"]), countOf(answers["whole"])];
      const share = all === 0 ? 0 : counted / all;
      const observed = roundExactly(share) ?? share;
      const why = `${subject} is ${observed}, ${tellCount(counted)} of ${tellCount(all)}; wanted: ${tellBounds(bounds)}.`;
      const remedy =
        "Compare the column with the data the limits were set on; if the change is meant, move the limits in the suite.";
      const told = { counts: null, samples: [], exception: null, why, remedy };
      return { success: isWithin(share, bounds), observed, ...told };
    },
  };
}

export const PROPORTION_EXPECTATIONS: Readonly<Record<string, Definition>> = {
  expect_column_proportion_of_unique_values_to_be_between: define({
    kwargs,
    findFaults: findBoundFaults,
    ask: (given, table) => {
      const column = findColumn(table, given.column);
      return askShare({
        subject: `${tellName(column.name)}: the share of different values`,
        part: { of: "groups", key: presentValue(column), take: "distinct" },
        whole: askPresent(column),
        bounds: boundsOf(given),
      });
    },
  }),
  expect_column_proportion_of_non_null_values_to_be_between: define({
    kwargs,
    findFaults: findBoundFaults,
    ask: (given, table) => {
      const column = findColumn(table, given.column);
      return askShare({
        subject: `${tellName(column.name)}: the share of values that are not missing`,
        part: askPresent(column),
        whole: { of: "rows", sql: "count(*)" },
        bounds: boundsOf(given),
      });
    },
  }),
};
