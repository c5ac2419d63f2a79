/**
 * Expectations about texts that must be read as something: a time, JSON, JSON of a schema.
 *
 * @module
 */
import type { JsonValue } from "@ml-gates/gate";
import { type Column, presentValue, type ValueTest } from "@ml-gates/queries";
import { NotEvaluable, textOf } from "./comparable.ts";
import type { Definition } from "./define.ts";
import { JSON_TEST } from "./json-parse.ts";
import { findSchemaFault, testJsonSchema } from "./json-schema.ts";
import { type KwargType, required } from "./kwarg-types.ts";
import { defineRows, FIX_ROWS, type Rule } from "./map-expectations.ts";
import { whereRows } from "./map-question.ts";
import { DATEUTIL_TEST } from "./parseable-dateutil.ts";
import { proveStrftime, readFormat, testStrftime } from "./parseable-strftime.ts";
import { tellName, tellValue } from "./tell.ts";

/** Only texts can be read; Great Expectations raises for all else. */
function textColumn(column: Column): string {
  if (column.family === "text") return textOf(column);
  const reason = `The column ${tellName(column.name)} of type ${column.sqlType} holds no texts to be read.`;
  throw new NotEvaluable(reason, column);
}

/** Values that SQL proves right need no test. */
function testBeyond(key: string, test: ValueTest, proof: string | null = null): Rule["unexpected"] {
  return { of: "tested", key, test, ...(proof === null ? {} : { where: `NOT coalesce(${proof}, FALSE)` }) };
}

const format: KwargType<string> = {
  read: (value) => {
    if (typeof value !== "string") return { wanted: "a format as text, such as %Y-%m-%d" };
    const pieces = readFormat(value);
    return "fault" in pieces ? { wanted: `a format of Python's strptime without ${pieces.fault}` } : value;
  },
};

/** The forms most dates have. */
function proveDate(key: string): string {
  const forms = ["%Y-%m-%d", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S"];
  const proofs = forms.flatMap((form) => {
    const pieces = readFormat(form);
    return ("fault" in pieces ? null : proveStrftime(key, pieces)) ?? [];
  });
  return `(${proofs.join(" OR ")})`;
}

type Schema = boolean | { readonly [keyword: string]: JsonValue };

const schema: KwargType<Schema> = {
  read: (value) => {
    const isSchema = typeof value === "boolean" || (typeof value === "object" && !Array.isArray(value));
    if (!isSchema || value === null) return { wanted: "a JSON Schema" };
    const fault = findSchemaFault(value as Schema);
    return fault === null ? (value as Schema) : { wanted: `a JSON Schema that can be used (${fault})` };
  },
};

export const PARSEABLE_EXPECTATIONS: Readonly<Record<string, Definition>> = {
  expect_column_values_to_match_strftime_format: defineRows({
    kwargs: { strftime_format: required(format) },
    rule: ({ strftime_format }, column) => {
      const pieces = readFormat(strftime_format);
      if ("fault" in pieces) throw new RangeError("the format was not parsed by parseSuite");
      const key = textColumn(column);
      const wanted = `the format ${tellValue(strftime_format)}`;
      return {
        unexpected: testBeyond(key, testStrftime(strftime_format, pieces), proveStrftime(key, pieces)),
        fault: [`does not have ${wanted}`, `do not have ${wanted}`],
        remedy: `${FIX_ROWS}: change the format if these values are right.`,
      };
    },
  }),
  expect_column_values_to_be_dateutil_parseable: defineRows({
    kwargs: {},
    rule: (_, column) => ({
      unexpected: testBeyond(textColumn(column), DATEUTIL_TEST, proveDate(textColumn(column))),
      fault: ["is no date or time in a usual form", "are no dates or times in a usual form"],
      remedy: `${FIX_ROWS}: write dates as YYYY-MM-DD, or ask for a form of your own by a strftime format.`,
    }),
  }),
  expect_column_values_to_be_json_parseable: defineRows({
    kwargs: {},
    rule: (_, column) => ({
      // Only texts are JSON to Great Expectations, which here alone raises nothing.
      unexpected:
        column.family === "text"
          ? testBeyond(textOf(column), JSON_TEST)
          : whereRows(column, `${presentValue(column)} IS NOT NULL`),
      fault: ["is no JSON text", "are no JSON texts"],
      remedy: `${FIX_ROWS}: texts cut at a limit and single quotes are the usual causes.`,
    }),
  }),
  expect_column_values_to_match_json_schema: defineRows({
    kwargs: { json_schema: required(schema) },
    rule: ({ json_schema }, column) => ({
      unexpected: testBeyond(textColumn(column), testJsonSchema(json_schema)),
      fault: ["breaks the JSON Schema", "break the JSON Schema"],
      remedy: `${FIX_ROWS}: change the schema if these values are right.`,
    }),
  }),
};
