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

/** Promises row numbers for a view: the expression returned stands for them, in statements about that view alone. */
export function promiseNumbers(session: Session, view: Unnumbered): string {
  const token = `"row number of ${session.freshName()}"`;
  let stored: { readonly name: string; readonly columns: ReadonlySet<string> } | null = null;
  session.numberings.set(token, async (sql) => {
    const wanted = view.columns.filter((column) => sql.includes(quoteName(column)));
    const kept = stored;
    if (kept === null || wanted.some((column) => !kept.columns.has(column))) {
      if (kept !== null) await session.run(`DROP TABLE ${kept.name}`);
      const columns = view.columns.filter((column) => wanted.includes(column) || kept?.columns.has(column));
      stored = { name: quoteName(session.freshName()), columns: new Set(columns) };
      const listed = columns.map(quoteName).join(", ") || "NULL";
      await session.run(`CREATE TABLE ${stored.name} AS SELECT ${listed} FROM ${view.from}`);
    }
    return sql.replaceAll(view.from, stored?.name ?? "").replaceAll(token, "(rowid + 1)");
  });
  return token;
}

/** The statement, with every promised row number kept. */
export async function numberRows(session: Session, sql: string): Promise<string> {
  let numbered = sql;
  for (const [token, keep] of session.numberings)
    if (numbered.includes(token)) numbered = await keep(numbered);
  return numbered;
}
