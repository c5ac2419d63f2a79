/**
 * The benchmark's predictions of two models for the same rows: seeded, so that every run and every tool sees the same.
 *
 * @module
 */
import { existsSync, mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";

/** Where the two files lie. */
export interface PredictionPaths {
  readonly candidate: string;
  readonly baseline: string;
}

const MACROS = [
  "CREATE MACRO u(i, seed, n) AS CAST(hash(i, seed) % n AS INTEGER)",
  "CREATE MACRO f(i, seed) AS (CAST(hash(i, seed) % 1000003 AS DOUBLE) + 0.5) / 1000003",
  "CREATE MACRO g(i, seed) AS sqrt(-2 * ln(f(i, seed))) * cos(2 * pi() * f(i, seed + 1))",
];

/** A fifth of the rows are positive; the two models share most of what they know and each has noise of its own. */
const ROWS =
  "SELECT i AS id, CAST(f(i, 1) < 0.2 AS INTEGER) AS label, g(i, 10) AS known, g(i, 20) AS own, g(i, 30) AS other";
const GROUPS =
  "concat('region ', u(id, 5, 6)) AS region, concat('device ', u(id, 6, 3)) AS device, u(id, 7, 9) AS age_band, u(id, 8, 2) AS sex";

/** Makes the files when they are not there; the baseline's rows lie in blocks of another order. */
export async function generateData(folder: string, rows: number): Promise<PredictionPaths> {
  const path = (side: string) => join(folder, `models-${side}-${rows}.parquet`);
  const paths = { candidate: path("candidate"), baseline: path("baseline") };
  if (existsSync(paths.candidate) && existsSync(paths.baseline)) return paths;
  mkdirSync(folder, { recursive: true });
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  for (const macro of MACROS) await connection.run(macro);
  const from = `FROM (${ROWS} FROM range(${rows}) AS r(i))`;
  const copy = async (select: string, to: string) => {
    await connection.run(`COPY (${select}) TO '${to}.part' (FORMAT parquet)`);
    renameSync(`${to}.part`, to);
  };
  await copy(`SELECT ${outputs("own")}, ${GROUPS} ${from}`, paths.candidate);
  await copy(`SELECT ${outputs("other")} ${from} ORDER BY hash(id // 20000), id`, paths.baseline);
  connection.closeSync();
  instance.closeSync();
  return paths;
}

function outputs(noise: string): string {
  const score = `1 / (1 + exp(1.9 - 1.5 * label - 0.9 * known - 0.4 * ${noise}))`;
  return `id, label, CAST(${score} >= 0.5 AS INTEGER) AS decision, ${score} AS score`;
}
