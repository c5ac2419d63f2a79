import { RESULT_FORMATS } from "@ml-gates/gate";
import type { Column } from "@ml-gates/queries";
import { describe, expect, it } from "vitest";
import { parseSuite } from "../parse-suite.ts";
import type { Evaluated } from "../question.ts";
import { renderValidationResult, type ValidationFacts } from "./render-validation-result.ts";

const COLUMNS: readonly Column[] = [
  { name: "fee", family: "float", sqlType: "DECIMAL(9,2)" },
  { name: "seen", family: "timestamp", sqlType: "TIMESTAMP WITH TIME ZONE" },
  { name: "id", family: "integer", sqlType: "BIGINT" },
];

const FACTS: ValidationFacts = {
  format: "COMPLETE",
  columns: COLUMNS,
  indexColumns: [],
  parameters: { cap: 600 },
  run: {
    toolVersion: "1.0.0",
    data: "data/orders.csv",
    dataName: "orders",
    digest: "sha256:00",
    startedAt: "2026-01-02T03:04:05.678Z",
  },
};

const SAYS = { observed: null, exception: null, why: "", remedy: "" };

/** Rows 1, 2, 3 … hold these values; `unexpected` of `elements` rows are unexpected, none is missing. */
function rows(values: readonly (string | number | null)[], unexpected = values.length): Evaluated {
  const counts = { elements: 1000, missing: 0, tested: 1000, unexpected };
  const samples = values.map((value, index) => ({ row: index + 1, value }));
  return { ...SAYS, success: unexpected === 0, counts, samples };
}

interface Written {
  readonly success: boolean;
  readonly expectation_config: object;
  readonly result: Readonly<Record<string, unknown>>;
  readonly meta: object;
  readonly exception_info: object;
}

function render(evaluated: Evaluated, facts: Partial<ValidationFacts> = {}, column = "fee"): Written {
  const written = [{ type: "expect_column_values_to_be_unique", kwargs: { column } }];
  const suite = parseSuite(JSON.stringify({ expectations: written }), "s.json");
  const { results } = renderValidationResult(suite, [evaluated], { ...FACTS, ...facts });
  const [result] = results as unknown as readonly Written[];
  if (result === undefined) throw new Error("no result");
  return result;
}

describe("renderValidationResult", () => {
  it("counts what holds, and keeps the suite's order", () => {
    const types = ["expect_column_values_to_be_unique", "expect_column_values_to_not_be_null"];
    const written = types.map((type) => ({ type, kwargs: { column: "id" } }));
    const suite = parseSuite(JSON.stringify({ name: "orders.x", expectations: written }), "s.json");
    const broken = { ...SAYS, success: false, counts: null, samples: [], exception: "There is no id." };
    const result = renderValidationResult(suite, [rows([]), broken], FACTS);
    expect(result).toMatchObject({
      success: false,
      results: types.map((type) => ({ expectation_config: { type } })),
      suite_name: "orders.x",
      suite_parameters: { cap: 600 },
      statistics: {
        evaluated_expectations: 2,
        successful_expectations: 1,
        unsuccessful_expectations: 1,
        success_percent: 50,
      },
      id: null,
    });
  });

  it("writes the keys of 0.18 for a suite of 0.18, and those of 1.x for a mixture", () => {
    const expectation = { kwargs: { column: "id" } };
    const of = (...keys: readonly string[]) => {
      const expectations = keys.map((key) => ({ ...expectation, [key]: "expect_column_to_exist" }));
      const suite = parseSuite(JSON.stringify({ expectations }), "s.json");
      const result = renderValidationResult(suite, [rows([]), rows([])].slice(0, keys.length), FACTS);
      const [first] = result["results"] as unknown as readonly Written[];
      return [...Object.keys(result), ...Object.keys(first?.expectation_config ?? {})];
    };
    expect(of("expectation_type")).toEqual(
      expect.arrayContaining(["evaluation_parameters", "expectation_type"]),
    );
    expect(of("expectation_type")).not.toContain("severity");
    expect(of("expectation_type", "type")).toEqual(
      expect.arrayContaining(["suite_name", "suite_parameters", "type", "severity"]),
    );
  });

  it("carries through what the author told, under the names of either generation", () => {
    const told = '"kwargs": {"column": "id", "result_format": "BASIC"}, "meta": {"owner": "finance"}';
    const id = "6a3c1d52-1a3e-4a87-8a0b-0d5c6f0c2b90";
    const configOf = (written: string) => {
      const suite = parseSuite(`{"expectations": [{${written}, ${told}}]}`, "s.json");
      const result = renderValidationResult(suite, [rows([])], FACTS);
      return (result["results"] as unknown as readonly Written[])[0]?.expectation_config;
    };
    const kwargs = { column: "id", result_format: "BASIC" };
    const meta = { owner: "finance" };
    const type = "expect_column_to_exist";
    const notes = `"notes": ["a"], "description": "b", "severity": "info"`;
    expect(configOf(`"type": "${type}", "id": "${id}", ${notes}`)).toEqual({
      type,
      kwargs,
      meta,
      id,
      notes: ["a"],
      description: "b",
      severity: "info",
    });
    expect(configOf(`"expectation_type": "${type}", "ge_cloud_id": "${id}"`)).toEqual({
      expectation_type: type,
      kwargs,
      meta,
      ge_cloud_id: id,
    });
  });

  it("says who wrote it and when, in the clock of either generation", () => {
    const suiteOf = (key: string) =>
      parseSuite(`{"expectations": [{"${key}": "expect_column_to_exist", "kwargs": {"column": "id"}}]}`, "s");
    const metaOf = (key: string) => renderValidationResult(suiteOf(key), [rows([])], FACTS)["meta"];
    expect(metaOf("type")).toMatchObject({
      great_expectations_version: "1.24.1",
      ml_gates_version: "1.0.0",
      validation_time: "2026-01-02T03:04:05.678+00:00",
      batch_spec: { path: "data/orders.csv", digest: "sha256:00" },
    });
    expect(metaOf("expectation_type")).toMatchObject({
      great_expectations_version: "0.18.22",
      expectation_suite_name: "orders",
      validation_time: "20260102T030405.678000Z",
    });
  });

  it("tells an exception flatly, without a result", () => {
    const broken = { ...rows([1]), success: false, exception: "There is no fee." };
    expect(render(broken)).toMatchObject({
      success: false,
      result: {},
      exception_info: {
        raised_exception: true,
        exception_traceback: "",
        exception_message: "There is no fee.",
      },
    });
  });

  it("lists 200 rows in COMPLETE and 20 in the partial lists, and says so", () => {
    const { result, meta } = render(rows(Array(200).fill("1.5"), 700));
    expect(result["unexpected_count"]).toBe(700);
    expect(result["unexpected_list"]).toHaveLength(200);
    expect(result["partial_unexpected_list"]).toHaveLength(20);
    expect(meta).toEqual({ truncated: true, listed_rows: 200, counted_rows: 200 });
  });

  it("takes counts over all rows where they were made, in order, and then has no more to say of counting", () => {
    const valueCounts = new Map([
      [
        0,
        [
          { value: "9.50", count: 400 },
          { value: "1.50", count: 400 },
          { value: "2.00", count: 1000 },
        ],
      ],
    ]);
    const { result, meta } = render(rows(Array(200).fill("1.5"), 1900), { valueCounts });
    expect(result["partial_unexpected_counts"]).toEqual([
      { value: 2, count: 1000 },
      { value: 1.5, count: 400 },
      { value: 9.5, count: 400 },
    ]);
    expect(meta).toEqual({ truncated: true, listed_rows: 200 });
  });

  it.each([
    ["BOOLEAN_ONLY", 21, {}],
    ["BASIC", 20, {}],
    ["BASIC", 21, { truncated: true, listed_rows: 20 }],
    ["SUMMARY", 21, { truncated: true, listed_rows: 20 }],
    ["COMPLETE", 21, {}],
  ] as const)("%s of %i unexpected rows has the meta %o", (format, count, meta) => {
    expect(render(rows(Array(count).fill(1)), { format }).meta).toEqual(meta);
  });

  it.each(RESULT_FORMATS)("%s of a table without rows is vacuous success without percents", (format) => {
    const counts = { elements: 0, missing: 0, tested: 0, unexpected: 0 };
    const { success, result } = render({ ...rows([]), success: true, counts }, { format });
    expect(success).toBe(true);
    expect(result["unexpected_percent"] ?? null).toBeNull();
    expect(result["missing_percent"] ?? null).toBeNull();
  });

  it.each([
    ["a decimal is a number", "fee", "12.50", 12.5],
    ["a time is ISO 8601", "seen", "2024-01-02 03:04:05", "2024-01-02T03:04:05"],
    ["a fraction has six digits", "seen", "2024-01-02 03:04:05.12", "2024-01-02T03:04:05.120000"],
    ["an offset has minutes", "seen", "2024-01-02 03:04:05+05", "2024-01-02T03:04:05+05:00"],
    ["an odd offset keeps its own", "seen", "2024-01-02 03:04:05+05:30", "2024-01-02T03:04:05+05:30"],
    ["NaN is missing", "fee", "NaN", null],
    ["infinity stays text", "fee", "Infinity", "Infinity"],
    ["a whole number beyond 2^53 stays text", "id", "9007199254740993", "9007199254740993"],
  ])("%s", (_story, column, value, written) => {
    expect(render(rows([value]), {}, column).result["unexpected_list"]).toEqual([written]);
  });

  it("orders values by count, then by value as Python orders them", () => {
    const { result } = render(rows(["b", "a", "\u{1F600}", "\uFFFD", "a", "b", "c"]), {}, "id");
    expect(result["partial_unexpected_counts"]).toEqual([
      { value: "a", count: 2 },
      { value: "b", count: 2 },
      { value: "c", count: 1 },
      { value: "\uFFFD", count: 1 },
      { value: "\u{1F600}", count: 1 },
    ]);
  });

  it("names rows by index columns, in the shape of column, pair and list", () => {
    const row = { row: 7, names: [12] };
    const pair = '{"type": "expect_column_values_to_be_unique", "kwargs": {"column": "fee"}}';
    const suite = parseSuite(`{"expectations": [${pair}]}`, "s.json");
    const [expectation] = suite.expectations;
    if (expectation === undefined) throw new Error("no expectation");
    const placed = (kwargs: object, value: Evaluated["samples"][number]["value"]) => {
      const told = { ...suite, expectations: [{ ...expectation, kwargs: { ...kwargs } }] };
      const evaluated = { ...rows([], 1), samples: [{ ...row, value }] };
      const facts = { ...FACTS, indexColumns: ["id"] };
      const [written] = renderValidationResult(told, [evaluated], facts)[
        "results"
      ] as unknown as readonly Written[];
      return written?.result["unexpected_index_list"];
    };
    expect(placed({ column: "fee" }, "1.50")).toEqual([{ fee: 1.5, id: 12 }]);
    expect(placed({ column_A: "fee", column_B: "seen" }, ["1.50", null])).toEqual([
      { fee: 1.5, seen: null, id: 12 },
    ]);
    expect(placed({ column_list: ["fee"] }, { fee: "2.00" })).toEqual([{ fee: 2, id: 12 }]);
  });
});
