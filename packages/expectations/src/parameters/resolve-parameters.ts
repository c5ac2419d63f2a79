/**
 * `{ "$PARAMETER": "…" }` in the arguments of an expectation, replaced by its value.
 *
 * @module
 */
import { type JsonValue, quote } from "@ml-gates/gate";
import type { WrittenKwargs } from "../suite.ts";
import { type Environment, evaluateExpression } from "./evaluate-expression.ts";
import { ExpressionFault } from "./quantity.ts";

const KEY = "$PARAMETER";

/** Says what is wrong with an argument, and what to do. */
export type ComplainOf = (name: string, message: string, remedy: string) => void;

/** The arguments with their parameters' values; one that has none is complained of and becomes null. */
export function resolveParameters(
  written: WrittenKwargs,
  environment: Environment,
  complainOf: ComplainOf,
): WrittenKwargs {
  const resolve = (name: string, value: JsonValue): JsonValue => {
    if (!isParameter(value)) return value;
    try {
      return resolveParameter(value, environment);
    } catch (error) {
      if (!(error instanceof ExpressionFault)) throw error;
      const message = `${name} is the parameter ${quote(value[KEY])}, and ${error.message}.`;
      const remedy =
        "Give the parameter under parameters in the gate file or in the suite, or correct the expression.";
      complainOf(name, message, remedy);
      return null;
    }
  };
  return Object.fromEntries(Object.entries(written).map(([name, value]) => [name, resolve(name, value)]));
}

type Parameter = Readonly<Record<string, JsonValue>>;

function isParameter(value: JsonValue): value is Parameter {
  return typeof value === "object" && value !== null && !Array.isArray(value) && Object.hasOwn(value, KEY);
}

/** Suites of 0.18 may hold a value beside the expression, which then counts. */
function resolveParameter(parameter: Parameter, environment: Environment): JsonValue {
  const expression = parameter[KEY];
  if (typeof expression !== "string") throw new ExpressionFault("its expression is no text");
  const beside = `${KEY}.${expression}`;
  const other = Object.keys(parameter).find((key) => key !== KEY && key !== beside);
  if (other !== undefined) throw new ExpressionFault(`the key ${quote(other)} stands beside it`);
  return parameter[beside] ?? evaluateExpression(expression, environment);
}
