/**
 * Expressions of parameters, such as `trunc(expected_rows * 0.9)`: read and reckoned, never run as code.
 *
 * @module
 */
import type { JsonValue } from "@ml-gates/gate";
import { parseInstant } from "../instant.ts";
import { FUNCTIONS } from "./functions.ts";
import { combine, ExpressionFault, negate, type Quantity, quantity, type Sign, toJson } from "./quantity.ts";

/** What the names of an expression stand for. */
export interface Environment {
  /** The value of a name; undefined when it has none. */
  find(name: string): JsonValue | undefined;
  /** Microseconds since 1970-01-01 in UTC. */
  now(): number;
}

const TOKEN =
  /\s*(?:(?<number>(?:\d+|\.\d+)(?:\.\d+)?(?:[eE][+-]?\d+)?)|(?<name>[A-Za-z_][A-Za-z0-9_$]*)|(?<sign>[-+*/^(),=]))/y;
const NUMBER = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/;
const NAME = /^\s*([A-Za-z][A-Za-z0-9_$]*)\s*$/;
const CONSTANTS = new Map([
  ["PI", Math.PI],
  ["E", Math.E],
]);
const MOST_CHARACTERS = 10_000;
const MOST_NESTED = 100;

/**
 * The value of an expression. One name alone yields its value as it is; anything else a number or a date.
 *
 * @throws ExpressionFault when it cannot be read, names what is not there, or has no value.
 */
export function evaluateExpression(text: string, environment: Environment): JsonValue {
  if (/^\s*urn:/.test(text))
    throw new ExpressionFault("it refers to a store of metrics, which is not supported");
  const name = NAME.exec(text)?.[1];
  if (name !== undefined) return find(name, environment);
  const reading: Reading = { tokens: tokensOf(text), environment, place: 0, depth: 0 };
  const found = readSum(reading);
  if (reading.place < reading.tokens.length) throw unexpected(reading);
  return toJson(found);
}

function find(name: string, environment: Environment): JsonValue {
  const value = environment.find(name);
  if (value === undefined) throw new ExpressionFault(`no parameter ${JSON.stringify(name)} is given`);
  return value;
}

interface Token {
  readonly kind: "number" | "name" | "sign";
  readonly text: string;
}

interface Reading {
  readonly tokens: readonly Token[];
  readonly environment: Environment;
  place: number;
  depth: number;
}

function tokensOf(text: string): readonly Token[] {
  if (text.length > MOST_CHARACTERS)
    throw new ExpressionFault(`it has more than ${MOST_CHARACTERS} characters`);
  const written = text.trimEnd();
  const tokens: Token[] = [];
  let place = 0;
  while (place < written.length) {
    TOKEN.lastIndex = place;
    const { number, name, sign } = TOKEN.exec(written)?.groups ?? {};
    const found = number ?? name ?? sign;
    if (found === undefined)
      throw new ExpressionFault(`${JSON.stringify(written.slice(place, place + 20))} is no part of it`);
    tokens.push({
      kind: number !== undefined ? "number" : name !== undefined ? "name" : "sign",
      text: found,
    });
    place = TOKEN.lastIndex;
  }
  return tokens;
}

function readSum(reading: Reading): Quantity {
  let sum = readProduct(reading);
  for (let sign = takeOf(reading, "+", "-"); sign !== null; sign = takeOf(reading, "+", "-"))
    sum = combine(sum, sign, readProduct(reading));
  return sum;
}

function readProduct(reading: Reading): Quantity {
  let product = readPower(reading);
  for (let sign = takeOf(reading, "*", "/"); sign !== null; sign = takeOf(reading, "*", "/"))
    product = combine(product, sign, readPower(reading));
  return product;
}

/** `2 ^ 3 ^ 2` is `2 ^ 9`, and a minus binds tighter: `-2 ^ 2` is 4. */
function readPower(reading: Reading): Quantity {
  const base = readSigned(reading);
  return takeOf(reading, "^") === null
    ? base
    : combine(
        base,
        "^",
        nest(reading, () => readPower(reading)),
      );
}

function readSigned(reading: Reading): Quantity {
  let negative = false;
  for (let sign = takeOf(reading, "+", "-"); sign !== null; sign = takeOf(reading, "+", "-"))
    negative = negative !== (sign === "-");
  const found = readAtom(reading);
  return negative ? negate(found) : found;
}

function readAtom(reading: Reading): Quantity {
  const token = reading.tokens[reading.place];
  if (token === undefined) throw unexpected(reading);
  if (take(reading, "(")) {
    const inner = nest(reading, () => readSum(reading));
    want(reading, ")");
    return inner;
  }
  if (token.kind === "sign") throw unexpected(reading);
  reading.place += 1;
  if (token.kind === "number") return quantity("number", Number(token.text));
  return take(reading, "(")
    ? nest(reading, () => readCall(reading, token.text))
    : readName(reading, token.text);
}

function readName({ environment }: Reading, name: string): Quantity {
  const constant = CONSTANTS.get(name.toUpperCase());
  if (constant !== undefined) return quantity("number", constant);
  const value = find(name, environment);
  const text = typeof value === "string" || typeof value === "number" ? `${value}` : "";
  if (NUMBER.test(text)) return quantity("number", Number(text));
  const instant = parseInstant(text);
  if (instant !== null) return quantity("instant", instant);
  throw new ExpressionFault(`the parameter ${JSON.stringify(name)} is neither a number nor a date`);
}

/** Arguments are all named or all not. */
function readCall(reading: Reading, name: string): Quantity {
  const called = FUNCTIONS.get(name);
  if (called === undefined) throw new ExpressionFault(`${JSON.stringify(name)} is no function`);
  const placed: Quantity[] = [];
  const named: [string, Quantity][] = [];
  while (!take(reading, ")")) {
    if (placed.length + named.length > 0) want(reading, ",");
    const key = takeKey(reading);
    if (key === null) placed.push(readSum(reading));
    else named.push([key, readSum(reading)]);
  }
  if (placed.length > 0 && named.length > 0)
    throw new ExpressionFault(`${name} has arguments with and without names`);
  return called({ placed, named: Object.fromEntries(named) }, reading.environment.now);
}

function takeKey(reading: Reading): string | null {
  const [key, equals] = reading.tokens.slice(reading.place, reading.place + 2);
  if (key?.kind !== "name" || equals?.text !== "=") return null;
  reading.place += 2;
  return key.text;
}

function nest<T>(reading: Reading, read: () => T): T {
  reading.depth += 1;
  if (reading.depth > MOST_NESTED)
    throw new ExpressionFault(`more than ${MOST_NESTED} parentheses nest in it`);
  const found = read();
  reading.depth -= 1;
  return found;
}

function takeOf<S extends Sign>(reading: Reading, ...signs: readonly S[]): S | null {
  return signs.find((sign) => take(reading, sign)) ?? null;
}

function take(reading: Reading, sign: string): boolean {
  const token = reading.tokens[reading.place];
  const found = token?.kind === "sign" && token.text === sign;
  if (found) reading.place += 1;
  return found;
}

function want(reading: Reading, sign: string): void {
  if (!take(reading, sign)) throw unexpected(reading);
}

function unexpected({ tokens, place }: Reading): ExpressionFault {
  const token = tokens[place];
  if (token === undefined) return new ExpressionFault("it ends too early");
  return new ExpressionFault(`${JSON.stringify(token.text.slice(0, 40))} is not expected where it stands`);
}
