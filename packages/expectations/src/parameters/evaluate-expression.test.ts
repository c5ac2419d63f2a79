import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { JsonValue } from "@ml-gates/gate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateExpression } from "./evaluate-expression.ts";
import { ExpressionFault } from "./quantity.ts";

interface Oracle {
  readonly parameters: Readonly<Record<string, JsonValue>>;
  readonly expressions: readonly {
    readonly expression: string;
    readonly value?: JsonValue;
    readonly raised?: string;
  }[];
}

const NOW = Date.UTC(2026, 0, 2, 3, 4, 5) * 1000;

function evaluate(expression: string, parameters: Oracle["parameters"] = {}): JsonValue {
  const given = new Map(Object.entries(parameters));
  return evaluateExpression(expression, { find: (name) => given.get(name), now: () => NOW });
}

function evaluateOrRaise(expression: string, parameters: Oracle["parameters"]): JsonValue | "raised" {
  try {
    return evaluate(expression, parameters);
  } catch (error) {
    if (error instanceof ExpressionFault) return "raised";
    throw error;
  }
}

describe("evaluateExpression", () => {
  it.each(["0.18", "1.x"])("reckons as Great Expectations %s does", (generation) => {
    const path = resolve(
      import.meta.dirname,
      `../../../../fixtures/oracles/expectations-domains-${generation}.json`,
    );
    const { parameters, expressions: all } = JSON.parse(readFileSync(path, "utf8")) as Oracle;
    // A number alone is its own value here, and an unknown parameter there.
    const expressions = all.filter(({ expression }) => expression !== "5");
    expect(expressions.length).toBeGreaterThan(100);
    const ours = expressions.map(({ expression }) => [expression, evaluateOrRaise(expression, parameters)]);
    const theirs = expressions.map(({ expression, value }) => [expression, value ?? "raised"]);
    expect(ours).toEqual(theirs);
  });

  it.each([
    ["the time of the run", "now()", "2026-01-02T03:04:05"],
    ["a day before it", "now() - timedelta(days=1)", "2026-01-01T03:04:05"],
    ["microseconds", "now() + timedelta(microseconds=5)", "2026-01-02T03:04:05.000005"],
    ["a name in parentheses, which the real tool refuses", "(rows)", 100],
    ["a plus before a minus, of which the real tool forgets the minus", "+-rows", -100],
    ["no minus zero", "trunc(-0.5)", 0],
  ])("%s", (_story, expression, value) => {
    expect(evaluate(expression, { rows: 100 })).toBe(value);
  });

  it.each([
    ["more parentheses than a reader follows", `${"(".repeat(200)}1${")".repeat(200)}`, /nest in it/],
    ["more powers than a reader follows", `1${"^1".repeat(200)}`, /nest in it/],
    ["a text longer than a suite's line", "1+".repeat(6000), /more than 10000 characters/],
    ["a whole number that is not exact", "2^53 + 1 + 0", /beyond 2\^53/],
    ["a date out of the calendar", "datetime(9999, 12, 31) + timedelta(days=1)", /years 1 … 9999/],
    ["the 29th of February of no leap year", "datetime(2023, 2, 29)", /day 29 is not in the month 2/],
    ["a prototype's name", "constructor", /no parameter "constructor"/],
    ["a prototype's function", "toString()", /"toString" is no function/],
    ["a prototype's name as an argument", "timedelta(constructor=1)", /"constructor" is no argument/],
    ["a store of metrics", "urn:great_expectations:stores:s:m", /store of metrics/],
  ])("refuses %s", (_story, expression, message) => {
    expect(() => evaluate(expression)).toThrow(message);
  });

  it("has no now() where the time is not given", () => {
    expect(() => evaluateExpression("now()", { find: () => undefined, now: () => Number.NaN })).toThrow(
      ExpressionFault,
    );
  });

  it("gives a value or a fault for any text, and never anything else", () => {
    const word = fc.constantFrom(
      "a",
      "+",
      "-",
      "*",
      "/",
      "^",
      "(",
      ")",
      ",",
      "=",
      "1",
      "2.5",
      "datetime",
      "round",
      " ",
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(word, { maxLength: 30 }).map((words) => words.join("")),
    );
    fc.assert(
      fc.property(text, (expression) => {
        const value = evaluateOrRaise(expression, { a: 3 });
        expect(["number", "string"]).toContain(typeof value);
        if (typeof value === "number") expect(Number.isFinite(value)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("adds and multiplies as arithmetic does, whatever the blanks", () => {
    const number = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(number, number, number, fc.constantFrom("", " ", "\t"), (a, b, c, gap) => {
        expect(evaluate([a, "+", b, "*", c].join(gap))).toBe(a + b * c);
        expect(evaluate(["(", a, "-", b, ")", "*", c].join(gap))).toBe((a - b) * c + 0);
      }),
    );
  });
});
