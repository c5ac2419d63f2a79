/**
 * An expectation suite after parsing: every expectation known, its arguments right, its line kept.
 *
 * @module
 */
import type { JsonValue, Severity, SourceLine } from "@ml-gates/gate";

/** Which generation of Great Expectations wrote an expectation; a few defaults differ between them. */
export type Generation = "0.18" | "1.x";

/** Arguments by name, as written, without those that are read and ignored. */
export type WrittenKwargs = Readonly<Record<string, JsonValue>>;

/** What an author tells of an expectation: carried through to the result JSON. */
export interface Told {
  readonly meta: Readonly<Record<string, JsonValue>>;
  /** `id`, or `ge_cloud_id` in 0.18. */
  readonly id: string | null;
  /** A text or a list of texts. */
  readonly notes: JsonValue;
  readonly description: string | null;
  /** The arguments with their parameters, before any was replaced by its value. */
  readonly writtenKwargs: WrittenKwargs;
}

/** One expectation of a suite. */
export interface Expectation extends Told {
  /** In lower case, such as `expect_column_values_to_not_be_null`. */
  readonly name: string;
  readonly generation: Generation;
  readonly kwargs: WrittenKwargs;
  readonly severity: Severity;
  readonly source: SourceLine;
}

/** A parsed suite; the order of its expectations is the order of the findings. */
export interface Suite {
  readonly name: string | null;
  readonly expectations: readonly Expectation[];
}
