/**
 * Behaviour tests: what single predictions must be, whatever the metrics over all rows say.
 *
 * @module
 */

/** What a case wants. Rows are named by the key column's value, as text. */
export type Wanted =
  /** The decision is this one. */
  | { readonly kind: "exact"; readonly prediction: string }
  /** The score is this one, within a distance. */
  | { readonly kind: "tolerance"; readonly score: number; readonly within: number }
  /** The prediction of another row is the same: scores within a distance, or decisions when none is given. */
  | { readonly kind: "invariance"; readonly other: string; readonly within: number | null }
  /** The score is at least that of another row and `by` more. */
  | { readonly kind: "direction"; readonly other: string; readonly by: number };

/** One line of a cases file. */
export interface BehaviourCase {
  readonly key: string;
  /** Cases of a group are one finding. */
  readonly group: string;
  readonly wanted: Wanted;
}

/**
 * Every row that the cases speak of, once.
 *
 * @example
 * listKeys([{ key: "b", group: "g", wanted: { kind: "direction", other: "a", by: 0 } }]); // => ["b", "a"]
 */
export function listKeys(cases: readonly BehaviourCase[]): readonly string[] {
  const keys = cases.flatMap(({ key, wanted }) => ("other" in wanted ? [key, wanted.other] : [key]));
  return [...new Set(keys)];
}
