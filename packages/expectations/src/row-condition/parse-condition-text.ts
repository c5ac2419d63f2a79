/**
 * Conditions written as text: the part of pandas' `query` that says which rows, and Great Expectations' own
 * `col("name") > 3`, which is read with the same words around it.
 *
 * @module
 */
import type { Scalar } from "../kwarg-types.ts";
import {
  type Comparison,
  type Condition,
  ConditionFault,
  joinConditions,
  type Operand,
} from "./condition.ts";
import { readTokens, type Token } from "./read-tokens.ts";

/** How columns are named: bare as in pandas, or by `col("…")`. */
export type Dialect = "pandas" | "great_expectations";

const COMPARISONS = new Map<string, Comparison>(
  (["==", "!=", "<", "<=", ">", ">="] as const).map((sign) => [sign, sign]),
);

const MIRRORED: Readonly<Record<Comparison, Comparison>> = {
  "==": "==",
  "!=": "!=",
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
};

const NULL_TESTS: Readonly<Record<string, boolean>> = {
  isnull: true,
  isna: true,
  notnull: false,
  notna: false,
};
const WORDS = new Set(["and", "or", "not", "in", "is"]);
const MOST_NESTED = 100;
const MOST_CONDITIONS = 1000;

/** @throws ConditionFault when the text is no such condition, or holds more than one. */
export function parseConditionText(text: string, dialect: Dialect): Condition {
  const reading: Reading = {
    tokens: readTokens(text, dialect === "pandas"),
    dialect,
    place: 0,
    depth: 0,
    conditions: 0,
  };
  const condition = readAny(reading);
  const rest = reading.tokens[reading.place];
  if (rest !== undefined) throw unexpected(reading);
  return condition;
}

interface Reading {
  readonly tokens: readonly Token[];
  readonly dialect: Dialect;
  place: number;
  depth: number;
  conditions: number;
}

/** What stands between comparison signs: a side, a list of values, or a condition of its own. */
type Term = Operand | { readonly values: readonly Scalar[] } | { readonly condition: Condition };

function readAny(reading: Reading): Condition {
  const conditions = [readAll(reading)];
  while (takeWord(reading, "or") || takeSign(reading, "|")) conditions.push(readAll(reading));
  return joinConditions("any", conditions);
}

function readAll(reading: Reading): Condition {
  const conditions = [readNot(reading)];
  while (takeWord(reading, "and") || takeSign(reading, "&")) conditions.push(readNot(reading));
  return joinConditions("all", conditions);
}

function readNot(reading: Reading): Condition {
  return takeWord(reading, "not") ? nest(reading, () => negate(readNot(reading))) : readComparison(reading);
}

function negate(of: Condition): Condition {
  return of.is === "not" ? of.of : { is: "not", of };
}

/** `0 < a <= 3` is two comparisons, as in Python. */
function readComparison(reading: Reading): Condition {
  const links: Condition[] = [];
  let left = readTerm(reading);
  for (let operator = takeOperator(reading); operator !== null; operator = takeOperator(reading)) {
    const right = readTerm(reading);
    links.push(compare(left, operator, right));
    left = right;
  }
  count(reading, Math.max(1, links.length));
  return links.length > 0 ? joinConditions("all", links) : asCondition(left);
}

type Operator = Comparison | "in" | "not in";

function takeOperator(reading: Reading): Operator | null {
  const token = reading.tokens[reading.place];
  const comparison = token?.kind === "sign" ? COMPARISONS.get(token.text) : undefined;
  if (comparison !== undefined) {
    reading.place += 1;
    return comparison;
  }
  if (takeWord(reading, "in")) return "in";
  if (!takeWord(reading, "not")) return null;
  if (!takeWord(reading, "in")) throw unexpected(reading);
  return "not in";
}

function compare(left: Term, operator: Operator, right: Term): Condition {
  if ("condition" in left || "condition" in right)
    throw new ConditionFault("a condition is compared with something in it");
  if ("values" in left) throw new ConditionFault("a list stands on the left in it");
  if ("values" in right) return member(left, operator, right.values);
  if (operator === "in" || operator === "not in")
    throw new ConditionFault(`${operator} wants a list such as [1, 2] on its right`);
  if ("value" in left && "value" in right)
    throw new ConditionFault("two values are compared with each other in it");
  if ("value" in left) return { is: "comparison", left: right, operator: MIRRORED[operator], right: left };
  return { is: "comparison", left, operator, right };
}

/** `a == [1, 2]` means `a in [1, 2]` to pandas. */
function member(left: Operand, operator: Operator, values: readonly Scalar[]): Condition {
  if ("value" in left) throw new ConditionFault("a value, not a column, stands before a list in it");
  const found: Condition = { is: "member", column: left.column, values };
  if (operator === "in" || operator === "==") return found;
  if (operator === "not in" || operator === "!=") return { is: "not", of: found };
  throw new ConditionFault(`a list is compared by ${operator} in it`);
}

function asCondition(term: Term): Condition {
  if ("condition" in term) return term.condition;
  if ("column" in term) return { is: "flag", column: term.column };
  throw new ConditionFault("a value alone is no condition");
}

function readTerm(reading: Reading): Term {
  const token = reading.tokens[reading.place];
  if (token === undefined) throw unexpected(reading);
  if (takeSign(reading, "(")) return nest(reading, () => readGroup(reading));
  if (takeSign(reading, "[")) return { values: readList(reading, "]") };
  if (takeSign(reading, "~")) return nest(reading, () => readComplement(reading));
  const value = takeValue(reading);
  return value === null ? readColumn(reading) : { value };
}

/** A condition in parentheses, or a list of values, which Python writes so too. */
function readGroup(reading: Reading): Term {
  const start = reading.place;
  const first = takeValue(reading);
  if (first !== null && takeSign(reading, ",")) return { values: [first, ...readList(reading, ")")] };
  reading.place = start;
  const condition = readAny(reading);
  want(reading, ")");
  return { condition };
}

function readComplement(reading: Reading): Term {
  return { condition: negate(asCondition(readTerm(reading))) };
}

function readList(reading: Reading, end: string): readonly Scalar[] {
  const values: Scalar[] = [];
  while (!takeSign(reading, end)) {
    const value = takeValue(reading);
    if (value === null) throw unexpected(reading);
    values.push(value);
    if (takeSign(reading, ",")) continue;
    want(reading, end);
    break;
  }
  return values;
}

function takeValue(reading: Reading): Scalar | null {
  const number = takeNumber(reading);
  if (number !== null) return number;
  const token = reading.tokens[reading.place];
  if (token?.kind === "text") {
    reading.place += 1;
    return token.text;
  }
  if (takeWord(reading, "True")) return true;
  if (takeWord(reading, "False")) return false;
  return reading.dialect === "great_expectations" && isCall(reading, "date") ? readCall(reading) : null;
}

function takeNumber(reading: Reading): number | null {
  const sign = reading.tokens[reading.place];
  const signed = sign?.kind === "sign" && (sign.text === "-" || sign.text === "+");
  const token = reading.tokens[reading.place + (signed ? 1 : 0)];
  if (token?.kind !== "number") return null;
  reading.place += signed ? 2 : 1;
  return numberOf(token.text, signed && sign.text === "-");
}

function numberOf(text: string, negative: boolean): number {
  const value = Number(text);
  if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value)))
    throw new ConditionFault(`the number ${text} is too large in it`);
  return negative ? -value : value;
}

function readColumn(reading: Reading): Term {
  const column = takeColumn(reading);
  if (!takeSign(reading, ".")) return { column };
  const test = reading.tokens[reading.place];
  const missing = test?.kind === "name" ? nullTest(test.text, reading.dialect) : undefined;
  if (missing === undefined) throw unexpected(reading);
  reading.place += 1;
  want(reading, "(");
  want(reading, ")");
  const found: Condition = { is: "missing", column };
  return { condition: missing ? found : { is: "not", of: found } };
}

/** Great Expectations writes `notNull` in any case. */
function nullTest(word: string, dialect: Dialect): boolean | undefined {
  const name = dialect === "great_expectations" ? word.toLowerCase() : word;
  return Object.hasOwn(NULL_TESTS, name) ? NULL_TESTS[name] : undefined;
}

function takeColumn(reading: Reading): string {
  if (reading.dialect === "great_expectations") {
    if (isCall(reading, "col")) return readCall(reading);
    throw unexpected(reading);
  }
  const token = reading.tokens[reading.place];
  const named = token?.kind === "quoted-name" || (token?.kind === "name" && !WORDS.has(token.text));
  if (token === undefined || !named) throw unexpected(reading);
  reading.place += 1;
  return token.text;
}

function isCall({ tokens, place }: Reading, name: string): boolean {
  return tokens[place]?.text === name && tokens[place]?.kind === "name" && tokens[place + 1]?.text === "(";
}

/** `col("name")` or `date("2024-01-31")`. */
function readCall(reading: Reading): string {
  reading.place += 2;
  const token = reading.tokens[reading.place];
  if (token?.kind !== "text") throw unexpected(reading);
  reading.place += 1;
  want(reading, ")");
  return token.text;
}

function nest<T>(reading: Reading, read: () => T): T {
  reading.depth += 1;
  if (reading.depth > MOST_NESTED)
    throw new ConditionFault(`more than ${MOST_NESTED} parentheses nest in it`);
  const found = read();
  reading.depth -= 1;
  return found;
}

function count(reading: Reading, more: number): void {
  reading.conditions += more;
  if (reading.conditions > MOST_CONDITIONS)
    throw new ConditionFault(`more than ${MOST_CONDITIONS} conditions stand in it`);
}

function takeWord(reading: Reading, word: string): boolean {
  const token = reading.tokens[reading.place];
  const found = token?.kind === "name" && token.text === word;
  if (found) reading.place += 1;
  return found;
}

function takeSign(reading: Reading, sign: string): boolean {
  const token = reading.tokens[reading.place];
  const found = token?.kind === "sign" && token.text === sign;
  if (found) reading.place += 1;
  return found;
}

function want(reading: Reading, sign: string): void {
  if (!takeSign(reading, sign)) throw unexpected(reading);
}

function unexpected({ tokens, place }: Reading): ConditionFault {
  const token = tokens[place];
  if (token === undefined) return new ConditionFault("it ends too early");
  return new ConditionFault(`${JSON.stringify(token.text.slice(0, 40))} is not expected where it stands`);
}
