/**
 * How often each of the unexpected values occurs.
 *
 * @module
 */
import { canonicalJson, type JsonValue } from "@ml-gates/gate";

/** A value and the number of rows that hold it. */
export interface ValueCount {
  readonly value: JsonValue;
  readonly count: number;
}

/**
 * The most frequent values of a list: by count, then by value, numbers before texts.
 *
 * @example
 * countValues(["b", "a", "b"], 20); // => [{ value: "b", count: 2 }, { value: "a", count: 1 }]
 */
export function countValues(values: readonly JsonValue[], most: number): readonly ValueCount[] {
  const counts = new Map<string, { readonly value: JsonValue; count: number }>();
  for (const value of values) {
    const key = canonicalJson(value);
    const seen = counts.get(key);
    if (seen) seen.count += 1;
    else counts.set(key, { value, count: 1 });
  }
  return orderCounts([...counts.values()].sort((left, right) => right.count - left.count).slice(0, most));
}

/** By count, then by value, numbers before texts. */
export function orderCounts(counts: readonly ValueCount[]): readonly ValueCount[] {
  return counts.toSorted((left, right) => right.count - left.count || compareJson(left.value, right.value));
}

const RANKS = ["null", "boolean", "number", "string", "object"];

function compareJson(left: JsonValue, right: JsonValue): number {
  if (Array.isArray(left) && Array.isArray(right)) return compareLists(left, right);
  const [leftRank, rightRank] = [rankOf(left), rankOf(right)];
  if (leftRank !== rightRank) return leftRank - rightRank;
  if (typeof left === "number" && typeof right === "number") return left - right;
  return compareTexts(String(left), String(right));
}

function rankOf(value: JsonValue): number {
  return RANKS.indexOf(value === null ? "null" : typeof value);
}

function compareLists(left: readonly JsonValue[], right: readonly JsonValue[]): number {
  for (const [index, member] of left.entries()) {
    const order = compareJson(member, right[index] ?? null);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

/** By code point, as Python orders texts. */
export function compareTexts(left: string, right: string): number {
  const [ours, theirs] = [[...left], [...right]];
  const place = ours.findIndex((letter, index) => letter !== theirs[index]);
  if (place === -1) return ours.length - theirs.length;
  return (ours[place]?.codePointAt(0) ?? -1) - (theirs[place]?.codePointAt(0) ?? -1);
}
