/**
 * SQL's LIKE: `%` stands for any text, `_` for one character; nothing is escaped, and case counts.
 *
 * @module
 */

export function matchesLike(pattern: string, text: string): boolean {
  return matchesFrom([...pattern], [...text]);
}

function matchesFrom(pattern: readonly string[], text: readonly string[]): boolean {
  const [sign, ...rest] = pattern;
  if (sign === undefined) return text.length === 0;
  if (sign === "%") {
    return Array.from({ length: text.length + 1 }, (_, from) => from).some((from) =>
      matchesFrom(rest, text.slice(from)),
    );
  }
  return text.length > 0 && (sign === "_" || sign === text[0]) && matchesFrom(rest, text.slice(1));
}
