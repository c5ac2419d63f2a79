/**
 * One metric on all rows or on one group: where the candidate stands, and how it changed.
 *
 * @module
 */
import type { Slice } from "@ml-gates/queries";
import type { Estimate, Unmeasured } from "./estimate.ts";

/** What a number from a file is a mean of. */
export type Unit = "seeds" | "folds" | "rounds" | "documents" | "examples";

export interface Measure {
  readonly metric: string;
  readonly slice: Slice | null;
  /** Rows behind the number; for a number from a file what it is the mean of, null where that is not known. */
  readonly n: number | null;
  /** What `n` counts; rows when not given. */
  readonly unit?: Unit;
  /** How the units of both sides were told to be the same, where that is worth a word. */
  readonly note?: string;
  /** What a group's minimum is held against: rows, or those of the smaller class of a ranking metric. */
  readonly denominator: number | null;
  readonly level: Estimate | Unmeasured;
  readonly baseline: number | Unmeasured;
  /** Candidate - baseline. */
  readonly change: Estimate | Unmeasured;
  /** Largest error that binned ranks can have made; none when not given. */
  readonly bound?: number;
  /** Rows of equal weight that would be as telling; none where all weigh the same. */
  readonly effectiveN?: number;
}
