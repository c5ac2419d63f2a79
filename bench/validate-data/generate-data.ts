/**
 * The benchmark's data: seeded, so that every run and every tool sees the same bytes.
 *
 * @module
 */
import { existsSync, mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";

/** A table of the benchmark. */
export interface DataShape {
  readonly rows: number;
  readonly columns: number;
}

/** The twenty columns that the suite is about; a value is a hash of the row's number and the column's seed. */
const COLUMNS: readonly (readonly [name: string, sql: string])[] = [
  ["row_id", "i + 1"],
  ["customer_id", "u(i, 1, 200000)"],
  ["age", "CASE WHEN u(i, 2, 100) < 3 THEN NULL WHEN u(i, 3, 5000) = 7 THEN 130 ELSE 18 + u(i, 4, 70) END"],
  ["amount", "round(exp(f(i, 5) * 6) * 3, 2)"],
  ["score", "round(f(i, 6), 6)"],
  ["quantity", "1 + u(i, 7, 40)"],
  ["unit_price", "round(1 + f(i, 8) * 99, 2)"],
  ["discount", "CASE WHEN u(i, 9, 10) < 6 THEN NULL ELSE round(f(i, 10) * 0.5, 3) END"],
  ["country", "['DE', 'FR', 'IT', 'ES', 'PL', 'NL', 'SE', 'PT'][1 + u(i, 11, 8)]"],
  [
    "status",
    "CASE WHEN u(i, 12, 20000) = 3 THEN 'unknown' ELSE ['open', 'paid', 'sent', 'done'][1 + u(i, 13, 4)] END",
  ],
  ["email", "'user' || u(i, 14, 1000000) || '@example' || u(i, 15, 50) || '.org'"],
  [
    "code",
    "chr(65 + u(i, 16, 26)) || chr(65 + u(i, 17, 26)) || '-' || lpad(CAST(u(i, 18, 10000) AS VARCHAR), 4, '0')",
  ],
  ["created", "strftime(DATE '2023-01-01' + u(i, 19, 700), '%Y-%m-%d')"],
  ["active", "CASE WHEN u(i, 20, 3) = 0 THEN 'True' ELSE 'False' END"],
  ["latitude", "round(f(i, 21) * 180 - 90, 5)"],
  ["longitude", "round(f(i, 22) * 360 - 180, 5)"],
  ["rating", "1 + u(i, 23, 5)"],
  ["segment", "CASE WHEN u(i, 24, 10) < 3 THEN NULL ELSE 'segment-' || u(i, 25, 300) END"],
  ["postcode", "lpad(CAST(1000 + u(i, 26, 90000) AS VARCHAR), 5, '0') || 'x'"],
  ["session", "hex(hash(i, 27))"],
];

const MACROS = [
  "CREATE MACRO u(i, seed, n) AS CAST(hash(i, seed) % n AS INTEGER)",
  "CREATE MACRO f(i, seed) AS CAST(hash(i, seed) % 1000003 AS DOUBLE) / 1000003",
];

/** The path of a table's file, which is made when it is not there. */
export async function generateData(
  folder: string,
  { rows, columns }: DataShape,
  format: "csv" | "parquet",
): Promise<string> {
  const path = join(folder, `${rows}x${columns}.${format}`);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  for (const macro of MACROS) await connection.run(macro);
  const options = format === "csv" ? "FORMAT csv, HEADER" : "FORMAT parquet, COMPRESSION snappy";
  await connection.run(
    `COPY (SELECT ${selectOf(columns)} FROM range(${rows}) t(i)) TO '${path}.part' (${options})`,
  );
  connection.closeSync();
  instance.closeSync();
  renameSync(`${path}.part`, path);
  return path;
}

/** The twenty come again, under other names and seeds, until there are enough. */
function selectOf(columns: number): string {
  const selected = Array.from({ length: columns }, (_, index) => {
    const [name = "", sql = ""] = COLUMNS[index % COLUMNS.length] ?? [];
    const round = Math.floor(index / COLUMNS.length);
    if (round === 0) return `${sql} AS ${name}`;
    const seeded = sql.replaceAll(
      /(\b[uf])\(i, (\d+)/g,
      (_found, call, seed) => `${call}(i, ${Number(seed) + 100 * round}`,
    );
    return `${seeded} AS ${name}_${round + 1}`;
  });
  return selected.join(", ");
}
