import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync, zstdCompressSync } from "node:zlib";
import { digestOf, EvidenceError } from "@ml-gates/gate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describeSqlEngine } from "../contract/sql-engine.contract.ts";
import { type DuckdbSettings, openDuckdb } from "./duckdb.ts";
import type { OpenedTable, SqlEngine, TableSource } from "./sql-engine.ts";
import { MISSING_TEXTS } from "./text-types.ts";

const SETTINGS = {
  memory: "1GB",
  threads: 2,
  temp: null,
  nativePath: null,
  environment: {},
  log: () => undefined,
};

function start(directory: string, settings: Partial<DuckdbSettings> = {}): Promise<SqlEngine> {
  return openDuckdb({ directory, ...SETTINGS, ...settings });
}

describeSqlEngine("the embedded engine", start);

/** pyarrow 26.0.1: `write_table(pa.table([[1], [2]], names=["a", "A"]), compression="none", store_schema=False, …)`. */
const CASE_PARQUET =
  "UEFSMRUAFRwVHCwVAhUAFQYVBhwAAAACAAAAAgEBAAAAAAAAABUAFRwVHCwVAhUAFQYVBhwAAAACAAAAAgECAAAAAAAAABUEGTw1ABgGc2NoZW1hFQQAFQQlAhgBYQAVBCUCGAFBABYCGRwZLCYAHBUEGSUGABkYAWEVABYCFkIWQiYISRwVABUAFQIAPCkGGSYAAgAAACYAHBUEGSUGABkYAUEVABYCFkIWQiZKSRwVABUAFQIAPCkGGSYAAgAAABaEARYCJggWhAEAKCBwYXJxdWV0LWNwcC1hcnJvdyB2ZXJzaW9uIDI2LjAuMRksHAAAHAAAALEAAABQQVIx";

let directory = "";
let engine: SqlEngine;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "ml-gates-engine-"));
  engine = await start(directory);
});

afterAll(async () => {
  engine.close();
  await rm(directory, { recursive: true, force: true });
});

async function openBytes(
  name: string,
  bytes: string | Uint8Array,
  source: Partial<TableSource> = {},
): Promise<OpenedTable> {
  await writeFile(join(directory, name), bytes);
  return engine.open({ path: name, ...source });
}

function readAll({ from, rowNumber }: OpenedTable) {
  return engine.query(`SELECT * FROM ${from} ORDER BY ${rowNumber}`);
}

function familiesOf(table: OpenedTable): Readonly<Record<string, string>> {
  return Object.fromEntries(table.columns.map(({ name, family }) => [name, family]));
}

function makeParquet(name: string, query: string): Promise<unknown> {
  return engine.query(`COPY (${query}) TO '${join(directory, name)}' (FORMAT parquet)`);
}

async function faultOf(opening: Promise<unknown>): Promise<string> {
  const error: unknown = await opening.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(EvidenceError);
  const problems = error instanceof EvidenceError ? error.problems : [];
  expect(problems).toHaveLength(1);
  expect(problems[0]?.remedy).toMatch(/^\S.*\.$/);
  return problems[0]?.message ?? "";
}

describe("text columns are typed as pandas types them", async () => {
  const oracle = JSON.parse(
    await readFile(new URL("../../../fixtures/oracles/read-csv-types.json", import.meta.url), "utf8"),
  );
  const family: Readonly<Record<string, string>> = {
    int64: "integer",
    uint64: "integer",
    float64: "float",
    bool: "boolean",
    object: "text",
  };
  // The column keeps its type where pandas, which has no missing integer or boolean, takes another.
  const kept: Readonly<Record<string, string>> = {
    "whole numbers with a missing one": "integer",
    "booleans with a missing one": "boolean",
  };

  it.each<{ story: string; text: string; dtype: string; values: unknown[] }>(oracle.cases)(
    "$story",
    async ({ story, text, dtype, values }) => {
      const table = await openBytes("oracle.csv", text);
      expect(familiesOf(table)["v"]).toBe(kept[story] ?? family[dtype]);
      const rows = await readAll(table);
      const seen = rows.map(({ v }) =>
        typeof v === "bigint" || v === Infinity || v === -Infinity ? `${v}`.replace("Infinity", "inf") : v,
      );
      expect(seen).toEqual(values.map((value) => (Object.is(value, -0) ? 0 : value)));
    },
  );
});

describe("every format gives the same table", () => {
  const csv = "id,name\n1,a\n2,b\n";
  const jsonl = '{"id":1,"name":"a"}\n{"id":2,"name":"b"}\n';
  const rows = [
    { id: 1, name: "a" },
    { id: 2, name: "b" },
  ];

  it.each([
    ["CSV", "t.csv", csv],
    ["CSV with CRLF and a byte order mark", "t.csv", `\uFEFF${csv.replaceAll("\n", "\r\n")}`],
    ["CSV without a last line end", "t.csv", csv.trimEnd()],
    ["gzipped CSV", "t.csv.gz", gzipSync(csv)],
    ["CSV of two gzip members", "t.csv.gz", Buffer.concat([gzipSync("id,name\n1,a\n"), gzipSync("2,b\n")])],
    ["CSV packed by zstd", "t.csv.zst", zstdCompressSync(csv)],
    ["TSV", "t.tsv", csv.replaceAll(",", "\t")],
    ["JSON lines", "t.jsonl", jsonl],
    ["gzipped JSON lines", "t.ndjson.gz", gzipSync(jsonl)],
    ["JSON lines in a .json", "t.json", jsonl],
    ["a JSON array", "t.json", `[${jsonl.trim().replace("\n", ",\n")}]`],
    ["a JSON array without an extension", "rows", ` [${jsonl.trim().replace("\n", ",")}]`],
  ])("%s", async (_, name, bytes) => {
    const table = await openBytes(name, bytes);
    expect(familiesOf(table)).toEqual({ id: "integer", name: "text" });
    expect(table.rows).toBe(2);
    expect(await readAll(table)).toEqual(rows);
  });

  it("Parquet, with the row's number beside the columns", async () => {
    await makeParquet("t.parquet", "SELECT * FROM (VALUES (1, 'a'), (2, 'b')) AS t(id, name)");
    const table = await engine.open({ path: "t.parquet" });
    expect(familiesOf(table)).toEqual({ id: "integer", name: "text" });
    expect(table.rows).toBe(2);
    expect(
      await engine.query(`SELECT id, name, ${table.rowNumber} AS n FROM ${table.from} ORDER BY n`),
    ).toEqual([
      { id: 1, name: "a", n: 1 },
      { id: 2, name: "b", n: 2 },
    ]);
  });
});

describe("a delimited file is read as it is written", () => {
  it.each([
    [
      "a row that begins with # is a row",
      "a,b\n#1,x\n2,y\n",
      [
        { a: "#1", b: "x" },
        { a: "2", b: "y" },
      ],
    ],
    [
      "a quoted field may hold delimiters, quotes and lines",
      'a,b\n1,"x,""y""\nz"\n',
      [{ a: 1, b: 'x,"y"\nz' }],
    ],
    [
      "blank lines are no rows",
      "a,b\n1,x\n\n2,y\n\n",
      [
        { a: 1, b: "x" },
        { a: 2, b: "y" },
      ],
    ],
    ["a header may hold quotes and lines", '"a ""1""\n","b;c"\n1,x\n', [{ 'a "1"\n': 1, "b;c": "x" }]],
    ["a name that is empty is pandas' own", ",b\n0,x\n", [{ "Unnamed: 0": 0, b: "x" }]],
    ["a semicolon is no delimiter", "a;b\n1;2\n", [{ "a;b": "1;2" }]],
  ])("%s", async (_, text, expected) => {
    expect(await readAll(await openBytes("written.csv", text))).toEqual(expected);
  });

  it("takes the declared list of missing texts in place of pandas'", async () => {
    const table = await openBytes("missing.csv", "a,b\n-,NA\n3,x\n", { missing: ["-"] });
    expect(await readAll(table)).toEqual([
      { a: null, b: "NA" },
      { a: 3, b: "x" },
    ]);
  });

  it("takes missing texts that hold a mark of the format, and the same quoted", async () => {
    const table = await openBytes("marks.csv", 'a,b\n"-,-",""\n"say ""no""",NA\n"NA",-\n', {
      missing: ["", "-,-", 'say "no"', "NA"],
    });
    expect(await readAll(table)).toEqual([
      { a: null, b: null },
      { a: null, b: null },
      { a: null, b: "-" },
    ]);
  });

  it("takes pandas' own missing texts, quoted or not", async () => {
    const words = MISSING_TEXTS.map((word) => `${word},"${word}"`);
    const table = await openBytes("words.csv", `a,b\n${words.join("\n")}\nna,NAN\n`);
    const rows = await readAll(table);
    expect(rows.slice(0, -1)).toEqual(MISSING_TEXTS.map(() => ({ a: null, b: null })));
    expect(rows.at(-1)).toEqual({ a: "na", b: "NAN" });
  });

  it("takes every text for a value where the list is empty", async () => {
    const table = await openBytes("present.csv", "a,b\n,NA\n3,x\n", { missing: [] });
    expect(await readAll(table)).toEqual([
      { a: "", b: "NA" },
      { a: "3", b: "x" },
    ]);
  });

  it("widens a column to text for one bad value in the last row of a million", async () => {
    const text = `a,b\n${"1,2\n".repeat(999_999)}1,N.A.\n`;
    expect(familiesOf(await openBytes("million.csv", text))).toEqual({ a: "integer", b: "text" });
    const { misfits, rows } = await engine.open({ path: "million.csv", types: { b: "integer" } });
    expect(rows).toBe(1_000_000);
    expect(misfits).toEqual([
      { column: "b", type: "integer", count: 1, samples: [{ row: 1_000_000, value: "N.A." }] },
    ]);
  });

  it("tells the first twenty misfits of a column and counts all", async () => {
    const text = `a\n${Array.from({ length: 60 }, (_, index) => (index % 2 === 0 ? "1.5" : "7")).join("\n")}\n`;
    const [misfit] = (await openBytes("many.csv", text, { types: { a: "integer" } })).misfits;
    expect(misfit?.count).toBe(30);
    expect(misfit?.samples.map(({ row }) => row)).toEqual(
      Array.from({ length: 20 }, (_, index) => 2 * index + 1),
    );
  });

  it("keeps digits that pandas would make numbers of, where text is declared", async () => {
    expect(await readAll(await openBytes("zip.csv", "zip\n00501\n", { types: { zip: "text" } }))).toEqual([
      { zip: "00501" },
    ]);
  });
});

describe("JSON rows", () => {
  it("may differ in keys; what is nested is text; a string is text whatever it reads as", async () => {
    const text = '{"a":1,"b":{"c":[1]}}\n{"b":"x","a":2.5,"z/~":true}\n{"code":"007","a":null}\n';
    const table = await openBytes("nested.jsonl", text);
    expect(familiesOf(table)).toEqual({ a: "float", b: "text", "z/~": "boolean", code: "text" });
    expect(await readAll(table)).toEqual([
      { a: 1, b: '{"c":[1]}', "z/~": null, code: null },
      { a: 2.5, b: "x", "z/~": true, code: null },
      { a: null, b: null, "z/~": null, code: "007" },
    ]);
  });

  it("read NaN as missing, as pandas does, and keep infinity", async () => {
    expect(await readAll(await openBytes("nan.jsonl", '{"a":NaN}\n{"a":Infinity}\n{"a":1}\n'))).toEqual([
      { a: null },
      { a: Infinity },
      { a: 1 },
    ]);
  });

  it("without any row are a table without rows", async () => {
    const table = await openBytes("none.json", "[]");
    expect([table.rows, table.columns]).toEqual([0, []]);
    expect(await engine.query(`SELECT count(*) AS n FROM ${table.from}`)).toEqual([{ n: 0 }]);
  });
});

describe("a glob of one shape is one table", () => {
  it.each(["csv", "parquet"])(
    "of %s files in order of their names, its rows numbered through",
    async (extension) => {
      const part = (name: string, from: number) =>
        extension === "csv"
          ? writeFile(join(directory, name), `id\n${from}\n${from + 1}\n`)
          : makeParquet(name, `SELECT ${from} + i AS id FROM range(2) AS t(i)`);
      await part(`part-b.${extension}`, 3);
      await part(`part-a.${extension}`, 1);
      const { from, rowNumber, rows } = await engine.open({ path: `part-*.${extension}` });
      expect(rows).toBe(4);
      expect(await engine.query(`SELECT id, ${rowNumber} AS n FROM ${from} ORDER BY n`)).toEqual(
        [1, 2, 3, 4].map((n) => ({ id: n, n })),
      );
    },
  );

  it("and its digest covers names and bytes", async () => {
    await writeFile(join(directory, "s-1.csv"), "a\n1\n");
    await writeFile(join(directory, "s-2.csv"), "a\n2\n");
    const digests = [digestOf("a\n1\n"), digestOf("a\n2\n")];
    const { digest } = await engine.open({ path: "s-*.csv" });
    expect(digest).toBe(digestOf(`${digests[0]}  s-1.csv\n${digests[1]}  s-2.csv\n`));
  });

  it("a name with glob characters that is there is that file alone", async () => {
    await writeFile(join(directory, "g1.csv"), "a\n1\n");
    expect((await openBytes("g[1].csv", "a\n5\n6\n")).rows).toBe(2);
  });
});

describe("what cannot be read is told by name", () => {
  const packed = gzipSync(
    `a,b\n${Array.from({ length: 5000 }, (_, index) => `${index},${Math.sin(index)}`).join("\n")}\n`,
  );
  const zst = zstdCompressSync("a,b\n1,2\n".repeat(9));

  it.each<[string, string, string | Uint8Array, string | RegExp]>([
    ["an empty file", "f.csv", "", 'The data file "f.csv" is empty (0 bytes).'],
    [
      "a row with a field too few",
      "f.csv",
      "a,b\n1,x\n2\n",
      'The data file "f.csv" is ragged at line 3: 2 fields were wanted, 1 are there.',
    ],
    [
      "a row with a field too many",
      "f.csv",
      "a,b\n1,x\n2,y,z\n",
      'The data file "f.csv" is ragged at line 3: 2 fields were wanted, 3 are there.',
    ],
    [
      "mixed line ends",
      "f.csv",
      "a,b\n1,x\n2,y\r\n",
      'The data file "f.csv" has mixed line ends: line 3 ends in CRLF, those before in LF.',
    ],
    [
      "mixed line ends in the last of many rows",
      "f.csv",
      `a,b\r\n${"1,x\r\n".repeat(300_000)}2,y\n`,
      /line 300002 ends in LF/,
    ],
    ["a quote that is never closed", "f.csv", 'a,b\n1,"x\n2,y\n', /quote that is out of place/],
    [
      "bytes that are not UTF-8",
      "f.csv",
      Buffer.from([97, 10, 0xff, 0xfe, 10]),
      'The data file "f.csv" is not UTF-8 at line 2.',
    ],
    ["a header that is not UTF-8", "f.csv", Buffer.from([0xe9, 10, 49, 10]), /no UTF-8 text/],
    ["UTF-16", "f.csv", Buffer.from("\uFEFFa\n1\n", "utf16le"), /is utf-16 by its first bytes/],
    [
      "a column twice",
      "f.csv",
      "a,b,a\n1,2,3\n",
      'The data file "f.csv" has two columns of one name: "a" and "a".',
    ],
    ["columns that differ in case alone", "f.csv", "a,A\n1,2\n", /two columns of one name: "a" and "A"/],
    ["a gzip file of 0 bytes", "f.csv.gz", "", /is empty \(0 bytes\)/],
    ["a gzip file that holds nothing", "f.csv.gz", gzipSync(""), /0 bytes when unpacked/],
    [
      "a gzip file cut short",
      "f.csv.gz",
      packed.subarray(0, -200),
      /cannot be unpacked as gzip: unexpected end of file/,
    ],
    ["a gzip file without its checksum", "f.csv.gz", packed.subarray(0, -8), /cannot be unpacked as gzip/],
    ["a zstd file cut short", "f.csv.zst", zst.subarray(0, -5), /cannot be unpacked as zstd/],
    ["plain text that is called gzip", "f.csv.gz", "a\n1\n", /is not gzip/],
    ["gzip that is called plain text", "f.csv", packed, /is gzip by its first bytes/],
    ["text that is called Parquet", "f.parquet", "a,b\n1,2\n", /first four bytes are not PAR1/],
    [
      "a Parquet file cut short",
      "f.parquet",
      "PAR1 and no more than that",
      /cannot be read as Parquet: .*magic bytes/,
    ],
    ["an extension without a meaning", "f.xlsx", "PK", /no extension that names a format \(seen: "\.xlsx"\)/],
    ["no extension", "data", "a,b\n1,2\n", /no extension that names a format/],
    ["a JSON line that breaks off", "f.jsonl", '{"a":1}\n{"a":\n', /cannot be read as JSON: .*line 2/],
    ["a JSON array that is not closed", "f.json", '[{"a":1},', /is a JSON array that is not closed/],
    ["a JSON row that is no object", "f.jsonl", '{"a":1}\n[2]\n', /a row 2 that is no object/],
    [
      "a JSON key twice in a row",
      "f.jsonl",
      '{"a":1,"a":2}\n',
      /a row 1 that is no object, or has a key twice/,
    ],
  ])("%s", async (_, name, bytes, message) => {
    expect(await faultOf(openBytes(name, bytes))).toMatch(message);
  });

  it.each([
    ["a file that is not there", "nowhere.csv", /"nowhere\.csv" is not there/],
    ["a glob that matches nothing", "nowhere-*.csv", /is a glob that matches no file/],
    ["a directory", ".", /is a directory/],
    ["an address", "https://127.0.0.1:1/x.csv", /is not there/],
    ["no path at all", "", /is not there/],
  ])("%s", async (_, path, message) => {
    expect(await faultOf(engine.open({ path }))).toMatch(message);
  });

  it("something that is no file", async () => {
    expect(await faultOf(engine.open({ path: "/dev/null" }))).toMatch(/is not a regular file/);
  });

  it("files of different shape under one glob", async () => {
    await writeFile(join(directory, "shape-1.csv"), "a,b\n1,2\n");
    await writeFile(join(directory, "shape-2.csv"), "b,a\n1,2\n");
    expect(await faultOf(engine.open({ path: "shape-*.csv" }))).toBe(
      'The data file "shape-2.csv" has the columns "b, a", but "shape-1.csv" has "a, b".',
    );
    await makeParquet("shape-1.parquet", "SELECT 1 AS a");
    await makeParquet("shape-2.parquet", "SELECT 'x' AS a");
    expect(await faultOf(engine.open({ path: "shape-*.parquet" }))).toMatch(
      /"a VARCHAR", but "shape-1\.parquet" has "a INTEGER"/,
    );
    expect(await faultOf(engine.open({ path: "shape-*" }))).toMatch(/files of several formats: csv, parquet/);
  });

  it("a Parquet file whose columns differ in case alone, as pyarrow writes it", async () => {
    expect(await faultOf(openBytes("case.parquet", Buffer.from(CASE_PARQUET, "base64")))).toMatch(
      /two columns whose names differ in nothing but case/,
    );
  });

  it("a declared type for a column that is not there", async () => {
    expect(await faultOf(openBytes("f.csv", "a\n1\n", { types: { b: "float" } }))).toMatch(
      /has no column "b"/,
    );
  });

  it("and leaves the engine usable", async () => {
    expect((await openBytes("good.csv", "a\n1\n")).rows).toBe(1);
  });
});

describe("names of columns and files are never code", () => {
  it("in CSV and in JSON", async () => {
    const name = `x"'; DROP TABLE t; --`;
    const csv = await openBytes(`it's "; --.csv`, `"${name.replaceAll('"', '""')}",b\n1,2\n`);
    const json = await openBytes("names.jsonl", `${JSON.stringify({ [name]: 1, b: 2 })}\n`);
    expect(await readAll(csv)).toEqual([{ [name]: 1, b: 2 }]);
    expect(await readAll(json)).toEqual([{ [name]: 1, b: 2 }]);
  });
});

describe("names of columns are no names of ours", () => {
  it.each([
    ["CSV", "odd.csv", "constructor,__proto__,__row,rowid,file_row_number\n1,2,3,4,5\n"],
    ["JSON", "odd.jsonl", '{"constructor":1,"__proto__":2,"__row":3,"rowid":4,"file_row_number":5}\n'],
  ])("in %s", async (_, name, text) => {
    const table = await openBytes(name, text, { types: { __row: "integer" } });
    expect(table.columns.map((column) => column.name)).toEqual(ODD);
    expect(await engine.query(`SELECT *, ${table.rowNumber} AS n FROM ${table.from}`)).toMatchObject([
      ODD_ROW,
    ]);
  });

  it("and the row number of a misfit is still the row's", async () => {
    const { misfits } = await openBytes("odd.csv", "rowid,v\n9,1\n9,x\n", { types: { v: "float" } });
    expect(misfits[0]?.samples).toEqual([{ row: 2, value: "x" }]);
  });

  it("in Parquet", async () => {
    const names = ODD.map((name, index) => `${index + 1} AS "${name}"`).join(", ");
    await makeParquet("odd.parquet", `SELECT ${names}`);
    const table = await engine.open({ path: "odd.parquet" });
    expect(table.columns.map((column) => column.name)).toEqual(ODD);
    expect(await engine.query(`SELECT ${table.rowNumber} AS n FROM ${table.from}`)).toEqual([{ n: 1 }]);
  });

  const ODD = ["constructor", "__proto__", "__row", "rowid", "file_row_number"];
  const ODD_ROW = Object.fromEntries([
    ...ODD.map((name, index) => [name, index + 1] as const),
    ["n", 1] as const,
  ]);
});

describe("the engine's settings", () => {
  it("keep what it spills in a private folder that close removes", async () => {
    const temp = await mkdtemp(join(directory, "temp-"));
    const own = await start(directory, { temp });
    expect(await readdir(temp)).toHaveLength(1);
    own.close();
    own.close();
    expect(await readdir(temp)).toEqual([]);
  });

  it("bound memory and threads, and never let an extension be fetched", async () => {
    const own = await start(directory, { memory: "512MiB", threads: 1 });
    const value = (name: string) => `current_setting('${name}') AS ${name}`;
    const names = ["memory_limit", "threads", "autoinstall_known_extensions", "autoload_known_extensions"];
    expect(await own.query(`SELECT ${names.map(value).join(", ")}`)).toEqual([
      {
        memory_limit: "512.0 MiB",
        threads: 1,
        autoinstall_known_extensions: false,
        autoload_known_extensions: false,
      },
    ]);
    await expect(own.query("SELECT * FROM read_csv('https://127.0.0.1:1/x.csv')")).rejects.toThrow(/httpfs/);
    own.close();
  });

  it.each([
    ["memory", { memory: "lots" }, /did not start: .*memory/i],
    ["threads", { threads: 0 }, /did not start: .*thread/i],
    ["temp", { temp: "nowhere/at/all" }, /temporary folder cannot be made/],
  ])("refuse a wrong %s", async (_, settings, message) => {
    expect(await faultOf(start(directory, settings))).toMatch(message);
  });
});
