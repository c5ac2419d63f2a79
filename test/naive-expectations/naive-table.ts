/**
 * A small table as plain values, and the few comparisons that every expectation is made of.
 *
 * @module
 */

/** Whole numbers of columns are bigints; times are `YYYY-MM-DD HH:MM:SS` in UTC. */
export type Cell = null | boolean | number | bigint | string;

export type Kind = "integer" | "float" | "text" | "boolean" | "time";

export interface NaiveColumn {
  readonly name: string;
  readonly kind: Kind;
  readonly cells: readonly Cell[];
}

/** The rows that take part, by their 1-based numbers, of columns that hold all rows. */
export interface NaiveTable {
  readonly columns: readonly NaiveColumn[];
  readonly rows: readonly number[];
  /** Which generation of Great Expectations is asked; they differ here and there. */
  readonly generation?: "0.18" | "1.x";
}

/** What an evaluation comes to; null where an expectation reports no such number. */
export interface Outcome {
  readonly success: boolean;
  readonly raised: boolean;
  readonly elements: number | null;
  readonly missing: number | null;
  readonly unexpected: number | null;
  /** Numbers of the first twenty unexpected rows. */
  readonly rows: readonly number[];
  /** Null where nothing is compared. */
  readonly observed: number | readonly Cell[] | null;
}

/** An expectation that cannot be evaluated on this table. */
export class Raised extends Error {}

export const RAISED: Outcome = {
  success: false,
  raised: true,
  elements: null,
  missing: null,
  unexpected: null,
  rows: [],
  observed: null,
};

/** A result that is one value. */
export function observe(success: boolean, observed: Outcome["observed"] = null): Outcome {
  return { ...RAISED, raised: false, success, observed };
}

/** A result that counts rows. `tested` is the denominator of `mostly`. */
export function countRows(parts: {
  readonly elements: number;
  readonly missing: number | null;
  readonly tested: number;
  readonly unexpected: readonly number[];
  readonly mostly: number;
}): Outcome {
  const { elements, missing, tested, unexpected, mostly } = parts;
  const success = tested === 0 || (tested - unexpected.length) / tested >= mostly;
  const rows = unexpected.slice(0, 20);
  return { success, raised: false, elements, missing, unexpected: unexpected.length, rows, observed: null };
}

export function isMissing(cell: Cell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === "number" && Number.isNaN(cell));
}

/** The column of that very name. */
export function columnOf(table: NaiveTable, name: unknown): NaiveColumn {
  const column = table.columns.find((each) => each.name === name);
  if (column === undefined) throw new Raised(`no column ${String(name)}`);
  return column;
}

/** The cell of a column in a row, by the row's number. */
export function cellAt(column: NaiveColumn, row: number): Cell {
  return column.cells[row - 1] ?? null;
}

/** The values of the rows that take part, without missing ones. */
export function presentCells(table: NaiveTable, column: NaiveColumn): readonly Cell[] {
  return table.rows.map((row) => cellAt(column, row)).filter((cell) => !isMissing(cell));
}

/** Numbers and booleans by size, texts by code point, times by the clock. Throws for what has no common order. */
export function compareCells(left: Cell, right: Cell): number {
  if (typeof left === "string" && typeof right === "string") return compareTexts(left, right);
  if (typeof left === "string" || typeof right === "string" || left === null || right === null) {
    throw new Raised("these have no common order");
  }
  const [a, b] = [numeric(left), numeric(right)];
  return a < b ? -1 : a > b ? 1 : 0;
}

function numeric(cell: boolean | number | bigint): number | bigint {
  return typeof cell === "boolean" ? Number(cell) : cell;
}

function compareTexts(left: string, right: string): number {
  const [a, b] = [[...left], [...right]];
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const difference = (a[index]?.codePointAt(0) ?? 0) - (b[index]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Whether two cells hold the same value; a missing value is the same as none, nor as another missing one. */
export function sameCell(left: Cell, right: Cell): boolean {
  if (isMissing(left) || isMissing(right)) return false;
  if (typeof left === "string" || typeof right === "string") return left === right;
  return compareCells(left, right) === 0;
}

/** As {@link sameCell}, but missing values are the same as each other. */
export function sameOrBothMissing(left: Cell, right: Cell): boolean {
  return (isMissing(left) && isMissing(right)) || sameCell(left, right);
}

/** A value of the suite as a cell of the column's kind. */
export function toCell(column: NaiveColumn, value: Cell): Cell {
  const fits = {
    integer: typeof value === "number",
    float: typeof value === "number",
    text: typeof value === "string",
    boolean: typeof value === "boolean",
    time: typeof value === "string",
  };
  if (!fits[column.kind]) throw new Raised(`${String(value)} is not of the column's kind`);
  return column.kind === "time" ? toTime(`${value}`) : value;
}

/** A date or a time of day to the second, as the cells write it. */
function toTime(text: string): string {
  return text.length === 10 ? `${text} 00:00:00` : text.replace("T", " ");
}
