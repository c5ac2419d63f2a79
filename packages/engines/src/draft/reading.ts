/**
 * The ways in which a draft reads a column's texts, from the fastest to the one that is always right.
 *
 * @module
 */
import { presentText, type UsualLength } from "../present-text.ts";
import { castQuickly, castText, countOverflown, countUnsure, type TextType } from "../text-types.ts";

/**
 * `native` leaves a float to the scan itself, `quick` casts texts as they stand, `present` those that do not mean
 * missing, `guarded` those that were tested first. All but the last are hypotheses, which {@link countDoubts} tests;
 * what the scan cannot read as a number ends it.
 */
export type Reading = "native" | "quick" | "present" | "guarded";

/** The text that a reading sees. */
export function seenText(
  reading: Reading,
  text: string,
  { missing, usual }: { readonly missing: readonly string[]; readonly usual: UsualLength | null },
): string {
  return reading === "native" || reading === "quick" ? text : presentText(text, missing, usual);
}

/** The typed value of a seen text. */
export function castSeen(reading: Reading, type: TextType, seen: string): string {
  if (reading === "native") return seen;
  return reading === "guarded" ? castText(type, seen) : castQuickly(type, seen);
}

/** Not 0 when the reading may have got some text wrong, as an aggregate over values and seen texts. */
export function countDoubts(
  reading: Reading,
  type: TextType,
  { value, seen }: { readonly value: string; readonly seen: string },
): string {
  if (reading === "native") return countOverflown(value);
  return reading === "guarded" ? `count(${seen}) - count(${value})` : countUnsure(type, value, seen);
}
