/**
 * Expectations about values that occur more than once, and about the rows of several columns.
 *
 * @module
 */
import type { Kwargs } from "./naive-rows.ts";
import { countPresent } from "./naive-rows.ts";
import {
  type Cell,
  cellAt,
  columnOf,
  compareCells,
  countRows,
  isMissing,
  type NaiveColumn,
  type NaiveTable,
  type Outcome,
  Raised,
  sameCell,
  sameOrBothMissing,
} from "./naive-table.ts";

type Cells = readonly Cell[];

/** Says of a row's cells, and of those of all rows that take part, whether it is unexpected. */
type RowTester = (cells: Cells, kwargs: Kwargs, all: readonly Cells[]) => boolean;

const TESTERS: Readonly<Record<string, RowTester>> = {
  expect_column_pair_values_to_be_equal: ([a = null, b = null]) => !sameCell(a, b),
  expect_column_pair_values_a_to_be_greater_than_b: ([a = null, b = null], kwargs) => {
    if (isMissing(a) || isMissing(b)) return true;
    return compareCells(a, b) < (kwargs["or_equal"] === true ? 0 : 1);
  },
  expect_column_pair_values_to_be_in_set: (cells, kwargs) => {
    const pairs = kwargs["value_pairs_set"] as readonly Cells[];
    return !pairs.some((pair) => sameCells(pair, cells));
  },
  expect_compound_columns_to_be_unique: (cells, _, all) =>
    all.filter((each) => sameCells(each, cells)).length > 1,
  expect_select_column_values_to_be_unique_within_record: (cells) =>
    cells.some((cell, index) =>
      cells.some((other, place) => place < index && sameOrBothMissing(cell, other)),
    ),
  expect_multicolumn_values_to_be_equal: (cells) =>
    cells.some((cell) => !sameOrBothMissing(cell, cells[0] ?? null)),
  expect_multicolumn_sum_to_equal: (cells, kwargs) =>
    cells.some(isMissing) || compareCells(sumOf(cells), kwargs["sum_total"] as number) !== 0,
};

/** Whole numbers keep all their digits. */
function sumOf(cells: Cells): Cell {
  if (cells.every((cell) => typeof cell === "bigint")) return cells.reduce((total, cell) => total + cell, 0n);
  return cells.reduce((total: number, cell) => total + Number(cell), 0);
}

function sameCells(left: Cells, right: Cells): boolean {
  return left.every((cell, index) => sameOrBothMissing(cell, right[index] ?? null));
}

/** The outcome of an expectation about pairs, records or repeated values; null for any other. */
export function interpretRepeats(name: string, kwargs: Kwargs, table: NaiveTable): Outcome | null {
  if (name === "expect_column_values_to_be_unique") return interpretUnique(kwargs, table);
  const tester = TESTERS[name];
  if (tester === undefined) return null;
  const names = (kwargs["column_list"] as readonly string[] | undefined) ?? [
    kwargs["column_A"],
    kwargs["column_B"],
  ];
  const columns = names.map((each) => columnOf(table, each));
  if (name !== "expect_compound_columns_to_be_unique") refuseMixture(name, columns);
  const tested = table.rows.filter((row) => !isIgnored(cellsOf(columns, row), kwargs));
  const all = tested.map((row) => cellsOf(columns, row));
  const unexpected = tested.filter((row) => tester(cellsOf(columns, row), kwargs, all));
  const elements = table.rows.length;
  const mostly = (kwargs["mostly"] as number | undefined) ?? 1;
  return countRows({
    elements,
    missing: elements - tested.length,
    tested: tested.length,
    unexpected,
    mostly,
  });
}

function refuseMixture(name: string, columns: readonly NaiveColumn[]): void {
  if (name === "expect_multicolumn_sum_to_equal" && !columns.every(({ kind }) => isNumeric(kind))) {
    throw new Raised("only numbers have a sum");
  }
}

function isNumeric(kind: NaiveColumn["kind"]): boolean {
  return kind === "integer" || kind === "float";
}

function cellsOf(columns: readonly NaiveColumn[], row: number): Cells {
  return columns.map((column) => cellAt(column, row));
}

const NEVER = ["neither", "never"];
const ANY = ["either_value_is_missing", "any_value_is_missing"];

function isIgnored(cells: Cells, kwargs: Kwargs): boolean {
  const rule = `${kwargs["ignore_row_if"] ?? "all"}`;
  if (NEVER.includes(rule)) return false;
  return ANY.includes(rule) ? cells.some(isMissing) : cells.every(isMissing);
}

function interpretUnique(kwargs: Kwargs, table: NaiveTable): Outcome {
  const column = columnOf(table, kwargs["column"]);
  const mostly = (kwargs["mostly"] as number | undefined) ?? 1;
  const isUnexpected = (row: number) =>
    table.rows.some((other) => other !== row && sameCell(cellAt(column, other), cellAt(column, row)));
  return countPresent({ table, column, mostly, isUnexpected });
}
