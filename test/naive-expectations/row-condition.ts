/**
 * Conditions on rows: what they mean, and the three ways a suite writes them.
 *
 * @module
 */
import {
  type Cell,
  cellAt,
  columnOf,
  compareCells,
  isMissing,
  type NaiveTable,
  toCell,
} from "./naive-table.ts";

export type Operator = "==" | "!=" | "<" | "<=" | ">" | ">=";

export type Condition =
  | {
      readonly type: "comparison";
      readonly column: string;
      readonly operator: Operator;
      readonly value: number | string;
    }
  | { readonly type: "nullity"; readonly column: string; readonly isNull: boolean }
  | { readonly type: "and" | "or"; readonly conditions: readonly Condition[] };

export type Form = "pandas" | "great_expectations" | "structured";

/** How a condition is read: in Great Expectations' own words 0.18 knew it on SQL alone, where nothing is true of null. */
export interface Reading {
  readonly row: number;
  readonly missingDiffers: boolean;
}

/** Whether a row takes part. To pandas a missing value differs from every value, and nothing else is true of it. */
export function holds(condition: Condition, table: NaiveTable, reading: Reading): boolean {
  if ("conditions" in condition) {
    const taken = condition.conditions.map((each) => holds(each, table, reading));
    return condition.type === "and" ? !taken.includes(false) : taken.includes(true);
  }
  const column = columnOf(table, condition.column);
  const cell = cellAt(column, reading.row);
  if (condition.type === "nullity") return isMissing(cell) === condition.isNull;
  if (isMissing(cell)) return reading.missingDiffers && condition.operator === "!=";
  return compares(cell, condition.operator, toCell(column, condition.value));
}

function compares(left: Cell, operator: Operator, right: Cell): boolean {
  const order = compareCells(left, right);
  return {
    "==": order === 0,
    "!=": order !== 0,
    "<": order < 0,
    "<=": order <= 0,
    ">": order > 0,
    ">=": order >= 0,
  }[operator];
}

/** The kwargs that ask for a condition in one of the forms. */
export function writeCondition(condition: Condition, form: Form): Readonly<Record<string, unknown>> {
  if (form === "structured") return { row_condition: structured(condition) };
  const written = form === "pandas" ? pandas(condition) : text(condition);
  return { row_condition: written, condition_parser: form };
}

function pandas(condition: Condition): string {
  if ("conditions" in condition) {
    return condition.conditions.map((each) => `(${pandas(each)})`).join(` ${condition.type} `);
  }
  if (condition.type === "nullity") return `${condition.column}.${condition.isNull ? "isnull" : "notnull"}()`;
  return `${condition.column} ${condition.operator} ${JSON.stringify(condition.value)}`;
}

function text(condition: Condition): string {
  if (condition.type === "comparison") {
    return `col("${condition.column}") ${condition.operator} ${JSON.stringify(condition.value)}`;
  }
  if (condition.type === "nullity" && !condition.isNull) return `col("${condition.column}").notNull()`;
  throw new RangeError("this form has no words for that");
}

function structured(condition: Condition): unknown {
  if ("conditions" in condition) {
    return { type: condition.type, conditions: condition.conditions.map(structured) };
  }
  const column = { name: condition.column };
  if (condition.type === "nullity") return { type: "nullity", column, is_null: condition.isNull };
  return { type: "comparison", column, operator: condition.operator, parameter: condition.value };
}
