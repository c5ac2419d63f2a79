/**
 * Values that people write where they have none.
 *
 * @module
 */
import { type Column, presentValue, quoteText, type Row, type Table } from "@ml-gates/queries";
import { isNumber } from "./column-summary.ts";

const NUMBERS = ["-1", "-9", "-99", "-999", "-9999", "99", "999", "9999", "99999", "999999"];
const TEXTS = [
  "?",
  "-",
  ".",
  "none",
  "None",
  "NONE",
  "unknown",
  "Unknown",
  "UNKNOWN",
  "missing",
  "Missing",
  "na",
  "null",
  "Null",
  "n.a.",
  "not available",
  ...NUMBERS,
];

function codesOf(column: Column): readonly string[] {
  if (isNumber(column)) return NUMBERS;
  return column.family === "text" ? TEXTS : [];
}

/**
 * The statement: a row for each code that occurs, with `column_at`, `code`, `n`; null for a table without columns to ask.
 *
 * @example
 * planMissingCodes({ from: "t", columns: [], rowNumber: "r" }); // => null
 */
export function planMissingCodes(table: Table): string | null {
  const asked = table.columns.flatMap((column, index) => {
    const codes = codesOf(column);
    if (codes.length === 0) return [];
    const value = `CAST(${presentValue(column)} AS VARCHAR)`;
    const wanted = codes.flatMap((code) => (column.family === "float" ? [code, `${code}.0`] : [code]));
    return [
      `SELECT ${index} AS column_at, ${value} AS code, count(*) AS n FROM ${table.from} WHERE ${value} IN (${wanted.map(quoteText).join(", ")}) GROUP BY ALL`,
    ];
  });
  return asked.length === 0 ? null : asked.join(" UNION ALL ");
}

/**
 * How often each code occurs, by column and code.
 *
 * @example
 * readMissingCodes({ from: "t", columns: [], rowNumber: "r" }, []); // => []
 */
export function readMissingCodes(
  { columns }: Table,
  rows: readonly Row[],
): readonly { readonly column: string; readonly code: string; readonly count: number }[] {
  return rows.map((row) => ({
    column: columns[Number(row["column_at"])]?.name ?? "",
    code: String(row["code"]).replace(/\.0$/, ""),
    count: Number(row["n"]),
  }));
}
