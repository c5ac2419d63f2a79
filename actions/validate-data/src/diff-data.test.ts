import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDuckdb } from "@ml-gates/engines";
import { describe, expect, it } from "vitest";
import { diffData } from "./diff-data.ts";

type Rows = readonly (readonly (string | number)[])[];
const HEAD = ["id", "amount", "paid", "kind", "size"];

/** Two hundred rows; the pattern of each column is its own. */
const ROWS: Rows = Array.from({ length: 200 }, (_, n) => [
  n,
  ((n * 37) % 91) + 0.5,
  day(n % 60),
  "abc"[n % 3] ?? "",
  (n * 13) % 29,
]);

function day(offset: number): string {
  return new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10);
}

const withColumn = (at: number, change: (value: string | number, row: number) => string | number): Rows =>
  ROWS.map((row, number) => row.map((value, index) => (index === at ? change(value, number) : value)));

async function diff(base: Rows, candidate: Rows, heads: readonly (readonly string[])[] = [HEAD, HEAD]) {
  const directory = mkdtempSync(join(tmpdir(), "ml-gates-diff-"));
  const write = (name: string, head: readonly string[] | undefined, rows: Rows) =>
    writeFileSync(
      join(directory, name),
      `${[head ?? HEAD, ...rows].map((row) => row.join(",")).join("\n")}\n`,
    );
  write("base.csv", heads[0], base);
  write("candidate.csv", heads[1], candidate);
  const settings = { memory: "1GB", threads: 1, temp: null, nativePath: null };
  const engine = await openDuckdb({ ...settings, directory, environment: process.env, log: () => undefined });
  try {
    return await diffData(engine, {
      base: await engine.open({ path: "base.csv" }),
      candidate: await engine.open({ path: "candidate.csv" }),
    });
  } finally {
    engine.close();
  }
}

describe("diffData", () => {
  it("finds no cause where nothing changed, and matches rows by the column that names them", async () => {
    const { causes, matched, rows, columns } = await diff(ROWS, ROWS);
    expect(causes).toEqual([]);
    expect(matched).toEqual({ key: "id", both: 200, added: 0, gone: 0 });
    expect(rows).toEqual({ base: 200, candidate: 200 });
    expect(columns.map(({ changedRows }) => changedRows)).toEqual([null, 0, 0, 0, 0]);
  });

  const stories = [
    // the story, the changed table, the kind, what is said
    [
      "another unit",
      withColumn(1, (value, row) => (row < 4 ? value : Number(value) * 100)),
      "unit",
      '"amount" is 100.0 × its former value in 98.0 % of rows: unit change?',
    ],
    [
      "a shifted date",
      withColumn(2, (value) => new Date(Date.parse(String(value)) + 86_400_000).toISOString().slice(0, 10)),
      "shifted-date",
      '"paid" is 1 day later in 100.0 % of rows',
    ],
    [
      "swapped columns",
      ROWS.map(([id, amount, paid, kind, size]) => [id, size, paid, kind, amount] as const) as Rows,
      "swapped",
      '"amount" and "size" have changed places',
    ],
    [
      "a new code for missing values",
      withColumn(4, (value, row) => (row % 20 === 0 ? -999 : value)),
      "missing-code",
      '"size" now holds "-999" in 5.0 % of rows',
    ],
  ] as const;
  for (const [story, candidate, kind, says] of stories) {
    it(`names ${story}, and nothing else`, async () => {
      const { causes } = await diff(ROWS, candidate);
      expect(causes.map((cause) => cause.kind)).toEqual([kind]);
      expect(causes[0]?.why).toContain(says);
    });
  }

  it("finds another unit without a key, by the deciles", async () => {
    const [base, candidate] = [ROWS, withColumn(1, (value) => Number(value) / 1000)].map((rows) =>
      rows.map((row) => row.slice(1)),
    );
    const { causes, matched } = await diff(base ?? [], candidate ?? [], [HEAD.slice(1), HEAD.slice(1)]);
    expect(matched).toBeNull();
    expect(causes[0]?.why).toBe('"amount" is 0.00100 × its former value in every decile: unit change?');
  });

  it("names columns and rows that came and went", async () => {
    const found = await diff(ROWS, ROWS.slice(10), [HEAD, ["id", "amount", "paid", "kind", "width"]]);
    expect(found).toMatchObject({
      columnsAdded: ["width"],
      columnsGone: ["size"],
      matched: { both: 190, added: 0, gone: 10 },
    });
  });

  it("takes growth for growth", async () => {
    expect(
      (
        await diff(
          ROWS,
          withColumn(1, (value) => Number(value) * 1.05),
        )
      ).causes,
    ).toEqual([]);
  });
});
