import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type OpenedTable, openDuckdb, type SqlEngine } from "@ml-gates/engines";
import { type Evaluated, evaluateSuite, parseSuite, planSuite } from "@ml-gates/expectations";
import type { JsonValue } from "@ml-gates/gate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { querySuite } from "./query-suite.ts";

const FIXTURES = resolve(import.meta.dirname, "../../../fixtures");

interface Case {
  readonly table: string;
  readonly type: string;
  readonly kwargs: Readonly<Record<string, JsonValue>>;
  readonly success: boolean;
  readonly raised: string | null;
  readonly result: {
    readonly observed_value?: JsonValue;
    readonly element_count?: number;
    readonly unexpected_count?: number;
    readonly missing_count?: number;
    readonly unexpected_list?: readonly JsonValue[];
    readonly unexpected_index_list?: readonly number[];
  };
}

/** Where the real tool is not followed, and why. */
const DEVIATIONS: readonly { readonly when: (each: Case) => boolean; readonly why: string }[] = [
  {
    when: ({ type, kwargs }) => type === "expect_column_min_to_be_between" && kwargs["column"] === "city",
    why: "texts have an order: limits on the smallest text are judged, where Great Expectations refuses them",
  },
  {
    when: ({ kwargs, raised }) => kwargs["column"] === "seen" && raised !== null,
    why: "a date written as text is compared with a column of dates, where pandas raises a TypeError",
  },
];

let engine: SqlEngine;
const tables = new Map<string, OpenedTable>();

beforeAll(async () => {
  const settings = { memory: "1GB", threads: 2, temp: null, nativePath: null };
  engine = await openDuckdb({ ...settings, directory: FIXTURES, environment: {}, log: () => {} });
  for (const name of ["visits-with-holes.csv", "visits-with-nan.parquet"]) {
    tables.set(name, await engine.open({ path: `expectations/${name}` }));
  }
});

afterAll(() => engine.close());

async function evaluate(
  cases: readonly Case[],
  key: "type" | "expectation_type",
  table: string,
): Promise<readonly Evaluated[]> {
  const opened = tables.get(table);
  if (opened === undefined) throw new Error(`no table ${table}`);
  const suite = { expectations: cases.map(({ type, kwargs }) => ({ [key]: type, kwargs })) };
  const plan = planSuite(parseSuite(JSON.stringify(suite), "oracle.json"), opened);
  return evaluateSuite(plan, await querySuite(engine, plan));
}

describe.each([
  ["0.18", "expectation_type"],
  ["1.x", "type"],
] as const)("results are those of Great Expectations %s on pandas", (generation, key) => {
  const oracle = JSON.parse(readFileSync(`${FIXTURES}/oracles/expectations-${generation}.json`, "utf8")) as {
    readonly cases: readonly Case[];
  };
  const followed = oracle.cases.filter((each) => !DEVIATIONS.some(({ when }) => when(each)));

  it.each(["visits-with-holes.csv", "visits-with-nan.parquet"])("on %s", async (table) => {
    const cases = followed.filter((each) => each.table === table);
    expect(cases.length).toBeGreaterThan(100);
    const results = await evaluate(cases, key, table);
    const ours = cases.map((each, index) => compared(each, results[index]));
    expect(ours).toEqual(cases.map(expected));
  });

  it("deviates only where it says so, and there on purpose", () => {
    expect(oracle.cases.length - followed.length).toBeLessThan(8);
  });
});

/** What of a result is compared, from the oracle. */
function expected({ type, kwargs, success, raised, result }: Case) {
  const counted = result.element_count !== undefined;
  return {
    type,
    kwargs,
    success,
    raised: raised !== null,
    elements: result.element_count ?? null,
    missing: result.missing_count ?? null,
    unexpected: result.unexpected_count ?? null,
    observed: typeof result.observed_value === "number" ? close(result.observed_value) : null,
    samples: counted ? (result.unexpected_index_list ?? []).slice(0, 20).map((index) => index + 1) : null,
  };
}

function compared({ type, kwargs }: Case, result: Evaluated | undefined) {
  const { success, exception, counts, observed, samples } = result ?? { exception: null, counts: null };
  return {
    type,
    kwargs,
    success,
    raised: exception !== null,
    elements: counts?.elements ?? null,
    missing: counts?.missing ?? null,
    unexpected: counts?.unexpected ?? null,
    observed: typeof observed === "number" ? close(observed) : null,
    samples: counts === null ? null : samples?.map(({ row }) => row),
  };
}

/** Sums differ in their last digits between the tools. */
function close(value: number): number {
  return Number(value.toPrecision(10));
}
