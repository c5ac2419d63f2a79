/**
 * Parquet files as a table: scanned in place, with the row's number through the files in order of their names.
 *
 * @module
 */

import { quote } from "@ml-gates/gate";
import { type Column, quoteName } from "@ml-gates/queries";
import { freshColumn, readColumns } from "./columns.ts";
import { engineMessage, fileFault, memoryFault } from "./fault.ts";
import type { Session } from "./session.ts";
import type { SourceFile } from "./source-files.ts";
import type { OpenedTable } from "./sql-engine.ts";
import { pathList } from "./sql-path.ts";
import { readRanges, withRanges } from "./value-ranges.ts";

/** Opens Parquet files of one shape. */
export async function openParquet(
  session: Session,
  files: readonly SourceFile[],
): Promise<Omit<OpenedTable, "digest">> {
  const shapes = await readShapes(session, files);
  const rows = shapes.map((shape) => shape.rows);
  const columns = await withParquetRanges(session, files, shapes);
  const view = quoteName(session.freshName());
  const rowNumber = freshColumn(
    columns.map(({ name }) => name),
    "__row",
  );
  await session.run(
    `CREATE VIEW ${view} AS SELECT *, ${rowNumberOf(columns, rows)} AS ${rowNumber} FROM ${scanOf(files)}`,
  );
  const paths = files.map(({ path }) => path);
  // The engine would look for a name with these signs by listing its folder, which a sandbox may not.
  if (!paths.some((path) => /[*?[]/.test(path))) session.parquetPaths.set(view, paths);
  return { from: view, columns, rowNumber, rows: sum(rows), misfits: [] };
}

/** With fewer rows the metadata take longer to read than the values to hash. */
const FEWEST_ROWS = 100_000;

/** The shared columns, with the ranges that the files state. */
async function withParquetRanges(
  session: Session,
  files: readonly SourceFile[],
  shapes: readonly Shape[],
): Promise<readonly Column[]> {
  const columns = shapes[0]?.columns ?? [];
  const rows = sum(shapes.map((shape) => shape.rows));
  if (rows < FEWEST_ROWS) return columns;
  const stated = await session.run(
    `SELECT path_in_schema AS name, min(TRY_CAST(coalesce(stats_min_value, stats_min) AS BIGINT)) AS low,
     max(TRY_CAST(coalesce(stats_max_value, stats_max) AS BIGINT)) AS high
     FROM parquet_metadata(${pathList(files)}) WHERE type IN ('INT32', 'INT64') GROUP BY ALL`,
  );
  return withRanges(columns, readRanges(stated), rows);
}

/** `hive_partitioning` would add columns that no file holds. */
function scanOf(files: readonly SourceFile[]): string {
  return `read_parquet(${pathList(files)}, hive_partitioning=false)`;
}

function rowNumberOf(columns: readonly Column[], rows: readonly number[]): string {
  const names = columns.map(({ name }) => name.toLowerCase());
  // The two are the scan's own hidden columns: a file that has them as data hides them.
  if (names.includes("file_row_number") || names.includes("file_index")) return "row_number() OVER ()";
  if (rows.length === 1) return "file_row_number + 1";
  const offsets = rows.map((_, index) => sum(rows.slice(0, index)));
  return `file_row_number + 1 + [${offsets.join(", ")}][(file_index + 1)::BIGINT]`;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

interface Shape {
  readonly columns: readonly Column[];
  readonly rows: number;
}

async function readShapes(session: Session, files: readonly SourceFile[]): Promise<readonly Shape[]> {
  const shapes: Shape[] = [];
  for (const file of files) {
    const shape = await readShape(session, file);
    const [first = shape] = shapes;
    if (describe(shape) !== describe(first)) {
      const seen = `has the columns ${quote(describe(shape))}, but ${quote(files[0]?.name)} has ${quote(describe(first))}`;
      throw fileFault(file.name, seen, "Give files of one shape to one glob.");
    }
    shapes.push(shape);
  }
  return shapes;
}

function describe({ columns }: Shape): string {
  return columns.map(({ name, sqlType }) => `${name} ${sqlType}`).join(", ");
}

async function readShape(session: Session, file: SourceFile): Promise<Shape> {
  try {
    const columns = await readColumns(session, scanOf([file]));
    await refuseRenamed(session, file, columns);
    const [counted] = await session.run(
      `SELECT num_rows AS rows FROM parquet_file_metadata(${pathList([file])})`,
    );
    return { columns, rows: Number(counted?.["rows"]) };
  } catch (error) {
    if (error instanceof Error && error.name === "EvidenceError") throw error;
    const starved = memoryFault(file.name, error);
    if (starved !== null) throw starved;
    const seen = `cannot be read as Parquet: ${engineMessage(error).replaceAll(file.path, file.name)}`;
    throw fileFault(
      file.name,
      seen,
      "It may be cut short: write it again, and compare its size with the source's.",
    );
  }
}

/** The engine silently renames columns that differ only in case; a check would then judge the wrong one. */
async function refuseRenamed(session: Session, file: SourceFile, columns: readonly Column[]): Promise<void> {
  const schema = await session.run(`SELECT name FROM parquet_schema(${pathList([file])})`);
  const written = new Set(schema.map((row) => row["name"]));
  const renamed = columns.find(({ name }) => !written.has(name));
  if (!renamed) return;
  throw fileFault(
    file.name,
    `has two columns whose names differ in nothing but case (${quote(renamed.name)})`,
    "Rename one of them.",
  );
}
