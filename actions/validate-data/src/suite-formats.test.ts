import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type OpenedTable, openDuckdb, type SqlEngine } from "@ml-gates/engines";
import {
  type Evaluated,
  type Expectation,
  evaluateSuite,
  parseSuite,
  planSuite,
  type SuiteOptions,
} from "@ml-gates/expectations";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { querySuite } from "./query-suite.ts";

const SUITES = resolve(import.meta.dirname, "../../../fixtures/suites");
const ORACLES = resolve(SUITES, "../oracles");

interface Case {
  readonly check: string;
  readonly outcome: "passed" | "failed" | "warn";
  readonly value: number | null;
}

interface Result extends Evaluated {
  readonly expectation: Expectation;
}

let engine: SqlEngine;

beforeAll(async () => {
  const settings = { memory: "1GB", threads: 2, temp: null, nativePath: null };
  engine = await openDuckdb({ ...settings, directory: `${SUITES}/data`, environment: {}, log: () => {} });
});

afterAll(() => engine.close());

/** What a suite of `fixtures/suites` says of a table, whatever it is written for. */
function evaluate(suite: string, path: string, options: SuiteOptions = {}): Promise<readonly Result[]> {
  return evaluateText(readFileSync(`${SUITES}/${suite}`, "utf8"), path, options);
}

async function evaluateText(
  text: string,
  path: string,
  options: SuiteOptions = {},
): Promise<readonly Result[]> {
  const parsed = parseSuite(text, "suite.yml", options);
  const table: OpenedTable = await engine.open({ path });
  const plan = planSuite(parsed, table);
  const tables = {
    names: ["customers", "orders", "receivers"],
    open: (name: string) =>
      name === "orders" ? Promise.resolve(table) : engine.open({ path: `${name}.csv` }),
  };
  const answers = await querySuite(engine, plan, { batch: table, tables });
  return evaluateSuite(plan, answers).map((each, index) => {
    const expectation = parsed.expectations[index];
    if (expectation === undefined) throw new Error("a result without its expectation");
    return { ...each, expectation };
  });
}

/** The worst that the expectations of one check say, in Soda's words. */
function outcomeOf(results: readonly Result[]): string {
  if (results.length === 0) return "nothing";
  const raised = results.find(({ exception }) => exception !== null);
  if (raised !== undefined) return `error: ${raised.exception}`;
  const failed = results.filter(({ success }) => !success);
  if (failed.some(({ expectation }) => expectation.severity === "block")) return "failed";
  return failed.length === 0 ? "passed" : "warn";
}

function oracle(name: string): readonly Case[] {
  return JSON.parse(readFileSync(`${ORACLES}/${name}.json`, "utf8")).cases;
}

/** What stands between one check's line and the next belongs to it. */
async function evaluateChecks(suite: string, path: string): Promise<readonly (readonly Result[])[]> {
  const results = await evaluate(suite, path);
  const lines = readFileSync(`${SUITES}/${suite}`, "utf8").split("\n");
  const starts = lines.flatMap((line, index) => (/^\s*- (?!name:)/.test(line) ? index + 1 : []));
  return starts.map((start, index) => {
    const next = starts[index + 1] ?? Number.POSITIVE_INFINITY;
    return results.filter(({ expectation: { source } }) => source.line >= start && source.line < next);
  });
}

describe.each([
  ["soda-contract", "soda-contract/orders.contract.yml"],
  ["sodacl", "sodacl/orders.checks.yml"],
])("%s", (name, suite) => {
  it("says of every check what Soda says", async () => {
    const mine = await evaluateChecks(suite, "orders-with-faults.parquet");
    const cases = oracle(name);
    expect(mine.length).toBe(cases.length);
    expect(cases.map(({ check }, index) => [check, outcomeOf(mine[index] ?? [])])).toEqual(
      cases.map(({ check, outcome }) => [check, outcome]),
    );
  });

  it("measures what Soda measures", async () => {
    const mine = await evaluateChecks(suite, "orders-with-faults.parquet");
    const measured = oracle(name).flatMap(({ check, value }, index) => {
      const observed = mine[index]?.[0]?.observed;
      return typeof value === "number" && typeof observed === "number" ? [{ check, value, observed }] : [];
    });
    expect(measured.length).toBeGreaterThan(20);
    for (const { check, value, observed } of measured) expect(observed, check).toBeCloseTo(value, 9);
  });
});

/** Each check by its own words, and what became of it. */
function tellAll(results: readonly Result[]): readonly (readonly [string, string, string])[] {
  return results.map((each) => {
    const { name, kwargs } = each.expectation;
    const about = `${kwargs["column"] ?? kwargs["columns"] ?? ""}`;
    return [name, about, each.exception === null ? (each.success ? "pass" : "fail") : "not-evaluable"];
  });
}

describe("dbt", () => {
  const checks = [
    ["expect_column_values_to_be_unique", "order_id"],
    ["expect_column_values_to_not_be_null", "order_id"],
    ["expect_column_values_to_not_be_null", "customer_id"],
    ["values_in_other_table", "customer_id"],
    ["invalid_values_within_limits", "status"],
    ["expect_column_values_to_not_be_null", "amount"],
    ["expect_column_values_to_not_be_null", "credit_card_amount"],
    ["expect_column_values_to_not_be_null", "coupon_amount"],
    ["expect_column_values_to_not_be_null", "bank_transfer_amount"],
    ["expect_column_values_to_not_be_null", "gift_card_amount"],
  ] as const;

  // prettier-ignore
  const stories = [
    ["the project's own orders", "orders.csv", []],
    [
      "the same orders with faults",
      "orders-with-faults.parquet",
      ["unique order_id", "null customer_id", "table customer_id", "limits status", "null amount"],
    ],
  ] as const;

  it.each(stories)("judges %s by the project's own tests", async (_, path, failing) => {
    const results = await evaluate("dbt/jaffle-shop.yml", path, { tables: ["orders"] });
    const failed = failing.map((each) => each.split(" "));
    const told = checks.map(([name, column]) => {
      const fails = failed.some(([end, about]) => name.endsWith(`_${end}`) && about === column);
      return [name, column, fails ? "fail" : "pass"];
    });
    expect(tellAll(results)).toEqual(told);
  });

  it("finds the values that refer to no row of the other table", async () => {
    const results = await evaluate("dbt/jaffle-shop.yml", "orders-with-faults.parquet", {
      tables: ["orders"],
    });
    expect(results[3]?.why).toBe(
      "customer_id: 1 of 97 values are not in customers.customer_id, such as 999. Wanted: at most 0.",
    );
  });
});

describe("the Open Data Contract Standard", () => {
  it("judges a table by its schema and its quality rules, and names what it cannot judge", async () => {
    const options = { tables: ["tbl"], unsupported: "warn" } as const;
    const results = await evaluate("odcs/full-example.odcs.yaml", "payments.csv", options);
    expect(tellAll(results)).toEqual([
      ["columns_as_listed", "", "pass"],
      ["expect_column_values_to_be_unique", "rcvr_id", "fail"],
      ["check_not_supported", "", "not-evaluable"],
      ["row_count_within_limits", "", "fail"],
      ["values_are_instants", "txn_ref_dt", "pass"],
      ["expect_column_values_to_be_in_type_list", "rcvr_id", "pass"],
      ["expect_column_values_to_not_be_null", "rcvr_id", "pass"],
      ["values_in_other_table", "rcvr_id", "fail"],
      ["expect_column_values_to_be_in_type_list", "rcvr_cntry_code", "pass"],
      ["expect_column_values_to_be_in_set", "rcvr_cntry_code", "fail"],
      ["expect_column_values_to_not_be_null", "rcvr_cntry_code", "fail"],
    ]);
    expect(results[2]?.why).toContain("only one column that refers to `table.column`");
  });
});

describe("columns and their types", () => {
  const types = "[{ name: txn_ref_dt }, { name: rcvr_id, data_type: TYPE }, { name: rcvr_cntry_code }]";

  // prettier-ignore
  const cases = [
    [
      "as promised",
      `dataset: a\ncolumns: ${types.replace("TYPE", "character varying")}\nchecks: [schema]`,
      true,
    ],
    ["of another type", `dataset: a\ncolumns: ${types.replace("TYPE", "integer")}\nchecks: [schema]`, false],
    ["beyond the list", "dataset: a\ncolumns: [{ name: rcvr_id }]\nchecks: [schema]", false],
    [
      "allowed beyond it",
      "dataset: a\ncolumns: [{ name: rcvr_id }]\nchecks: [schema: { allow_extra_columns: true }]",
      true,
    ],
    ["missing", "checks for a: [schema: { fail: { when required column missing: [nothing] } }]", false],
    [
      "missing but optional",
      `dataset: a\ncolumns: [${types.slice(1, -1)}, { name: z, optional: true }]\nchecks: [schema]`.replace(
        "TYPE",
        "varchar",
      ),
      true,
    ],
    [
      "in another order",
      "dataset: a\ncolumns: [{ name: rcvr_cntry_code }, { name: rcvr_id }]\nchecks: [schema: { allow_extra_columns: true }]",
      false,
    ],
    [
      "in any order",
      "dataset: a\ncolumns: [{ name: rcvr_cntry_code }, { name: rcvr_id }]\nchecks: [schema: { allow_extra_columns: true, allow_other_column_order: true }]",
      true,
    ],
    [
      "forbidden by a pattern",
      "checks for a: [schema: { fail: { when forbidden column present: [rcvr*code] } }]",
      false,
    ],
    [
      "at another index",
      "checks for a: [schema: { fail: { when wrong column index: { rcvr_id: 0 } } }]",
      false,
    ],
  ] as const;
  it.each(cases)("%s", async (_, text, success) => {
    const results = await evaluateText(text, "payments.csv");
    expect(results.map((each) => [each.exception, each.success])).toEqual([[null, success]]);
  });

  // prettier-ignore
  const instants = [
    ["dates in a text file", "txn_ref_dt", "date", 0],
    ["texts that are no date", "rcvr_cntry_code", "date", 7],
    ["dates without a time", "txn_ref_dt", "timestamp", 8],
  ] as const;
  it("times are texts in ISO 8601 that exist, missing ones left out", async () => {
    const directory = await mkdtemp(join(tmpdir(), "instants-"));
    const rows = [
      "at,day,clock",
      "2024-02-29T10:00:00Z,2024-02-29,10:00",
      "2024-02-29 10:00,2024-02-30,25:00",
      "2024-02-30T10:00:00,20240229,10:00:00.5+02:00",
      "2024-02-29T10:00:00.5+02:00,,10h",
      ",2024-2-9,10:00:00Z",
    ];
    await writeFile(join(directory, "instants.csv"), `${rows.join("\n")}\n`);
    const properties =
      "[{ name: at, logicalType: timestamp }, { name: day, logicalType: date }, { name: clock, logicalType: time }]";
    const text = `kind: DataContract\nschema: [{ name: a, properties: ${properties} }]`;
    const results = await evaluateText(text, join(directory, "instants.csv"));
    await rm(directory, { recursive: true });
    expect(results.slice(1).map(({ samples }) => samples.map(({ row }) => row))).toEqual([
      [3],
      [2, 3, 5],
      [2, 4],
    ]);
  });

  it.each(instants)("%s", async (_, name, logicalType, unexpected) => {
    const properties = `[{ name: ${name}, logicalType: ${logicalType} }]`;
    const text = `kind: DataContract\nschema: [{ name: a, properties: ${properties} }]`;
    const results = await evaluateText(text, "payments.csv");
    expect(results[1]?.counts?.unexpected).toBe(unexpected);
  });
});
