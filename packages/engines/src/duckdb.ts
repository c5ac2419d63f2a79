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
import { engineMessage, statementFault } from "./fault.ts";
import { loadDuckdb } from "./native/load-duckdb.ts";
import { openFiles } from "./open-files.ts";
import { createSession, type Session } from "./session.ts";
import type { SqlEngine } from "./sql-engine.ts";

/** What the embedded engine is started with. */
export interface DuckdbSettings extends EngineSettings {
  /** Absolute folder that relative paths start from. */
  readonly directory: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  log(line: string): void;
}

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
  const close = () => {
    connection.closeSync();
    instance.closeSync();
    rmSync(temp, { recursive: true, force: true });
  };
  try {
    for (const [name, value] of engineSettings(settings, temp)) {
      await session.run(`SET ${name} = ${quoteText(value)}`);
    }
  } catch (error) {
    close();
    throw notStarted(error);
  }
  return engineOver(session, settings.directory, close);
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
    ["memory_limit", memory],
    ["temp_directory", temp],
    ...(threads === null ? [] : [["threads", String(threads)] as const]),
  ];
}

function engineOver(session: Session, directory: string, close: () => void): SqlEngine {
  let statements = 0;
  let closed = false;
  return {
    open: (source) => openFiles(session, directory, source),
    async query(sql) {
      statements += 1;
      try {
        return await session.run(sql);
      } catch (error) {
        throw statementFault(error);
      }
    },
    get statements() {
      return statements;
    },
    close() {
      if (!closed) close();
      closed = true;
    },
  };
}
