/**
 * A text without the words that mean missing, as SQL.
 *
 * @module
 */
import { quoteText } from "@ml-gates/queries";

/** How many bytes most texts of a column have. */
export interface UsualLength {
  readonly least: number;
  readonly most: number;
}

/**
 * The text, NULL where it is one of the words. Comparisons take half the time of the scan's own `nullstr`; of an IN
 * list the engine makes a join, and a table stored from a join loses the order of its rows. A text of a usual length
 * is compared with the words of such lengths alone, which are often none.
 */
export function presentText(
  text: string,
  missing: readonly string[],
  usual: UsualLength | null = null,
): string {
  const words = [...new Set(missing)].filter((word) => word !== "");
  if (words.length === 0) return text;
  const near = usual === null ? words : words.filter((word) => isUsual(word, usual));
  const differs = near.map((word) => `${text} <> ${quoteText(word)}`);
  if (usual === null || near.length === words.length)
    return `CASE WHEN ${differs.join(" AND ")} THEN ${text} END`;
  const length = `strlen(${text}) BETWEEN ${usual.least} AND ${usual.most}`;
  const listed = `list_contains([${words.map(quoteText).join(", ")}], ${text})`;
  return `CASE WHEN ${[length, ...differs].join(" AND ")} THEN ${text} WHEN NOT ${listed} THEN ${text} END`;
}

function isUsual(word: string, { least, most }: UsualLength): boolean {
  const bytes = Buffer.byteLength(word);
  return bytes >= least && bytes <= most;
}
