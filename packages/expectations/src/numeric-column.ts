/**
 * Columns that can be reckoned with.
 *
 * @module
 */
import type { Column, RowsAsk } from "@ml-gates/queries";
import { comparable, NotEvaluable } from "./comparable.ts";
import { askPresent } from "./count-present.ts";
import { countOf, leadTo, type Question } from "./question.ts";
import { tellName } from "./tell.ts";

/** A column's value as SQL: whole numbers stay whole; decimals become doubles, booleans 0 and 1. */
export function operandOf(column: Column): string {
  const { kind, sql } = comparable(column);
  if (kind === "boolean") return `CAST(${sql} AS INTEGER)`;
  return kind === "number" && column.family !== "integer" ? `CAST(${sql} AS DOUBLE)` : sql;
}

/**
 * A question about numbers. Values of another kind are no obstacle where there are none: a column of nothing but
 * missing values is often read as text.
 */
export function askNumbers(column: Column, ask: () => Question, askNothing: () => Question): Question {
  if (isNumeric(column)) return ask();
  return leadTo({ present: askPresent(column) }, ({ present }) => {
    if (countOf(present) > 0) requireNumbers(column);
    return askNothing();
  });
}

/** The column itself. @throws NotEvaluable when it holds neither numbers nor booleans. */
export function requireNumbers(column: Column): Column {
  if (isNumeric(column)) return column;
  const message = `The column ${tellName(column.name)} of type ${column.sqlType} holds no numbers.`;
  throw new NotEvaluable(message, column);
}

function isNumeric(column: Column): boolean {
  if (column.family === "other") return false;
  const { kind } = comparable(column);
  return kind === "number" || kind === "boolean";
}

/** An aggregate of numbers as a double. */
export function asDouble(aggregate: string): RowsAsk {
  return { of: "rows", sql: aggregate, around: ["CAST(", " AS DOUBLE)"] };
}

/**
 * The standard deviation of a sample, NaN where it is not finite: the engine's own function would end the statement,
 * and with it the answers of all other checks.
 */
export function sampleDeviation(sql: string): RowsAsk {
  return { of: "rows", sql: `covar_samp(${sql}, ${sql})`, around: ["sqrt(", ")"] };
}
