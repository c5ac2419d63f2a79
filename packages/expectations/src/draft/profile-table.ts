/**
 * What a starter suite must know of a table, in two statements.
 *
 * @module
 */
import { type Column, presentValue, type Row, type SqlValue, type Table } from "@ml-gates/queries";

/** One column as the data show it. */
export interface ColumnProfile {
  readonly column: Column;
  readonly present: number;
  /** Whether no present value occurs twice; decided only where it is likely. */
  readonly unique: boolean;
  readonly min: SqlValue;
  readonly max: SqlValue;
  /** Shortest and longest text, in characters; null for other families. */
  readonly lengths: { readonly min: number; readonly max: number } | null;
  /** All values, sorted, where they are few; else null. */
  readonly values: readonly SqlValue[] | null;
}

/** A table as the data show it. */
export interface TableProfile {
  readonly rows: number;
  readonly columns: readonly ColumnProfile[];
}

/** At most this many values make a set. */
const SET_SIZE = 20;
/** Fewer rows a value than this, and a set says more of the sample than of the data. */
const ROWS_PER_VALUE = 5;
const NEAR = 0.8;

/**
 * The first statement: counts and ranges of every column, one row.
 *
 * @example
 * planBasics({ from: "t", columns: [], rowNumber: "r" }); // => "SELECT count(*) AS n FROM t"
 */
export function planBasics(table: Table): string {
  return `SELECT ${["count(*) AS n", ...table.columns.map(writeBasics)].join(", ")} FROM ${table.from}`;
}

/**
 * The second: sets of values and uniqueness, where the first makes them likely; null when nowhere.
 *
 * @example
 * planDetails({ from: "t", columns: [], rowNumber: "r" }, { n: 3 }); // => null
 */
export function planDetails(table: Table, first: Row): string | null {
  const rows = Number(first["n"]);
  const asked = table.columns.flatMap((column, index) => writeDetails(column, index, { first, rows }));
  return asked.length === 0 ? null : `SELECT ${asked.join(", ")} FROM ${table.from}`;
}

/**
 * The profile in the answers of both statements.
 *
 * @example
 * readProfile({ from: "t", columns: [], rowNumber: "r" }, { n: 3 }); // => { rows: 3, columns: [] }
 */
export function readProfile(table: Table, answers: Row): TableProfile {
  return {
    rows: Number(answers["n"]),
    columns: table.columns.map((column, index) => readColumn(column, index, answers)),
  };
}

function writeBasics(column: Column, index: number): string {
  const value = presentValue(column);
  const length = column.family === "text" ? `length(${value})` : "NULL";
  return [
    `count(${value}) AS present${index}`,
    `approx_count_distinct(${value}) AS about${index}`,
    `min(${value}) AS min${index}`,
    `max(${value}) AS max${index}`,
    `min(${length}) AS shortest${index}`,
    `max(${length}) AS longest${index}`,
  ].join(", ");
}

interface FirstScan {
  readonly first: Row;
  readonly rows: number;
}

function writeDetails(column: Column, index: number, { first, rows }: FirstScan): readonly string[] {
  const value = presentValue(column);
  const about = Number(first[`about${index}`]);
  const present = Number(first[`present${index}`]);
  const set = about * NEAR <= SET_SIZE && rows >= about * NEAR * ROWS_PER_VALUE;
  const unique = present > SET_SIZE && about >= present * NEAR && ["integer", "text"].includes(column.family);
  return [
    ...(set ? [`list_sort(list(DISTINCT ${value})) AS set${index}`] : []),
    ...(unique ? [`count(DISTINCT ${value}) AS distinct${index}`] : []),
  ];
}

function readColumn(column: Column, index: number, row: Row): ColumnProfile {
  const present = Number(row[`present${index}`]);
  const [shortest, longest] = [row[`shortest${index}`] ?? null, row[`longest${index}`] ?? null];
  const set = row[`set${index}`];
  const values = Array.isArray(set) ? set.filter((value) => value !== null) : null;
  const few =
    values !== null &&
    values.length > 0 &&
    values.length <= SET_SIZE &&
    present >= values.length * ROWS_PER_VALUE;
  return {
    column,
    present,
    unique: Number(row[`distinct${index}`] ?? -1) === present,
    min: row[`min${index}`] ?? null,
    max: row[`max${index}`] ?? null,
    lengths: shortest === null ? null : { min: Number(shortest), max: Number(longest) },
    values: few ? values : null,
  };
}
