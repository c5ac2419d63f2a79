/**
 * Row numbers of a text file that is scanned in place: such a scan runs on all cores and numbers nothing, so the
 * columns of a statement that wants them are stored first, in the file's order.
 *
 * @module
 */
import { quoteName } from "@ml-gates/queries";
import type { Session } from "../session.ts";

/** A view over text files. */
export interface Unnumbered {
  /** Quoted name of the view. */
  readonly from: string;
  readonly columns: readonly string[];
}

/** The columns of a view, stored in the file's order. */
interface Stored {
  readonly name: string;
  readonly columns: readonly string[];
}

/** More than these are stored by one thread: their blocks would take more memory than their rows. */
const MANY_COLUMNS = 32;

/** Promises row numbers for a view: the expression returned stands for them, in statements about that view alone. */
export function promiseNumbers(session: Session, view: Unnumbered): string {
  const token = `"row number of ${session.freshName()}"`;
  let all: Stored | null = null;
  let first: Stored | null = null;
  session.numberings.set(token, async (sql, firstRows) => {
    const wanted = view.columns.filter((column) => sql.includes(quoteName(column)));
    await drop(session, first);
    first = null;
    if (firstRows !== null && !holds(all, wanted)) first = await store(session, view, wanted, firstRows);
    else if (!holds(all, wanted)) {
      const columns = view.columns.filter(
        (column) => wanted.includes(column) || all?.columns.includes(column),
      );
      await drop(session, all);
      all = null;
      all = await store(session, view, columns);
    }
    const { name = "" } = first ?? all ?? {};
    return sql.replaceAll(view.from, name).replaceAll(token, "(rowid + 1)");
  });
  return token;
}

function holds(stored: Stored | null, columns: readonly string[]): boolean {
  return stored !== null && columns.every((column) => stored.columns.includes(column));
}

async function store(
  session: Session,
  { from }: Unnumbered,
  columns: readonly string[],
  rows: number | null = null,
): Promise<Stored> {
  const name = quoteName(session.freshName());
  const listed = columns.map(quoteName).join(", ") || "NULL";
  const limit = rows === null ? "" : ` LIMIT ${rows}`;
  const statement = `CREATE TABLE ${name} AS SELECT ${listed} FROM ${from}${limit}`;
  await (columns.length > MANY_COLUMNS ? runAlone(session, statement) : session.run(statement));
  return { name, columns };
}

/** Threads store what they read in blocks of their own, a quarter of a megabyte a column, however few its rows. */
async function runAlone(session: Session, statement: string): Promise<void> {
  const [row] = await session.run("SELECT current_setting('threads') AS threads");
  await session.run("SET threads = 1");
  try {
    await session.run(statement);
  } finally {
    await session.run(`SET threads = ${Number(row?.["threads"])}`);
  }
}

async function drop(session: Session, stored: Stored | null): Promise<void> {
  if (stored !== null) await session.run(`DROP TABLE ${stored.name}`);
}

/** The statement, with every promised row number kept: for the first rows alone where a number of them is given. */
export async function numberRows(
  session: Session,
  sql: string,
  firstRows: number | null = null,
): Promise<string> {
  let numbered = sql;
  for (const [token, keep] of session.numberings)
    if (numbered.includes(token)) numbered = await keep(numbered, firstRows);
  return numbered;
}
