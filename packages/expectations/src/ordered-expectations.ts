/**
 * Expectations about the order of a column's values, row by row of the file; missing values are passed over.
 *
 * @module
 */
import { type Column, type OrderedAsk, quoteName } from "@ml-gates/queries";
import { comparable, NotEvaluable } from "./comparable.ts";
import type { Definition } from "./define.ts";
import { defaulting, flag } from "./kwarg-types.ts";
import { defineRows } from "./map-expectations.ts";
import { operandOf } from "./numeric-column.ts";
import { tellName } from "./tell.ts";

interface Direction {
  readonly previous: OrderedAsk["previous"];
  readonly strictly: OrderedAsk["previous"];
  readonly turn: string;
}

const DIRECTIONS: Readonly<Record<"increasing" | "decreasing", Direction>> = {
  increasing: { previous: ">", strictly: ">=", turn: "smaller" },
  decreasing: { previous: "<", strictly: "<=", turn: "larger" },
};

/** The first row has no previous one and is as expected. */
function defineOrdered({ previous, strictly, turn }: Direction): Definition {
  return defineRows({
    kwargs: { strictly: defaulting(flag, false) },
    rule: (kwargs, column) => {
      const relation = kwargs.strictly ? `not ${turn === "smaller" ? "larger" : "smaller"}` : turn;
      return {
        unexpected: breaks(column, kwargs.strictly ? strictly : previous),
        fault: [`is ${relation} than the value before it`, `are ${relation} than the value before them`],
        remedy:
          "Look at these rows: files joined in the wrong order and repeated rows are the usual causes. Sort the data at the source if only their order is wrong.",
      };
    },
  });
}

function breaks(column: Column, previous: OrderedAsk["previous"]) {
  const about = { of: "ordered", value: findOrder(column), shown: quoteName(column.name), previous } as const;
  return { count: { ...about, take: "count" }, sample: { ...about, take: "sample" } } as const;
}

/** Great Expectations takes differences, which texts do not have. */
function findOrder(column: Column): string {
  const { kind } = comparable(column);
  if (kind !== "text") return operandOf(column);
  const message = `The column ${tellName(column.name)} of type ${column.sqlType} holds texts, which do not increase or decrease.`;
  throw new NotEvaluable(message, column);
}

export const ORDERED_EXPECTATIONS: Readonly<Record<string, Definition>> = {
  expect_column_values_to_be_increasing: defineOrdered(DIRECTIONS.increasing),
  expect_column_values_to_be_decreasing: defineOrdered(DIRECTIONS.decreasing),
};
