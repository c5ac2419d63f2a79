/**
 * Columns and suite values brought to one kind, so that like is only ever compared with like.
 *
 * @module
 */
import { nearestWord, quote } from "@ml-gates/gate";
import { type Column, presentValue, quoteNumber, quoteText, type Table } from "@ml-gates/queries";
import { parseInstant } from "./instant.ts";
import type { Scalar } from "./kwarg-types.ts";
import { tellName } from "./tell.ts";

export type ValueKind = "number" | "boolean" | "text" | "time";

/** A column's value ready to be compared: NaN is NULL, dates and times are microseconds since 1970 in UTC. */
export interface Comparable {
  readonly name: string;
  readonly kind: ValueKind;
  readonly sql: string;
}

const REMEDY = "Correct the expectation, or the type or name of the column in the data.";

/** Why a check cannot be evaluated on this table. `column` is set when only the column's values stand in the way. */
export class NotEvaluable extends Error {
  override readonly name = "NotEvaluable";
  readonly column: Column | null;
  readonly remedy: string;

  constructor(reason: string, column: Column | null = null, remedy: string = REMEDY) {
    super(reason);
    this.column = column;
    this.remedy = remedy;
  }
}

const KINDS: Readonly<Record<Column["family"], ValueKind | null>> = {
  integer: "number",
  float: "number",
  boolean: "boolean",
  text: "text",
  date: "time",
  timestamp: "time",
  other: null,
};

/** The column of that very name. @throws NotEvaluable when the table has none. */
export function findColumn(table: Table, name: string): Column {
  const found = table.columns.find((column) => column.name === name);
  if (found) return found;
  const near = nearestWord(name, nameCandidates(table));
  const hint = near === null ? "" : ` Is ${tellName(near)} meant?`;
  throw new NotEvaluable(`The table has no column ${tellName(name)}.${hint}`);
}

/** Enough to find a slip of the pen; a table made of thousands of long names must not cost minutes. */
function nameCandidates(table: Table): readonly string[] {
  return table.columns.slice(0, 200).flatMap(({ name }) => (name.length <= 100 ? name : []));
}

/** The column as a comparable value. @throws NotEvaluable for types that have no order here, such as lists. */
export function comparable(column: Column): Comparable {
  const kind = KINDS[column.family];
  if (kind === null) throw refuse(column, "holds values that cannot be compared");
  if (kind === "text") return { name: column.name, kind, sql: asText(column) };
  const value = presentValue(column);
  return { name: column.name, kind, sql: kind === "time" ? `epoch_us(${value})` : value };
}

/**
 * The column's text, as Python's `str` gives it.
 *
 * @throws NotEvaluable for dates, times and nested values, whose text differs from tool to tool.
 */
export function textOf(column: Column): string {
  const value = presentValue(column);
  if (column.family === "text") return asText(column);
  if (column.family === "boolean") return `CASE WHEN ${value} THEN 'True' WHEN NOT ${value} THEN 'False' END`;
  if (column.family === "integer" || column.family === "float") return `CAST(${value} AS VARCHAR)`;
  throw refuse(column, "holds no text");
}

/** An enumeration is ordered by its declaration; its texts are not. */
function asText(column: Column): string {
  const value = presentValue(column);
  return column.sqlType === "VARCHAR" ? value : `CAST(${value} AS VARCHAR)`;
}

/** A suite's value as SQL of the column's kind. @throws NotEvaluable when the kinds differ. */
export function literal(column: Column, value: Scalar): string {
  const { kind } = comparable(column);
  if (kind === "number" && typeof value === "number") return quoteNumber(value);
  if (kind === "text" && typeof value === "string") return quoteUserText(column, value);
  if (kind === "boolean" && (value === true || value === 1)) return "TRUE";
  if (kind === "boolean" && (value === false || value === 0)) return "FALSE";
  const instant = kind === "time" && typeof value === "string" ? parseInstant(value) : null;
  if (instant !== null) return quoteNumber(instant);
  throw mismatch(column, kind, value);
}

/** One bad value makes a text file's column text: a declared type tells which row holds it. */
function mismatch(column: Column, kind: ValueKind, value: Scalar): NotEvaluable {
  const wanted = kind === "time" ? "an ISO 8601 date or time" : `a ${kind}`;
  const refusal = refuse(column, `is compared with ${quote(value)}, which is not ${wanted}`);
  if (kind !== "text" || typeof value !== "number") return refusal;
  const declared = `types: { ${JSON.stringify(column.name)}: float }`;
  const remedy = `If it is meant to hold numbers, some value is none: declare \`${declared}\` for this data in the gate file, and the report names each such row. Else correct the expectation.`;
  return new NotEvaluable(refusal.message, column, remedy);
}

function quoteUserText(column: Column, value: string): string {
  if (value.includes("\0")) throw refuse(column, "is compared with a text that holds a NUL character");
  return quoteText(value);
}

function refuse(column: Column, what: string): NotEvaluable {
  return new NotEvaluable(`The column ${tellName(column.name)} of type ${column.sqlType} ${what}.`, column);
}
