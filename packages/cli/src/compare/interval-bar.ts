/**
 * An interval as a bar of text, with the place where nothing changed.
 *
 * @module
 */

/** A change with its interval. */
export interface Change {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const WIDTH = 41;

/**
 * The bar `├───●──┤` on an axis that holds the interval and zero, with `┊` at zero.
 *
 * @example
 * renderBar({ value: -1, low: -2, high: 0 }); // => "├───────────────────●───────────────────┤"
 * renderBar({ value: 3, low: 2, high: 4 }); // => "┊                   ├─────────●─────────┤"
 */
export function renderBar({ value, low, high }: Change): string {
  const [left, right] = [Math.min(low, 0), Math.max(high, 0)];
  const width = right > left ? WIDTH : 1;
  const at = (point: number): number =>
    width === 1 ? 0 : Math.round(((point - left) / (right - left)) * (width - 1));
  const cells = Array.from({ length: width }, () => " ");
  cells[at(0)] = "┊";
  for (let cell = at(low); cell <= at(high); cell++) cells[cell] = cells[cell] === "┊" ? "┼" : "─";
  if (at(low) < at(high)) {
    cells[at(low)] = "├";
    cells[at(high)] = "┤";
  }
  cells[at(value)] = "●";
  return cells.join("").trimEnd();
}
