/**
 * The port every query engine stands behind. `contract/` holds the one suite each adapter must pass.
 *
 * @module
 */
import type { ColumnType } from "@ml-gates/gate";
import type { Head, NumberColumn, Row, SqlValue, Table } from "@ml-gates/queries";

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

/** What a query from a pull request may see and use. */
export interface UntrustedScope {
  /** By the name the query uses; it sees these tables and nothing else. */
  readonly tables: Readonly<Record<string, OpenedTable>>;
  readonly timeLimitSeconds: number;
  /** An answer with more rows is an error, not cut; 10,000 when not given. */
  readonly maxRows?: number;
}

/**
 * A large text file as a table whose types are hypotheses, from a sample: whoever scans it anyway proves them on the
 * way, which saves reading the file once more.
 */
export interface DraftTable {
  readonly table: Table;
  /** Aggregates over the table, to be answered by its first scan. */
  readonly checks: readonly string[];
  /**
   * What the answers to the checks prove: the table, a better draft, or null when only {@link SqlEngine.open} can tell.
   *
   * @param values The answers in the order of `checks`; any that came from this draft before are void with it.
   */
  settle(values: readonly SqlValue[]): Promise<OpenedTable | DraftTable | null>;
  /** Not given where row numbers cost no reading of their own. */
  readonly firstRows?: FirstRows;
  /** Where the scan fails: a draft that may still do, or null when only {@link SqlEngine.open} can tell. */
  retry?(): Promise<DraftTable | null>;
}

/** The first rows of a draft, and what they say of its keys. */
export interface FirstRows {
  readonly head: Head;
  /** Those of the columns that hold some value twice among the first rows, as long as all are small enough to be kept. */
  findRepeated(columns: readonly string[]): Promise<readonly string[]>;
}

/** How far a running statement has come. */
export interface ScanProgress {
  /** In 0..100. */
  readonly percent: number;
  /** Rows read so far; an estimate for text files. */
  readonly rows: number;
}

export interface SqlEngine {
  /**
   * Makes a data file a table.
   *
   * @throws EvidenceError naming the file and the fault: missing, empty, a directory, truncated, ragged.
   */
  open(source: TableSource): Promise<OpenedTable>;
  /**
   * A data file as a draft of its table; null where `open` costs no reading of its own, or the reading is short.
   *
   * @throws EvidenceError as `open` does; a fault further down in the file comes from the first scan.
   */
  draft(source: TableSource): Promise<DraftTable | null>;
  /**
   * Runs one statement and returns all its rows.
   *
   * @param firstRows Where a table's row numbers cost a reading of its own, a statement that holds them may be
   * answered from so many of its first rows alone; from all rows when not given.
   * @throws EvidenceError with the engine's own message when the statement fails.
   */
  query(sql: string, firstRows?: number): Promise<readonly Row[]>;
  /**
   * Runs one statement whose columns are DOUBLE, INTEGER, USMALLINT or UTINYINT, and returns them whole.
   *
   * @throws EvidenceError with the engine's own message when the statement fails.
   */
  queryColumns(sql: string): Promise<readonly NumberColumn[]>;
  /** Tells which statements will be asked next, so that what they share is read once. It changes no answer. */
  prepare(statements: readonly string[]): Promise<void>;
  /**
   * Runs one SELECT that a stranger wrote: no file, no network, no setting, no system table, bounded in time and size.
   *
   * @throws EvidenceError for whatever is refused, fails, lasts too long or answers too much; the engine stays usable.
   */
  queryUntrusted(sql: string, scope: UntrustedScope): Promise<readonly Row[]>;
  /** Of the statement that runs now; null when none does, or its length is not known. */
  progress(): ScanProgress | null;
  /** How many statements `query` and `queryUntrusted` have run, for `--explain` and for tests of plans. */
  readonly statements: number;
  close(): void;
}
