/**
 * JSON arrays of objects, and JSON lines, as one typed table. What is nested stays text.
 *
 * @module
 */
import { open } from "node:fs/promises";
import { quote } from "@ml-gates/gate";
import { quoteName, quoteText } from "@ml-gates/queries";
import { engineMessage, fileFault, memoryFault } from "./fault.ts";
import { refuseColumns } from "./read-header.ts";
import type { Session } from "./session.ts";
import type { OpenedTable, TableSource } from "./sql-engine.ts";
import { pathList } from "./sql-path.ts";
import type { TextType } from "./text-types.ts";
import { countRows, typeText } from "./type-text.ts";
import type { PlainFile } from "./unpack.ts";

/** Opens JSON files; the columns are all keys of all rows, in order of their first appearance. */
export async function openJson(
  session: Session,
  files: readonly PlainFile[],
  source: TableSource,
): Promise<Omit<OpenedTable, "digest">> {
  const rows = quoteName(session.freshName());
  await session.run(`CREATE TABLE ${rows} (json JSON)`);
  for (const file of files) await readRows(session, rows, file);
  const columns = await readKeys(session, rows, source.path);
  refuseColumns(source.path, columns);
  // SQL has no table without columns: the rows stay as they are, and no column is told.
  if (columns.length === 0) {
    return {
      from: rows,
      columns: [],
      rowNumber: "(rowid + 1)",
      rows: await countRows(session, rows),
      misfits: [],
    };
  }
  const start = await readKinds(session, rows, columns);
  const from = quoteName(session.freshName());
  const texts = columns.map((column) => `${textOf(column, source.missing)} AS ${quoteName(column)}`);
  await session.run(`CREATE TABLE ${from} AS SELECT ${texts.join(", ")} FROM ${rows}`);
  await session.run(`DROP TABLE ${rows}`);
  return typeText(session, { name: source.path, from, columns, declared: source.types ?? {}, start });
}

async function readRows(session: Session, rows: string, file: PlainFile): Promise<void> {
  const format = (await isArray(file)) ? "array" : "newline_delimited";
  const scan = `read_json_objects(${pathList([file])}, format='${format}', hive_partitioning=false)`;
  try {
    await session.run(`INSERT INTO ${rows} SELECT json FROM ${scan}`);
  } catch (error) {
    const told = engineMessage(error).replaceAll(file.path, file.name);
    throw (
      memoryFault(file.name, error) ??
      jsonFault(file, `cannot be read as JSON: ${told.replace(/in line (\d+)/, lineBefore)}`)
    );
  }
}

/** The engine counts the lines it has taken, the broken one included, from 1: one too many. */
function lineBefore(_: string, line: string): string {
  return `in line ${Number(line) - 1}`;
}

function jsonFault(file: PlainFile, seen: string): Error {
  return fileFault(file.name, seen, "Wanted: an array of objects, or one object on each line, in UTF-8.");
}

const EDGE_BYTES = 4096;

/** @throws EvidenceError when an array has no end: the engine takes the rows before it and says nothing. */
async function isArray(plain: PlainFile): Promise<boolean> {
  await using file = await open(plain.path);
  const { size } = await file.stat();
  const textAt = async (position: number) => {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(EDGE_BYTES), 0, EDGE_BYTES, position);
    return buffer.toString("latin1", 0, bytesRead);
  };
  if (!/^(\u00EF\u00BB\u00BF)?\s*\[/.test(await textAt(0))) return false;
  if (/\]\s*$/.test(await textAt(Math.max(0, size - EDGE_BYTES)))) return true;
  throw jsonFault(plain, "is a JSON array that is not closed");
}

async function readKeys(session: Session, rows: string, name: string): Promise<readonly string[]> {
  const [odd] = await session.run(
    `SELECT rowid + 1 AS row, left(json, 200) AS json FROM ${rows}
     WHERE json_type(json) IS DISTINCT FROM 'OBJECT' OR len(json_keys(json)) <> len(list_distinct(json_keys(json))) ORDER BY rowid LIMIT 1`,
  );
  if (odd)
    throw fileFault(
      name,
      `has a row ${odd["row"]} that is no object, or has a key twice: ${quote(odd["json"])}`,
      "Wanted: an object for every row, each key once.",
    );
  const keys = await session.run(
    `SELECT key FROM (SELECT rowid AS r, unnest(keys) AS key, unnest(range(len(keys))) AS i FROM (SELECT rowid, json_keys(json) AS keys FROM ${rows}))
     GROUP BY key ORDER BY min((r, i))`,
  );
  return keys.map((row) => String(row["key"]));
}

/** A JSON string is text, whatever it reads as; where numbers are, the search begins at numbers. */
async function readKinds(
  session: Session,
  rows: string,
  columns: readonly string[],
): Promise<ReadonlyMap<string, TextType>> {
  const kinds = columns.map(
    (column, index) => `list(DISTINCT json_type(json, ${pointerTo(column)})) AS "${index}"`,
  );
  const [found] = await session.run(`SELECT ${kinds.join(", ")} FROM ${rows}`);
  return new Map(columns.map((column, index) => [column, startOf(found?.[index])]));
}

function startOf(kinds: unknown): TextType {
  const seen = (Array.isArray(kinds) ? kinds : [])
    .filter((kind) => kind !== null && kind !== "NULL")
    .sort()
    .join();
  return STARTS[seen] ?? "text";
}

const STARTS: Readonly<Record<string, TextType>> = {
  "": "missing",
  BOOLEAN: "boolean",
  BIGINT: "integer",
  UBIGINT: "integer",
  "BIGINT,UBIGINT": "integer",
  DOUBLE: "float",
  "DOUBLE,UBIGINT": "float",
  "BIGINT,DOUBLE": "float",
  "BIGINT,DOUBLE,UBIGINT": "float",
};

function pointerTo(column: string): string {
  return quoteText(`/${column.replaceAll("~", "~0").replaceAll("/", "~1")}`);
}

/** NaN, which Python writes into JSON, is missing, as pandas reads it. */
function textOf(column: string, missing: readonly string[] | undefined): string {
  const pointer = pointerTo(column);
  const text = `json_extract_string(json, ${pointer})`;
  const told = `CASE WHEN json_type(json, ${pointer}) = 'DOUBLE' THEN nullif(${text}, 'NaN') ELSE ${text} END`;
  if (missing === undefined || missing.length === 0) return told;
  return `CASE WHEN ${text} NOT IN (${missing.map(quoteText).join(", ")}) THEN ${told} END`;
}
