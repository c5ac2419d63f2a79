/**
 * The embedded engine: DuckDB in this process, reading data files of the runner.
 *
 * @module
 */

import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type EngineSettings, EvidenceError, quote } from "@ml-gates/gate";
import { quoteText } from "@ml-gates/queries";
import { draftFiles } from "./draft/draft-files.ts";
import { numberRows } from "./draft/number-rows.ts";
import { engineMessage, statementFault } from "./fault.ts";
import { loadDuckdb } from "./native/load-duckdb.ts";
import { openFiles } from "./open-files.ts";
import { createSession, type Session } from "./session.ts";
import type { ScanProgress, SqlEngine } from "./sql-engine.ts";
import { createSandboxes, type Sandboxes } from "./untrusted/sandboxes.ts";

/** What the embedded engine is started with. */
export interface DuckdbSettings extends EngineSettings {
  /** Absolute folder that relative paths start from. */
  readonly directory: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Text files from this size on are drafted; 32 MiB when not given. */
  readonly draftBytes?: number;
  log(line: string): void;
}

const DRAFT_BYTES = 32 * 2 ** 20;

/**
 * Starts the embedded engine. Extensions are never downloaded; what it spills lies in a private folder that `close`
 * removes.
 *
 * @throws EvidenceError when the native library cannot be had, or the engine refuses its settings.
 */
export async function openDuckdb(settings: DuckdbSettings): Promise<SqlEngine> {
  const { DuckDBInstance } = await loadDuckdb(settings);
  const temp = await makeTemp(settings);
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const session = createSession(connection, temp);
  const pairs = engineSettings(settings, temp);
  const create = () => DuckDBInstance.create(":memory:");
  const sandboxes = createSandboxes({ session, settings: pairs, create });
  const close = () => {
    sandboxes.close();
    connection.closeSync();
    instance.closeSync();
    rmSync(temp, { recursive: true, force: true });
  };
  try {
    await connection.run(pairs.map(([name, value]) => `SET ${name} = ${quoteText(value)}`).join("; "));
  } catch (error) {
    close();
    throw notStarted(error);
  }
  const leastBytes = settings.draftBytes ?? DRAFT_BYTES;
  const progress = () => readProgress(connection.progress);
  return engineOver({ session, sandboxes, directory: settings.directory, leastBytes, progress, close });
}

function notStarted(error: unknown): EvidenceError {
  const message = `The embedded engine did not start: ${engineMessage(error)}.`;
  const remedy = "Correct the `engine` settings: memory such as 4GB, threads a whole number of at least 1.";
  return new EvidenceError([{ message, remedy }]);
}

async function makeTemp({ temp, directory, environment }: DuckdbSettings): Promise<string> {
  const parent = temp === null ? environment["RUNNER_TEMP"] || tmpdir() : resolve(directory, temp);
  try {
    return await mkdtemp(join(parent, "ml-gates-duckdb-"));
  } catch (error) {
    const message = `The engine's temporary folder cannot be made in ${quote(parent)}: ${engineMessage(error)}.`;
    throw new EvidenceError([
      { message, remedy: "Give `engine: { temp }` a folder that is there and can be written." },
    ]);
  }
}

function engineSettings(
  { memory, threads }: DuckdbSettings,
  temp: string,
): readonly (readonly [string, string])[] {
  return [
    ["autoinstall_known_extensions", "false"],
    ["autoload_known_extensions", "false"],
    ["allow_community_extensions", "false"],
    // Progress is told on request only, and nothing is printed.
    ["enable_progress_bar", "true"],
    ["enable_progress_bar_print", "false"],
    ["memory_limit", memory],
    ["temp_directory", temp],
    ...(threads === null ? [] : [["threads", String(threads)] as const]),
  ];
}

interface ToldProgress {
  readonly percentage: number;
  readonly rows_processed: bigint;
}

function readProgress({ percentage, rows_processed }: ToldProgress): ScanProgress | null {
  return percentage < 0 ? null : { percent: percentage, rows: Number(rows_processed) };
}

interface EngineParts {
  readonly session: Session;
  readonly sandboxes: Sandboxes;
  readonly directory: string;
  readonly leastBytes: number;
  progress(): ScanProgress | null;
  close(): void;
}

function engineOver({ session, sandboxes, directory, leastBytes, progress, close }: EngineParts): SqlEngine {
  let statements = 0;
  let closed = false;
  return {
    open: (source) => openFiles(session, directory, source),
    draft: (source) => draftFiles(session, directory, { source, leastBytes }),
    async query(sql, firstRows) {
      statements += 1;
      try {
        return await session.run(await numberRows(session, sql, firstRows));
      } catch (error) {
        throw statementFault(error);
      }
    },
    async queryColumns(sql) {
      statements += 1;
      try {
        return await session.readColumns(sql);
      } catch (error) {
        throw statementFault(error);
      }
    },
    async prepare(sql) {
      // A fault comes back from the statements themselves, where it can be told from a check's own.
      await numberRows(session, sql.join(";")).catch(() => undefined);
    },
    queryUntrusted(sql, scope) {
      statements += 1;
      return sandboxes.query(sql, scope);
    },
    progress,
    get statements() {
      return statements;
    },
    close() {
      if (!closed) close();
      closed = true;
    },
  };
}
