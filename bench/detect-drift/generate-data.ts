/**
 * The benchmark's two tables: seeded, so that every run and every tool sees the same bytes.
 *
 * @module
 */
import { existsSync, mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";

/** Rows and columns of each side. */
export interface DataShape {
  readonly rows: number;
  readonly columns: number;
}

/** Where the two tables lie. */
export interface DataPaths {
  readonly reference: string;
  readonly current: string;
}

/** Of ten columns seven are numbers of four shapes, two are categories and one is a whole number; every tenth has moved. */
const SHAPES = [
  "f(i, S)",
  "f(i, S) + f(i, S + 1000) + f(i, S + 2000)",
  "exp(4 * f(i, S))",
  "round(100 * f(i, S), 2)",
  "'c' || u(i, S, 12)",
  "f(i, S) ^ 3",
  "u(i, S, 80)",
  "'town ' || u(i, S, 60)",
  "1 / (0.01 + f(i, S))",
  "f(i, S) * 10 + moved",
] as const;

const MACROS = [
  "CREATE MACRO u(i, seed, n) AS CAST(hash(i, seed) % n AS INTEGER)",
  "CREATE MACRO f(i, seed) AS CAST(hash(i, seed) % 1000003 AS DOUBLE) / 1000003",
];

/** Makes the tables when they are not there. */
export async function generateData(folder: string, { rows, columns }: DataShape): Promise<DataPaths> {
  const path = (side: string) => join(folder, `drift-${side}-${rows}x${columns}.parquet`);
  const paths = { reference: path("reference"), current: path("current") };
  if (existsSync(paths.reference) && existsSync(paths.current)) return paths;
  mkdirSync(folder, { recursive: true });
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  for (const macro of MACROS) await connection.run(macro);
  for (const [side, first] of [
    ["reference", 0],
    ["current", rows],
  ] as const) {
    const selected = selectOf(columns, side === "current" ? 2 : 0);
    const range = `range(${first}, ${first + rows}) t(i)`;
    await connection.run(`COPY (SELECT ${selected} FROM ${range}) TO '${paths[side]}.part' (FORMAT parquet)`);
    renameSync(`${paths[side]}.part`, paths[side]);
  }
  connection.closeSync();
  instance.closeSync();
  return paths;
}

function selectOf(columns: number, moved: number): string {
  return Array.from({ length: columns }, (_, index) => {
    const shape = SHAPES[index % SHAPES.length] ?? "i";
    return `${shape.replaceAll("S", String(index + 1)).replace("moved", String(moved))} AS x${index}`;
  }).join(", ");
}
