/**
 * Intervals built from the data themselves, as Great Expectations builds them (after numpy's rule `auto`).
 *
 * @module
 */

/** The smallest and largest value, the quartiles, and how many values there are. */
export interface Spread {
  readonly min: number;
  readonly lower: number;
  readonly upper: number;
  readonly max: number;
  readonly total: number;
}

/** More intervals than this say nothing more, and a far outlier would ask for millions. */
const MOST_BINS = 1000;

/**
 * The edges of equal intervals from the smallest to the largest value: as many as Sturges' rule wants, or as the rule
 * of Freedman and Diaconis wants where that is more (Freedman and Diaconis 1981).
 *
 * @example
 * buildBins({ min: 0, lower: 1, upper: 3, max: 4, total: 15 }); // => [0, 1, 2, 3, 4]
 */
export function buildBins({ min, lower, upper, max, total }: Spread): readonly number[] {
  const width = (2 * (upper - lower)) / total ** (1 / 3);
  const sturges = Math.ceil(Math.log2(total + 1));
  const wanted = upper - lower < 1e-10 ? sturges : Math.max(sturges, Math.ceil((max - min) / width));
  const bins = Math.min(wanted, MOST_BINS);
  return Array.from({ length: bins + 1 }, (_, edge) =>
    edge === bins ? max : min + (edge * (max - min)) / bins,
  );
}
