/**
 * A table as query plans see it: what to write after FROM, and which columns are there.
 *
 * @module
 */

/** The families of types a check can ask for; `sqlType` holds the engine's own name. */
export type ColumnFamily = "integer" | "float" | "boolean" | "text" | "date" | "timestamp" | "other";

export interface Column {
  readonly name: string;
  readonly family: ColumnFamily;
  readonly sqlType: string;
}

export interface Table {
  /** Quoted, ready to stand after FROM. */
  readonly from: string;
  readonly columns: readonly Column[];
  /** A SQL expression: the row's 1-based number in the file. */
  readonly rowNumber: string;
}

/** A value as an engine hands it over: whole numbers beyond 2^53 as bigint; dates, times and decimals as text. */
export type SqlValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | readonly SqlValue[]
  | { readonly [field: string]: SqlValue };

export type Row = Readonly<Record<string, SqlValue>>;
