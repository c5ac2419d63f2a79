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
  /** Whether a float column is known to hold no NaN. */
  readonly nanFree?: boolean;
  /** Where a whole-number column's values probably lie, when that is close together for so many rows. */
  readonly range?: ValueRange;
}

/** Whole numbers from `low` to `high`. */
export interface ValueRange {
  readonly low: number;
  readonly high: number;
}

/** How the rows that show a fault are sampled. */
export interface Sampling {
  /** How many at most. */
  readonly rows: number;
  /** Columns whose values name a row, beside its number. */
  readonly names: readonly Column[];
}

export interface Table {
  /** Quoted, ready to stand after FROM. */
  readonly from: string;
  readonly columns: readonly Column[];
  /** A SQL expression: the row's 1-based number in the file. */
  readonly rowNumber: string;
  /** 20 rows named by their numbers alone when not given. */
  readonly sampling?: Sampling;
  /** How many aggregates one scan is asked for at most; 256 when not given. */
  readonly mostAggregates?: number;
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

/** A column of numbers without gaps; NULL is 0 among whole numbers and NaN among doubles. */
export type NumberColumn = Float64Array | Int32Array | Uint16Array | Uint8Array;
