/**
 * The demo's tables: Parquet in, Parquet out, and the columns a model wants.
 *
 * @module
 */
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";

/** What the candidate model looks at; sex and race are not among them. */
export const FEATURES = "AGEP SCHL MAR RELP DIS ESP CIT MIG MIL ANC NATIVITY DEAR DEYE DREM".split(" ");

/** A fresh database in memory; close it with `closeSync()`. */
export async function connect(): Promise<DuckDBConnection> {
  return (await DuckDBInstance.create(":memory:", { threads: "2" })).connect();
}

/** The named columns of a query, as numbers. */
export async function readColumns(
  connection: DuckDBConnection,
  sql: string,
  names: readonly string[],
): Promise<readonly (readonly number[])[]> {
  const columns = (await connection.runAndReadAll(sql)).getColumnsObject();
  return names.map((name) => (columns[name] ?? []).map(Number));
}

/** The model's features of a file of people, in the file's order. */
export function readFeatures(
  connection: DuckDBConnection,
  path: string,
): Promise<readonly (readonly number[])[]> {
  const casts = FEATURES.map((name) => `CAST("${name}" AS INTEGER) AS "${name}"`);
  return readColumns(connection, `SELECT ${casts.join(", ")} FROM '${path}'`, FEATURES);
}

/** Writes a query's rows as one Parquet file. */
export async function writeParquet(connection: DuckDBConnection, sql: string, path: string): Promise<void> {
  await connection.run(
    `COPY (${sql}) TO '${path}' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 100000)`,
  );
}
