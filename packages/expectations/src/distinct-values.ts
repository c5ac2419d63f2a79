/**
 * A column's different values, brought to one kind with the values a suite writes.
 *
 * @module
 */
import type { JsonValue } from "@ml-gates/gate";
import { type Ask, type Column, presentValue, readGroupValues, type SqlValue } from "@ml-gates/queries";
import { comparable, literal, NotEvaluable, type ValueKind } from "./comparable.ts";
import { parseInstant, tellInstant } from "./instant.ts";
import type { Scalar } from "./kwarg-types.ts";
import { plain } from "./map-question.ts";
import { operandOf } from "./numeric-column.ts";

/** One of the different values of a column. */
export interface DistinctValue {
  /** What the value equals: a number, a text, a boolean, or microseconds since 1970. */
  readonly key: Scalar;
  /** How it reads in a result. */
  readonly shown: JsonValue;
  readonly count: number;
}

/** Asks for the different values, missing ones left out. */
export function askDistinct(column: Column): Ask {
  if (column.family === "other") return { of: "values", key: presentValue(column) };
  const { kind, sql } = comparable(column);
  return { of: "values", key: kind === "number" ? operandOf(column) : sql };
}

/** The different values in ascending order. @throws NotEvaluable for values that cannot be compared. */
export function readDistinct(column: Column, answer: SqlValue): readonly DistinctValue[] {
  const groups = readGroupValues(answer);
  if (groups.length === 0) return [];
  const { kind } = comparable(column);
  const values = groups.map(({ value, count }) => ({ key: keyOf(value), shown: show(kind, value), count }));
  return values.toSorted((left, right) => compareKeys(left.key, right.key));
}

/** A suite's values as keys, each once. @throws NotEvaluable for values of another kind than the column's. */
export function readMembers(column: Column, members: readonly Scalar[]): ReadonlyMap<Scalar, Scalar> {
  return new Map(members.map((member) => [memberKey(column, member), member]));
}

function memberKey(column: Column, member: Scalar): Scalar {
  literal(column, member);
  const { kind } = comparable(column);
  if (kind === "boolean") return member === true || member === 1;
  const instant = kind === "time" ? parseInstant(`${member}`) : null;
  return instant ?? keyOf(member);
}

/** No whole number of a suite lies where a double loses digits, so a rounded one equals none of them. */
function keyOf(value: SqlValue): Scalar {
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "number") return value === 0 ? 0 : value;
  if (typeof value === "string" || typeof value === "boolean") return value;
  throw new NotEvaluable("The values are lists or records, which no set holds.");
}

function show(kind: ValueKind, value: SqlValue): JsonValue {
  const instant = kind === "time" && (typeof value === "number" || typeof value === "bigint");
  return instant ? tellInstant(value) : plain(value);
}

function compareKeys(left: Scalar, right: Scalar): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
