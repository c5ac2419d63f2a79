/**
 * Rounding that leaves whole numbers whole.
 *
 * @module
 */
import { roundJudged } from "@ml-gates/gate";

/** Counts and other whole numbers up to 2^53 as they are; the rest at 12 significant digits. */
export function roundExactly(value: number): number | null {
  return Number.isSafeInteger(value) ? value : roundJudged(value);
}
