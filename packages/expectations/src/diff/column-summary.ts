/**
 * What a data diff compares: each column of a table in a few numbers, from one scan.
 *
 * @module
 */
import { type Column, presentValue, type Row, type SqlValue, type Table } from "@ml-gates/queries";

/** One column in a few numbers. Shares are of all rows, in 0..1. */
export interface ColumnSummary {
  readonly name: string;
  readonly family: Column["family"];
  readonly rows: number;
  readonly missingShare: number;
  readonly min: SqlValue;
  readonly max: SqlValue;
  /** The nine deciles of a number; null for other families and empty columns. */
  readonly deciles: readonly number[] | null;
  /** About how many values there are. */
  readonly about: number;
}

const SHARES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

/**
 * The statement, one row.
 *
 * @example
 * planSummaries({ from: "t", columns: [], rowNumber: "r" }); // => "SELECT count(*) AS n FROM t"
 */
export function planSummaries(table: Table): string {
  return `SELECT ${["count(*) AS n", ...table.columns.map(writeSummary)].join(", ")} FROM ${table.from}`;
}

function writeSummary(column: Column, index: number): string {
  const value = presentValue(column);
  const deciles = isNumber(column)
    ? `quantile_cont(CAST(${value} AS DOUBLE), [${SHARES.join(", ")}])`
    : "NULL";
  return [
    `count(${value}) AS present${index}`,
    `min(${value}) AS min${index}`,
    `max(${value}) AS max${index}`,
    `approx_count_distinct(${value}) AS about${index}`,
    `${deciles} AS deciles${index}`,
  ].join(", ");
}

/** Whether a column holds numbers. */
export function isNumber({ family }: Pick<Column, "family">): boolean {
  return family === "integer" || family === "float";
}

/**
 * The summaries in the statement's row, in the table's order.
 *
 * @example
 * readSummaries({ from: "t", columns: [], rowNumber: "r" }, { n: 3 }); // => []
 */
export function readSummaries({ columns }: Table, row: Row): readonly ColumnSummary[] {
  const rows = Number(row["n"]);
  return columns.map(({ name, family }, index) => ({
    name,
    family,
    rows,
    missingShare: rows === 0 ? 0 : 1 - Number(row[`present${index}`]) / rows,
    min: row[`min${index}`] ?? null,
    max: row[`max${index}`] ?? null,
    deciles: readDeciles(row[`deciles${index}`]),
    about: Number(row[`about${index}`]),
  }));
}

function readDeciles(value: SqlValue | undefined): readonly number[] | null {
  if (!Array.isArray(value)) return null;
  const deciles = value.map(Number);
  return deciles.every(Number.isFinite) ? deciles : null;
}
