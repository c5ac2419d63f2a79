/**
 * Random small tables, with every value that has ever made trouble, and the SQL that makes them.
 *
 * @module
 */
import { type Column, quoteName, quoteText, type Table } from "@ml-gates/queries";
import fc from "fast-check";
import type { Cell, Kind, NaiveColumn, NaiveTable } from "./naive-table.ts";

/** A cell as a tenth of a chance of each trouble, and else a value that often repeats. */
const CELLS: Readonly<Record<Kind, fc.Arbitrary<Cell>>> = {
  integer: fc.oneof(
    { weight: 12, arbitrary: fc.integer({ min: -2, max: 6 }).map(BigInt) },
    { weight: 1, arbitrary: fc.constantFrom(2n ** 53n, 2n ** 53n + 1n, -(2n ** 60n)) },
    { weight: 2, arbitrary: fc.constant(null) },
  ),
  // Eighths, whose sums are exact in any order.
  float: fc.oneof(
    { weight: 12, arbitrary: fc.integer({ min: -16, max: 48 }).map((eighths) => eighths / 8) },
    { weight: 2, arbitrary: fc.constantFrom(-0, 0, 1e6, Number.POSITIVE_INFINITY) },
    { weight: 2, arbitrary: fc.constantFrom(null, Number.NaN) },
  ),
  text: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom("a", "b", "ab", "Abc", "x1", "12", "") },
    { weight: 2, arbitrary: fc.constantFrom("Łódź", "北京", "é", "é", "🙂", "٣", "a\n", "%_", "it's", "\\") },
    {
      weight: 2,
      arbitrary: fc.constantFrom("2024-01-31", "2024-02-30", "2023-2-3", "31.12.2023", "NA", "nan"),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom('{"n": 1}', '{"n": -1}', "[1]", '"a"', "{}", "NaN", "{n: 1}", " 7 "),
    },
    { weight: 2, arbitrary: fc.constant(null) },
  ),
  boolean: fc.constantFrom(true, false, null),
  time: fc.constantFrom("2024-01-31 00:00:00", "2024-02-29 12:30:00", "1969-12-31 23:59:59", null),
};

const KINDS: Readonly<Record<string, Kind>> = {
  whole: "integer",
  other: "integer",
  real: "float",
  half: "float",
  word: "text",
  name: "text",
  flag: "boolean",
  seen: "time",
  void: "text",
  empty: "float",
};

/** Names of the columns of a kind. */
export function columnsOf(...kinds: readonly Kind[]): readonly string[] {
  return Object.keys(KINDS).filter((name) => kinds.includes(KINDS[name] ?? "text"));
}

/** Tables of up to thirty rows; `void` and `empty` hold nothing at all. */
export const tables: fc.Arbitrary<NaiveTable> = fc.integer({ min: 0, max: 30 }).chain((rows) => {
  const columns = Object.entries(KINDS).map(([name, kind]) =>
    fc
      .array(name === "void" || name === "empty" ? fc.constant(null) : CELLS[kind], {
        minLength: rows,
        maxLength: rows,
      })
      .map((cells): NaiveColumn => ({ name, kind, cells })),
  );
  const numbers = Array.from({ length: rows }, (_, index) => index + 1);
  return fc.tuple(...columns).map((each) => ({ columns: each, rows: numbers }));
});

const TYPES: Readonly<Record<Kind, Omit<Column, "name">>> = {
  integer: { family: "integer", sqlType: "BIGINT" },
  float: { family: "float", sqlType: "DOUBLE" },
  text: { family: "text", sqlType: "VARCHAR" },
  boolean: { family: "boolean", sqlType: "BOOLEAN" },
  time: { family: "timestamp", sqlType: "TIMESTAMP" },
};

/** The statements that make the table under a name, and the table as plans see it. */
export function writeTable(
  { columns, rows }: NaiveTable,
  name: string,
): { readonly sql: readonly string[]; readonly table: Table } {
  const typed = columns.map((column) => ({ name: column.name, ...TYPES[column.kind] }));
  const declared = typed.map((column) => `${quoteName(column.name)} ${column.sqlType}`).join(", ");
  const written = rows.map(
    (row) => `(${[row, ...columns.map(({ cells }) => literal(cells[row - 1] ?? null))].join(", ")})`,
  );
  const insert = written.length === 0 ? [] : [`INSERT INTO ${name} VALUES ${written.join(", ")}`];
  return {
    sql: [`CREATE OR REPLACE TABLE ${name} (row_number BIGINT, ${declared})`, ...insert],
    table: { from: name, columns: typed, rowNumber: "row_number" },
  };
}

function literal(cell: Cell): string {
  if (typeof cell === "string") return quoteText(cell);
  if (typeof cell !== "number") return `${cell}`.toUpperCase();
  return Object.is(cell, -0) ? "'-0'::DOUBLE" : `'${cell}'::DOUBLE`;
}
