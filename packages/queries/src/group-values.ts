/**
 * The different values of a key, for checks that SQL cannot do.
 *
 * @module
 */
import type { SqlValue } from "./table.ts";

/** One of the different values of a key. */
export interface GroupValue {
  /** Never null: NULL belongs to no group. */
  readonly value: SqlValue;
  /** How many rows hold it. */
  readonly count: number;
  /** The first of these rows. */
  readonly firstRow: number;
}

/** Beyond this a key's different values are not fetched: the check that wants them fails and says so. */
export const MOST_VALUES = 1_000_000;

const MOST_CHARACTERS = 200_000_000;

/** A fact of the groups: how long all different values are as texts. */
export const GROUPED_CHARACTERS = "sum(length(CAST(value AS VARCHAR))) AS characters";

const FEW = `groups_total <= ${MOST_VALUES} AND coalesce(characters, 0) <= ${MOST_CHARACTERS}`;

/** The values in the order of their first rows, as three lists; NULL beyond the limit. */
export const GROUP_VALUES =
  `CASE WHEN ${FEW} THEN (SELECT {'value': list(value ORDER BY first_row), 'count': list(members ORDER BY first_row),` +
  ` 'firstRow': list(first_row ORDER BY first_row)} FROM keys WHERE (SELECT ${FEW} FROM facts)) END`;

/**
 * Reads the answer to an ask of values, in the order of their first rows.
 *
 * @example
 * readGroupValues({ value: ["a"], count: [3], firstRow: [1] }); // => [{ value: "a", count: 3, firstRow: 1 }]
 * readGroupValues({ value: null, count: null, firstRow: null }); // => []
 */
export function readGroupValues(answer: SqlValue): readonly GroupValue[] {
  const [values, counts, firstRows] = ["value", "count", "firstRow"].map((name) => readList(answer, name));
  return (values ?? []).map((value, index) => ({
    value,
    count: Number(counts?.[index]),
    firstRow: Number(firstRows?.[index]),
  }));
}

function readList(answer: SqlValue, name: string): readonly SqlValue[] {
  if (answer === null || typeof answer !== "object" || Array.isArray(answer)) {
    throw new TypeError("a key's values must be a struct of lists");
  }
  const list = (answer as { readonly [field: string]: SqlValue })[name] ?? null;
  if (list === null) return [];
  if (!Array.isArray(list)) throw new TypeError(`${name} must be a list`);
  return list;
}
