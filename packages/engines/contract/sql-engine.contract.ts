/**
 * What every engine must do, whatever it is made of: one suite, run by each adapter's own test.
 *
 * @module
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EvidenceError } from "@ml-gates/gate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SqlEngine } from "../src/sql-engine.ts";

const ORDERS = 'id,amount,paid,note\n1,2.5,True,first\n2,,False,NA\n3,10,True,it\'s "x"; DROP\n';

/** Describes an engine; `start` opens it on a folder that relative paths start from. */
export function describeSqlEngine(name: string, start: (directory: string) => Promise<SqlEngine>): void {
  describe(`${name} is a SqlEngine`, () => {
    let directory = "";
    let engine: SqlEngine;

    beforeAll(async () => {
      directory = await mkdtemp(join(tmpdir(), "ml-gates-contract-"));
      await writeFile(join(directory, "orders.csv"), ORDERS);
      await writeFile(join(directory, "no-rows.csv"), "id,amount\n");
      engine = await start(directory);
    });

    afterAll(async () => {
      engine.close();
      await rm(directory, { recursive: true, force: true });
    });

    it("opens a file as a table with its columns, its rows and the digest of its bytes", async () => {
      const table = await engine.open({ path: "orders.csv" });
      expect(table.columns.map(({ name: column, family }) => [column, family])).toEqual([
        ["id", "integer"],
        ["amount", "float"],
        ["paid", "boolean"],
        ["note", "text"],
      ]);
      expect(table.rows).toBe(3);
      expect(table.digest).toBe("sha256:6ba1c1b06dfc5c7bde14204fd15b0650cfb81827b6f8acac48194f1e38bb055c");
      expect(table.misfits).toEqual([]);
    });

    it("opens a file without rows as a table without rows", async () => {
      const table = await engine.open({ path: "no-rows.csv" });
      expect(table.rows).toBe(0);
      expect(table.columns.map((column) => column.name)).toEqual(["id", "amount"]);
      expect(await engine.query(`SELECT count(*) AS n FROM ${table.from}`)).toEqual([{ n: 0 }]);
    });

    it("hands over whole columns of numbers", async () => {
      const { from } = await engine.open({ path: "orders.csv" });
      const columns = await engine.queryColumns(
        `SELECT CAST("id" - 2 AS INTEGER), "amount", CAST(nullif("id", 3) AS UTINYINT), CAST("id" * 300 AS USMALLINT) FROM ${from} ORDER BY "id"`,
      );
      expect(columns).toEqual([
        Int32Array.of(-1, 0, 1),
        Float64Array.of(2.5, Number.NaN, 10),
        Uint8Array.of(1, 2, 0),
        Uint16Array.of(300, 600, 900),
      ]);
    });

    it("tells columns of another kind from numbers, and a fault of the statement", async () => {
      await expect(engine.queryColumns("SELECT 'one'")).rejects.toThrow("VARCHAR");
      await expect(engine.queryColumns("SELECT nothing")).rejects.toThrow(EvidenceError);
    });

    it("numbers the rows from 1 in the file's order", async () => {
      const { from, rowNumber } = await engine.open({ path: "orders.csv" });
      const rows = await engine.query(
        `SELECT ${rowNumber} AS n, "id" AS id FROM ${from} WHERE "id" > 1 ORDER BY ${rowNumber}`,
      );
      expect(rows).toEqual([
        { n: 2, id: 2 },
        { n: 3, id: 3 },
      ]);
    });

    it("hands values over plainly, missing ones as null", async () => {
      const { from } = await engine.open({ path: "orders.csv" });
      expect(await engine.query(`SELECT * FROM ${from} WHERE "id" >= 2 ORDER BY "id"`)).toMatchObject([
        { id: 2, amount: null, paid: false, note: null },
        { id: 3, amount: 10, paid: true, note: 'it\'s "x"; DROP' },
      ]);
    });

    it.each([
      ["a whole number beyond 2^53 as bigint", "CAST(9007199254740993 AS BIGINT)", 9007199254740993n],
      ["the largest safe whole number as number", "CAST(9007199254740991 AS BIGINT)", 9007199254740991],
      ["a decimal as text with all its digits", "CAST('1.50' AS DECIMAL(5, 2))", "1.50"],
      ["a date as ISO text", "CAST('2024-02-29' AS DATE)", "2024-02-29"],
      ["a text as it is", "'naïve – ok'", "naïve – ok"],
      ["null as null", "CAST(NULL AS INTEGER)", null],
    ])("hands over %s", async (_, sql, expected) => {
      expect(await engine.query(`SELECT ${sql} AS value`)).toEqual([{ value: expected }]);
    });

    it("tells the values that do not fit a declared type by row, and reads them as missing", async () => {
      const table = await engine.open({ path: "orders.csv", types: { note: "integer" } });
      expect(table.misfits).toEqual([
        {
          column: "note",
          type: "integer",
          count: 2,
          samples: [
            { row: 1, value: "first" },
            { row: 3, value: 'it\'s "x"; DROP' },
          ],
        },
      ]);
      expect(await engine.query(`SELECT count("note") AS n FROM ${table.from}`)).toEqual([{ n: 0 }]);
    });

    it("refuses a statement with an EvidenceError and stays usable", async () => {
      await expect(engine.query('SELECT "nowhere" FROM nothing')).rejects.toThrow(EvidenceError);
      await expect(engine.query("SELECT 1 AS a; SELECT 2 AS a")).rejects.toThrow(EvidenceError);
      expect(await engine.query("SELECT 1 AS a")).toEqual([{ a: 1 }]);
    });

    it("lets a stranger's query see the declared tables by their names, and nothing else", async () => {
      const orders = await engine.open({ path: "orders.csv" });
      const scope = { tables: { orders }, timeLimitSeconds: 5 };
      expect(await engine.queryUntrusted("SELECT id FROM orders WHERE amount > 5", scope)).toEqual([
        { id: 3 },
      ]);
      await expect(engine.queryUntrusted(`SELECT * FROM ${orders.from}`, scope)).rejects.toThrow(
        EvidenceError,
      );
      await expect(engine.queryUntrusted("DROP TABLE orders", scope)).rejects.toThrow(EvidenceError);
      expect(await engine.query(`SELECT count(*) AS n FROM ${orders.from}`)).toEqual([{ n: 3 }]);
    });

    it("answers statements that are asked at the same time", async () => {
      const asked = [1, 2, 3, 4].map((n) => engine.query(`SELECT ${n} AS n`));
      expect(
        await Promise.all([...asked, engine.open({ path: "orders.csv" }).then(({ rows }) => rows)]),
      ).toEqual([[{ n: 1 }], [{ n: 2 }], [{ n: 3 }], [{ n: 4 }], 3]);
    });

    it("refuses a file that is not there with an EvidenceError", async () => {
      await expect(engine.open({ path: "nowhere.csv" })).rejects.toThrow(EvidenceError);
    });

    it("counts the statements that were asked of it, and not its own", async () => {
      const before = engine.statements;
      await engine.open({ path: "orders.csv" });
      await engine.query("SELECT 1 AS a");
      expect(engine.statements).toBe(before + 1);
    });
  });
}
