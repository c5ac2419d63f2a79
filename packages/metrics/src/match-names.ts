/**
 * Values of two files that are of the same seed, fold or document.
 *
 * @module
 */
import type { NamedValue } from "./metric-values.ts";

/** One name's values in both files. */
export interface NamedPair {
  readonly after: number;
  readonly before: number;
}

/**
 * The pairs, in the candidate's order; null where a side has no such values, or the names are not the same ones.
 *
 * @example
 * matchNames([{ name: "1", value: 3 }], [{ name: "1", value: 2 }]); // => [{ after: 3, before: 2 }]
 * matchNames([{ name: "1", value: 3 }], [{ name: "2", value: 2 }]); // => null
 */
export function matchNames(
  candidate: readonly NamedValue[] | undefined,
  baseline: readonly NamedValue[] | undefined,
): readonly NamedPair[] | null {
  if (candidate === undefined || baseline === undefined || candidate.length !== baseline.length) return null;
  const values = new Map(baseline.map(({ name, value }) => [name, value]));
  const pairs = candidate.flatMap(({ name, value }) => {
    const before = values.get(name);
    return before === undefined ? [] : [{ after: value, before }];
  });
  return pairs.length === candidate.length ? pairs : null;
}
