import { InputError } from "@ml-gates/gate";
import { describe, expect, it } from "vitest";
import { parseSuite } from "./parse-suite.ts";

function suiteOf(...expectations: readonly unknown[]): string {
  return JSON.stringify({ expectations });
}

function between(kwargs: object): string {
  return suiteOf({ type: "expect_column_values_to_be_between", kwargs: { column: "age", ...kwargs } });
}

function problemsOf(text: string) {
  try {
    parseSuite(text, "suite.json");
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  throw new Error("the suite was accepted");
}

describe("parseSuite", () => {
  it("reads both generations in one file, each expectation with its line", () => {
    const text = `{
  "expectation_suite_name": "orders.warning",
  "expectations": [
    { "expectation_type": "expect_column_to_exist", "kwargs": { "column": "id" }, "meta": { "owner": "a" } },
    { "type": "Expect_Column_Values_To_Not_Be_Null", "severity": "warning",
      "kwargs": { "column": "id", "mostly": 0.9, "result_format": "BASIC" } }
  ],
  "meta": { "great_expectations_version": "0.18.22" }
}`;
    const untold = { meta: {}, id: null, notes: null, description: null };
    expect(parseSuite(text, "s.json")).toEqual({
      name: "orders.warning",
      expectations: [
        {
          ...untold,
          meta: { owner: "a" },
          name: "expect_column_to_exist",
          generation: "0.18",
          kwargs: { column: "id" },
          writtenKwargs: { column: "id" },
          severity: "block",
          source: { path: "s.json", line: 4 },
        },
        {
          ...untold,
          name: "expect_column_values_to_not_be_null",
          generation: "1.x",
          kwargs: { column: "id", mostly: 0.9 },
          writtenKwargs: { column: "id", mostly: 0.9, result_format: "BASIC" },
          severity: "warn",
          source: { path: "s.json", line: 5 },
        },
      ],
    });
  });

  it("reads the same as YAML, tabs in JSON, and escaped letters beyond the first plane", () => {
    const yaml = "expectations:\n  - type: expect_column_to_exist\n    kwargs: { column: 😀 }\n";
    const json =
      '{\n\t"expectations": [\n\t{"type": "expect_column_to_exist",\n\t"kwargs": {"column": "\\ud83d\\ude00"}}]}';
    for (const text of [yaml, json]) {
      expect(parseSuite(text, "s").expectations[0]?.kwargs).toEqual({ column: "😀" });
    }
  });

  // prettier-ignore
  const refused: readonly (readonly [story: string, text: string, message: RegExp])[] = [
    ["text that is no JSON", '{"expectations": [', /Neither JSON nor YAML/],
    ["an empty file", "", /The suite is null/],
    ["a list", "[]", /The suite is \[\]/],
    ["no expectations", '{"expectations": []}', /no expectations/],
    [
      "an unknown key of the suite",
      '{"expectation": [], "expectations": []}',
      /"expectation" is not a legal key/,
    ],
    ["an expectation that is no object", suiteOf(7), /7 is no expectation/],
    ["an expectation without a type", suiteOf({ kwargs: {} }), /has no type/],
    [
      "two types",
      suiteOf({
        type: "expect_column_to_exist",
        expectation_type: "expect_column_to_exist",
        kwargs: { column: "a" },
      }),
      /both name/,
    ],
    [
      "an unknown expectation",
      suiteOf({ type: "expect_column_value_to_be_null", kwargs: {} }),
      /the name of no expectation/,
    ],
    [
      "an expectation that no release evaluates",
      suiteOf({ type: "expect_multicolumn_values_to_be_unique", kwargs: {} }),
      /not evaluated by this version/,
    ],
    [
      "a prototype's name as type",
      suiteOf({ type: "constructor", kwargs: {} }),
      /the name of no expectation/,
    ],
    [
      "an unknown severity",
      suiteOf({ type: "expect_column_to_exist", kwargs: { column: "a" }, severity: "toString" }),
      /severity is "toString"/,
    ],
    ["kwargs that are no object", suiteOf({ type: "expect_column_to_exist", kwargs: [] }), /kwargs are \[\]/],
    [
      "a missing argument",
      suiteOf({ type: "expect_column_to_exist", kwargs: {} }),
      /argument column is missing/,
    ],
    [
      "a set that asks for nothing",
      suiteOf({ type: "expect_column_values_to_be_in_set", kwargs: { column: "a", value_set: null } }),
      /value_set is missing/,
    ],
    ["an unknown argument", between({ min_value: 0, maximum: 3 }), /"maximum" is no argument/],
    ["an argument of the wrong type", between({ min_value: [0] }), /min_value is \[0\]/],
    ["both limits null", between({ min_value: null }), /must be given/],
    ["limits the wrong way round", between({ min_value: 2, max_value: 1 }), /larger than max_value/],
    ["a number beside a text", between({ min_value: 2, max_value: "b" }), /both be numbers or both be texts/],
    [
      "a number that JSON cannot hold",
      between({ min_value: 0 }).replace(":0", ":9007199254740993"),
      /at most 2\^53/,
    ],
    ["an infinite number", between({ min_value: 0 }).replace(":0", ":1e999"), /min_value is Infinity/],
    ["mostly out of range", between({ min_value: 0, mostly: 1.01 }), /from 0 to 1/],
    ["mostly in percent", between({ min_value: 0, mostly: "95%" }), /mostly is "95%"/],
    [
      "a condition on rows that cannot be read",
      between({ min_value: 0, row_condition: 'col("a") > 3 plus', condition_parser: "great_expectations" }),
      /row_condition is .*"plus" is not expected/,
    ],
    [
      "a condition on rows in Spark's words",
      between({ min_value: 0, row_condition: "a > 3", condition_parser: "spark" }),
      /condition_parser "spark" is none of/,
    ],
    [
      "a condition on rows for what is not about rows",
      suiteOf({ type: "expect_column_to_exist", kwargs: { column: "a", row_condition: "a > 3" } }),
      /"row_condition" is no argument/,
    ],
    ["a parameter that is not given", between({ min_value: { $PARAMETER: "low" } }), /no parameter "low"/],
    [
      "a required argument's missing parameter once",
      between({ min_value: 0, column: { $PARAMETER: "low" } }),
      /^column is/,
    ],
    [
      "parameters that are no object",
      between({ min_value: 0 }).replace("{", '{"suite_parameters": [],'),
      /suite_parameters is \[\]/,
    ],
    ["texts as dates", between({ min_value: 0, parse_strings_as_datetimes: true }), /texts as dates/],
    [
      "a set of mixed types",
      suiteOf({ type: "expect_column_values_to_be_in_set", kwargs: { column: "a", value_set: [1, "1"] } }),
      /list of numbers, a list of texts/,
    ],
    [
      "a negative length",
      suiteOf({ type: "expect_column_value_lengths_to_equal", kwargs: { column: "a", value: -1 } }),
      /whole number of at least 0/,
    ],
    [
      "an unknown type name",
      suiteOf({ type: "expect_column_values_to_be_of_type", kwargs: { column: "a", type_: "int65" } }),
      /such as int64/,
    ],
    [
      "a bad pattern",
      suiteOf({ type: "expect_column_values_to_match_regex", kwargs: { column: "a", regex: "(x" } }),
      /without a parenthesis that is not closed/,
    ],
    ["an anchor bomb", "a: &a [1]\nexpectations: [*a, *a]", /alias \*a/],
  ];

  it.each(refused)("refuses %s", (_story, text, message) => {
    const problems = problemsOf(text);
    expect(problems.map((problem) => problem.message).join("\n")).toMatch(message);
    for (const { remedy, line } of problems) {
      expect(remedy).toMatch(/[.?]$/);
      expect(line).toBeGreaterThan(0);
    }
  });

  it("suggests the nearest legal name", () => {
    const [name] = problemsOf(suiteOf({ type: "expect_column_values_to_be_nul", kwargs: {} }));
    expect(name?.remedy).toBe("Is expect_column_values_to_be_null meant?");
    const [kwarg] = problemsOf(between({ min_value: 0, strictmax: true }));
    expect(kwarg?.remedy).toBe("Is strict_max meant?");
  });

  it("reports every problem at once, each on its own line", () => {
    const text = `{ "expectations": [
  { "type": "expect_column_value_to_be_null", "kwargs": { "column": "a" } },
  { "type": "expect_column_to_exist", "kwargs": {} },
  { "type": "expect_column_values_to_be_unique",
    "kwargs": { "column": "a",
      "mostly": 2 },
    "sevirity": "info" },
  { "type": "expect_column_max_to_be_between", "kwargs": { "column": 3 } } ] }`;
    expect(new Set(problemsOf(text).map(({ line }) => line))).toEqual(new Set([2, 3, 6, 7, 8]));
  });

  it("refuses keys that stand twice, where the second would win silently", () => {
    const text =
      '{"expectations": [{"type": "expect_column_to_exist",\n"kwargs": {"column": "a",\n"column": "b"}}]}';
    expect(problemsOf(text)).toMatchObject([
      { message: "The same key stands twice in one object.", line: 3 },
    ]);
  });

  it("drops settings that change no result", () => {
    const kwargs = { min_value: 0, result_format: "BASIC", catch_exceptions: true, row_condition: null };
    expect(parseSuite(between(kwargs), "s").expectations[0]?.kwargs).toEqual({ column: "age", min_value: 0 });
  });
});
