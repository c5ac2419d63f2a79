/**
 * Conditions as SQL: columns and values pass through the same quoting as everywhere, and nothing else is text.
 *
 * @module
 */
import { type Column, presentValue, type Table } from "@ml-gates/queries";
import { comparable, findColumn, literal, NotEvaluable } from "../comparable.ts";
import { operandOf } from "../numeric-column.ts";
import { writeSqlParts } from "../sql-condition.ts";
import { tellName } from "../tell.ts";
import type { Comparison, Condition, Operand } from "./condition.ts";

const SQL: Readonly<Record<Comparison, string>> = {
  "==": "=",
  "!=": "<>",
  "<": "<",
  "<=": "<=",
  ">": ">",
  ">=": ">=",
};

/** SQL that is TRUE or FALSE for every row. @throws NotEvaluable when the table has not what it is about. */
export function writeCondition(condition: Condition, table: Table): string {
  switch (condition.is) {
    case "comparison":
      return writeComparison(condition, table);
    case "member":
      return writeMember(findColumn(table, condition.column), condition.values);
    case "missing":
      return `(${presentValue(findColumn(table, condition.column))} IS NULL)`;
    case "flag":
      return writeFlag(findColumn(table, condition.column));
    case "sql":
      return `coalesce((${writeSqlParts(condition.parts, table)}), FALSE)`;
    case "not":
      return `(NOT ${writeCondition(condition.of, table)})`;
    default: {
      const join = condition.is === "all" ? " AND " : " OR ";
      return `(${condition.of.map((each) => writeCondition(each, table)).join(join)})`;
    }
  }
}

type CompareNode = Extract<Condition, { is: "comparison" }>;

/** A missing value differs from everything and is otherwise like nothing. */
function writeComparison({ left, operator, right }: CompareNode, table: Table): string {
  const sql = `${writeSide(left, right, table)} ${SQL[operator]} ${writeSide(right, left, table)}`;
  return `coalesce(${sql}, ${operator === "!=" ? "TRUE" : "FALSE"})`;
}

function writeSide(side: Operand, other: Operand, table: Table): string {
  if ("column" in side) {
    const column = findColumn(table, side.column);
    if ("value" in other) return comparable(column).sql;
    const beside = findColumn(table, other.column);
    if (!areAlike(column, beside)) throw unlike(column, beside);
    return writeAlike(column, beside);
  }
  if ("column" in other) return literal(findColumn(table, other.column), side.value);
  throw new TypeError("a comparison without a column was parsed");
}

/** Whether values of two columns can be equal: numbers and booleans can, as in Python. */
export function areAlike(left: Column, right: Column): boolean {
  const [ours, theirs] = [kindOf(left), kindOf(right)];
  return ours === theirs;
}

function kindOf(column: Column): string {
  const { kind } = comparable(column);
  return kind === "boolean" ? "number" : kind;
}

/** A column's value, ready to be compared with one that is alike. */
export function writeAlike(column: Column, beside: Column): string {
  const { kind, sql } = comparable(column);
  return kind === "boolean" && comparable(beside).kind === "number" ? operandOf(column) : sql;
}

/** Why two columns cannot be compared. */
export function unlike(left: Column, right: Column): NotEvaluable {
  const [ours, theirs] = [left, right].map(({ name, sqlType }) => `${tellName(name)} of type ${sqlType}`);
  return new NotEvaluable(`The columns ${ours} and ${theirs} cannot be compared.`);
}

function writeMember(column: Column, values: readonly (number | string | boolean)[]): string {
  const literals = values.map((value) => literal(column, value));
  return literals.length === 0
    ? "FALSE"
    : `coalesce(${comparable(column).sql} IN (${literals.join(", ")}), FALSE)`;
}

function writeFlag(column: Column): string {
  const { kind, sql } = comparable(column);
  if (kind === "boolean") return `coalesce(${sql}, FALSE)`;
  throw new NotEvaluable(`The column ${tellName(column.name)} of type ${column.sqlType} is no condition.`);
}
