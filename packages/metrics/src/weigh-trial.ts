/**
 * A trial as numbers: how far inside its limit the value stands, and what a test says of it.
 *
 * @module
 */
import { type Estimate, isUnmeasured, orient } from "./estimate.ts";
import { LIMIT_RULES } from "./limit-rules.ts";
import type { Trial } from "./plan-trials.ts";

/** A trial that has a number. */
export interface Weighed {
  readonly trial: Trial;
  /** The value or change as the data have it, candidate - baseline. */
  readonly estimate: Estimate;
  /** The limit in the metric's own unit. */
  readonly limit: number;
  /** Distance inside the bound; a breach is negative. */
  readonly slack: number;
  /** The least distance inside the bound that the interval allows; null without an interval. */
  readonly leastSlack: number | null;
  readonly breached: boolean;
  readonly p: number | null;
}

/** Sums of doubles differ in their last digits: a breach smaller than this share of the numbers is none. */
const EPSILON = 1e-12;

/** Holds a measured trial against its bound. */
export function weighTrial(trial: Trial): Weighed {
  const { kind, value } = trial.limit;
  const rule = LIMIT_RULES[kind];
  const estimate = rule.about === "level" ? trial.measure.level : trial.measure.change;
  if (isUnmeasured(estimate)) throw new RangeError(`${trial.id} has no number to weigh`);
  const baseline = isUnmeasured(trial.measure.baseline) ? null : trial.measure.baseline;
  const limit = kind === "max-drop-rel" ? value * Math.abs(baseline ?? Number.NaN) : value;
  const gain = rule.about === "level" ? estimate : orient(estimate, trial.direction ?? "higher");
  const bound = rule.bound(limit);
  const below = rule.breach === "below";
  const slack = below ? gain.value - bound : bound - gain.value;
  const scale = Math.max(Math.abs(gain.value), Math.abs(bound), Math.abs(baseline ?? 0));
  return {
    trial,
    estimate,
    limit,
    slack,
    // Only a proof asks for the interval, which may have to be resampled.
    get leastSlack() {
      const { interval } = gain;
      return interval && (below ? interval.low - bound : bound - interval.high);
    },
    breached: !(slack >= -EPSILON * scale),
    p: gain.test(rule.hypothesis(limit), below ? "less" : "greater"),
  };
}
