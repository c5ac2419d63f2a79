import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDuckdb, type SqlEngine } from "@ml-gates/engines";
import { evaluateSuite, parseSuite } from "@ml-gates/expectations";
import { type DataSection, parseGateFile } from "@ml-gates/gate";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { declareTables } from "./declare-tables.ts";
import { querySection } from "./query-section.ts";

const ROWS = 30_000;
/** As many as make a file's own statistics worth reading. */
const PARQUET_ROWS = 120_000;

const SUITE = parseSuite(
  JSON.stringify({
    expectations: [
      ["values_to_not_be_null", { column: "b" }],
      ["values_to_be_null", { column: "b" }],
      ["values_to_be_unique", { column: "a" }],
      ["values_to_be_unique", { column: "b" }],
      ["values_to_be_between", { column: "a", min_value: 5 }],
      ["values_to_be_in_set", { column: "b", value_set: [1, 2] }],
      ["values_to_be_in_set", { column: "t", value_set: ["x"] }],
      ["value_lengths_to_equal", { column: "t", value: 1 }],
      ["values_to_be_of_type", { column: "b", type_: "INTEGER" }],
      ["mean_to_be_between", { column: "b", min_value: 0, max_value: 1 }],
      ["max_to_be_between", { column: "b", min_value: 0, max_value: 1 }],
      ["unique_value_count_to_be_between", { column: "b", min_value: 0, max_value: 1 }],
    ].map(([type, kwargs]) => ({ type: `expect_column_${type}`, kwargs })),
  }),
  "suite.json",
);

let directory = "";
let drafting: SqlEngine;
let opening: SqlEngine;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "ml-gates-draft-"));
  const settings = { directory, memory: "1GB", threads: 2, temp: null, nativePath: null, environment: {} };
  drafting = await openDuckdb({ ...settings, draftBytes: 1, log: () => undefined });
  opening = await openDuckdb({ ...settings, log: () => undefined });
});

afterAll(async () => {
  drafting.close();
  opening.close();
  await rm(directory, { recursive: true, force: true });
});

/** A file whose column b holds `b` in every row but those listed. */
async function writeRows(name: string, b: string, odd: Readonly<Record<number, string>> = {}): Promise<void> {
  const rows = Array.from({ length: ROWS }, (_, index) => `${index + 1},${odd[index + 1] ?? b},x`);
  await writeFile(join(directory, name), `a,b,t\n${rows.join("\n")}\n`);
}

/** By row, whole numbers from one value to another, and in the last hundred rows some more each. */
function range(first: number, last: number, more = 0): [number, string][] {
  const step = (last - first) / (ROWS - 1);
  return Array.from({ length: ROWS }, (_, index) => {
    const value = Math.round(first + step * index) + Math.max(0, index - ROWS + 100) * more;
    return [index + 1, String(value)];
  });
}

/** In every row another value. */
const different = Object.fromEntries(range(1, ROWS));
/** From some row on, the values of others once more. */
function again(from: number, first: number): Readonly<Record<number, string>> {
  return Object.fromEntries(Array.from({ length: 60 }, (_, index) => [from + index, `${first + index}`]));
}

function sectionOf(data: Readonly<Record<string, unknown>>): DataSection {
  const text = JSON.stringify({ version: 1, data: [{ name: "rows", suite: "suite.json", ...data }] });
  const [section] = parseGateFile({ path: "ml-gates.yml", text }).data;
  if (section === undefined) throw new Error("no section");
  return section;
}

async function ask(engine: SqlEngine, section: DataSection, suite = SUITE) {
  const tables = declareTables(engine, [section]);
  const { table, plan, answers } = await querySection({ engine, tables, section, suite });
  const { rows, digest, misfits } = table;
  // Where a draft expects the values is no fact of the table.
  const columns = table.columns.map(({ range, ...column }) => column);
  return { rows, digest, misfits, columns, evaluated: evaluateSuite(plan, answers) };
}

describe("a large text file is asked by one scan that also proves its types", () => {
  it.each([
    ["whole numbers", "7", {}],
    ["whole numbers with a fault", "1", { 29000: "3", 29001: "4" }],
    ["missing values", "1", { 5: "", 25000: "NA", 25001: '""', 25002: '"NA"' }],
    [
      "missing words among texts of another length",
      "Ghent",
      { 5: "NA", 29000: "None", 29001: "-nan", 29002: "nulls" },
    ],
    [
      "missing words among texts of their length",
      "Gent",
      { 29000: "None", 29001: "null", 29002: "nul", 29003: "NaN" },
    ],
    ["words that are missing in other scripts", "é", { 29000: "NA", 29001: "ŇA" }],
    ["a text far down", "1", { 29999: "n/a!" }],
    ["a decimal far down", "1", { 29999: "1.5" }],
    ["a decimal among the first", "1", { 100: "1.5" }],
    ["a text among the first, and a decimal", "1", { 100: "1.5", 9000: "x" }],
    ["a digit group, which the engine would cast", "1", { 29999: "1_000" }],
    ["a hexadecimal number, which the engine would cast", "1", { 29999: "0x1F" }],
    ["an exponent, which the engine would cast to a whole number", "1", { 29999: "1e3" }],
    ["an exponent as long as its value", "1", { 29999: "1e2" }],
    ["a decimal as short as a number can be", "1", { 29999: "1." }],
    [
      "whole numbers of one digit, two, and three",
      "7",
      { 29000: "10", 29001: "99", 29002: "100", 29003: "-1", 29004: "-0" },
    ],
    ["leading zeros far down", "1", { 29999: "007" }],
    ["leading zeros everywhere", "007", { 29999: "008" }],
    ["signs and blanks", "1", { 29999: " +5 " }],
    ["a whole number beyond 64 bits", "1", { 29999: "18446744073709551615" }],
    ["a whole number beyond all types", "1", { 29999: "118446744073709551615" }],
    ["a whole number far above all others", "1", { 29999: "900000000000" }],
    ["a whole number far below all others", "1", { 29999: "-900000000000" }],
    ["whole numbers that run down", "1", Object.fromEntries(range(2 * ROWS, ROWS))],
    ["whole numbers that run up, and then faster", "1", Object.fromEntries(range(1, ROWS, 9 * ROWS))],
    ["a key twice among the first rows, and one far apart", "", { ...different, 100: "7", 29000: "8" }],
    [
      "a key twice among the first rows, and many far apart",
      "",
      { ...different, ...again(200, 50), ...again(29_000, 1) },
    ],
    ["decimals", "0.5", { 29999: "-1e-3" }],
    ["a digit group among decimals", "0.5", { 29999: "1_000.5" }],
    ["a digit group among decimals, beyond the first bytes", `0.${"5".repeat(160)}`, { 29999: "1_000.5" }],
    ["two signs among decimals", "0.5", { 29999: "+-1.5" }],
    ["two signs among decimals, beyond the first bytes", `0.${"5".repeat(160)}`, { 29999: "+-1.5" }],
    ["a text among decimals", "0.5", { 29999: "n/a!" }],
    ["a missing value among decimals", "0.5", { 29999: "NA" }],
    ["an infinity among decimals", "0.5", { 29999: "-inf" }],
    ["an overflow among decimals", "0.5", { 29999: "1e999" }],
    ["a huge decimal", "0.5", { 29999: "1.5e308" }],
    ["what reads as not a number", "0.5", { 29999: "NAN" }],
    ["truth values", "true", { 29999: "False" }],
    ["a one among truth values", "true", { 29999: "1" }],
    ["values that begin far down", "", { 29999: "12" }],
    ["no values at all", "", {}],
    ["a quoted line end", "1", { 29999: '"1\n2"' }],
    ["a quoted number with a line end", "0.5", { 29999: '"\n1.5"' }],
  ])("and says what opening it says: %s", async (_, b, odd) => {
    await writeRows("rows.csv", b, odd);
    const section = sectionOf({ path: "rows.csv" });
    const asked = await ask(drafting, section);
    expect(asked).toEqual(await ask(opening, section));
    expect(asked.rows).toBe(ROWS);
  });

  it.each([
    ["that all values fit", { b: "integer" }, "1", {}],
    ["that one value does not fit", { b: "integer" }, "1", { 29999: "1.5" }],
    ["that no value fits", { b: "integer" }, "x", {}],
    ["that no value fits, of decimals", { b: "float" }, "x", {}],
    ["that no value fits, of truth values", { b: "boolean" }, "x", {}],
    ["of a column without values", { b: "integer" }, "", {}],
    ["of text", { b: "text", a: "text" }, "1", {}],
    ["wider than the values", { b: "float" }, "1", {}],
  ])("with declared types %s", async (_, types, b, odd) => {
    await writeRows("rows.csv", b, odd);
    const section = sectionOf({ path: "rows.csv", types });
    expect(await ask(drafting, section)).toEqual(await ask(opening, section));
  });

  it.each([
    ["in no row", "0.5", { present: PARQUET_ROWS }],
    ["in the first row", "CASE WHEN i = 1 THEN 'nan'::DOUBLE ELSE 0.5 END", { present: PARQUET_ROWS - 1 }],
    [
      "in the last",
      `CASE WHEN i = ${PARQUET_ROWS} THEN 'nan'::DOUBLE ELSE 0.5 END`,
      { present: PARQUET_ROWS - 1 },
    ],
    ["in all rows", "'nan'::DOUBLE", { present: 0 }],
  ])("and takes NaN in a Parquet file for missing: %s", async (_, b, { present }) => {
    await opening.query(
      `COPY (SELECT i AS a, ${b} AS b, i % 70000 AS t FROM range(1, ${PARQUET_ROWS + 1}) AS r(i)) TO '${join(directory, "rows.parquet")}'`,
    );
    const expectations = [
      { type: "expect_column_values_to_not_be_null", kwargs: { column: "b" } },
      { type: "expect_column_values_to_be_unique", kwargs: { column: "a" } },
      { type: "expect_column_values_to_be_unique", kwargs: { column: "t" } },
      { type: "expect_column_values_to_be_between", kwargs: { column: "b", max_value: 1 } },
    ];
    const suite = parseSuite(JSON.stringify({ expectations }), "checks");
    const { evaluated } = await ask(drafting, sectionOf({ path: "rows.parquet" }), suite);
    const counts = evaluated.map(({ counts }) => [counts?.elements, counts?.unexpected]);
    expect(counts).toEqual([
      [PARQUET_ROWS, PARQUET_ROWS - present],
      [PARQUET_ROWS, 0],
      [PARQUET_ROWS, 2 * (PARQUET_ROWS - 70_000)],
      [PARQUET_ROWS, 0],
    ]);
  });

  it("tells every value of a declared column that none fits", async () => {
    await writeRows("rows.csv", "x");
    const { misfits } = await ask(drafting, sectionOf({ path: "rows.csv", types: { b: "integer" } }));
    expect(misfits.map(({ column, count }) => [column, count])).toEqual([["b", ROWS]]);
  });

  it.each([
    ["none", []],
    ["one that no scan can know", ["", "1,5", "NA"]],
    ["others than the empty one", ["NA", "-"]],
  ])("with texts that mean missing: %s", async (_, missing) => {
    await writeRows("rows.csv", "x", { 3: "", 4: '"1,5"', 29000: "NA", 29001: "-" });
    const section = sectionOf({ path: "rows.csv", missing });
    expect(await ask(drafting, section)).toEqual(await ask(opening, section));
  });

  it("reads several files in the order of their names", async () => {
    await writeRows("part-1.csv", "1", { 29000: "5" });
    await writeRows("part-2.csv", "2", { 7: "6" });
    const section = sectionOf({ path: "part-*.csv" });
    const asked = await ask(drafting, section);
    expect(asked).toEqual(await ask(opening, section));
    expect(asked.evaluated[5]?.samples.map(({ row }) => row)).toEqual([29_000, ROWS + 7]);
  });

  it.each([
    ["without rows", "a,b,t\n"],
    ["with a column called like the engine's row number", "a,b,t,rowid\n1,2,x,4\n"],
    ["with names in need of quotes", 'a,b,t,"q""x","a ""b"" c"\n1,2,x,3,4\n'],
    ["with columns that look like the engine's own", "a,b,t,__text0,_rows\n1,2,x,3,4\n"],
  ])("opens a file %s", async (_, text) => {
    await writeFile(join(directory, "odd.csv"), text);
    const section = sectionOf({ path: "odd.csv" });
    expect(await ask(drafting, section)).toEqual(await ask(opening, section));
  });

  it.each([
    ["a row with a field too many far down", { 29999: "1,2" }],
    ["a quote out of place", { 29999: '1"2' }],
  ])("tells of %s what opening tells", async (_, odd) => {
    await writeRows("broken.csv", "1", odd);
    const section = sectionOf({ path: "broken.csv" });
    const told = await ask(opening, section).catch((error) => String(error));
    expect(await ask(drafting, section).catch((error) => String(error))).toEqual(told);
  });

  it.each([
    [
      "reads on only until they are found, where faults lie everywhere",
      (row: number) => row % 100 === 7,
      [undefined, 10_000],
    ],
    [
      "reads all rows where the first ones hold too few of them",
      (row: number) => row > 59_000,
      [undefined, 10_000, undefined],
    ],
    ["reads all rows where they are rare", (row: number) => row === 59_000, [undefined, undefined]],
  ])("samples faults as opening does, and %s", async (_, isOdd, wantedRows) => {
    const texts = Array.from(
      { length: 60_000 },
      (_row, index) => `${index + 1},${isOdd(index + 1) ? "9" : "1"}`,
    );
    await writeFile(join(directory, "long.csv"), `a,b\n${texts.join("\n")}\n`);
    const section = sectionOf({ path: "long.csv" });
    const suite = parseSuite(
      JSON.stringify({
        expectations: [{ type: "expect_column_values_to_be_between", kwargs: { column: "b", max_value: 1 } }],
      }),
      "checks",
    );
    const read: (number | undefined)[] = [];
    const query: SqlEngine["query"] = (sql, firstRows) => {
      read.push(firstRows);
      return drafting.query(sql, firstRows);
    };
    const asked = await ask({ ...drafting, query }, section, suite);
    expect(read).toEqual(wantedRows);
    expect(asked).toEqual(await ask(opening, section, suite));
    const wanted = texts.flatMap((_text, index) => (isOdd(index + 1) ? [index + 1] : [])).slice(0, 20);
    expect(asked.evaluated[0]?.samples.map(({ row }) => row)).toEqual(wanted);
  });

  it("runs one scan when nothing is at fault, and reads the file once more for samples", async () => {
    const suite = parseSuite(
      JSON.stringify({
        expectations: [
          { type: "expect_column_values_to_be_unique", kwargs: { column: "a" } },
          { type: "expect_column_values_to_be_between", kwargs: { column: "b", max_value: 1 } },
        ],
      }),
      "checks",
    );
    for (const [odd, statements] of [
      [{}, 1],
      [{ 29000: "2" }, 2],
    ] as const) {
      await writeRows("rows.csv", "1", odd);
      const section = sectionOf({ path: "rows.csv" });
      const before = drafting.statements;
      const tables = declareTables(drafting, [section]);
      await querySection({ engine: drafting, tables, section, suite });
      expect(drafting.statements - before).toBe(statements);
    }
  });

  it.each([
    ["scans the text itself for few scans", 24, 0],
    ["stores it where more are asked than storing costs", 40, 1],
  ])("%s", async (_, checks, opened) => {
    await writeRows("rows.csv", "1");
    const expectations = Array.from({ length: checks }, (_each, index) => ({
      type: "expect_column_values_to_be_between",
      kwargs: { column: "b", max_value: index },
    }));
    const suite = parseSuite(JSON.stringify({ expectations }), "many.json");
    let opens = 0;
    const engine: SqlEngine = {
      ...drafting,
      open: (source) => {
        opens += 1;
        return drafting.open(source);
      },
      // A scan for each aggregate.
      draft: async (source) => {
        const draft = await drafting.draft(source);
        return draft === null ? null : { ...draft, table: { ...draft.table, mostAggregates: 1 } };
      },
    };
    const { evaluated } = await ask(engine, sectionOf({ path: "rows.csv" }), suite);
    expect(evaluated.map(({ counts }) => counts?.unexpected)).toEqual([ROWS, ...Array(checks - 1).fill(0)]);
    expect(opens).toBe(opened);
  });

  it("answers a wide table with little memory, which storing it would take", async () => {
    const columns = Array.from({ length: 1000 }, (_, index) => `c${index}`);
    const rows = Array.from({ length: 4000 }, (_, row) =>
      columns.map((_, column) => (row === column ? "" : row + column)).join(","),
    );
    await writeFile(join(directory, "wide.csv"), `${columns.join(",")}\n${rows.join("\n")}\n`);
    const expectations = columns.map((column) => ({
      type: "expect_column_values_to_not_be_null",
      kwargs: { column },
    }));
    const suite = parseSuite(JSON.stringify({ expectations }), "wide.json");
    const settings = {
      directory,
      memory: "450MB",
      threads: 2,
      temp: null,
      nativePath: null,
      environment: {},
    };
    const engine = await openDuckdb({ ...settings, draftBytes: 1, log: () => undefined });
    try {
      const { rows: counted, evaluated } = await ask(engine, sectionOf({ path: "wide.csv" }), suite);
      expect(counted).toBe(4000);
      expect(evaluated.map(({ counts }) => counts?.unexpected)).toEqual(columns.map(() => 1));
      expect(evaluated.map(({ samples }) => samples)).toEqual(
        columns.map((_, index) => [{ row: index + 1, value: null }]),
      );
      const threads = await engine.query("SELECT current_setting('threads') AS threads");
      expect(threads).toEqual([{ threads: 2 }]);
    } finally {
      engine.close();
    }
  });

  it("and says what opening it says, whatever stands where", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(COLUMN, { minLength: 5, maxLength: 5 }), async (columns) => {
        await writeFile(join(directory, "any.csv"), writeColumns(columns));
        const types = Object.fromEntries(
          columns.flatMap(({ type }, at) => (type === null ? [] : [[`c${at}`, type]])),
        );
        const section = sectionOf({ path: "any.csv", types });
        const suite = suiteOf(columns.map((_, at) => `c${at}`));
        expect(await ask(drafting, section, suite)).toEqual(await ask(opening, section, suite));
      }),
      { numRuns: 8, seed: 20261128 },
    );
  }, 120_000);
});

/** A column: one text in most rows, others here and there, most of them beyond the rows that a draft looks at first. */
const ODD = fc.constantFrom(
  ...[
    "",
    "NA",
    "nan",
    "NaN",
    "x",
    "1",
    "0",
    "-7",
    "007",
    "+5",
    " 5 ",
    "1.5",
    ".5",
    "1e3",
    "1_000",
    "0x1F",
    "1e999",
    "-inf",
    "true",
    "False",
  ],
  ...[
    "9223372036854775807",
    "9223372036854775808",
    "18446744073709551616",
    "1.7976931348623157e308",
    '"a\nb"',
    '" 1"',
    "é",
  ],
);
const COLUMN = fc.record({
  base: ODD,
  odd: fc.array(fc.tuple(fc.constantFrom(0, 3, 60, 5000, 10_300, 10_400, 20_481, 20_999), ODD), {
    maxLength: 3,
  }),
  type: fc.constantFrom(null, null, null, "integer", "float", "boolean", "text"),
});

function writeColumns(
  columns: readonly { readonly base: string; readonly odd: readonly (readonly [number, string])[] }[],
): string {
  const texts = columns.map(({ odd }) => new Map(odd));
  const rows = Array.from({ length: 21_000 }, (_, row) =>
    columns.map(({ base }, at) => texts[at]?.get(row) ?? base).join(","),
  );
  return `${columns.map((_, at) => `c${at}`).join(",")}\n${rows.join("\n")}\n`;
}

function suiteOf(columns: readonly string[]) {
  const checks = columns.flatMap((column) => [
    ["values_to_not_be_null", { column }],
    ["values_to_be_in_set", { column, value_set: ["x", "1"] }],
    ["values_to_be_between", { column, min_value: 0, max_value: 1 }],
    ["values_to_be_unique", { column }],
    ["value_lengths_to_equal", { column, value: 1 }],
  ]);
  const expectations = checks.map(([type, kwargs]) => ({ type: `expect_column_${type}`, kwargs }));
  return parseSuite(JSON.stringify({ expectations }), "any.json");
}
