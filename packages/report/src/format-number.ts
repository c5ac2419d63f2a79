/**
 * Numbers as a reader wants them: few digits, but never so few that two different numbers look the same.
 *
 * @module
 */

const SIGNIFICANT = 4;
const MOST_DECIMALS = 12;

/** The number a limit is on, and the limit. */
export interface Judged {
  readonly value: number | null;
  readonly limit: number;
}

/**
 * The decimals a row of numbers is shown with: four significant digits of the largest, and as many more as it takes
 * for the judged number to look different from its limit, if it is.
 *
 * @example
 * decimalsFor([0.871, 0.859]); // => 4
 * decimalsFor([0.779996], { value: 0.779996, limit: 0.78 }); // => 6
 */
export function decimalsFor(shown: readonly (number | null)[], judged: Judged | null = null): number {
  const largest = Math.max(0, ...shown.map((value) => Math.abs(value ?? 0)));
  const wanted = largest === 0 ? 0 : SIGNIFICANT - 1 - Math.floor(Math.log10(largest));
  let decimals = Math.min(MOST_DECIMALS, Math.max(0, wanted));
  while (decimals < MOST_DECIMALS && looksEqual(judged, decimals)) decimals += 1;
  return decimals;
}

/**
 * A number at the given decimals; whole numbers have none, and what would look like zero keeps two digits.
 *
 * @example
 * formatNumber(0.8591, 3); // => "0.859"
 * formatNumber(1200, 3); // => "1200"
 * formatNumber(null, 3); // => "–"
 */
export function formatNumber(value: number | null, decimals: number): string {
  if (value === null) return "–";
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  if (Math.abs(value) >= 1e15) return value.toPrecision(SIGNIFICANT);
  const text = value.toFixed(decimals);
  return Number(text) === 0 ? value.toPrecision(2) : text;
}

/**
 * A change, with its sign.
 *
 * @example
 * formatChange(0.012, 3); // => "+0.012"
 */
export function formatChange(value: number | null, decimals: number): string {
  return value !== null && value > 0 ? `+${formatNumber(value, decimals)}` : formatNumber(value, decimals);
}

/** Signs are ignored: a limit on a drop is written without one. */
function looksEqual(judged: Judged | null, decimals: number): boolean {
  if (judged === null || judged.value === null) return false;
  const [size, bound] = [Math.abs(judged.value), Math.abs(judged.limit)];
  return size !== bound && Number(size.toFixed(decimals)) === Number(bound.toFixed(decimals));
}
