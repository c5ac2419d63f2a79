/**
 * How long the texts of a text file's columns usually are, by its first rows.
 *
 * @module
 */
import { quoteName } from "@ml-gates/queries";
import { askColumns } from "../ask-columns.ts";
import type { UsualLength } from "../present-text.ts";
import type { Session } from "../session.ts";

/** The usual lengths of these columns of a stored table, by name; none for a column without values. */
export async function guessLengths(
  session: Session,
  from: string,
  columns: readonly string[],
): Promise<ReadonlyMap<string, UsualLength>> {
  const asked = columns.map((column) => {
    const length = `strlen(${quoteName(column)})`;
    return [column, [`min(${length})`, `max(${length})`]] as const;
  });
  const told = await askColumns(session, from, new Map(asked));
  const lengths = [...told].flatMap(([column, [least = null, most = null]]) =>
    least === null ? [] : [[column, { least: Number(least), most: Number(most) }] as const],
  );
  return new Map(lengths);
}
