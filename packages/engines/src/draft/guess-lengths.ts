/**
 * How long the texts of a text file's columns usually are, by its first rows.
 *
 * @module
 */
import { quoteName } from "@ml-gates/queries";
import type { UsualLength } from "../present-text.ts";
import type { Session } from "../session.ts";

/** Beyond so many the time of a statement grows with the square of them. */
const MOST_COLUMNS = 64;

/** The usual lengths of these columns of a stored table, by name; none for a column without values. */
export async function guessLengths(
  session: Session,
  from: string,
  columns: readonly string[],
): Promise<ReadonlyMap<string, UsualLength>> {
  const lengths = new Map<string, UsualLength>();
  for (let first = 0; first < columns.length; first += MOST_COLUMNS) {
    const part = columns.slice(first, first + MOST_COLUMNS);
    const facts = part.flatMap((column, index) => {
      const length = `strlen(${quoteName(column)})`;
      return [`min(${length}) AS least${index}`, `max(${length}) AS most${index}`];
    });
    const [row = {}] = await session.run(`SELECT ${facts.join(", ")} FROM ${from}`);
    for (const [index, column] of part.entries()) {
      const [least = null, most = null] = [row[`least${index}`], row[`most${index}`]];
      if (least !== null) lengths.set(column, { least: Number(least), most: Number(most) });
    }
  }
  return lengths;
}
