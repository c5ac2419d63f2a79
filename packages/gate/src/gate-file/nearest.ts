/**
 * The legal word nearest to a mistyped one.
 *
 * @module
 */

/**
 * The word with the fewest edits from `typed`, or null when even that one is not alike
 * (more edits than a third of the longer word, rounded up).
 *
 * @example
 * nearestWord("max_drop", ["min", "max-drop"]); // => "max-drop"
 * nearestWord("mni", ["min", "max"]); // => "min"
 * nearestWord("colour", ["min", "max"]); // => null
 */
export function nearestWord(typed: string, words: readonly string[]): string | null {
  const ranked = words
    .map((word) => ({ word, edits: countEdits(typed.slice(0, 100), word) }))
    .sort((left, right) => left.edits - right.edits);
  const best = ranked[0];
  if (best === undefined) return null;
  return best.edits <= Math.ceil(Math.max(typed.length, best.word.length) / 3) ? best.word : null;
}

/** Insertions, deletions, substitutions and swaps of neighbours, each counted 1 (Damerau 1964, restricted). */
function countEdits(left: string, right: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...left].entries()) {
    const current = [row + 1];
    for (const [column, other] of [...right].entries()) {
      const substituted = (previous[column] ?? 0) + (letter === other ? 0 : 1);
      const isSwap = row > 0 && column > 0 && letter === right[column - 1] && left[row - 1] === other;
      const swapped = isSwap ? (before[column - 1] ?? 0) + 1 : substituted;
      current.push(
        Math.min(swapped, substituted, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1),
      );
    }
    before = previous;
    previous = current;
  }
  return previous[right.length] ?? 0;
}
