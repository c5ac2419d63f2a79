import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type OpenedTable, openDuckdb, type SqlEngine } from "@ml-gates/engines";
import {
  type Evaluated,
  type Expectation,
  evaluateSuite,
  parseSuite,
  planSuite,
  type SuiteOptions,
} from "@ml-gates/expectations";
import type { ColumnType } from "@ml-gates/gate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { querySuite } from "./query-suite.ts";

const SUITES = resolve(import.meta.dirname, "../../../fixtures/suites");
const ORACLES = resolve(SUITES, "../oracles");

interface Case {
  readonly line: number;
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
async function evaluate(
  suite: string,
  path: string,
  { types = {}, ...options }: SuiteOptions & { readonly types?: Readonly<Record<string, ColumnType>> } = {},
): Promise<readonly Result[]> {
  const parsed = parseSuite(readFileSync(`${SUITES}/${suite}`, "utf8"), suite, options);
  const table: OpenedTable = await engine.open({ path, types });
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
  if (results.some(({ exception }) => exception !== null)) return `error: ${results[0]?.exception}`;
  const failed = results.filter(({ success }) => !success);
  if (failed.some(({ expectation }) => expectation.severity === "block")) return "failed";
  return failed.length === 0 ? "passed" : "warn";
}

function oracle(name: string): readonly Case[] {
  return JSON.parse(readFileSync(`${ORACLES}/${name}.json`, "utf8")).cases;
}

describe.each([
  ["soda-contract", "soda-contract/orders.contract.yml"],
  ["sodacl", "sodacl/orders.checks.yml"],
])("%s", (name, suite) => {
  it("says of every check what Soda says", async () => {
    const results = await evaluate(suite, "orders-with-faults.parquet");
    const lines = oracle(name).map(({ line }) => line);
    const told = oracle(name).map(({ line, check }) => {
      const next = lines.find((other) => other > line) ?? Number.POSITIVE_INFINITY;
      const mine = results.filter(
        ({ expectation }) => expectation.source.line >= line && expectation.source.line < next,
      );
      return [line, check, mine.length === 0 ? "not there" : outcomeOf(mine)];
    });
    expect(told).toEqual(oracle(name).map(({ line, check, outcome }) => [line, check, outcome]));
  });

  it("measures what Soda measures", async () => {
    const results = await evaluate(suite, "orders-with-faults.parquet");
    for (const { line, check, value } of oracle(name)) {
      const [mine] = results.filter(({ expectation }) => expectation.source.line === line);
      if (typeof value === "number" && mine?.observed != null) {
        expect(mine.observed, check).toBeCloseTo(value, 9);
      }
    }
  });
});
