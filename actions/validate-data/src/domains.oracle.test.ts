import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type OpenedTable, openDuckdb, type SqlEngine } from "@ml-gates/engines";
import { type Evaluated, evaluateSuite, parseSuite, planSuite } from "@ml-gates/expectations";
import { InputError, type JsonValue } from "@ml-gates/gate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { querySuite } from "./query-suite.ts";

const FIXTURES = resolve(import.meta.dirname, "../../../fixtures");

interface OracleCase {
  readonly type: string;
  readonly kwargs: Readonly<Record<string, JsonValue>>;
  readonly success: boolean;
  readonly raised: string | null;
  readonly result: {
    readonly observed_value?: JsonValue;
    readonly element_count?: number;
    readonly unexpected_count?: number;
    readonly missing_count?: number;
    readonly unexpected_index_list?: readonly number[];
  };
}

/** Where the real tool is not followed, and why. */
const DEVIATIONS: readonly { when(each: OracleCase): boolean; readonly why: string }[] = [
  {
    when: ({ type, raised }) => type === "expect_column_pair_values_to_be_in_set" && raised !== null,
    why: "pairs are looked for in the rows of the condition too, where Great Expectations forgets it and raises",
  },
  {
    when: ({ kwargs, raised }) =>
      raised !== null && String(kwargs["row_condition"]).startsWith("grade == 'low'"),
    why: "texts may stand in simple quotes, which 0.18 refuses in any configuration",
  },
];

let engine: SqlEngine;
let table: OpenedTable;

beforeAll(async () => {
  const settings = { memory: "1GB", threads: 2, temp: null, nativePath: null };
  engine = await openDuckdb({ ...settings, directory: FIXTURES, environment: {}, log: () => {} });
  table = await engine.open({ path: "expectations/traps.parquet" });
});

afterAll(() => engine.close());

function parse(cases: readonly OracleCase[], generation: string) {
  const key = generation === "1.x" ? "type" : "expectation_type";
  return parseSuite(
    JSON.stringify({ expectations: cases.map(({ type, kwargs }) => ({ [key]: type, kwargs })) }),
    "s",
  );
}

function isAccepted(each: OracleCase, generation: string): boolean {
  try {
    return parse([each], generation).expectations.length === 1;
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}

describe.each(["0.18", "1.x"])("rows take part as in Great Expectations %s", (generation) => {
  const path = `${FIXTURES}/oracles/expectations-domains-${generation}.json`;
  const { cases } = JSON.parse(readFileSync(path, "utf8")) as { readonly cases: readonly OracleCase[] };
  const followed = cases.filter((each) => !DEVIATIONS.some(({ when }) => when(each)));

  it("in at least 130 cases, half of which fail or raise, with every deviation needed", () => {
    expect(followed.length).toBeGreaterThan(120);
    expect(followed.filter(({ success }) => !success).length).toBeGreaterThan(followed.length / 2);
    const used = DEVIATIONS.filter(({ when }) => cases.some((each) => when(each)));
    expect(used.length).toBeGreaterThan(0);
  });

  it("with the same counts, rows and observed values", async () => {
    const accepted = followed.filter((each) => isAccepted(each, generation));
    const plan = planSuite(parse(accepted, generation), table);
    const results = evaluateSuite(plan, await querySuite(engine, plan));
    const found = new Map(accepted.map((each, index) => [each, results[index]]));
    expect(followed.map((each) => ours(each, found.get(each)))).toEqual(followed.map(theirs));
  });
});

/** What of a result is compared; sums differ in their last digits between the tools. */
function theirs({ type, kwargs, success, raised, result }: OracleCase) {
  const { element_count, missing_count, unexpected_count, unexpected_index_list, observed_value } = result;
  return {
    type,
    kwargs,
    success,
    raised: raised !== null,
    counts:
      element_count === undefined ? null : [element_count, missing_count ?? null, unexpected_count ?? null],
    rows: unexpected_index_list?.map((index) => index + 1) ?? null,
    observed: close(observed_value ?? null),
  };
}

function ours({ type, kwargs, result }: OracleCase, evaluated: Evaluated | undefined) {
  const { success, exception, counts, observed, samples } = evaluated ?? REFUSED;
  return {
    type,
    kwargs,
    success,
    raised: exception !== null,
    counts: counts === null ? null : [counts.elements, counts.missing, counts.unexpected],
    rows: result.unexpected_index_list === undefined ? null : samples.map(({ row }) => row),
    observed: close(observed),
  };
}

const REFUSED = { success: false, exception: "refused", counts: null, observed: null, samples: [] };

function close(value: JsonValue): JsonValue {
  if (typeof value === "number") return Number(value.toPrecision(10));
  if (Array.isArray(value)) return value.toSorted();
  return isQuantiles(value) ? value.values : value;
}

function isQuantiles(value: JsonValue): value is { readonly values: JsonValue } {
  return typeof value === "object" && value !== null && Object.hasOwn(value, "values");
}
