/**
 * How a number is written in SQL so that the engine compares the very number that was meant.
 *
 * @module
 */

/**
 * A finite number as a SQL literal. Whole numbers stay whole; all others become doubles read from their shortest
 * text, because a bare `0.1` is a DECIMAL to most engines.
 *
 * @throws RangeError for NaN and the infinities, which no check may be compared with.
 *
 * @example
 * quoteNumber(-3); // => "-3"
 * quoteNumber(0.1); // => "CAST('0.1' AS DOUBLE)"
 */
export function quoteNumber(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`a SQL literal must be finite, not ${value}`);
  return Number.isSafeInteger(value) ? `${value}` : `CAST('${value}' AS DOUBLE)`;
}
