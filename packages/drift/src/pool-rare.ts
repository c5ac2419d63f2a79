/**
 * Categories too rare for the chi-square distribution.
 *
 * @module
 */
import type { BinnedPair } from "./distances.ts";
import { total } from "./paired-counts.ts";

/** Cochran's rule (1954): the distribution holds where no expected count is below this. */
const LEAST_EXPECTED = 5;

/** Counts in which the rare categories are one. */
export interface Pooled extends BinnedPair {
  /** Share of all rows that are in it, in 0..1. */
  readonly rare: number;
}

/**
 * Joins the categories whose expected count is below 5 on a side; where they are too few together they join the rarest
 * of the others.
 *
 * @example
 * poolRare({ reference: [90, 4, 6], current: [92, 6, 2] }); // => { reference: [90, 10], current: [92, 8], rare: 0.04 }
 */
export function poolRare({ reference, current }: BinnedPair): Pooled {
  const [n, m] = [total(reference), total(current)];
  const least = Math.min(n, m) / (n + m);
  const cells = reference.map((count, index) => ({ reference: count, current: current[index] ?? 0 }));
  const isRare = (cell: Cell) => (cell.reference + cell.current) * least < LEAST_EXPECTED;
  const rare = cells.filter(isRare);
  const kept = cells
    .filter((cell) => !isRare(cell))
    .toSorted((left, right) => right.reference + right.current - left.reference - left.current);
  const joined = join(rare);
  const pooled =
    rare.length === 0
      ? kept
      : isRare(joined) && kept.length > 0
        ? [...kept.slice(0, -1), join([...kept.slice(-1), joined])]
        : [...kept, joined];
  return {
    reference: pooled.map((cell) => cell.reference),
    current: pooled.map((cell) => cell.current),
    rare: (joined.reference + joined.current) / (n + m),
  };
}

interface Cell {
  readonly reference: number;
  readonly current: number;
}

function join(cells: readonly Cell[]): Cell {
  return {
    reference: total(cells.map((cell) => cell.reference)),
    current: total(cells.map((cell) => cell.current)),
  };
}
