/**
 * The decision rule for drift: two keys, with the false discovery rate held over the columns.
 *
 * @module
 */
import { benjaminiHochberg, type Decision } from "@ml-gates/statistics";
import type { Trial } from "./plan-trials.ts";

/** A trial decided. */
export interface DecidedTrial {
  readonly trial: Trial;
  readonly outcome: Decision | "not-evaluable";
  /** `warning`: beyond `warn`, not beyond `max`. */
  readonly reason: "warning" | "not-significant" | "metric-undefined" | "reference-constant" | null;
  /** Adjusted over the columns of the same role. */
  readonly q: number | null;
}

export const ALPHA = 0.05;

/**
 * A column has drifted when its distance is at the limit or beyond **and** q < 0.05; the limit alone is inconclusive.
 * Features are one family; label and predictions are families of their own.
 */
export function decideTrials(trials: readonly Trial[]): readonly DecidedTrial[] {
  const qs = new Map(["feature", "label", "prediction"].flatMap((role) => adjustRole(trials, role)));
  return trials.map((trial) => decideTrial(trial, qs.get(trial) ?? null));
}

function adjustRole(trials: readonly Trial[], role: string): readonly (readonly [Trial, number])[] {
  const family = trials.flatMap((trial) =>
    trial.test !== null && trial.distribution.role === role ? [{ trial, p: trial.test.p }] : [],
  );
  const adjusted = benjaminiHochberg(family.map(({ p }) => p));
  return family.map(({ trial }, index) => [trial, adjusted[index] ?? 1] as const);
}

function decideTrial(trial: Trial, q: number | null): DecidedTrial {
  const { distance, max, warn } = trial;
  if (distance === null || q === null) {
    return { trial, outcome: "not-evaluable", reason: "metric-undefined", q };
  }
  const isBeyond = distance >= max && distance > 0;
  const isWarned = warn !== null && distance >= warn && distance > 0;
  if (!isBeyond && !isWarned) return { trial, outcome: "pass", reason: null, q };
  if (q >= ALPHA) {
    // What is only warned of need not be settled by more rows.
    return {
      trial,
      outcome: isBeyond ? "inconclusive" : "pass",
      reason: isBeyond ? "not-significant" : null,
      q,
    };
  }
  if (!isBeyond) return { trial, outcome: "fail", reason: "warning", q };
  return { trial, outcome: "fail", reason: Number.isFinite(distance) ? null : "reference-constant", q };
}
