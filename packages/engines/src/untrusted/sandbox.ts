/**
 * A second instance of the embedded engine in which a stranger's query sees the tables it may see and nothing else.
 *
 * @module
 */
import type { DuckDBConnection, DuckDBInstance, DuckDBResult } from "@duckdb/node-api";
import { EvidenceError } from "@ml-gates/gate";
import { quoteName, quoteText, type Row } from "@ml-gates/queries";
import { engineMessage } from "../fault.ts";
import { toSqlValue } from "../sql-value.ts";
import { refuseUntrusted } from "./refuse-untrusted.ts";

/** What a sandbox holds: by the name a query uses, the scan it stands for and the files that scan reads. */
export interface SandboxTable {
  readonly name: string;
  readonly sql: string;
  readonly paths: readonly string[];
}

/** The bounds of one query. */
export interface QueryLimits {
  readonly timeLimitSeconds: number;
  readonly maxRows: number;
}

export interface Sandbox {
  /** @throws EvidenceError for whatever is refused, fails, lasts too long or answers too much. */
  query(sql: string, limits: QueryLimits): Promise<readonly Row[]>;
  close(): void;
}

/** Closes the door, then hands over the key: after this nothing in the instance can open a file or change a setting. */
export async function openSandbox(
  create: () => Promise<DuckDBInstance>,
  tables: readonly SandboxTable[],
  settings: readonly (readonly [string, string])[],
): Promise<Sandbox> {
  const instance = await create();
  const connection = await instance.connect();
  const paths = tables.flatMap((table) => table.paths.map(quoteText));
  for (const [name, value] of settings) await connection.run(`SET ${name} = ${quoteText(value)}`);
  await connection.run(`SET allowed_paths = [${paths.join(", ")}]`);
  for (const { name, sql } of tables) await connection.run(`CREATE VIEW ${quoteName(name)} AS ${sql}`);
  await connection.run("SET enable_external_access = false");
  await connection.run("SET lock_configuration = true");
  return sandboxOver(
    connection,
    tables.map(({ name }) => name),
    () => instance.closeSync(),
  );
}

const MOST_SQL_CHARACTERS = 100_000;
const GRACE_SECONDS = 2;

function sandboxOver(
  connection: DuckDBConnection,
  tables: readonly string[],
  closeInstance: () => void,
): Sandbox {
  let before: Promise<unknown> = Promise.resolve();
  let stuck = false;
  const runOne = async (sql: string, limits: QueryLimits) => {
    if (stuck) throw refused("a query before it did not stop when it was told to");
    const running = runBounded(connection, { sql, tables, limits });
    const outcome = await Promise.race([running, wait(limits.timeLimitSeconds + GRACE_SECONDS, running)]);
    if (outcome !== "late") return outcome;
    stuck = true;
    throw late(limits);
  };
  return {
    query(sql, limits) {
      const answer = before.then(() => runOne(sql, limits));
      before = answer.catch(() => undefined);
      return answer;
    },
    // What does not stop would hold the closing up too; the process's end ends both.
    close: () => {
      if (stuck) return;
      connection.closeSync();
      closeInstance();
    },
  };
}

function wait(seconds: number, running: Promise<unknown>): Promise<"late"> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve("late"), seconds * 1000);
    running.catch(() => undefined).finally(() => clearTimeout(timer));
  });
}

interface BoundedQuery {
  readonly sql: string;
  readonly tables: readonly string[];
  readonly limits: QueryLimits;
}

async function runBounded(connection: DuckDBConnection, query: BoundedQuery): Promise<readonly Row[]> {
  const { sql, tables, limits } = query;
  if (sql.length > MOST_SQL_CHARACTERS) throw refused(`it has more than ${MOST_SQL_CHARACTERS} characters`);
  if (sql.includes("\0")) throw refused("it holds a NUL character");
  let interrupted = false;
  const timer = setInterval(() => {
    interrupted = true;
    connection.interrupt();
  }, limits.timeLimitSeconds * 1000);
  try {
    const reason = refuseUntrusted(await parse(connection, sql), tables);
    if (reason !== null) throw refused(reason);
    return await readRows(await connection.stream(sql), limits);
  } catch (error) {
    if (interrupted) throw late(limits);
    throw error instanceof EvidenceError ? error : refused(`the engine says: ${engineMessage(error)}`);
  } finally {
    clearInterval(timer);
  }
}

async function parse(connection: DuckDBConnection, sql: string): Promise<string> {
  const options = "skip_null := true, skip_empty := true, skip_default := true";
  const reader = await connection.runAndReadAll(
    `SELECT json_serialize_sql(${quoteText(sql)}, ${options}) AS parsed`,
  );
  return String(reader.getRows()[0]?.[0]);
}

const MOST_ANSWER_CHARACTERS = 16_000_000;

async function readRows(result: DuckDBResult, { maxRows }: QueryLimits): Promise<readonly Row[]> {
  const names = result.deduplicatedColumnNames();
  const rows: Row[] = [];
  let characters = 0;
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) return rows;
    if (rows.length + chunk.rowCount > maxRows) throw refused(`it answers with more than ${maxRows} rows`);
    for (const values of chunk.getRows()) {
      const row = values.map(toSqlValue);
      characters += row.reduce((sum: number, value) => sum + String(value).length, 0);
      if (characters > MOST_ANSWER_CHARACTERS)
        throw refused(`it answers with more than ${MOST_ANSWER_CHARACTERS} characters`);
      rows.push(Object.fromEntries(row.map((value, index) => [names[index] ?? `${index}`, value])));
    }
  }
}

function refused(reason: string): EvidenceError {
  const message = `The query was refused: ${reason}.`;
  const remedy = "Wanted: one SELECT over the declared tables. It can read no file and change nothing.";
  return new EvidenceError([{ message, remedy }]);
}

function late({ timeLimitSeconds }: QueryLimits): EvidenceError {
  const message = `The query was stopped after ${timeLimitSeconds} seconds.`;
  return new EvidenceError([{ message, remedy: "Ask for less: filter early, and join on keys." }]);
}
