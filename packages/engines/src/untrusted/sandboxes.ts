/**
 * One sandbox for each set of tables that strangers' queries may see.
 *
 * @module
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBInstance } from "@duckdb/node-api";
import { EvidenceError } from "@ml-gates/gate";
import { quoteName, quoteText, type Row } from "@ml-gates/queries";
import { engineMessage } from "../fault.ts";
import type { Session } from "../session.ts";
import type { OpenedTable, UntrustedScope } from "../sql-engine.ts";
import { pathList } from "../sql-path.ts";
import { openSandbox, type Sandbox, type SandboxTable } from "./sandbox.ts";

/** What sandboxes are made with. */
export interface SandboxMaker {
  readonly session: Session;
  readonly settings: readonly (readonly [string, string])[];
  create(): Promise<DuckDBInstance>;
}

export interface Sandboxes {
  query(sql: string, scope: UntrustedScope): Promise<readonly Row[]>;
  close(): void;
}

const MOST_ROWS = 10_000;

/** Sandboxes are made when first asked for, and kept: a table that is no Parquet file is written out for its sandbox. */
export function createSandboxes(maker: SandboxMaker): Sandboxes {
  const kept = new Map<string, Promise<Sandbox>>();
  return {
    async query(sql, { tables, timeLimitSeconds, maxRows = MOST_ROWS }) {
      const key = JSON.stringify(Object.entries(tables).map(([name, { from }]) => [name, from]));
      const sandbox = kept.get(key) ?? makeSandbox(maker, tables, kept.size);
      kept.set(key, sandbox);
      return (await sandbox).query(sql, { timeLimitSeconds, maxRows });
    },
    close() {
      for (const sandbox of kept.values()) sandbox.then((made) => made.close()).catch(() => undefined);
    },
  };
}

async function makeSandbox(
  { session, settings, create }: SandboxMaker,
  tables: UntrustedScope["tables"],
  index: number,
): Promise<Sandbox> {
  // What the sandbox spills lies alone in a folder: the engine lets queries into its temporary folder.
  const spill = join(session.temp, `sandbox-${index}`);
  try {
    await mkdir(spill);
    const shown: SandboxTable[] = [];
    for (const [name, table] of Object.entries(tables)) shown.push(await showTable(session, name, table));
    const own = settings.filter(([name]) => name !== "temp_directory");
    return await openSandbox(create, shown, [...own, ["temp_directory", spill]]);
  } catch (error) {
    const message = `The tables cannot be set apart for a query: ${engineMessage(error)}.`;
    throw new EvidenceError([{ message, remedy: "Give `engine: { temp }` a folder with more room." }]);
  }
}

/** Only the columns that were told; the row's number is not among them. */
async function showTable(session: Session, name: string, table: OpenedTable): Promise<SandboxTable> {
  const columns = table.columns.map((column) => quoteName(column.name)).join(", ");
  const paths = session.parquetPaths.get(table.from) ?? [await writeOut(session, columns, table.from)];
  const scan = `read_parquet(${pathList(paths.map((path) => ({ path })))}, hive_partitioning=false)`;
  return { name, sql: `SELECT ${columns || "*"} FROM ${scan}`, paths };
}

async function writeOut(session: Session, columns: string, from: string): Promise<string> {
  const path = join(session.temp, `${session.freshName()}.parquet`);
  await session.run(
    `COPY (SELECT ${columns || "NULL AS nothing"} FROM ${from}) TO ${quoteText(path)} (FORMAT parquet, COMPRESSION lz4)`,
  );
  return path;
}
