import type { Answers, SqlValue, Table } from "@ml-gates/queries";
import { askId } from "@ml-gates/queries";
import { describe, expect, it } from "vitest";
import { evaluateSuite } from "./evaluate-suite.ts";
import { parseSuite } from "./parse-suite.ts";
import { planSuite } from "./plan-suite.ts";

const TABLE: Table = {
  from: "t",
  columns: [
    { name: "a", family: "integer", sqlType: "BIGINT" },
    { name: "A", family: "float", sqlType: "DOUBLE" },
    { name: "s", family: "text", sqlType: "VARCHAR" },
    { name: "ok", family: "boolean", sqlType: "BOOLEAN" },
  ],
  rowNumber: "r",
};

const PRESENT = `CASE WHEN NOT isnan("A") THEN "A" END`;

function plan(type: string, kwargs: object) {
  return planSuite(parseSuite(JSON.stringify({ expectations: [{ type, kwargs }] }), "s.json"), TABLE);
}

function asksOf(type: string, kwargs: object) {
  const [planned] = plan(type, kwargs).planned;
  return planned?.question.asks ?? {};
}

/** Answers by the question's own names. */
function evaluate(type: string, kwargs: object, values: Readonly<Record<string, SqlValue>>) {
  const planned = plan(type, kwargs);
  const asks = planned.planned[0]?.question.asks ?? {};
  const answers: Answers = new Map(
    Object.entries(asks).map(([name, ask]) => [askId(ask), { value: values[name] ?? null }]),
  );
  return evaluateSuite(planned, answers)[0];
}

const GREATER = "expect_column_pair_values_a_to_be_greater_than_b";
const EQUAL = "expect_column_pair_values_to_be_equal";
const IN_SET = "expect_column_pair_values_to_be_in_set";
const COMPOUND = "expect_compound_columns_to_be_unique";
const WITHIN = "expect_select_column_values_to_be_unique_within_record";
const SUM = "expect_multicolumn_sum_to_equal";
const SAME = "expect_multicolumn_values_to_be_equal";

describe("which rows are unexpected", () => {
  const both = `("a" IS NOT NULL OR ${PRESENT} IS NOT NULL)`;
  it.each([
    ["A is not greater, or missing", GREATER, {}, `NOT coalesce("a" > ${PRESENT}, FALSE)`],
    ["A is less, or missing", GREATER, { or_equal: true }, `NOT coalesce("a" >= ${PRESENT}, FALSE)`],
    ["the two differ, or one is missing", EQUAL, {}, `NOT coalesce("a" = ${PRESENT}, FALSE)`],
    [
      "the pair is not listed; a null stands for a missing value",
      IN_SET,
      { value_pairs_set: [[1, null]] },
      `NOT ((coalesce("a" = 1, FALSE) AND ${PRESENT} IS NULL))`,
    ],
    ["no pair is listed", IN_SET, { value_pairs_set: [] }, "TRUE"],
  ])("%s", (_story, type, kwargs, condition) => {
    const asks = asksOf(type, { column_A: "a", column_B: "A", ...kwargs });
    expect(asks["unexpected"]).toEqual({ of: "rows", sql: "count(*)", where: `${both} AND (${condition})` });
    expect(asks["tested"]).toEqual({ of: "rows", sql: "count(*)", where: both });
  });

  it.each([
    ["two values are the same or both missing", WITHIN, {}, `"a" IS NOT DISTINCT FROM ${PRESENT}`],
    [
      "the sum is another, or no number",
      SUM,
      { sum_total: 5 },
      `(CAST("a" AS DOUBLE) + CAST(CAST(${PRESENT} AS DOUBLE) AS DOUBLE)) IS DISTINCT FROM 5`,
    ],
    ["one differs from the first", SAME, {}, `NOT (${PRESENT} IS NOT DISTINCT FROM "a")`],
  ])("%s", (_story, type, kwargs, condition) => {
    const asks = asksOf(type, { column_list: ["a", "A"], ignore_row_if: "never", ...kwargs });
    expect(asks["unexpected"]).toEqual({ of: "rows", sql: "count(*)", where: condition });
  });

  it("a text and a number are never the same, but for both missing", () => {
    const asks = asksOf(WITHIN, { column_list: ["a", "s"], ignore_row_if: "never" });
    expect(asks["unexpected"]).toMatchObject({ where: `("a" IS NULL AND "s" IS NULL)` });
  });

  it("a compound key is one value whose fields no two names of columns can share", () => {
    const asks = asksOf(COMPOUND, { column_list: ["a", "A"], ignore_row_if: "any_value_is_missing" });
    expect(asks["unexpected"]).toEqual({
      of: "groups",
      key: `{'k0': "a", 'k1': ${PRESENT}}`,
      take: "repeated",
      where: `("a" IS NOT NULL AND ${PRESENT} IS NOT NULL)`,
    });
  });

  it("whole numbers and booleans are summed exactly", () => {
    const asks = asksOf(SUM, { column_list: ["a", "ok"], ignore_row_if: "never", sum_total: 1 });
    expect(asks["unexpected"]).toMatchObject({
      where: `(CAST("a" AS HUGEINT) + CAST(CAST("ok" AS INTEGER) AS HUGEINT)) IS DISTINCT FROM 1`,
    });
  });
});

describe("what a reviewer reads", () => {
  it("the counts, the first row and what was wanted", () => {
    const sample = [{ row: 4, value: { k0: 1, k1: 2.5 } }];
    const values = { elements: 10, tested: 8, unexpected: 2, sample };
    expect(evaluate(GREATER, { column_A: "a", column_B: "A", mostly: 0.9 }, values)).toMatchObject({
      success: false,
      counts: { elements: 10, missing: 2, tested: 8, unexpected: 2 },
      samples: [{ row: 4, value: [1, 2.5] }],
      why: "a, A: 2 of 8 rows have an A that is not greater than B; the first is row 4 with 1, 2.5. Wanted: at most 10 %.",
    });
  });

  it("rows of a list of columns by their names", () => {
    const sample = [{ row: 4, value: { k0: 1, k1: null } }];
    const values = { elements: 10, tested: 10, unexpected: 2, sample };
    expect(evaluate(COMPOUND, { column_list: ["a", "s"] }, values)?.samples).toEqual([
      { row: 4, value: { a: 1, s: null } },
    ]);
  });

  it("no row to test is vacuous success", () => {
    const values = { elements: 3, tested: 0, unexpected: 0 };
    expect(evaluate(EQUAL, { column_A: "a", column_B: "A" }, values)).toMatchObject({
      success: true,
      why: "a, A: there is no row to test.",
    });
  });

  it.each([
    [
      "both hold values: an exception",
      1,
      1,
      "The columns a of type BIGINT and s of type VARCHAR cannot be compared.",
    ],
    ["one holds none: missing values are unexpected", 1, 0, null],
  ])("of a number beside a text, %s", (_story, blocked0, blocked1, exception) => {
    const values = { elements: 1, tested: 1, unexpected: 1, blocked0, blocked1 };
    expect(evaluate(GREATER, { column_A: "a", column_B: "s" }, values)).toMatchObject({
      success: false,
      exception,
    });
  });
});

describe("a row condition on a question", () => {
  const sum = { column: "a", min_value: 1, row_condition: "a > 2", condition_parser: "pandas" };
  const domain = 'coalesce("a" > 2, FALSE)';

  it("limits the aggregate, not what is written around it, in the one scan of all", () => {
    const { statements } = plan("expect_column_sum_to_be_between", sum);
    expect(statements).toHaveLength(1);
    expect(statements[0]?.sql).toContain('coalesce(sum("a") FILTER (WHERE scan_0), 0)');
    expect(statements[0]?.sql).toContain(`${domain} AS scan_0`);
  });

  it("is joined to the condition of the rows that are looked for", () => {
    const between = { column: "a", min_value: 5, row_condition: "a > 2" };
    expect(asksOf("expect_column_values_to_be_between", between)["unexpected"]).toMatchObject({
      where: `${domain} AND ("a" < 5)`,
    });
  });

  it("limits the groups", () => {
    const [, groups] = plan("expect_column_values_to_be_unique", {
      column: "s",
      row_condition: "a > 2",
    }).statements;
    expect(groups?.sql).toContain(`WHERE (${domain}) AND "s" IS NOT NULL GROUP BY`);
  });

  it("is named where the result is told, and bounds no table", () => {
    const rows = { value: 3, row_condition: "a > 2" };
    expect(evaluate("expect_table_row_count_to_equal", rows, { value: 3 })?.why).toBe(
      'The number of rows is 3; wanted: 3. Only rows that meet "a > 2" count.',
    );
    expect(plan("expect_table_row_count_to_equal", rows).boundsRows).toBe(false);
    expect(plan("expect_table_row_count_to_equal", { value: 3 }).boundsRows).toBe(true);
  });

  it("errs alone when its column is not there", () => {
    const text = JSON.stringify({
      expectations: [
        { type: "expect_column_sum_to_be_between", kwargs: { ...sum, row_condition: "absent > 1" } },
        { type: "expect_table_row_count_to_equal", kwargs: { value: 3 } },
      ],
    });
    const planned = planSuite(parseSuite(text, "s.json"), TABLE);
    const results = evaluateSuite(planned, new Map([["count(*)", { value: 3 }]]));
    expect(results.map(({ exception }) => exception)).toEqual(["The table has no column absent.", null]);
  });
});

describe("parameters of a suite", () => {
  const low = { $PARAMETER: "low * 2" };
  const kwargsOf = (suite: object, given: object, parameters: Readonly<Record<string, number>> = {}) => {
    const kwargs = { column: "a", min_value: given };
    const expectations = [{ type: "expect_column_values_to_be_between", kwargs }];
    return parseSuite(JSON.stringify({ ...suite, expectations }), "s.json", { parameters }).expectations[0];
  };

  it.each([
    ["the suite's value", { suite_parameters: { low: 3 } }, low, {}, 6],
    ["0.18's value", { evaluation_parameters: { low: 4 } }, low, {}, 8],
    ["the run's value before the suite's", { suite_parameters: { low: 3 } }, low, { low: 5 }, 10],
    ["0.18's value beside the expression", {}, { ...low, "$PARAMETER.low * 2": 7 }, {}, 7],
  ])("%s", (_story, suite, given, parameters, value) => {
    const expectation = kwargsOf(suite, given, parameters);
    expect(expectation?.kwargs["min_value"]).toBe(value);
    expect(expectation?.writtenKwargs["min_value"]).toEqual(given);
  });

  it.each([
    [
      "text where a number is wanted",
      { suite_parameters: { low: [1] } },
      { $PARAMETER: "low" },
      /min_value is \[1\]/,
    ],
    ["no text as expression", {}, { $PARAMETER: 3 }, /its expression is no text/],
    ["another key beside it", {}, { $PARAMETER: "low", default: 3 }, /key "default" stands beside it/],
    ["now() without the time of the run", {}, { $PARAMETER: "now()" }, /no finite value/],
  ])("refuses %s", (_story, suite, given, message) => {
    expect(() => kwargsOf(suite, given)).toThrow(message);
  });
});
