/**
 * The functions of an expression of parameters, as Python has them.
 *
 * @module
 */
import { ExpressionFault, numberOf, type Quantity, quantity } from "./quantity.ts";

/** What a function is called with: by place, or by name. */
export interface Arguments {
  readonly placed: readonly Quantity[];
  readonly named: Readonly<Record<string, Quantity>>;
}

type Function = (given: Arguments, now: () => number) => Quantity;

const MICROSECONDS: Readonly<Record<string, number>> = {
  days: 86_400e6,
  seconds: 1e6,
  microseconds: 1,
  milliseconds: 1e3,
  minutes: 60e6,
  hours: 3_600e6,
  weeks: 604_800e6,
};

const DATE_PARTS = ["year", "month", "day", "hour", "minute", "second", "microsecond"];
const LEAST = [1, 1, 1, 0, 0, 0, 0];
const MOST = [9999, 12, 31, 23, 59, 59, 999_999];

/** Below this a number has no sign. */
const EPSILON = 1e-12;

/** The functions by name. */
export const FUNCTIONS: ReadonlyMap<string, Function> = new Map<string, Function>([
  ["sin", ofOne(Math.sin)],
  ["cos", ofOne(Math.cos)],
  ["tan", ofOne(Math.tan)],
  ["exp", ofOne(Math.exp)],
  ["trunc", ofOne((value) => Math.trunc(value) + 0)],
  ["sgn", ofOne((value) => (value < -EPSILON ? -1 : value > EPSILON ? 1 : 0))],
  ["abs", absolute],
  ["round", round],
  ["now", readNow],
  ["datetime", datetime],
  ["timedelta", timedelta],
]);

function ofOne(reckon: (value: number) => number): Function {
  return (given) => {
    const [value = 0] = read(given, ["x"], 1);
    return quantity("number", reckon(value));
  };
}

function readNow(given: Arguments, now: () => number): Quantity {
  read(given, []);
  return quantity("instant", now());
}

function absolute({ placed, named }: Arguments): Quantity {
  const [operand] = placed;
  if (operand === undefined || placed.length > 1 || Object.keys(named).length > 0)
    throw new ExpressionFault("abs wants one argument");
  if (operand.is === "instant") throw new ExpressionFault("a date has no absolute value");
  return { is: operand.is, value: Math.abs(operand.value) };
}

/** Half goes to the even neighbour. */
function round(given: Arguments): Quantity {
  const [value = 0, digits = 0] = read(given, ["number", "ndigits"], 1);
  if (!Number.isInteger(digits) || digits < 0 || digits > 15)
    throw new ExpressionFault("round wants 0 to 15 digits");
  return quantity("number", roundHalfEven(value, digits));
}

function roundHalfEven(value: number, digits: number): number {
  if (Math.abs(value) >= 2 ** 53) return value;
  const scaled = value * 10 ** digits;
  // Only a number of few binary places lies exactly between two decimals.
  const halfway = Number.isInteger(value * 2 ** (digits + 1)) && Math.abs(scaled % 1) === 0.5;
  return halfway ? (2 * Math.round(scaled / 2)) / 10 ** digits + 0 : Number(value.toFixed(digits)) + 0;
}

function datetime(given: Arguments): Quantity {
  const parts = read(given, DATE_PARTS, 3).map((part, index) => part ?? LEAST[index] ?? 0);
  const wrong = parts.findIndex(
    (part, index) => !Number.isInteger(part) || part < (LEAST[index] ?? 0) || part > (MOST[index] ?? 0),
  );
  if (wrong !== -1) throw new ExpressionFault(`the ${DATE_PARTS[wrong]} ${parts[wrong]} is in no calendar`);
  const [year = 1, month = 1, day = 1, hour, minute, second, microsecond = 0] = parts;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCDate() !== day) throw new ExpressionFault(`the day ${day} is not in the month ${month}`);
  date.setUTCHours(hour ?? 0, minute ?? 0, second ?? 0);
  return quantity("instant", date.getTime() * 1000 + microsecond);
}

function timedelta(given: Arguments): Quantity {
  const units = Object.keys(MICROSECONDS);
  const parts = read(given, units, 0).map(
    (part, index) => (part ?? 0) * (MICROSECONDS[units[index] ?? ""] ?? 0),
  );
  return quantity("duration", Math.round(parts.reduce((sum, part) => sum + part, 0)));
}

/** The arguments in the order of their names; undefined where one is not given. */
function read(
  { placed, named }: Arguments,
  names: readonly string[],
  least = names.length,
): readonly (number | undefined)[] {
  const other = Object.keys(named).find((name) => !names.includes(name));
  if (other !== undefined) throw new ExpressionFault(`${JSON.stringify(other)} is no argument of it`);
  if (placed.length > names.length) throw new ExpressionFault(`at most ${names.length} arguments are wanted`);
  const found = names.map(
    (name, index) => placed[index] ?? (Object.hasOwn(named, name) ? named[name] : undefined),
  );
  const absent = found.findIndex((operand, index) => operand === undefined && index < least);
  if (absent !== -1) throw new ExpressionFault(`the argument ${names[absent]} is missing`);
  return found.map((operand) => (operand === undefined ? undefined : numberOf(operand)));
}
