/**
 * The decision rule for drift: two keys, with the false discovery rate held over the columns.
 *
 * @module
 */
import { benjaminiHochberg, type Decision } from "@ml-gates/statistics";
import { rowsOf } from "./distribution-rows.ts";
import { noiseLevel } from "./noise-level.ts";
import type { Trial } from "./plan-trials.ts";

/** A trial decided. */
export interface DecidedTrial {
  readonly trial: Trial;
  readonly outcome: Decision | "not-evaluable";
  /** `warning`: beyond `warn`, not beyond `max`. */
  readonly reason: "warning" | "not-significant" | "metric-undefined" | "reference-constant" | null;
  /** Adjusted over the columns of the same role. */
  readonly q: number | null;
  /** The distance that noise alone reaches once in twenty, over as many columns; null where no law is known. */
  readonly noise: number | null;
  /** Rows of both sides from which noise stays below the limit; null where that would not settle it. */
  readonly requiredN: number | null;
}

export const ALPHA = 0.05;

/**
 * A column has drifted when its distance is at the limit or beyond **and** q < 0.05; the limit alone is inconclusive.
 * Features are one family; label and predictions are families of their own.
 */
export function decideTrials(trials: readonly Trial[]): readonly DecidedTrial[] {
  const qs = new Map(["feature", "label", "prediction"].flatMap((role) => adjustRole(trials, role)));
  const families = new Map<string, number>();
  for (const { distribution } of qs.keys())
    families.set(distribution.role, (families.get(distribution.role) ?? 0) + 1);
  return trials.map((trial) => {
    const decision = decideTrial(trial, qs.get(trial) ?? null);
    return { ...decision, ...sizeTrial(decision, families.get(trial.distribution.role) ?? 1) };
  });
}

type Decided = Omit<DecidedTrial, "noise" | "requiredN">;

function sizeTrial({ trial, outcome }: Decided, family: number): Pick<DecidedTrial, "noise" | "requiredN"> {
  const level = noiseLevel(trial.metric, trial.distribution, ALPHA / family);
  if (level === null) return { noise: null, requiredN: null };
  const { reference, current } = rowsOf(trial.distribution);
  const n = reference + current;
  const rows = Math.ceil(n * (level.value / trial.max) ** level.power);
  const settles = outcome === "inconclusive" && trial.max > 0 && rows > n;
  return { noise: level.value, requiredN: settles ? rows : null };
}

function adjustRole(trials: readonly Trial[], role: string): readonly (readonly [Trial, number])[] {
  const family = trials.flatMap((trial) =>
    trial.test !== null && trial.distribution.role === role ? [{ trial, p: trial.test.p }] : [],
  );
  const adjusted = benjaminiHochberg(family.map(({ p }) => p));
  return family.map(({ trial }, index) => [trial, adjusted[index] ?? 1] as const);
}

function decideTrial(trial: Trial, q: number | null): Decided {
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
