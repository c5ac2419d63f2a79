/**
 * Expectations about single values, by definition: is this value, in this row, as expected?
 *
 * @module
 */

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
  presentCells,
  sameCell,
  toCell,
} from "./naive-table.ts";
import { naiveTexts } from "./naive-texts.ts";

export type Kwargs = Readonly<Record<string, unknown>>;

/** Says of a value that is not missing whether it is unexpected. Throws `Raised` where it cannot be told. */
export type Tester = (kwargs: Kwargs, column: NaiveColumn) => (cell: Cell) => boolean;

/** Whether a value lies outside the limits of the kwargs. */
export function isOutside(
  cell: Cell,
  kwargs: Kwargs,
  bound: (value: Cell) => Cell = (value) => value,
): boolean {
  const { min_value: min = null, max_value: max = null } = kwargs as Readonly<Record<string, Cell>>;
  const below = min !== null && compareCells(cell, bound(min)) < (kwargs["strict_min"] === true ? 1 : 0);
  const above = max !== null && compareCells(cell, bound(max)) > (kwargs["strict_max"] === true ? -1 : 0);
  return below || above;
}

const TESTERS: Readonly<Record<string, Tester>> = {
  expect_column_values_to_be_between: (kwargs, column) => (cell) =>
    isOutside(cell, kwargs, (value) => toCell(column, value)),
  expect_column_values_to_be_in_set: (kwargs, column) => (cell) => !isMember(cell, kwargs, column),
  expect_column_values_to_not_be_in_set: (kwargs, column) => (cell) => isMember(cell, kwargs, column),
  ...naiveTexts,
};

function isMember(cell: Cell, kwargs: Kwargs, column: NaiveColumn): boolean {
  const members = (kwargs["value_set"] as readonly Cell[]).filter((member) => member !== null);
  return members.some((member) => sameCell(cell, toCell(column, member)));
}

/** The outcome of an expectation that looks at one value at a time; null for any other. */
export function interpretRows(name: string, kwargs: Kwargs, table: NaiveTable): Outcome | null {
  const mostly = (kwargs["mostly"] as number | undefined) ?? 1;
  if (name === "expect_column_values_to_not_be_null" || name === "expect_column_values_to_be_null") {
    const column = columnOf(table, kwargs["column"]);
    const wanted = name === "expect_column_values_to_be_null";
    const unexpected = table.rows.filter((row) => isMissing(cellAt(column, row)) !== wanted);
    return countRows({ ...sizes(table, null), tested: table.rows.length, unexpected, mostly });
  }
  const tester = TESTERS[name];
  if (tester === undefined) return null;
  const column = columnOf(table, kwargs["column"]);
  const isUnexpected = tester(kwargs, column);
  return countPresent({ table, column, mostly, isUnexpected: (row) => isUnexpected(cellAt(column, row)) });
}

function sizes(table: NaiveTable, missing: number | null) {
  return { elements: table.rows.length, missing };
}

/** Counts the rows that hold a value and are unexpected. */
export function countPresent(parts: {
  readonly table: NaiveTable;
  readonly column: NaiveColumn;
  readonly mostly: number;
  isUnexpected(row: number): boolean;
}): Outcome {
  const { table, column, mostly, isUnexpected } = parts;
  const tested = presentCells(table, column).length;
  const present = table.rows.filter((row) => !isMissing(cellAt(column, row)));
  const unexpected = present.filter(isUnexpected);
  return countRows({ ...sizes(table, table.rows.length - tested), tested, unexpected, mostly });
}
