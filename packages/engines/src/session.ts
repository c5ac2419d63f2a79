/**
 * One connection to the embedded engine, as the readers of the formats use it.
 *
 * @module
 */
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Row } from "@ml-gates/queries";
import { toSqlValue } from "./sql-value.ts";

/** What a reader of a format may do. */
export interface Session {
  /** A private folder, removed when the engine is closed. */
  readonly temp: string;
  /** Runs one statement; the engine's own error comes through. */
  run(sql: string): Promise<readonly Row[]>;
  /** The files behind the tables that are Parquet files themselves, by what stands after FROM. */
  readonly parquetPaths: Map<string, readonly string[]>;
  /** What stands for the row's number in the drafts of tables, and what answers a statement that holds it. */
  readonly numberings: Map<string, (sql: string) => Promise<string>>;
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
      const statements = await connection.extractStatements(sql);
      if (statements.count !== 1) throw new Error(`one statement was wanted, ${statements.count} were given`);
      const reader = await connection.runAndReadAll(sql);
      const names = reader.deduplicatedColumnNames();
      return reader
        .getRows()
        .map((row) =>
          Object.fromEntries(row.map((value, index) => [names[index] ?? `${index}`, toSqlValue(value)])),
        );
    },
    freshName: () => `table_${++named}`,
  };
}
