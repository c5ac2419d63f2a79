/**
 * Looking a written word up in a table.
 *
 * @module
 */

/** What a table says of a word; undefined for words it has not itself, such as `constructor`. */
export function lookUp<T>(table: Readonly<Record<string, T>>, word: string): T | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}
