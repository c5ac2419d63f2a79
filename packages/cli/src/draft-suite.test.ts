import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runCli } from "./run-cli.ts";

const ROOT = join(import.meta.dirname, "..", "..", "..");
const folder = () => mkdtempSync(join(tmpdir(), "ml-gates-draft-"));

async function run(directory: string, words: readonly string[]) {
  const told: string[] = [];
  const tell = (line: string) => told.push(line);
  const code = await runCli(words, ROOT, {
    directory,
    environment: { PATH: process.env["PATH"] },
    out: tell,
    err: tell,
  });
  return { code, said: told.join("\n") };
}

function toCsv(names: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");
  return `${[names, ...rows].map(line).join("\n")}\n`;
}

const cell = fc.oneof(
  fc.integer().map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.constantFrom(
    "",
    "NA",
    "true",
    "false",
    "a",
    "b",
    "007",
    "2026-01-01",
    "-0",
    "1e999",
    "9000000000000001",
    "123456789012345678",
    "1e17",
    "ü|`",
    "'; DROP TABLE x",
  ),
);
const anyTable = fc
  .record({ width: fc.integer({ min: 1, max: 5 }), height: fc.integer({ min: 1, max: 60 }) })
  .chain(({ width, height }) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
      minLength: height,
      maxLength: height,
    }),
  );

describe("draft-suite", () => {
  it("writes a suite that its own data meet, whatever they are", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, async (rows) => {
        const directory = folder();
        writeFileSync(join(directory, "d.csv"), toCsv(rows[0]?.map((_, index) => `c"${index}`) ?? [], rows));
        expect((await run(directory, ["draft-suite", "--data", "d.csv", "--output", "s.json"])).code).toBe(0);
        const judged = await run(directory, ["validate-data", "--data", "d.csv", "--suite", "s.json"]);
        expect({ code: judged.code, said: judged.said }).toEqual({
          code: 0,
          said: expect.stringContaining("pass"),
        });
      }),
      { numRuns: 25 },
    );
  });

  it("says what a reviewer would: sets for few values, ranges for many, unique for keys, shares for holes", async () => {
    const directory = folder();
    const rows = Array.from({ length: 100 }, (_, n) => [
      `${n}`,
      n % 3 === 0 ? "a" : "b",
      `${n * 37 - 1234}.5`,
      n < 7 ? "" : "x",
    ]);
    writeFileSync(join(directory, "d.csv"), toCsv(["id", "kind", "amount", "note"], rows));
    await run(directory, ["draft-suite", "--data", "d.csv", "--output", "s.json"]);
    const { expectations } = JSON.parse(readFileSync(join(directory, "s.json"), "utf8"));
    const kwargsOf = (type: string, column: string) =>
      expectations.find(
        (each: { type: string; kwargs: { column: string } }) =>
          each.type === type && each.kwargs.column === column,
      )?.kwargs;
    expect(kwargsOf("expect_column_values_to_be_unique", "id")).toBeDefined();
    expect(kwargsOf("expect_column_values_to_be_in_set", "kind").value_set).toEqual(["a", "b"]);
    // The values run from -1233.5 to 2429.5.
    expect(kwargsOf("expect_column_values_to_be_between", "amount")).toMatchObject({
      min_value: -1300,
      max_value: 2500,
    });
    expect(kwargsOf("expect_column_values_to_not_be_null", "note").mostly).toBe(0.93);
  });

  it("refuses a table that is not there", async () => {
    const { code, said } = await run(folder(), ["draft-suite", "--data", "no.csv"]);
    expect(code).toBe(3);
    expect(said).toContain("no.csv");
  });
});
