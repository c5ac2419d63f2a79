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

/** One expectation of a suite. */
export interface Expectation {
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
