/**
 * Arguments that the checks of other tools share: limits, the rows that take part, and what is missing or valid.
 *
 * @module
 */
import type { JsonValue } from "@ml-gates/gate";
import { type Column, presentValue, quoteNumber, quoteText, type Table } from "@ml-gates/queries";
import { betweenOf, boundsOf } from "./bounds.ts";
import { comparable, literal, NotEvaluable, textOf } from "./comparable.ts";
import {
  bound,
  count,
  defaulting,
  flag,
  type KwargsOf,
  type KwargType,
  number,
  optional,
  type Scalar,
} from "./kwarg-types.ts";
import type { Limits } from "./limited-question.ts";
import {
  type ReadSql,
  readSqlCondition,
  readSqlMetric,
  type SqlParts,
  writeSqlParts,
} from "./sql-condition.ts";
import { tellName } from "./tell.ts";
import { translateRegex } from "./translate-regex.ts";

/** One of a few words. */
export function choiceOf<const W extends string>(words: readonly W[]): KwargType<W> {
  return { read: (value) => words.find((word) => word === value) ?? { wanted: words.join(" or ") } };
}

function sqlOf(read: (sql: string) => ReadSql, noun: string): KwargType<SqlParts> {
  return {
    read: (value) => {
      if (typeof value !== "string") return { wanted: `${noun} in SQL` };
      const found = read(value);
      return "parts" in found ? found.parts : { wanted: `${noun} in plain SQL, without ${found.fault}` };
    },
  };
}

export const sqlCondition = sqlOf(readSqlCondition, "a condition on the columns");
export const sqlMetric = sqlOf(readSqlMetric, "an aggregate of the columns");

/** Numbers, texts and booleans beside each other, as YAML without quotes yields them. */
const members: KwargType<readonly Scalar[]> = {
  read: (value) => {
    const plain = Array.isArray(value) ? value.filter((member) => member !== null) : [null];
    return plain.every(isScalar) ? plain : { wanted: "a list of numbers, texts or booleans" };
  },
};

function isScalar(value: JsonValue): value is Scalar {
  return ["number", "string", "boolean"].includes(typeof value);
}

/** A pattern that is searched for, in the part of Python's grammar that RE2 has too. */
const pattern: KwargType<string> = {
  read: (value) => {
    if (typeof value !== "string") return { wanted: "a regular expression as text" };
    const translated = translateRegex(value);
    if ("without" in translated) return { wanted: `a regular expression without ${translated.without}` };
    return translated.re2 ?? { wanted: "a regular expression without look-around and back-references" };
  },
};

/** Limits, and whether the value must lie outside them. */
export const limitKwargs = { ...betweenOf(number), outside: defaulting(flag, false) };

export const unitKwargs = {
  unit: defaulting(choiceOf(["count", "percent"]), "count"),
  /** Digits that a percentage is rounded to before it is judged. */
  digits: optional(count),
};

/** Only these rows take part. */
export const filterKwargs = { row_filter: optional(sqlCondition) };

/** What counts as missing beside NULL and NaN. */
export const missingKwargs = { missing_values: optional(members), missing_regex: optional(pattern) };

export const validKwargs = {
  valid_values: optional(members),
  invalid_values: optional(members),
  valid_min: optional(bound),
  valid_max: optional(bound),
  valid_length: optional(count),
  valid_min_length: optional(count),
  valid_max_length: optional(count),
  valid_regex: optional(pattern),
  invalid_regex: optional(pattern),
};

export function limitsOf(kwargs: KwargsOf<typeof limitKwargs>): Limits {
  return { bounds: boundsOf(kwargs), outside: kwargs.outside };
}

/** The filter as SQL; null for all rows. */
export function filterOf({ row_filter }: KwargsOf<typeof filterKwargs>, table: Table): string | null {
  return row_filter === null ? null : writeSqlParts(row_filter, table);
}

/** SQL that holds for missing values, and is never NULL. */
export function isMissing(column: Column, kwargs: KwargsOf<typeof missingKwargs>): string {
  return anyOf([
    `${presentValue(column)} IS NULL`,
    ...(kwargs.missing_values === null ? [] : [isOneOf(column, kwargs.missing_values)]),
    ...(kwargs.missing_regex === null ? [] : [matches(column, kwargs.missing_regex)]),
  ]);
}

/** SQL that holds for values that are not valid; FALSE when nothing is said of validity. */
export function isInvalid(column: Column, kwargs: KwargsOf<typeof validKwargs>): string {
  const compared = (sign: string, limit: Scalar) =>
    `${comparable(column).sql} ${sign} ${looseLiteral(column, limit)}`;
  const length = (sign: string, limit: number) => `length(${textOf(column)}) ${sign} ${limit}`;
  const clauses: readonly (string | null)[] = [
    mapped(kwargs.valid_values, (values) => `NOT ${isOneOf(column, values)}`),
    mapped(kwargs.invalid_values, (values) => isOneOf(column, values)),
    mapped(kwargs.valid_min, (limit) => compared("<", limit)),
    mapped(kwargs.valid_max, (limit) => compared(">", limit)),
    mapped(kwargs.valid_length, (limit) => length("<>", limit)),
    mapped(kwargs.valid_min_length, (limit) => length("<", limit)),
    mapped(kwargs.valid_max_length, (limit) => length(">", limit)),
    mapped(kwargs.valid_regex, (regex) => `NOT ${matches(column, regex)}`),
    mapped(kwargs.invalid_regex, (regex) => matches(column, regex)),
  ];
  return anyOf(clauses.filter((clause) => clause !== null));
}

/** Conditions of which all hold; null when there is none. */
export function allOf(conditions: readonly (string | null)[]): string | null {
  const wanted = conditions.filter((condition) => condition !== null);
  return wanted.length === 0 ? null : wanted.map((condition) => `(${condition})`).join(" AND ");
}

function anyOf(conditions: readonly string[]): string {
  const wrapped = conditions.map((condition) => `coalesce(${condition}, FALSE)`);
  return wrapped.length === 0 ? "FALSE" : `(${wrapped.join(" OR ")})`;
}

function mapped<T>(value: T | null, write: (value: T) => string): string | null {
  return value === null ? null : write(value);
}

function matches(column: Column, re2: string): string {
  return `regexp_matches(${textOf(column)}, ${quoteText(re2)})`;
}

function isOneOf(column: Column, values: readonly Scalar[]): string {
  const literals = values.map((value) => looseLiteral(column, value));
  return literals.length === 0 ? "FALSE" : `(${comparable(column).sql} IN (${literals.join(", ")}))`;
}

/** YAML reads `1` as a number and `no` as a text, whatever the column is: text of a number and a number are alike. */
function looseLiteral(column: Column, value: Scalar): string {
  const { kind } = comparable(column);
  if (kind === "text" && typeof value !== "string") return literal(column, `${value}`);
  if (kind !== "number" || typeof value !== "string") return literal(column, value);
  if (value.trim() !== "" && Number.isFinite(Number(value))) return quoteNumber(Number(value));
  const reason = `The column ${tellName(column.name)} of type ${column.sqlType} is compared with the text ${JSON.stringify(value.slice(0, 100))}.`;
  throw new NotEvaluable(reason, column);
}
