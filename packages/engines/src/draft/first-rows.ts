/**
 * The first rows of a text file that is scanned in place, and what they say of the keys among its columns.
 *
 * @module
 */
import { quoteName, type SqlValue } from "@ml-gates/queries";
import { askColumns } from "../ask-columns.ts";
import { freshColumn } from "../columns.ts";
import type { Session } from "../session.ts";
import type { FirstRows } from "../sql-engine.ts";

/** The columns that are kept take so many bytes at most, beside what the engine was given for everything. */
const MOST_BYTES = 256 * 2 ** 20;
const NOTHING: ReadonlyMap<string, readonly SqlValue[]> = new Map();
/** What a value takes besides its text. */
const VALUE_BYTES = 16;

/** The first rows of a file. */
export interface Beginning {
  /** They alone, typed, ready to stand after FROM. */
  readonly from: string;
  readonly columns: readonly string[];
  /** About how many rows there are in all. */
  readonly rows: number;
}

/** The first rows, numbered, and what they say. */
export function firstRowsOf(session: Session, beginning: Beginning): FirstRows {
  const { from, columns } = beginning;
  const rowNumber = freshColumn(columns, "__row");
  const numbered = `(SELECT *, row_number() OVER () AS ${rowNumber} FROM ${from})`;
  return {
    head: { from: numbered, rowNumber },
    findRepeated: (named) => findRepeated(session, beginning, named),
  };
}

/** Those of the named columns that hold some value twice among the first rows, until all of them take too much room. */
async function findRepeated(
  session: Session,
  { from, rows }: Beginning,
  named: readonly string[],
): Promise<readonly string[]> {
  const facts = named.map((column) => {
    const name = quoteName(column);
    const bytes = `coalesce(avg(strlen(CAST(${name} AS VARCHAR))), 0)`;
    return [column, [`count(${name}) - count(DISTINCT ${name})`, bytes]] as const;
  });
  // A fault in the file comes back from the scan of all rows, where it is told.
  const told = await askColumns(session, from, new Map(facts)).catch(() => NOTHING);
  let left = MOST_BYTES;
  return named.filter((column) => {
    const [repeats = 0, average = 0] = told.get(column) ?? [];
    const bytes = rows * (VALUE_BYTES + Number(average));
    if (Number(repeats) === 0 || bytes > left) return false;
    left -= bytes;
    return true;
  });
}
