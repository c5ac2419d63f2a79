import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { openDuckdb, type SqlEngine } from "@ml-gates/engines";
import { evaluateSuite, parseSuite, planSuite, renderValidationResult } from "@ml-gates/expectations";
import { type JsonValue, RESULT_FORMATS, type ResultFormat } from "@ml-gates/gate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { querySuite } from "./query-suite.ts";

const FIXTURES = resolve(import.meta.dirname, "../../../fixtures");
const TABLES = ["visits-with-holes.csv", "visits-with-nan.parquet"];

type JsonRecord = Readonly<Record<string, JsonValue>>;

interface Case {
  readonly table: string;
  readonly type: string;
  readonly kwargs: JsonRecord;
  readonly success: boolean;
  readonly raised: boolean;
  /** In COMPLETE. */
  readonly result: JsonRecord;
  readonly keys: Readonly<Record<ResultFormat, readonly string[]>>;
  /** What of the complete result differs when rows are named by the column `visit`. */
  readonly indexed: JsonRecord;
}

let engine: SqlEngine;

beforeAll(async () => {
  const settings = { memory: "1GB", threads: 2, temp: null, nativePath: null };
  engine = await openDuckdb({ ...settings, directory: FIXTURES, environment: {}, log: () => {} });
});

afterAll(() => engine.close());

interface Wanted {
  readonly typeKey: string;
  readonly table: string;
  readonly format: ResultFormat;
  readonly indexColumns: readonly string[];
}

async function validate(cases: readonly Case[], { typeKey, table, format, indexColumns }: Wanted) {
  const opened = await engine.open({ path: `expectations/${table}` });
  const names = opened.columns.filter(({ name }) => indexColumns.includes(name));
  const written = cases.map(({ type, kwargs }) => ({ [typeKey]: type, kwargs }));
  const suite = parseSuite(JSON.stringify({ expectations: written }), "s.json");
  const plan = planSuite(suite, { ...opened, sampling: { rows: 200, names } });
  const evaluated = evaluateSuite(plan, await querySuite(engine, plan));
  return renderValidationResult(suite, evaluated, {
    format,
    columns: opened.columns,
    indexColumns,
    parameters: {},
    run: {
      toolVersion: "1.0.0",
      data: table,
      dataName: table,
      digest: "",
      startedAt: "2026-01-02T03:04:05.678Z",
    },
  });
}

/**
 * pandas writes a missing time as NaT; it counts each missing value by itself and orders it anyhow, so counts with one
 * are compared in the tests of the renderer. Sums differ in their last digits.
 */
function comparable(value: JsonValue): JsonValue {
  if (value === "NaT") return null;
  if (typeof value === "number") return Number(value.toPrecision(10));
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([key, member]) => [key, comparable(member)] as const);
  return Object.fromEntries(members.map(([key, member]) => [key, isAnyhow(key, member) ? null : member]));
}

function isAnyhow(key: string, member: JsonValue): boolean {
  return key === "partial_unexpected_counts" && JSON.stringify(member).includes("null");
}

function expected({ type, kwargs, success, raised, result, keys }: Case, format: ResultFormat) {
  const kept = raised ? {} : Object.fromEntries(keys[format].map((key) => [key, result[key] ?? null]));
  return { type, kwargs, success, raised, result: comparable(kept) };
}

function compared({ type, kwargs }: Case, written: JsonValue | undefined) {
  const { success, result, exception_info } = written as unknown as {
    readonly success: boolean;
    readonly result: JsonRecord;
    readonly exception_info: { readonly raised_exception: boolean };
  };
  return { type, kwargs, success, raised: exception_info.raised_exception, result: comparable(result) };
}

describe.each([
  ["0.18", "expectation_type"],
  ["1.x", "type"],
] as const)("a result JSON is that of Great Expectations %s on pandas", (generation, typeKey) => {
  const oracle = JSON.parse(
    readFileSync(`${FIXTURES}/oracles/validation-results-${generation}.json`, "utf8"),
  ) as {
    readonly cases: readonly Case[];
  };
  const casesOf = (table: string) => oracle.cases.filter((each) => each.table === table);

  const formats = TABLES.flatMap((table) => RESULT_FORMATS.map((format) => [format, table] as const));
  it.each(formats)("in %s on %s", async (format, table) => {
    const cases = casesOf(table);
    const { results } = await validate(cases, { typeKey, table, format, indexColumns: [] });
    const ours = cases.map((each, index) => compared(each, (results as JsonValue[])[index]));
    expect(ours).toEqual(cases.map((each) => expected(each, format)));
  });

  // Great Expectations raises when a row is to be named by the tested column itself, and does not say of the two null
  // expectations which columns name a row.
  const namesOddly = ({ type, kwargs }: Case) =>
    type.endsWith("_be_null") || JSON.stringify(kwargs).includes('"visit"');

  it.each(TABLES)("with rows named by a column on %s", async (table) => {
    const cases = casesOf(table).filter((each) => !namesOddly(each));
    const wanted = { typeKey, table, format: "COMPLETE", indexColumns: ["visit"] } as const;
    const { results } = await validate(cases, wanted);
    const ours = cases.map((each, index) => compared(each, (results as JsonValue[])[index]));
    const named = cases.map((each) => ({
      ...each,
      result: { ...each.result, ...each.indexed },
      keys: { ...each.keys, COMPLETE: Object.keys({ ...each.result, ...each.indexed }) },
    }));
    expect(ours).toEqual(named.map((each) => expected(each, "COMPLETE")));
  });
});
