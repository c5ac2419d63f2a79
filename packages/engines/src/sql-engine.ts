/**
 * The port every query engine stands behind. `contract/` holds the one suite each adapter must pass.
 *
 * @module
 */
import type { ColumnType } from "@ml-gates/gate";
import type { Row, Table } from "@ml-gates/queries";

/** A data file, or a glob of files with one shape. */
export interface TableSource {
  /** Path or glob, relative to the engine's working directory or absolute. */
  readonly path: string;
  /** Declared types of a text file's columns; the rest are inferred from the whole column. */
  readonly types?: Readonly<Record<string, ColumnType>>;
  /** Texts that mean "missing" in text files; pandas' default list when not given. */
  readonly missing?: readonly string[];
}

/** A value that does not fit the type declared for its column. */
export interface Misfit {
  readonly column: string;
  readonly type: ColumnType;
  /** How many values of the column do not fit. */
  readonly count: number;
  /** The first of them, in row order. */
  readonly samples: readonly { readonly row: number; readonly value: string }[];
}

/** A table the engine has opened, with the facts a report states about it. */
export interface OpenedTable extends Table {
  readonly rows: number;
  /** SHA-256 of the file's bytes (of all files' names and digests for a glob). */
  readonly digest: string;
  readonly misfits: readonly Misfit[];
}

export interface SqlEngine {
  /**
   * Makes a data file a table.
   *
   * @throws EvidenceError naming the file and the fault: missing, empty, a directory, truncated, ragged.
   */
  open(source: TableSource): Promise<OpenedTable>;
  /**
   * Runs one statement and returns all its rows.
   *
   * @throws EvidenceError with the engine's own message when the statement fails.
   */
  query(sql: string): Promise<readonly Row[]>;
  /** How many statements `query` has run, for `--explain` and for tests of plans. */
  readonly statements: number;
  close(): void;
}
