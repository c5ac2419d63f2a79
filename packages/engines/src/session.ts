/**
 * One connection to the embedded engine, as the readers of the formats use it.
 *
 * @module
 */
import type { DuckDBConnection } from "@duckdb/node-api";
import type { NumberColumn, Row } from "@ml-gates/queries";
import { readColumns } from "./read-columns.ts";
import { toSqlValue } from "./sql-value.ts";

/** What a reader of a format may do. */
export interface Session {
  /** A private folder, removed when the engine is closed. */
  readonly temp: string;
  /** Runs one statement; the engine's own error comes through. */
  run(sql: string): Promise<readonly Row[]>;
  /** Runs one statement whose columns are numbers. */
  readColumns(sql: string): Promise<readonly NumberColumn[]>;
  /** The files behind the tables that are Parquet files themselves, by what stands after FROM. */
  readonly parquetPaths: Map<string, readonly string[]>;
  /** What stands for the row's number in the drafts of tables, and what answers a statement that holds it. */
  readonly numberings: Map<string, (sql: string, firstRows: number | null) => Promise<string>>;
  /** A table name not used before. */
  freshName(): string;
}

/** A session over a connection. */
export function createSession(connection: DuckDBConnection, temp: string): Session {
  let named = 0;
  return {
    temp,
    parquetPaths: new Map(),
    numberings: new Map(),
    async run(sql) {
      await expectOne(connection, sql);
      const reader = await connection.runAndReadAll(sql);
      const names = reader.deduplicatedColumnNames();
      return reader
        .getRows()
        .map((row) =>
          Object.fromEntries(row.map((value, index) => [names[index] ?? `${index}`, toSqlValue(value)])),
        );
    },
    async readColumns(sql) {
      await expectOne(connection, sql);
      return await readColumns(await connection.run(sql));
    },
    freshName: () => `table_${++named}`,
  };
}

async function expectOne(connection: DuckDBConnection, sql: string): Promise<void> {
  const { count } = await connection.extractStatements(sql);
  if (count !== 1) throw new Error(`one statement was wanted, ${count} were given`);
}
