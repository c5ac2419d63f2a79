import type { Column, ColumnFamily, Table } from "@ml-gates/queries";
import { describe, expect, it } from "vitest";
import { parseSuite } from "./parse-suite.ts";
import { planSuite, type SuitePlan } from "./plan-suite.ts";

function column(name: string, family: ColumnFamily, sqlType: string): Column {
  return { name, family, sqlType };
}

const TABLE: Table = {
  from: '"t"',
  rowNumber: '"row"',
  columns: [
    column("age", "integer", "BIGINT"),
    column("fee", "float", "DOUBLE"),
    column('ci"ty', "text", "VARCHAR"),
    column("day", "date", "DATE"),
    column("tags", "other", "VARCHAR[]"),
  ],
};

function plan(...written: readonly (readonly [type: string, kwargs: object])[]): SuitePlan {
  const expectations = written.map(([type, kwargs]) => ({ type, kwargs }));
  return planSuite(parseSuite(JSON.stringify({ expectations }), "s.json"), TABLE);
}

describe("planSuite", () => {
  it("asks 40 mixed checks in one scan and one grouped query per unique key", () => {
    const checks = Array.from({ length: 8 }, (_, index) => [
      ["expect_column_values_to_be_between", { column: "age", min_value: index }],
      ["expect_column_values_to_not_be_null", { column: "fee", mostly: index / 10 }],
      ["expect_column_mean_to_be_between", { column: "fee", min_value: index }],
      ["expect_column_values_to_be_unique", { column: index % 2 === 0 ? "age" : 'ci"ty' }],
      ["expect_column_unique_value_count_to_be_between", { column: "age", min_value: index }],
    ]).flat() as [string, object][];
    const { statements, planned } = plan(...checks);
    expect(planned).toHaveLength(40);
    expect(statements.map(({ sql }) => sql.startsWith("SELECT"))).toEqual([true, false, false]);
  });

  it("counts rows, and the values of every column, even where no expectation reads any", () => {
    const { statements } = plan(["expect_column_to_exist", { column: "age" }]);
    const counts = `count(*) AS a0, count("age") AS a1, count(CASE WHEN NOT isnan("fee") THEN "fee" END) AS a2`;
    expect(statements.map(({ sql }) => sql)).toEqual([
      `SELECT ${counts}, count("ci""ty") AS a3, count("day") AS a4, count("tags") AS a5 FROM "t"`,
    ]);
  });

  it("counts no column of more than 200 but those asked about", () => {
    const columns = Array.from({ length: 201 }, (_, index) => column(`c${index}`, "integer", "BIGINT"));
    const suite = '{"expectations": [{"type": "expect_column_to_exist", "kwargs": {"column": "c1"}}]}';
    const { statements } = planSuite(parseSuite(suite, "s.json"), { ...TABLE, columns });
    expect(statements.map(({ sql }) => sql)).toEqual(['SELECT count(*) AS a0 FROM "t"']);
  });

  it("writes hostile names and values so that none becomes code", () => {
    const { statements } = plan([
      "expect_column_values_to_be_in_set",
      { column: 'ci"ty', value_set: ["'); DROP TABLE t; --", "b"] },
    ]);
    expect(statements[0]?.sql).toContain(`"ci""ty" IN ('''); DROP TABLE t; --', 'b')`);
  });

  it("never lets NaN into a comparison or a sum", () => {
    const { statements } = plan(["expect_column_sum_to_be_between", { column: "fee", min_value: 0.1 }]);
    expect(statements[0]?.sql).toContain('sum(CAST(CASE WHEN NOT isnan("fee") THEN "fee" END AS DOUBLE))');
  });

  // prettier-ignore
  const alone = [
    [
      "a column that is not there",
      "expect_column_values_to_be_unique",
      { column: "agee" },
      /no column agee\. Is age meant\?/,
    ],
    [
      "the smallest date over a number",
      "expect_column_min_to_be_between",
      { column: "day", min_value: 3 },
      /not an ISO 8601 date/,
    ],
    ["the smallest list", "expect_column_min_to_be_between", { column: "tags" }, /cannot be compared/],
    [
      "the largest number under a text",
      "expect_column_max_to_be_between",
      { column: "age", max_value: "x" },
      /"x", which is not a number/,
    ],
  ] as const;

  it.each(alone)(
    "answers without a query of its own, as that check's exception: %s",
    (_story, type, kwargs, why) => {
      const { planned, statements } = plan([type, kwargs]);
      expect(statements).toHaveLength(1);
      expect(planned[0]?.question.judge({}).exception).toMatch(why);
    },
  );

  // prettier-ignore
  const unlessEmpty = [
    ["a text under a number", "expect_column_values_to_be_between", { column: 'ci"ty', max_value: 3 }],
    ["a number in texts", "expect_column_values_to_be_in_set", { column: "age", value_set: ["1"] }],
    ["the length of a date", "expect_column_value_lengths_to_equal", { column: "day", value: 3 }],
  ] as const;

  it.each(unlessEmpty)("holds vacuously without values, else is an exception: %s", (_story, type, kwargs) => {
    const question = plan([type, kwargs]).planned[0]?.question;
    expect(question?.judge({ elements: 4, present: 0 })).toMatchObject({ success: true, exception: null });
    expect(question?.judge({ elements: 4, present: 1 })).toMatchObject({ success: false });
    expect(question?.judge({ elements: 4, present: 1 }).exception).not.toBeNull();
  });
});
