/**
 * The numbers of a metrics file, by name.
 *
 * @module
 */

/** What stands in a metrics file under a name, but is no metric. */
export type NonMetric = "text" | "a boolean" | "a list" | "null";

/** A metrics file after flattening: nested names are joined with dots and otherwise kept to the letter. */
export interface MetricValues {
  /** As the user wrote it. */
  readonly path: string;
  /** Every number; NaN and the infinities mean that the metric was not measured. */
  readonly values: ReadonlyMap<string, number>;
  /** What is not a number, so that a check on it can say what it is. */
  readonly aside: ReadonlyMap<string, NonMetric>;
}

/** One entry of a metrics file: its flattened name, what stands there, and its offset in the text. */
export interface Leaf {
  readonly name: string;
  readonly value: number | NonMetric;
  readonly offset: number;
}

/** Maps nested deeper than this are refused. */
export const MAX_DEPTH = 32;

/** More entries than this are refused. */
export const MAX_ENTRIES = 200_000;

/** A text's meaning: Python's words for what was not measured, or just text. */
export function textLeaf(text: string): number | NonMetric {
  return /^[+-]?(nan|inf|infinity)$/i.test(text) ? unmeasured(text) : "text";
}

function unmeasured(text: string): number {
  if (/nan/i.test(text)) return Number.NaN;
  return text.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}
