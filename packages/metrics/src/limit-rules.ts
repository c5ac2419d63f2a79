/**
 * What each limit asks, as data: of which number, on which side, against which hypothesis, in which words.
 *
 * @module
 */
import type { LimitKind } from "@ml-gates/gate";

/** One kind of limit. Changes are gains: candidate - baseline, turned so that larger is better. */
export interface LimitRule {
  /** The value itself, or its change against the baseline. */
  readonly about: "level" | "change";
  /** A breach lies below or above the bound. */
  readonly breach: "below" | "above";
  /** The bound of the value or gain; a tolerated loss is a negative gain. */
  readonly bound: (limit: number) => number;
  /** The null hypothesis of the screen: no change for tolerances and alarms, the bound itself for floors. */
  readonly hypothesis: (limit: number) => number;
  /** Whether the limit is a distance that noise can be held against, from no change. */
  readonly tolerance: boolean;
  readonly breached: (limit: string) => string;
  readonly met: (limit: string) => string;
  readonly remedy: string;
}

const same = (limit: number) => limit;
const none = () => 0;
const improve =
  "Improve the candidate; if the loss is accepted, raise the limit on the base branch first, alone.";

const drop: LimitRule = {
  about: "change",
  breach: "below",
  bound: (limit) => -limit,
  hypothesis: none,
  tolerance: true,
  breached: (limit) => `more than the ${limit} allowed`,
  met: (limit) => `within the ${limit} allowed`,
  remedy: improve,
};

/** The rule of every kind of limit. */
export const LIMIT_RULES: Readonly<Record<LimitKind, LimitRule>> = {
  min: {
    about: "level",
    breach: "below",
    bound: same,
    hypothesis: same,
    tolerance: false,
    breached: (limit) => `below the ${limit} wanted`,
    met: (limit) => `at least the ${limit} wanted`,
    remedy: "Improve the candidate, or lower `min` on the base branch first, alone.",
  },
  max: {
    about: "level",
    breach: "above",
    bound: same,
    hypothesis: same,
    tolerance: false,
    breached: (limit) => `above the ${limit} allowed`,
    met: (limit) => `at most the ${limit} allowed`,
    remedy: "Improve the candidate, or raise `max` on the base branch first, alone.",
  },
  "max-drop": drop,
  "max-drop-rel": drop,
  // A wanted gain is a floor: against no change, a gain that is real but too small could never fail.
  "min-gain": {
    about: "change",
    breach: "below",
    bound: same,
    hypothesis: same,
    tolerance: false,
    breached: (limit) => `short of the gain of ${limit} wanted`,
    met: (limit) => `the gain of ${limit} wanted is there`,
    remedy: "Improve the candidate, or keep the baseline.",
  },
  "max-gain": {
    about: "change",
    breach: "above",
    bound: same,
    hypothesis: none,
    tolerance: true,
    breached: (limit) => `a larger gain than the ${limit} expected: check for leakage`,
    met: (limit) => `within the gain of ${limit} expected`,
    remedy:
      "Check for leaked labels, rows shared with training and a changed evaluation; if the gain is real, raise `max-gain`.",
  },
};
