/**
 * The first rows of a text file that is scanned in place, and what they say of the keys among its columns.
 *
 * @module
 */
import { quoteName } from "@ml-gates/queries";
import { freshColumn } from "../columns.ts";
import type { Session } from "../session.ts";
import type { FirstRows } from "../sql-engine.ts";

/** The columns that are kept take so many bytes at most, beside what the engine was given for everything. */
const MOST_BYTES = 256 * 2 ** 20;
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
  if (named.length === 0) return [];
  const facts = named.flatMap((column, index) => {
    const name = quoteName(column);
    return [
      `count(${name}) - count(DISTINCT ${name}) AS repeats${index}`,
      `coalesce(avg(strlen(CAST(${name} AS VARCHAR))), 0) AS bytes${index}`,
    ];
  });
  // A fault in the file comes back from the scan of all rows, where it is told.
  const [row = {}] = await session.run(`SELECT ${facts.join(", ")} FROM ${from}`).catch(() => []);
  let left = MOST_BYTES;
  return named.filter((_, index) => {
    const bytes = rows * (VALUE_BYTES + Number(row[`bytes${index}`]));
    if (Number(row[`repeats${index}`] ?? 0) === 0 || bytes > left) return false;
    left -= bytes;
    return true;
  });
}
