/**
 * From `row_condition` and `condition_parser`, as written, to a condition.
 *
 * @module
 */
import { type JsonValue, quote } from "@ml-gates/gate";
import type { Misread } from "../kwarg-types.ts";
import { readSqlCondition } from "../sql-condition.ts";
import type { Generation, WrittenKwargs } from "../suite.ts";
import { type Condition, ConditionFault } from "./condition.ts";
import { type Dialect, parseConditionText } from "./parse-condition-text.ts";
import { parseStructuredCondition } from "./parse-structured-condition.ts";

const DIALECTS: Readonly<Record<string, Dialect>> = {
  pandas: "pandas",
  great_expectations: "great_expectations",
  great_expectations__experimental__: "great_expectations",
};

/** The condition that an expectation's rows must meet; null for all rows. */
export function parseRowCondition(
  { row_condition: written = null, condition_parser: parser = null }: WrittenKwargs,
  generation: Generation,
): Condition | null | Misread {
  if (written === null || (written === "" && generation === "0.18")) return null;
  try {
    if (typeof written === "object") return parse(written);
    if (typeof written !== "string")
      throw new ConditionFault(`${quote(written)} is neither text nor an object`);
    if (parser === "sql") return parseSql(written);
    const dialect = dialectOf(written, parser);
    const condition = parseConditionText(written, dialect);
    return generation === "0.18" && dialect === "great_expectations" ? leaveOutMissing(condition) : condition;
  } catch (error) {
    if (error instanceof ConditionFault) return { wanted: error.message };
    throw error;
  }
}

/** Old text in a new object is pandas' text. */
function parse(written: JsonValue): Condition {
  if (
    typeof written === "object" &&
    written !== null &&
    "type" in written &&
    written["type"] === "pass_through"
  ) {
    const text = "pass_through_filter" in written ? written["pass_through_filter"] : null;
    if (typeof text === "string") return parseConditionText(text, dialectOf(text, null));
  }
  return parseStructuredCondition(written);
}

/** SQL as other tools write conditions: a comparison with a missing value is not true. */
function parseSql(written: string): Condition {
  const read = readSqlCondition(written);
  if ("parts" in read) return { is: "sql", parts: read.parts };
  throw new ConditionFault(`its SQL holds ${read.fault}, which is not read here`);
}

function dialectOf(text: string, parser: JsonValue): Dialect {
  if (parser === null) return /^\s*\(*\s*col\s*\(/.test(text) ? "great_expectations" : "pandas";
  const dialect =
    typeof parser === "string" && Object.hasOwn(DIALECTS, parser) ? DIALECTS[parser] : undefined;
  if (dialect !== undefined) return dialect;
  throw new ConditionFault(`the condition_parser ${quote(parser)} is none of pandas and great_expectations`);
}

/** The older generation knows this text in SQL only, where a missing value differs from nothing. */
function leaveOutMissing(condition: Condition): Condition {
  if (condition.is === "not") return { is: "not", of: leaveOutMissing(condition.of) };
  if (condition.is === "all" || condition.is === "any")
    return { is: condition.is, of: condition.of.map(leaveOutMissing) };
  if (condition.is !== "comparison" || condition.operator !== "!=") return condition;
  const present = [condition.left, condition.right].flatMap((side): readonly Condition[] =>
    "column" in side ? [{ is: "not", of: { is: "missing", column: side.column } }] : [],
  );
  return { is: "all", of: [condition, ...present] };
}
