/**
 * Conditions written as objects, as Great Expectations 1.9 and later write them.
 *
 * @module
 */
import { isJsonObject, type JsonValue, quote } from "@ml-gates/gate";
import type { Scalar } from "../kwarg-types.ts";
import { type Comparison, type Condition, ConditionFault } from "./condition.ts";

type JsonObject = Readonly<Record<string, JsonValue>>;

const OPERATORS: readonly Comparison[] = ["==", "!=", "<", "<=", ">", ">="];
const MOST_CONDITIONS = 100;

/** @throws ConditionFault when the object is no such condition. */
export function parseStructuredCondition(written: JsonValue): Condition {
  const condition = read(written, null);
  if (countLeaves(condition) > MOST_CONDITIONS)
    throw new ConditionFault(`more than ${MOST_CONDITIONS} conditions stand in it`);
  return condition;
}

/** `inside` is what a condition stands in: an `or` stands on its own, and only an `or` may hold an `and`. */
function read(written: JsonValue, inside: "and" | "or" | null, depth = 0): Condition {
  if (!isJsonObject(written)) throw new ConditionFault(`${quote(written)} is no condition`);
  if (depth > MOST_CONDITIONS) throw new ConditionFault(`more than ${MOST_CONDITIONS} conditions nest in it`);
  const { type } = written;
  if (type === "comparison") return readComparison(written);
  if (type === "nullity") return readNullity(written);
  if (type !== "and" && type !== "or")
    throw new ConditionFault(`its type ${quote(type ?? null)} is not known`);
  if (type === "or" && inside !== null) throw new ConditionFault(`an or stands inside an ${inside}`);
  refuseOthers(written, ["type", "conditions"]);
  const { conditions } = written;
  if (!Array.isArray(conditions) || conditions.length === 0)
    throw new ConditionFault(`its ${type} has no conditions`);
  return {
    is: type === "and" ? "all" : "any",
    of: conditions.map((each) => read(each, type, depth + 1)),
  };
}

function readComparison(written: JsonObject): Condition {
  refuseOthers(written, ["type", "column", "operator", "parameter"]);
  const column = readColumn(written);
  const { operator = null, parameter = null } = written;
  if (operator === "IN" || operator === "NOT_IN") {
    const found: Condition = { is: "member", column, values: readValues(parameter) };
    return operator === "IN" ? found : { is: "not", of: found };
  }
  const known = OPERATORS.find((each) => each === operator);
  if (known === undefined) throw new ConditionFault(`its operator ${quote(operator)} is not known`);
  return { is: "comparison", left: { column }, operator: known, right: { value: readValue(parameter) } };
}

function readNullity(written: JsonObject): Condition {
  refuseOthers(written, ["type", "column", "is_null"]);
  const missing: Condition = { is: "missing", column: readColumn(written) };
  const { is_null = null } = written;
  if (typeof is_null !== "boolean")
    throw new ConditionFault(`its is_null is ${quote(is_null)}, not true or false`);
  return is_null ? missing : { is: "not", of: missing };
}

function readColumn({ column = null }: JsonObject): string {
  const name = isJsonObject(column) ? column["name"] : null;
  if (typeof name === "string") return name;
  throw new ConditionFault(`its column is ${quote(column)}, not { "name": … }`);
}

function readValues(parameter: JsonValue): readonly Scalar[] {
  const values = Array.isArray(parameter) ? parameter.map(readValue) : null;
  const kinds = new Set(values?.map((value) => typeof value));
  if (values !== null && kinds.size <= 1 && !kinds.has("boolean")) return values;
  throw new ConditionFault(`its parameter is ${quote(parameter)}, not a list of numbers or a list of texts`);
}

function readValue(parameter: JsonValue): Scalar {
  const exact =
    typeof parameter !== "number" || Number.isSafeInteger(parameter) || !Number.isInteger(parameter);
  if (parameter !== null && typeof parameter !== "object" && exact) return parameter;
  throw new ConditionFault(`its parameter is ${quote(parameter)}, not a number, a text or a boolean`);
}

function refuseOthers(written: JsonObject, legal: readonly string[]): void {
  const other = Object.keys(written).find((key) => !legal.includes(key));
  if (other !== undefined) throw new ConditionFault(`its key ${quote(other)} is not known`);
}

function countLeaves(condition: Condition): number {
  if (condition.is === "not") return countLeaves(condition.of);
  if (condition.is !== "all" && condition.is !== "any") return 1;
  return condition.of.reduce((sum, each) => sum + countLeaves(each), 0);
}
