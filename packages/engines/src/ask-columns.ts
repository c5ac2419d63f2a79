/**
 * Aggregates about each of many columns.
 *
 * @module
 */
import type { SqlValue } from "@ml-gates/queries";
import type { Session } from "./session.ts";

/** Beyond so many the time of a statement grows with the square of them. */
const MOST_COLUMNS = 64;

/** The answers to each column's aggregates, by its name, in their order. */
export async function askColumns(
  session: Session,
  from: string,
  asked: ReadonlyMap<string, readonly string[]>,
): Promise<ReadonlyMap<string, readonly SqlValue[]>> {
  const answers = new Map<string, readonly SqlValue[]>();
  const columns = [...asked];
  for (let first = 0; first < columns.length; first += MOST_COLUMNS) {
    const part = columns.slice(first, first + MOST_COLUMNS);
    const named = part.flatMap(([, sql], at) => sql.map((each, index) => `${each} AS "${at}.${index}"`));
    const [row = {}] = await session.run(`SELECT ${named.join(", ")} FROM ${from}`);
    for (const [at, [column, sql]] of part.entries())
      answers.set(
        column,
        sql.map((_, index) => row[`${at}.${index}`] ?? null),
      );
  }
  return answers;
}
