import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type OpenedTable, openDuckdb, type SqlEngine } from "@ml-gates/engines";
import { type Evaluated, evaluateSuite, parseSuite, planSuite } from "@ml-gates/expectations";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DeclaredTables } from "./query-apart.ts";
import { querySuite } from "./query-suite.ts";

/** Of `slow`, one value alone makes a careless pattern run for ever. */
const ROWS = [
  ["text", "n", "slow", "mixed", "json"],
  ["abcabc", 1, `${"a".repeat(40)}!`, "2024-02-29", "1"],
  ['a"b', 2, "a", "2023/2/28", "2.5"],
  ["", 3, "a", "2023-02-29", "3"],
  ["xyz", 4, "a", '{"a": NaN}', "4"],
  ["XYZ", 5, "a", "", ""],
  ["x_z", 6, "a", "", ""],
  ["xyz", 7, "a", "", ""],
  ["50%", 8, "a", "", ""],
]
  .map((cells) => cells.map((cell) => (cell === "" ? "" : `"${`${cell}`.replaceAll('"', '""')}"`)).join(","))
  .join("\n");
let directory: string;
let engine: SqlEngine;
let table: OpenedTable;
let others: DeclaredTables;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "text-checks-"));
  await writeFile(join(directory, "rows.csv"), `${ROWS}\n`);
  await writeFile(join(directory, "limits.csv"), "n,name\n3,low\n5,high\n");
  const settings = { memory: "1GB", threads: 2, temp: null, nativePath: null };
  engine = await openDuckdb({ ...settings, directory, environment: {}, log: () => {} });
  table = await engine.open({ path: "rows.csv", types: { json: "text", n: "integer" } });
  others = { names: ["limits"], open: (name) => engine.open({ path: `${name}.csv` }) };
});

afterAll(async () => {
  engine.close();
  await rm(directory, { recursive: true });
});

type Written = readonly [type: string, kwargs: object];

async function evaluateAll(written: readonly Written[], key = "type"): Promise<readonly Evaluated[]> {
  const expectations = written.map(([type, kwargs]) => ({ [key]: type, kwargs }));
  const plan = planSuite(parseSuite(JSON.stringify({ expectations }), "suite.json"), table);
  return evaluateSuite(plan, await querySuite(engine, plan, { batch: table, tables: others }));
}

async function evaluate(type: string, kwargs: object, key?: string): Promise<Evaluated> {
  const [result] = await evaluateAll([[type, kwargs]], key);
  if (result === undefined) throw new Error("nothing was evaluated");
  return result;
}

/** The numbers of the unexpected rows. */
async function unexpectedRows(type: string, kwargs: object): Promise<readonly (number | null)[]> {
  const { exception, samples, counts } = await evaluate(`expect_column_values_to_${type}`, {
    column: "text",
    ...kwargs,
  });
  expect(exception).toBeNull();
  expect(counts).toMatchObject({ elements: 8, missing: 1, tested: 7, unexpected: samples.length });
  return samples.map(({ row }) => row);
}

describe("patterns", () => {
  // prettier-ignore
  const cases = [
    ["a look-ahead, every row of a repeated value", "match_regex", { regex: "^(?!xyz)" }, [4, 7]],
    ["a back-reference", "not_match_regex", { regex: "(abc)\\1" }, [1]],
    ["a list of which any is enough", "match_regex_list", { regex_list: ["^x", "^X"] }, [1, 2, 8]],
    [
      "a list of which all are wanted",
      "match_regex_list",
      { regex_list: ["^x", "z$"], match_on: "all" },
      [1, 2, 5, 8],
    ],
    [
      "a list of which one needs JavaScript",
      "match_regex_list",
      { regex_list: ["^x", '(?<=")b'] },
      [1, 5, 8],
    ],
    ["a forbidden list", "not_match_regex_list", { regex_list: ["^x", "%"] }, [4, 6, 7, 8]],
    ["LIKE, by capitals", "match_like_pattern", { like_pattern: "x%" }, [1, 2, 5, 8]],
    ["LIKE with one character", "match_like_pattern", { like_pattern: "x_z" }, [1, 2, 5, 8]],
    ["a forbidden LIKE", "not_match_like_pattern", { like_pattern: "%z" }, [4, 6, 7]],
    [
      "a list of LIKE of which any is enough",
      "match_like_pattern_list",
      { like_pattern_list: ["x%", "X%"] },
      [1, 2, 8],
    ],
    [
      "a list of LIKE of which all are wanted",
      "match_like_pattern_list",
      { like_pattern_list: ["x%", "%y%"], match_on: "all" },
      [1, 2, 5, 6, 8],
    ],
    [
      "a forbidden list of LIKE",
      "not_match_like_pattern_list",
      { like_pattern_list: ["a%", "50%"] },
      [1, 2, 8],
    ],
  ] as const;

  it.each(cases)("%s", async (_story, type, kwargs, rows) => {
    expect(await unexpectedRows(type, kwargs)).toEqual(rows);
  });

  it("a catastrophic pattern ends as the error of its own check", async () => {
    const results = await evaluateAll([
      ["expect_column_values_to_match_regex", { column: "slow", regex: "^(?=(?:a+)+$)" }],
      ["expect_column_values_to_match_regex", { column: "n", regex: "^\\d$" }],
    ]);
    expect(results[0]?.exception).toMatch(/longer than 1 s: "a{40}!" in row 1/);
    expect(results[1]).toMatchObject({ success: true, exception: null });
  });
});

describe("patterns find what Python finds", () => {
  const oracle = JSON.parse(
    readFileSync(resolve(import.meta.dirname, "../../../fixtures/oracles/python-texts.json"), "utf8"),
  ) as {
    readonly matched: readonly string[];
    readonly patterns: readonly { readonly pattern: string; readonly found: string | null }[];
  };

  it("in every text of the oracle, whichever engine tries them", async () => {
    const lines = oracle.matched.map((text) => `${JSON.stringify({ text })}\n`);
    await writeFile(join(directory, "matched.jsonl"), lines.join(""));
    const matched = { ...(await engine.open({ path: "matched.jsonl" })), sampling: { rows: 200, names: [] } };
    const tried = oracle.patterns.filter(({ found }) => found !== null);
    const expectations = tried.map(({ pattern }) => ({
      type: "expect_column_values_to_not_match_regex",
      kwargs: { column: "text", regex: pattern },
    }));
    // Python takes no (a)?…\\1 for what JavaScript takes it for: such a pattern is refused with its suite.
    const plan = planSuite(parseSuite(JSON.stringify({ expectations }), "suite.json"), matched);
    const results = evaluateSuite(plan, await querySuite(engine, plan));
    const ours = results.map(({ samples, exception }) => [exception, samples.map(({ row }) => row)]);
    const theirs = tried.map(({ found }) => [
      null,
      [...(found ?? "")].flatMap((each, index) => (each === "1" ? index + 1 : [])),
    ]);
    expect(ours).toEqual(theirs);
  });
});

describe("unexpected_rows_expectation", () => {
  const type = "unexpected_rows_expectation";
  const asking = (unexpected_rows_query: string) => ({ unexpected_rows_query });

  it("succeeds when the query gives no row", async () => {
    expect(await evaluate(type, asking("SELECT * FROM {batch} WHERE n > 8;"))).toMatchObject({
      success: true,
      observed: 0,
      result: { observed_value: 0, details: { unexpected_rows: [] } },
    });
  });

  it("observes a number in the 1.x generation, and a text in 0.18", async () => {
    const query = asking("SELECT n FROM {batch} b WHERE n > 7 -- the last one");
    expect(await evaluate(type, query)).toMatchObject({ success: false, observed: 1 });
    expect(await evaluate(type, query, "expectation_type")).toMatchObject({
      success: false,
      observed: "1 unexpected row",
      result: { observed_value: "1 unexpected row", details: { unexpected_rows: [{ n: 8 }] } },
    });
  });

  it("counts all rows and keeps 200 of them", async () => {
    const result = await evaluate(
      type,
      asking("SELECT a.n, b.n AS m FROM {batch} a, {batch} b, {batch} c ORDER BY 1, 2"),
    );
    expect(result).toMatchObject({
      observed: 512,
      result: { details: { unexpected_rows: expect.objectContaining({ length: 200 }) } },
    });
  });

  it("sees another table of the gate file by its name", async () => {
    const query = "SELECT b.* FROM {batch} b JOIN limits USING (n)";
    expect(await evaluate(type, asking(query))).toMatchObject({ observed: 2 });
  });

  // prettier-ignore
  const refused = [
    ["a file", "SELECT * FROM '/etc/passwd'"],
    ["a file through a function", "SELECT * FROM read_csv('rows.csv')"],
    ["a change", "DROP VIEW batch"],
    ["two statements", "SELECT 1; SELECT 2"],
    ["a way out of its place", "SELECT 1) SELECT * FROM read_text('rows.csv') --"],
    ["a table that is not declared", "SELECT * FROM nothing"],
    ["a mistake", "SELECT nothing FROM {batch}"],
  ] as const;

  it.each(refused)("%s is the error of its own check", async (_story, query) => {
    const [own, other] = await evaluateAll([
      [type, asking(query)],
      ["expect_table_row_count_to_equal", { value: 8 }],
    ]);
    expect(own).toMatchObject({
      success: false,
      exception: expect.stringContaining("could not be evaluated"),
    });
    expect(other).toMatchObject({ success: true });
  });
});

describe("expect_query_results_to_match_comparison", () => {
  const type = "expect_query_results_to_match_comparison";
  const comparing = (base_query: string, comparison_query: string, rest: object = {}) => ({
    ...{ base_query, comparison_query, comparison_data_source_name: "limits" },
    ...rest,
  });

  it("matches rows as often as they occur, whatever their columns are named", async () => {
    const base = "SELECT n FROM {batch} WHERE n IN (3, 5)";
    expect(await evaluate(type, comparing(base, "SELECT n AS m FROM limits"))).toMatchObject({
      success: true,
    });
  });

  it("counts what has no match, on the larger side", async () => {
    const base = "SELECT n FROM {batch} WHERE n IN (3, 4) UNION ALL SELECT 3";
    const result = await evaluate(type, comparing(base, "SELECT n FROM limits"));
    expect(result).toMatchObject({
      success: false,
      result: {
        unexpected_count: 2,
        details: { missing_rows: [{ n: 5 }], unexpected_rows: expect.arrayContaining([{ n: 4 }, { n: 3 }]) },
      },
    });
    const lenient = await evaluate(type, comparing(base, "SELECT n FROM limits", { mostly: 0.33 }));
    expect(lenient.success).toBe(true);
  });

  it("two empty answers match", async () => {
    const none = "SELECT n FROM limits WHERE FALSE";
    expect(await evaluate(type, comparing(none, none))).toMatchObject({ success: true });
  });

  it("names the tables there are when the other one is not declared", async () => {
    const other = { comparison_data_source_name: "warehouse" };
    const { exception } = await evaluate(type, comparing("SELECT 1", "SELECT 1", other));
    expect(exception).toMatch(/no table "warehouse".*"limits"/);
  });
});

describe("texts that must be read as something", () => {
  // prettier-ignore
  const cases = [
    ["a format", "match_strftime_format", { strftime_format: "%Y-%m-%d" }, [2, 3, 4]],
    ["a usual date", "be_dateutil_parseable", {}, [3, 4]],
    ["JSON", "be_json_parseable", {}, [1, 2, 3]],
  ] as const;

  it.each(cases)("%s", async (_story, type, kwargs, rows) => {
    const { samples, counts } = await evaluate(`expect_column_values_to_${type}`, {
      column: "mixed",
      ...kwargs,
    });
    expect(samples.map(({ row }) => row)).toEqual(rows);
    expect(counts).toEqual({ elements: 8, missing: 4, tested: 4, unexpected: rows.length });
  });

  it("what SQL proves and what JavaScript tests are one: every text of the oracle, by every format", async () => {
    const { times, formats } = JSON.parse(
      readFileSync(resolve(import.meta.dirname, "../../../fixtures/oracles/python-texts.json"), "utf8"),
    ) as {
      readonly times: readonly string[];
      readonly formats: readonly { format: string; others: readonly string[]; reads: string }[];
    };
    const cells = formats.flatMap(({ format, others, reads }) =>
      [...times, ...others].map((text, index) => ({ format, text, reads: reads[index] === "1" })),
    );
    const told = cells.filter(({ text }) => text !== "");
    await writeFile(join(directory, "times.jsonl"), told.map((cell) => `${JSON.stringify(cell)}\n`).join(""));
    const opened = await engine.open({ path: "times.jsonl", types: { text: "text", format: "text" } });
    const expectations = formats.map(({ format }) => ({
      type: "expect_column_values_to_match_strftime_format",
      kwargs: {
        ...{ column: "text", strftime_format: format },
        row_condition: { type: "comparison", column: { name: "format" }, operator: "==", parameter: format },
      },
    }));
    const plan = planSuite(parseSuite(JSON.stringify({ expectations }), "suite.json"), opened);
    const results = evaluateSuite(plan, await querySuite(engine, plan));
    expect(results.map(({ counts, exception }) => [exception, counts?.unexpected])).toEqual(
      formats.map(({ format }) => [
        null,
        told.filter((cell) => cell.format === format && !cell.reads).length,
      ]),
    );
  });

  it("a text that is no JSON cannot be held against a schema", async () => {
    const type = "expect_column_values_to_match_json_schema";
    const { exception } = await evaluate(type, { column: "mixed", json_schema: { type: "object" } });
    expect(exception).toMatch(/"2024-02-29" in row 1/);
  });

  it("a schema is held against every text", async () => {
    const type = "expect_column_values_to_match_json_schema";
    const json_schema = { type: "integer", minimum: 3 };
    const { samples, exception } = await evaluate(type, { column: "json", json_schema });
    expect([exception, samples.map(({ row }) => row)]).toEqual([null, [1, 2]]);
  });

  it("a column of numbers holds no texts to be read", async () => {
    const type = "expect_column_values_to_match_strftime_format";
    expect((await evaluate(type, { column: "n", strftime_format: "%Y" })).exception).toMatch(
      /holds no texts/,
    );
  });

  it("a number is no JSON text, as Great Expectations sees it", async () => {
    const { counts } = await evaluate("expect_column_values_to_be_json_parseable", { column: "n" });
    expect(counts).toMatchObject({ tested: 8, unexpected: 8 });
  });
});
