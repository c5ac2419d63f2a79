/**
 * The benchmark's predictions: seeded, so that every run and every tool sees the same rows.
 *
 * @module
 */
import { existsSync, mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";

const MACROS = [
  "CREATE MACRO u(i, seed, n) AS CAST(hash(i, seed) % n AS INTEGER)",
  "CREATE MACRO f(i, seed) AS CAST(hash(i, seed) % 1000003 AS DOUBLE) / 1000003",
];

/** Five races, nine bands of age, two sexes; labels and decisions agree four times out of five. */
const COLUMNS = [
  "i AS id",
  "u(i, 1, 5) AS race",
  "u(i, 2, 9) AS age_band",
  "u(i, 3, 2) AS sex",
  "CAST(f(i, 4) < 0.4 AS INTEGER) AS label",
  "CAST(CASE WHEN f(i, 5) < 0.8 THEN f(i, 4) < 0.4 ELSE f(i, 6) < 0.35 END AS INTEGER) AS decision",
];

/** The path of a Parquet file of so many rows, which is made when it is not there. */
export async function generateData(folder: string, rows: number): Promise<string> {
  const path = join(folder, `predictions-${rows}.parquet`);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  for (const macro of MACROS) await connection.run(macro);
  const made = `${path}.part`;
  const source = `SELECT ${COLUMNS.join(", ")} FROM range(${rows}) AS r(i)`;
  await connection.run(`COPY (${source}) TO '${made}' (FORMAT parquet)`);
  connection.closeSync();
  renameSync(made, path);
  return path;
}
