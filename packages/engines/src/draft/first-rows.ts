/**
 * The first rows of a text file that is scanned in place, and what they say of the keys among its columns.
 *
 * @module
 */
import { quoteName } from "@ml-gates/queries";
import { freshColumn } from "../columns.ts";
import type { Session } from "../session.ts";
import type { FirstRows } from "../sql-engine.ts";

/** As many rows as two batches of the engine's own. */
const FIRST_ROWS = 4096;
/** The columns that are kept take so many bytes at most, beside what the engine was given for everything. */
const MOST_BYTES = 256 * 2 ** 20;
/** What a value takes besides its text. */
const VALUE_BYTES = 16;

/** A view over text files, and about how many rows it has. */
export interface Viewed {
  /** Quoted name of the view. */
  readonly from: string;
  readonly columns: readonly string[];
  readonly rows: number;
}

/** The first rows of a view. */
export function firstRowsOf(session: Session, viewed: Viewed): FirstRows {
  const { from, columns } = viewed;
  const rowNumber = freshColumn(columns, "__row");
  const numbered = `(SELECT *, row_number() OVER () AS ${rowNumber} FROM ${from} LIMIT ${FIRST_ROWS})`;
  return {
    head: { from: numbered, rowNumber },
    findRepeated: (named) => findRepeated(session, viewed, named),
  };
}

/** Those of the named columns that hold some value twice among the first rows, until all of them take too much room. */
async function findRepeated(
  session: Session,
  { from, rows }: Viewed,
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
  const sample = `(SELECT ${named.map(quoteName).join(", ")} FROM ${from} LIMIT ${FIRST_ROWS})`;
  // A fault in the file comes back from the scan of all rows, where it is told.
  const [row = {}] = await session.run(`SELECT ${facts.join(", ")} FROM ${sample}`).catch(() => []);
  let left = MOST_BYTES;
  return named.filter((_, index) => {
    const bytes = rows * (VALUE_BYTES + Number(row[`bytes${index}`]));
    if (Number(row[`repeats${index}`] ?? 0) === 0 || bytes > left) return false;
    left -= bytes;
    return true;
  });
}
