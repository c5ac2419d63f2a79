import { openDuckdb, type SqlEngine } from "@ml-gates/engines";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectationsOf, KWARGS } from "./arbitrary-expectation.ts";
import { tables } from "./arbitrary-table.ts";
import { compareResults, writeAsked } from "./compare-results.ts";

/** Tables tried; each meets a suite of up to eight expectations. */
const RUNS = Number(process.env["ML_GATES_PROPERTY_RUNS"] ?? 300);
const SEED = Number(process.env["ML_GATES_PROPERTY_SEED"] ?? 20_241_124);

let engine: SqlEngine;

beforeAll(async () => {
  const settings = { memory: "1GB", threads: 1, temp: null, nativePath: null };
  engine = await openDuckdb({ ...settings, directory: import.meta.dirname, environment: {}, log: () => {} });
});

afterAll(() => engine.close());

describe("the plan and the naive interpreter agree", () => {
  it("on random tables and random arguments", { timeout: 60_000 + RUNS * 200 }, async () => {
    const suites = fc.array(expectationsOf(Object.keys(KWARGS)), { minLength: 1, maxLength: 8 });
    const property = fc.asyncProperty(tables, suites, async (table, asked) => {
      const compared = await compareResults(engine, table, asked);
      const named = (side: "planned" | "interpreted") =>
        compared.map((each, index) => ({ asked: asked.map(writeAsked)[index], ...each[side] }));
      expect(named("planned")).toEqual(named("interpreted"));
    });
    await fc.assert(property, { numRuns: RUNS, seed: SEED });
  });
});
