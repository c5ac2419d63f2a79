/**
 * What an estimate is known to within.
 *
 * @module
 */

/** A confidence interval: `low <= high`, both in the estimate's own unit; `confidence` in 0..1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly confidence: number;
}
