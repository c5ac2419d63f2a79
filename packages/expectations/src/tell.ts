/**
 * How numbers, names and limits read in a sentence.
 *
 * @module
 */
import { quote, roundJudged } from "@ml-gates/gate";
import type { SqlValue } from "@ml-gates/queries";
import type { Bounds } from "./bounds.ts";
import { roundExactly } from "./round-exactly.ts";

/**
 * A count with its thousands set apart.
 *
 * @example
 * tellCount(1960); // => "1,960"
 */
export function tellCount(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** A name as itself when it is plain, else quoted. */
export function tellName(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.-]{0,62}$/u.test(name) ? name : quote(name);
}

/** A value from the data or the suite: numbers plain, texts quoted and cut. */
export function tellValue(value: SqlValue): string {
  if (value === null) return "missing";
  if (typeof value === "number") return `${roundExactly(value) ?? value}`;
  if (typeof value === "bigint" || typeof value === "boolean") return `${value}`;
  return quote(value);
}

/** A share of 1 in percent, with as few digits as it has. */
export function tellShare(share: number): string {
  return `${roundJudged(share * 100)} %`;
}

/** Limits in words, such as `0 … 120`, `at least 0` or `more than 0 and at most 120`. */
export function tellBounds({ min, max, strictMin, strictMax }: Bounds): string {
  if (min === null && max === null) return "any value";
  if (min !== null && min === max) return tellValue(min);
  const above = min === null ? null : `${strictMin ? "more than" : "at least"} ${tellValue(min)}`;
  const below = max === null ? null : `${strictMax ? "less than" : "at most"} ${tellValue(max)}`;
  if (above === null || below === null) return above ?? below ?? "";
  return strictMin || strictMax ? `${above} and ${below}` : `${tellValue(min)} … ${tellValue(max)}`;
}

/** The first ten members of a list, and how many more there are. */
export function tellList(values: readonly SqlValue[]): string {
  const shown = values.slice(0, 10).map(tellValue).join(", ");
  return values.length > 10 ? `${shown} and ${tellCount(values.length - 10)} more` : shown;
}
