/**
 * What an expression of parameters reckons with: numbers, points in time and the time between them.
 *
 * @module
 */

/** A number, or microseconds: since 1970-01-01 in UTC for an instant. */
export interface Quantity {
  readonly is: "number" | "instant" | "duration";
  readonly value: number;
}

export type Sign = "+" | "-" | "*" | "/" | "^";

/** What is wrong with an expression. */
export class ExpressionFault extends Error {
  override readonly name = "ExpressionFault";
}

type Kind = Quantity["is"];

/** The kinds that can be combined, and what comes out, as in Python's datetime. */
const RESULTS: Readonly<Record<string, Kind>> = {
  "instant + duration": "instant",
  "duration + instant": "instant",
  "instant - duration": "instant",
  "instant - instant": "duration",
  "duration + duration": "duration",
  "duration - duration": "duration",
  "duration * number": "duration",
  "number * duration": "duration",
  "duration / number": "duration",
  "duration / duration": "number",
};

/** Two quantities combined. @throws ExpressionFault when that is nothing, or nothing finite. */
export function combine(left: Quantity, sign: Sign, right: Quantity): Quantity {
  const numbers = left.is === "number" && right.is === "number";
  const is = numbers ? "number" : RESULTS[`${left.is} ${sign} ${right.is}`];
  if (is === undefined) throw new ExpressionFault(`${tell(left)} ${sign} ${tell(right)} is nothing`);
  if (sign === "/" && right.value === 0) throw new ExpressionFault("it divides by 0");
  const value = reckon(left.value, sign, right.value);
  return quantity(is, is === "number" ? value : Math.round(value));
}

function reckon(left: number, sign: Sign, right: number): number {
  if (sign === "+") return left + right;
  if (sign === "-") return left - right;
  if (sign === "*") return left * right;
  return sign === "/" ? left / right : left ** right;
}

/** A finite quantity. */
export function quantity(is: Kind, value: number): Quantity {
  if (!Number.isFinite(value)) throw new ExpressionFault("it has no finite value");
  return { is, value };
}

/** The quantity with the other sign. */
export function negate({ is, value }: Quantity): Quantity {
  if (is === "instant") throw new ExpressionFault("a date has no negative");
  return { is, value: 0 - value };
}

/** The number itself. @throws ExpressionFault for dates and durations. */
export function numberOf(operand: Quantity): number {
  if (operand.is === "number") return operand.value;
  throw new ExpressionFault(`${tell(operand)} stands where a number is wanted`);
}

/** What an expression yields: a number, or a date as Python's `isoformat` writes it. */
export function toJson({ is, value }: Quantity): number | string {
  if (is === "duration") throw new ExpressionFault("it yields a duration, which no argument can be");
  if (is === "instant") return writeInstant(value);
  if (Number.isInteger(value) && !Number.isSafeInteger(value))
    throw new ExpressionFault("it yields a whole number beyond 2^53");
  // A minus zero is no value that JSON has.
  return value + 0;
}

function writeInstant(microseconds: number): string {
  const seconds = Math.floor(microseconds / 1e6);
  const date = new Date(seconds * 1000);
  const year = Number.isNaN(date.getTime()) ? 0 : date.getUTCFullYear();
  if (year < 1 || year > 9999) throw new ExpressionFault("it yields a date outside the years 1 … 9999");
  const fraction = microseconds - seconds * 1e6;
  const whole = date.toISOString().slice(0, 19);
  return fraction === 0 ? whole : `${whole}.${String(fraction).padStart(6, "0")}`;
}

function tell({ is, value }: Quantity): string {
  return is === "number" ? `${value}` : is === "instant" ? "a date" : "a duration";
}
