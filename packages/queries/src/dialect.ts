/**
 * How names and values are written in SQL, so that no text of a file or a gate file can become code.
 *
 * @module
 */

/**
 * A name as a quoted SQL identifier.
 *
 * @example
 * quoteName('a"b'); // => '"a""b"'
 */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/**
 * A text as a SQL literal. A NUL character has no place in SQL text and is refused.
 *
 * @example
 * quoteText("it's"); // => "'it''s'"
 */
export function quoteText(text: string): string {
  if (text.includes("\0")) throw new RangeError("a SQL text cannot hold a NUL character");
  return `'${text.replaceAll("'", "''")}'`;
}
