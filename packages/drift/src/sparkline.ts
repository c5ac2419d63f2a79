/**
 * A distribution as a line of text.
 *
 * @module
 */

const BLOCKS = "▁▂▃▄▅▆▇█";
const EMPTY = "·";

/**
 * One block a bin, as high as its share of the highest bin of both sides; an empty bin is a dot, since
 * Markdown would drop a space.
 *
 * @example
 * sparkline([0, 1, 8], 8); // => "·▁█"
 */
export function sparkline(shares: readonly number[], highest: number): string {
  return shares
    .map((share) => {
      if (!(share > 0) || !(highest > 0)) return EMPTY;
      return BLOCKS[Math.min(BLOCKS.length, Math.ceil((share / highest) * BLOCKS.length)) - 1] ?? EMPTY;
    })
    .join("");
}
