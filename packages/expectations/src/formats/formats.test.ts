import { InputError } from "@ml-gates/gate";
import { describe, expect, it } from "vitest";
import { parseSuite } from "../parse-suite.ts";
import type { SuiteOptions } from "./format-reading.ts";

/** Each expectation as `name {kwargs} severity line`. */
function read(text: string, options: SuiteOptions = {}): readonly unknown[] {
  return parseSuite(text, "suite.yml", options).expectations.map(({ name, kwargs, severity, source }) => [
    name,
    kwargs,
    severity,
    source.line,
  ]);
}

function problemsOf(text: string, options: SuiteOptions = {}): readonly string[] {
  try {
    parseSuite(text, "suite.yml", options);
  } catch (error) {
    if (error instanceof InputError) return error.problems.map(({ message, line }) => `${line}: ${message}`);
    throw error;
  }
  throw new Error("the suite was accepted");
}

describe("parseSuite", () => {
  it("names both tools when the keys of two stand in one file", () => {
    expect(problemsOf("models: []\nkind: DataContract\n")).toEqual([
      "1: The suite could be a contract of the Open Data Contract Standard or a dbt properties file.",
    ]);
  });

  it("wants to know which table is meant when a file describes several", () => {
    const text = "checks for a:\n  - row_count > 1\nchecks for b:\n  - row_count > 2\n";
    expect(problemsOf(text, { tables: ["people"] })).toEqual([
      '1: The file describes the tables "a", "b"; the data are called "people".',
    ]);
    expect(read(text, { tables: ["people", "B"] })).toEqual([
      ["row_count_within_limits", { min_value: 2, strict_min: true }, "block", 4],
    ]);
  });

  it("names everything that it cannot express, each at its line, and judges nothing then", () => {
    const text = `dataset: a/b
columns:
  - name: x
    checks:
      - missing:
      - distribution:
      - invalid:
          valid_format: { name: email }
checks:
  - freshness: { column: t, threshold: { must_be_less_than: 1 } }
  - failed_rows: { expression: "x > (SELECT 1)" }
  - row_count: { threshold: { must_be: 1, must_not_be: 2 } }
`;
    expect(problemsOf(text)).toEqual([
      expect.stringContaining('6: The check "distribution" of "x" is not supported'),
      expect.stringContaining('7: The check "invalid" of "x" is not supported: a format without a regex'),
      expect.stringContaining('10: The check "freshness" is not supported: it depends on the time'),
      expect.stringContaining('11: The check "failed_rows" is not supported: its SQL holds "SELECT"'),
      '12: The check "row_count": must_be and must_not_be stand beside each other; one is wanted.',
    ]);
  });

  it("goes on without what it cannot express when that is asked for, and says so", () => {
    const text = "dataset: a/b\nchecks:\n  - row_count:\n  - freshness: { column: t }\n";
    expect(read(text, { unsupported: "warn" })).toEqual([
      ["row_count_within_limits", { min_value: 0, strict_min: true }, "block", 3],
      ["check_not_supported", expect.objectContaining({ check: 'The check "freshness"' }), "warn", 4],
    ]);
  });

  it("refuses a variable, for what it stands for is not known", () => {
    const variable = "$" + "{var.DAY}";
    expect(problemsOf(`dataset: a/b\nchecks:\n  - row_count: { filter: 'd > ${variable}' }\n`)).toEqual([
      `3: The variable ${variable} has no value here.`,
    ]);
    expect(problemsOf("dataset: a/b\ncolumns:\n  - name: x\n")).toEqual([
      "1: The suite is a Soda contract without a check.",
    ]);
  });
});

describe("a slip of the pen", () => {
  it("is a problem where any key may stand, for it would be read as nothing", () => {
    const contract =
      "kind: DataContract\nschema:\n  - name: a\n    properties:\n      - { name: x, requred: true }\n";
    expect(problemsOf(contract)).toEqual(['5: "requred" is not a key that is known here.']);
    const models =
      "models:\n  - name: a\n    columns:\n      - name: x\n        data_test: [unique]\n        tests: [not_null]\n";
    expect(problemsOf(models)).toEqual(['5: "data_test" is not a key that is known here.']);
  });

  it("never meets a word that every object has", () => {
    const words = ["constructor", "toString", "__proto__", "hasOwnProperty"];
    for (const word of words) {
      expect(problemsOf(`checks for a:\n  - ${word}(x) > 1\n`)).toHaveLength(1);
      expect(problemsOf(`dataset: a\nchecks:\n  - "${word}": { threshold: { must_be: 1 } }\n`)).toHaveLength(
        1,
      );
      expect(problemsOf(`models:\n  - name: a\n    tests: ["${word}"]\n`)).toHaveLength(1);
      const rule = `{ metric: "${word}", mustBe: 1 }`;
      expect(problemsOf(`kind: DataContract\nschema:\n  - name: a\n    quality: [${rule}]\n`)).toHaveLength(
        1,
      );
    }
  });

  it("in the name of the data judges nothing by the tests of another table", () => {
    const models = "models:\n  - name: a\n    tests: [my_test]\n  - name: b\n";
    expect(problemsOf(models, { tables: ["b"] })).toEqual([
      "1: The suite is a dbt properties file without a check.",
    ]);
  });
});

describe("limits", () => {
  // prettier-ignore
  const contract = [
    ["must_be: 3", { min_value: 3, max_value: 3 }],
    ["must_not_be: 3", { min_value: 3, max_value: 3, outside: true }],
    ["must_be_greater_than: 3", { min_value: 3, strict_min: true }],
    ["must_be_less_than_or_equal: 3", { max_value: 3 }],
    [
      "must_be_between: { greater_than: 1, less_than_or_equal: 3 }",
      { min_value: 1, strict_min: true, max_value: 3 },
    ],
    // 5 and 9 themselves are allowed here, so what is forbidden lies strictly between them.
    [
      "must_be_not_between: { greater_than_or_equal: 9, less_than_or_equal: 5 }",
      { min_value: 5, strict_min: true, max_value: 9, strict_max: true, outside: true },
    ],
    [
      "must_be_not_between: { greater_than: 9, less_than: 5 }",
      { min_value: 5, strict_min: false, max_value: 9, strict_max: false, outside: true },
    ],
  ] as const;
  it.each(contract)("of a Soda contract: %s", (threshold, limits) => {
    const text = `dataset: a/b\nchecks:\n  - row_count:\n      threshold:\n        ${threshold}\n`;
    expect(read(text)).toEqual([["row_count_within_limits", limits, "block", 3]]);
  });

  // prettier-ignore
  const sodacl = [
    ["> 3", { min_value: 3, strict_min: true }],
    ["!= 3", { min_value: 3, max_value: 3, outside: true }],
    ["between 1 and 3", { min_value: 1, max_value: 3, strict_min: false, strict_max: false }],
    ["between (1 and 3]", { min_value: 1, max_value: 3, strict_min: true, strict_max: false }],
    [
      "not between 1 and 3)",
      { min_value: 1, max_value: 3, strict_min: false, strict_max: true, outside: true },
    ],
  ] as const;
  it.each(sodacl)("of SodaCL: %s", (comparison, limits) => {
    expect(read(`checks for a:\n  - row_count ${comparison}\n`)).toEqual([
      ["row_count_within_limits", limits, "block", 2],
    ]);
  });

  it("of SodaCL's fail and warn say when a check goes off", () => {
    const text = "checks for a:\n  - row_count:\n      fail: when < 10\n      warn: when between 10 and 20\n";
    const closed = { strict_min: false, strict_max: false };
    expect(read(text)).toEqual([
      ["row_count_within_limits", { max_value: 10, strict_max: true, outside: true }, "block", 2],
      ["row_count_within_limits", { min_value: 10, max_value: 20, ...closed, outside: true }, "warn", 2],
    ]);
  });
});

describe("the Open Data Contract Standard", () => {
  const contract = (quality: string) =>
    `kind: DataContract\nschema:\n  - name: a\n    properties:\n      - name: x\n        quality:\n          - ${quality}\n`;

  // prettier-ignore
  const rules = [
    ["{ metric: nullValues, mustBe: 0 }", "expect_column_values_to_not_be_null", { column: "x" }],
    [
      "{ metric: nullValues, mustBeLessThan: 5, unit: percent }",
      "missing_values_within_limits",
      { column: "x", max_value: 5, strict_max: true, unit: "percent" },
    ],
    [
      "{ metric: missingValues, mustBe: 0, arguments: { missingValues: [N/A] } }",
      "missing_values_within_limits",
      { column: "x", missing_values: ["N/A"], min_value: 0, max_value: 0 },
    ],
    [
      "{ metric: invalidValues, mustBeBetween: [0, 2], arguments: { pattern: ^a } }",
      "invalid_values_within_limits",
      { column: "x", valid_regex: "^a", min_value: 0, max_value: 2 },
    ],
    [
      "{ metric: duplicateValues, mustBeLessOrEqualTo: 1 }",
      "duplicate_values_within_limits",
      { columns: ["x"], max_value: 1 },
    ],
    [
      "{ rule: validValues, validValues: [a, b] }",
      "invalid_values_within_limits",
      { column: "x", valid_values: ["a", "b"], min_value: 0, max_value: 0 },
    ],
    [
      "{ type: sql, query: 'SELECT max({property}) FROM {object}', mustBe: 1 }",
      "query_result_within_limits",
      { query: 'SELECT max("x") FROM batch', min_value: 1, max_value: 1 },
    ],
    [
      "{ type: custom, engine: greatExpectations, implementation: { type: expect_column_to_exist, kwargs: { column: y } } }",
      "expect_column_to_exist",
      { column: "y" },
    ],
    [
      "{ type: custom, engine: soda, implementation: { type: duplicate_percent, columns: [x, y], must_be_less_than: 1.0 } }",
      "duplicate_values_within_limits",
      {
        columns: ["x", "y"],
        counting: "repeated-values",
        base: "rows",
        unit: "percent",
        digits: 2,
        max_value: 1,
        strict_max: true,
      },
    ],
    [
      '{ type: custom, engine: soda, implementation: "- invalid_count(x) between 0 and 3:\\n    valid min length: 2" }',
      "invalid_values_within_limits",
      { column: "x", valid_min_length: 2, min_value: 0, max_value: 3, strict_min: false, strict_max: false },
    ],
  ] as const;
  it.each(rules)("reads the rule %s", (rule, name, kwargs) => {
    expect(read(contract(rule)).at(-1)).toEqual([name, kwargs, "block", 7]);
  });

  it("refuses the words of engines it does not know, and rules without a limit", () => {
    expect(problemsOf(contract("{ type: custom, engine: monteCarlo }"))).toEqual([
      expect.stringContaining(
        '7: The rule "custom" of "x" is not supported: rules for the engine "monteCarlo"',
      ),
    ]);
    for (const check of [
      "{ type: row_count }",
      "{ type: row_count, must_be: 1, must_not_be: 2 }",
      "[]",
      "1",
    ]) {
      expect(problemsOf(contract(`{ type: custom, engine: soda, implementation: ${check} }`))).toEqual([
        expect.stringContaining("its implementation is no check of SodaCL with a limit."),
      ]);
    }
    expect(problemsOf(contract("{ metric: nullValues }"))).toEqual([
      '7: The rule "nullValues" of "x": it has no limit, without which it says nothing.',
    ]);
  });

  it("reads what the schema promises", () => {
    const text = `kind: DataContract
schema:
  - name: a
    properties:
      - { name: k, primaryKey: true, logicalType: integer }
      - name: x
        logicalType: number
        required: true
        logicalTypeOptions: { minimum: 0, exclusiveMaximum: 9, multipleOf: 3 }
`;
    expect(read(text).map((each) => (each as readonly unknown[]).slice(0, 2))).toEqual([
      ["columns_as_listed", { column_list: ["k", "x"] }],
      ["expect_column_values_to_be_unique", { column: "k" }],
      ["expect_column_values_to_be_in_type_list", { column: "k", type_list: ["int"] }],
      ["expect_column_values_to_not_be_null", { column: "k" }],
      ["expect_column_values_to_be_in_type_list", { column: "x", type_list: ["int", "float", "decimal"] }],
      ["expect_column_values_to_not_be_null", { column: "x" }],
      ["expect_column_values_to_be_between", { column: "x", min_value: 0, strict_min: false }],
      ["expect_column_values_to_be_between", { column: "x", max_value: 9, strict_max: true }],
      ["failed_rows_within_limits", { condition: '"x" % 3 <> 0', min_value: 0, max_value: 0 }],
    ]);
  });
});

describe("dbt", () => {
  const tests = (written: string) =>
    `models:\n  - name: a\n    columns:\n      - name: x\n        data_tests:\n          - ${written}\n`;
  const sql = { condition_parser: "sql" };

  // prettier-ignore
  const cases = [
    ["unique", "expect_column_values_to_be_unique", { column: "x" }],
    [
      "not_null: { config: { where: y > 1 } }",
      "missing_values_within_limits",
      { column: "x", min_value: 0, max_value: 0, row_filter: "y > 1" },
    ],
    [
      "accepted_values: { arguments: { values: [a, 1] } }",
      "invalid_values_within_limits",
      { column: "x", valid_values: ["a", 1], min_value: 0, max_value: 0 },
    ],
    [
      "relationships: { to: \"source('s', 'b')\", field: id }",
      "values_in_other_table",
      { column: "x", other_table: "b", other_column: "id" },
    ],
    [
      "dbt_utils.accepted_range: { min_value: 0, inclusive: false }",
      "failed_rows_within_limits",
      { condition: '"x" <= 0', min_value: 0, max_value: 0 },
    ],
    [
      "dbt_utils.expression_is_true: { expression: '>= 0' }",
      "failed_rows_within_limits",
      { condition: 'NOT ("x" >= 0)', min_value: 0, max_value: 0 },
    ],
    [
      "dbt_expectations.expect_column_values_to_be_between: { min_value: 0, strictly: true, row_condition: y = 1 }",
      "expect_column_values_to_be_between",
      { column: "x", min_value: 0, strict_min: true, strict_max: true, row_condition: "y = 1", ...sql },
    ],
    [
      "dbt_expectations.expect_column_to_exist: { column_index: 1 }",
      "expect_column_to_exist",
      { column: "x", column_index: 0 },
    ],
    [
      "dbt_expectations.expect_column_distinct_count_to_equal: { value: 4 }",
      "expect_column_unique_value_count_to_be_between",
      { column: "x", min_value: 4, max_value: 4 },
    ],
    [
      "dbt_expectations.expect_column_values_to_be_in_set: { value_set: [a], quote_values: true }",
      "expect_column_values_to_be_in_set",
      { column: "x", value_set: ["a"] },
    ],
  ] as const;
  it.each(cases)("reads the test %s", (written, name, kwargs) => {
    expect(read(tests(written))).toEqual([[name, kwargs, "block", 6]]);
  });

  it("reads when a test fails and when it warns", () => {
    const limits = { column: "x", outside: true, min_value: 10, strict_min: true };
    expect(read(tests("not_null: { config: { error_if: '> 10' } }"))).toEqual([
      ["missing_values_within_limits", limits, "block", 6],
      ["expect_column_values_to_not_be_null", { column: "x" }, "warn", 6],
    ]);
    expect(read(tests("unique: { severity: warn }"))).toEqual([
      ["expect_column_values_to_be_unique", { column: "x" }, "warn", 6],
    ]);
  });

  // prettier-ignore
  const refused = [
    ["my_own_test", "no test of that name is known here."],
    ["not_null: { config: { limit: 5 } }", "a limit on its failing rows is not evaluated."],
    ['unique: { where: "d > {{ this }}" }', 'its SQL holds "{{ this }}"'],
    [
      "accepted_values: { values: [1], error_if: '> 1' }",
      "error_if and warn_if are not evaluated for this test.",
    ],
    [
      "dbt_expectations.expect_column_mean_to_be_between: { min_value: 1, group_by: [y] }",
      '"group_by" is not known here.',
    ],
    [
      "dbt_expectations.expect_row_values_to_have_recent_data: { datepart: day }",
      "no test of that name is evaluated here.",
    ],
  ] as const;
  it.each(refused)("refuses the test %s", (written, reason) => {
    expect(problemsOf(tests(written))).toEqual([expect.stringContaining(reason)]);
  });

  it("does not judge a test that is switched off", () => {
    const text = tests("unique: { config: { enabled: false } }\n          - not_null");
    expect(read(text)).toEqual([["expect_column_values_to_not_be_null", { column: "x" }, "block", 7]]);
  });
});
