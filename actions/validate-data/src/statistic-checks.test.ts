import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type OpenedTable, openDuckdb, type SqlEngine } from "@ml-gates/engines";
import { type Evaluated, evaluateSuite, parseSuite, planSuite } from "@ml-gates/expectations";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { querySuite } from "./query-suite.ts";

/** `z` has the mean 5, the sample deviation √(32/7) ≈ 2.138 and the quartiles 4 and 5.5. */
const ROWS = [
  "x,up,g,z,word,nil,same,day",
  "1,1,a,2,p,,5,2024-01-01",
  "2,,a,4,q,,5,2024-01-02",
  "3,1,b,4,r,,5,2024-01-02",
  "4,2,b,4,s,,5,2024-01-03",
  ",5,c,5,p,,5,2024-01-05",
  ",3,,5,q,,5,2024-01-04",
  ",4,a,7,r,,5,2024-01-06",
  ",4,a,9,s,,5,2024-01-07",
];

let directory: string;
let engine: SqlEngine;
let table: OpenedTable;
let shorter: OpenedTable;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "ml-gates-statistics-"));
  await writeFile(join(directory, "rows.csv"), `${ROWS.join("\n")}\n`);
  await writeFile(join(directory, "shorter.csv"), `${ROWS.slice(0, 4).join("\n")}\n`);
  const settings = { memory: "1GB", threads: 2, temp: null, nativePath: null };
  engine = await openDuckdb({ ...settings, directory, environment: {}, log: () => {} });
  table = withDates(await engine.open({ path: "rows.csv" }));
  shorter = await engine.open({ path: "shorter.csv" });
});

afterAll(async () => {
  engine.close();
  await rm(directory, { recursive: true });
});

/** Text files hold no dates: the column `date` is what a Parquet file would give. */
function withDates(opened: OpenedTable): OpenedTable {
  const from = `(SELECT *, CAST(day AS DATE) AS date, ${opened.rowNumber} AS place FROM ${opened.from}) AS dated`;
  const columns = [...opened.columns, { name: "date", family: "date", sqlType: "DATE" } as const];
  return { ...opened, from, columns, rowNumber: "place" };
}

type Written = readonly [type: string, kwargs: object];

async function evaluateAll(written: readonly Written[], key = "type"): Promise<readonly Evaluated[]> {
  const expectations = written.map(([type, kwargs]) => ({ [key]: `expect_${type}`, kwargs }));
  const plan = planSuite(parseSuite(JSON.stringify({ expectations }), "s.json"), table);
  const tables = { names: ["shorter"], open: async () => shorter };
  return evaluateSuite(plan, await querySuite(engine, plan, { batch: table, tables }));
}

async function evaluate(written: Written, key?: string): Promise<Evaluated> {
  const [evaluated] = await evaluateAll([written], key);
  if (evaluated === undefined) throw new Error("one result was wanted");
  return evaluated;
}

const increasing = "column_values_to_be_increasing";
const decreasing = "column_values_to_be_decreasing";
const zScores = "column_value_z_scores_to_be_less_than";
const outliers = "column_values_to_not_be_outliers";
const condition = { row_condition: 'g == "a"', condition_parser: "pandas" };

describe("expectations about rows beside other rows", () => {
  it.each<readonly [story: string, type: string, kwargs: object, rows: readonly number[]]>([
    ["a fall is unexpected, a standstill is not", increasing, { column: "up" }, [6]],
    [
      "strictly, a standstill across a missing value is too",
      increasing,
      { column: "up", strictly: true },
      [3, 6, 8],
    ],
    ["a rise is unexpected of decreasing values", decreasing, { column: "up" }, [4, 5, 7]],
    [
      "only rows that take part have a previous one",
      increasing,
      { column: "up", strictly: true, ...condition },
      [8],
    ],
    ["days have an order", increasing, { column: "date" }, [6]],
    ["a column without values is in order", increasing, { column: "nil" }, []],
    ["9 has the z-score 1.87", zScores, { column: "z", threshold: 1.8, double_sided: false }, [8]],
    [
      "and 2 has -1.40, which counts on both sides",
      zScores,
      { column: "z", threshold: 1.4, double_sided: true },
      [1, 8],
    ],
    [
      "both sides take the threshold's size",
      zScores,
      { column: "z", threshold: -1.8, double_sided: true },
      [8],
    ],
    [
      "without a deviation 1.x finds nothing",
      zScores,
      { column: "same", threshold: 1, double_sided: true },
      [],
    ],
    [
      "the deviation is that of the rows that take part",
      zScores,
      { column: "z", threshold: 1.2, ...condition },
      [],
    ],
    ["1.5 interquartile ranges reach from 1.75 to 7.75", outliers, { column: "z" }, [8]],
    ["the fences are within", outliers, { column: "z", multiplier: 0 }, [1, 7, 8]],
    [
      "a deviation reaches from 2.86 to 7.14",
      outliers,
      { column: "z", method: "std", multiplier: 1 },
      [1, 8],
    ],
    [
      "a multiplier of 0 leaves the mean alone",
      outliers,
      { column: "z", method: "std", multiplier: 0 },
      [1, 2, 3, 4, 7, 8],
    ],
    ["of equal values none is an outlier", outliers, { column: "same", method: "std" }, []],
  ])("%s", async (_story, type, kwargs, rows) => {
    const { success, exception, counts, samples } = await evaluate([type, kwargs]);
    expect({ exception, rows: samples.map(({ row }) => row), unexpected: counts?.unexpected }).toEqual({
      exception: null,
      rows,
      unexpected: rows.length,
    });
    expect(success).toBe(rows.length === 0);
  });

  it("follows 0.18 where there is no deviation: no value is known to be near", async () => {
    const { counts } = await evaluate([zScores, { column: "same", threshold: 1 }], "expectation_type");
    expect(counts?.unexpected).toBe(8);
  });

  it.each([
    [increasing, { column: "word" }, "holds texts"],
    [zScores, { column: "word", threshold: 1 }, "holds no numbers"],
    [outliers, { column: "word" }, "holds no numbers"],
  ])("%s cannot be evaluated for texts", async (type, kwargs, reason) => {
    expect((await evaluate([type, kwargs])).exception).toContain(reason);
  });
});

const quantiles = "column_quantile_values_to_be_between";
const ranges = (quantile: number, low: number | null, high: number | null) => ({
  quantile_ranges: { quantiles: [quantile], value_ranges: [[low, high]] },
});

describe("quantiles", () => {
  it.each<readonly [story: string, kwargs: object, value: number | null, success: boolean]>([
    [
      "halfway between two positions the even one is taken, counted from 0",
      { column: "x", ...ranges(0.5, 3, 3) },
      3,
      true,
    ],
    ["linear", { column: "x", allow_relative_error: "linear", ...ranges(0.25, 1.75, null) }, 1.75, true],
    ["lower", { column: "x", allow_relative_error: "lower", ...ranges(0.5, 3, null) }, 2, false],
    ["higher", { column: "x", allow_relative_error: "higher", ...ranges(0.25, 3, null) }, 2, false],
    ["midpoint", { column: "x", allow_relative_error: "midpoint", ...ranges(0.75, 3.5, 3.5) }, 3.5, true],
    ["a limit is met within a ten-thousandth of it", { column: "x", ...ranges(1, null, 3.9997) }, 4, true],
    ["but not beyond", { column: "x", ...ranges(1, null, 3.9995) }, 4, false],
    ["of the rows that take part", { column: "z", ...ranges(1, 9, 9), ...condition }, 9, true],
    ["no values meet no limit", { column: "nil", ...ranges(0.5, null, null) }, null, false],
  ])("%s", async (_story, kwargs, value, success) => {
    const evaluated = await evaluate([quantiles, kwargs]);
    expect(evaluated).toMatchObject({ exception: null, success, observed: { values: [value] } });
  });

  it.each(["mean", "sum", "median", "stdev"])(
    "and the %s are of numbers, or of nothing at all",
    async (name) => {
      const [text, nothing] = await evaluateAll([
        [`column_${name}_to_be_between`, { column: "word", min_value: 1 }],
        [`column_${name}_to_be_between`, { column: "nil", min_value: 1 }],
      ]);
      expect(text?.exception).toContain("holds no numbers");
      expect(nothing).toMatchObject({ exception: null, success: false });
    },
  );

  it("refuses ranges that say nothing or contradict themselves", () => {
    for (const quantile_ranges of [
      { quantiles: [], value_ranges: [] },
      { quantiles: [0.5], value_ranges: [] },
      { quantiles: [0.5], value_ranges: [[2, 1]] },
      { quantiles: [1.5], value_ranges: [[1, 2]] },
    ]) {
      const expectations = [{ type: `expect_${quantiles}`, kwargs: { column: "x", quantile_ranges } }];
      expect(() => parseSuite(JSON.stringify({ expectations }), "s.json")).toThrow("quantile_ranges is");
    }
  });
});

const divergence = "column_kl_divergence_to_be_less_than";
const halves = { values: ["a", "b"], weights: [0.5, 0.5] };

describe("the Kullback–Leibler divergence", () => {
  it.each<readonly [story: string, kwargs: object, observed: number | null, success: boolean]>([
    [
      "is infinite where a category was not foreseen",
      { column: "g", partition_object: halves, threshold: 9 },
      null,
      false,
    ],
    [
      "is finite where weight is held back for it",
      { column: "g", partition_object: halves, threshold: 0.06, tail_weight_holdout: 0.1 },
      0.057676004644704945,
      true,
    ],
    [
      "counts the last edge into the last interval",
      { column: "z", partition_object: { bins: [2, 5, 9], weights: [0.5, 0.5] }, threshold: 0 },
      0,
      true,
    ],
    [
      "splits the holdout between the two tails",
      {
        column: "z",
        partition_object: { bins: [4, 5, 7], weights: [0.5, 0.5] },
        threshold: 0.007,
        tail_weight_holdout: 0.2,
      },
      0.0073819969753740056,
      false,
    ],
    [
      "takes an interval without an end for that tail",
      {
        column: "z",
        partition_object: { bins: ["-Infinity", 5, "Infinity"], weights: [0.5, 0.5] },
        threshold: 0,
      },
      0,
      true,
    ],
    ["is 0 from the data's own distribution", { column: "z", threshold: 0 }, 0, true],
    ["of categories too", { column: "g", threshold: 0, bucketize_data: false }, 0, true],
    ["cannot be had without values", { column: "nil", partition_object: halves, threshold: 9 }, null, false],
  ])("%s", async (_story, kwargs, observed, success) => {
    const evaluated = await evaluate([divergence, kwargs]);
    expect(evaluated).toMatchObject({ exception: null, success });
    if (observed === null) expect(evaluated.observed).toBeNull();
    else expect(evaluated.observed).toBeCloseTo(observed, 10);
  });
});

const inSet = "column_distinct_values_to_be_in_set";
const contain = "column_distinct_values_to_contain_set";
const equal = "column_distinct_values_to_equal_set";
const mode = "column_most_common_value_to_be_in_set";

describe("different values", () => {
  it.each<readonly [story: string, type: string, kwargs: object, success: boolean]>([
    ["all are members", inSet, { column: "g", value_set: ["a", "b", "c", "d"] }, true],
    ["one is no member", inSet, { column: "g", value_set: ["a", "b"] }, false],
    ["all members are there", contain, { column: "g", value_set: ["a", "b"] }, true],
    ["one is missing", contain, { column: "g", value_set: ["a", "d"] }, false],
    ["both at once", equal, { column: "g", value_set: ["c", "b", "a", "a"] }, true],
    ["of the rows that take part", equal, { column: "g", value_set: ["a"], ...condition }, true],
    ["days are compared as days", contain, { column: "date", value_set: ["2024-01-02"] }, true],
    ["without values all that are there are members", inSet, { column: "nil", value_set: ["a"] }, true],
    ["and none of the members is there", contain, { column: "nil", value_set: ["a"] }, false],
    ["the single most common value is a member", mode, { column: "g", value_set: ["a"] }, true],
    [
      "of several most common ones a single member is not enough",
      mode,
      { column: "x", value_set: [4] },
      false,
    ],
    ["a tie is no single value", mode, { column: "x", value_set: [1, 2, 3, 4] }, false],
    ["unless ties are okay", mode, { column: "x", value_set: [4], ties_okay: true }, true],
    ["without values there is none", mode, { column: "nil", value_set: ["a"] }, false],
    [
      "as many rows as another table",
      "table_row_count_to_equal_other_table",
      { other_table_name: "shorter" },
      false,
    ],
  ])("%s", async (_story, type, kwargs, success) => {
    expect(await evaluate([type, kwargs])).toMatchObject({ exception: null, success });
  });

  it("lists what is unexpected and missing as the suite's generation does", async () => {
    const kwargs = { column: "g", value_set: ["a", "d"] };
    expect((await evaluate([equal, kwargs])).result).toEqual({
      observed_value: null,
      unexpected_count: 2,
      partial_unexpected_list: ["b", "c"],
      missing_count: 1,
      partial_missing_list: ["d"],
    });
    const counts = [
      { value: "a", count: 4 },
      { value: "b", count: 2 },
      { value: "c", count: 1 },
    ];
    const result = { observed_value: ["a", "b", "c"], details: { value_counts: counts } };
    expect((await evaluate([equal, kwargs], "expectation_type")).result).toEqual(result);
  });

  it("takes an empty set for no limit in 0.18 and refuses it in 1.x", async () => {
    const written: Written = [inSet, { column: "g", value_set: [] }];
    expect(await evaluate(written, "expectation_type")).toMatchObject({ success: true, exception: null });
    expect((await evaluate(written)).exception).toContain("value_set is empty");
  });

  it("names the tables there are for one that is not declared", async () => {
    const kwargs = { other_table_name: "absent" };
    const { exception } = await evaluate(["table_row_count_to_equal_other_table", kwargs]);
    expect(exception).toContain("shorter");
  });
});

describe("rounds of questions", () => {
  it("need one scan for the statistics and one for all that is asked because of them", async () => {
    const before = engine.statements;
    const results = await evaluateAll([
      ["column_median_to_be_between", { column: "z", min_value: 4 }],
      [zScores, { column: "z", threshold: 3 }],
      [outliers, { column: "z", method: "std", multiplier: 3 }],
      [outliers, { column: "z", multiplier: 3 }],
      [quantiles, { column: "z", ...ranges(0.5, 4, 5) }],
      [divergence, { column: "z", partition_object: { bins: [2, 5, 9], weights: [0.5, 0.5] }, threshold: 1 }],
    ]);
    expect(results.map(({ why, success }) => (success ? "" : why)).join("")).toBe("");
    expect(engine.statements - before).toBe(2);
  });

  it.each([
    ["that hold need one scan", 10, 1],
    ["of which some do not hold need one more for the samples", 8, 2],
  ])("forty checks %s", async (_, most, statements) => {
    const bounds = ["values", "max", "min", "mean", "median", "stdev"].map((name) => `${name}_to_be_between`);
    const all = ["x", "up", "z", "same"].flatMap((column): [string, object][] => [
      ...bounds.map((name): [string, object] => [
        `column_${name}`,
        { column, min_value: 0, max_value: most },
      ]),
      ["column_sum_to_be_between", { column, min_value: 0, max_value: 100 }],
      ["column_values_to_be_in_set", { column, value_set: [1, 2, 3, 4, 5, 7, 9] }],
      ["column_values_to_not_be_in_set", { column, value_set: [0] }],
      ["column_to_exist", { column }],
    ]);
    expect(all).toHaveLength(40);
    const before = engine.statements;
    const results = await evaluateAll(all);
    expect(results.every(({ success }) => success)).toBe(most === 10);
    expect(engine.statements - before).toBe(statements);
  });

  it("need one pass for all checks of order, and one grouped query for all of a column's values", async () => {
    const before = engine.statements;
    await evaluateAll([
      [increasing, { column: "up" }],
      [decreasing, { column: "up", strictly: true }],
      [increasing, { column: "z" }],
      [inSet, { column: "g", value_set: ["a"] }],
      [mode, { column: "g", value_set: ["a"] }],
    ]);
    expect(engine.statements - before).toBe(3);
  });

  it("leave a check alone with its fault", async () => {
    const [fails, answers] = await evaluateAll([
      [zScores, { column: "word", threshold: 1 }],
      [zScores, { column: "z", threshold: 3 }],
    ]);
    expect(fails?.exception).not.toBeNull();
    expect(answers).toMatchObject({ success: true, exception: null });
  });
});
