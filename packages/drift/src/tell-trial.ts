/**
 * What was seen of a column and what was wanted, in one sentence, and what to do now.
 *
 * @module
 */
import type { DecidedTrial } from "./decide-trials.ts";
import { rowsOf } from "./distribution-rows.ts";

/** Words for a decided trial. */
export function tellTrial(decided: DecidedTrial): { readonly why: string; readonly remedy: string | null } {
  const { trial, outcome } = decided;
  const { distribution, metric } = trial;
  const { name, kind, role } = distribution;
  const who = role === "feature" ? name : `The ${role} ${name}`;
  if (outcome === "not-evaluable") {
    return {
      why: `${trial.distance === null ? metric : `The test ${trial.check?.test}`} is not defined for ${name}, a ${kind} column.`,
      remedy: "Name another distance or test for it under `drift.checks`.",
    };
  }
  return { why: `${who}: ${tellSeen(decided)}; ${tellDecision(decided)}.`, remedy: tellRemedy(decided) };
}

function tellSeen({ trial }: DecidedTrial): string {
  const { metric, distance, max, distribution } = trial;
  const { reference, current } = rowsOf(distribution);
  const seen =
    distance === null || Number.isFinite(distance)
      ? `${metric} ${sayDistance(distance ?? 0, max)}`
      : "constant in the reference, and no longer so";
  return `${seen} between ${reference} and ${current} values, drift from ${max}`;
}

function tellDecision(decided: DecidedTrial): string {
  const { outcome, reason, trial } = decided;
  if (reason === "warning")
    return `at the warning limit of ${trial.warn} and not noise (${sayTest(decided)})`;
  if (outcome === "fail") return `drifted, and not noise (${sayTest(decided)})`;
  if (outcome === "inconclusive")
    return `beyond the limit, but noise could do that (${sayTest(decided)}${sayNoSize(decided)})`;
  return `below the limit (${sayTest(decided)})`;
}

/** Why no number of rows is stated, where none is. */
function sayNoSize({ trial, noise, requiredN }: DecidedTrial): string {
  if (requiredN !== null) return "";
  if (trial.distribution.clusters !== null)
    return "; how many rows would settle it is not stated, since clusters count here, not rows";
  if (noise === null) return "; how many rows would settle it is not stated, since one value holds all";
  return "; how many rows would settle it is not stated, since the limit lies above noise already and the test is open";
}

function sayTest({ trial, q }: DecidedTrial): string {
  return `q = ${(q ?? 1).toPrecision(2)}, ${trial.test?.method ?? ""}`;
}

function tellRemedy({ outcome, reason, trial, requiredN }: DecidedTrial): string | null {
  if (outcome === "pass") return null;
  if (outcome === "inconclusive") {
    const rows = requiredN === null ? "more rows" : `about ${requiredN} rows of both sides together`;
    return `Judge ${rows}, or choose another limit on the base branch first.`;
  }
  if (reason === "warning")
    return `Watch ${trial.distribution.name}; find what moved before it reaches ${trial.max}.`;
  return `Find what changed ${trial.distribution.name} at its source; retrain or take a newer reference if the change is meant.`;
}

const FEWEST_DIGITS = 3;
const MOST_DIGITS = 12;

/** With as many digits as it takes to look different from the limit when it is. */
function sayDistance(distance: number, limit: number): string {
  for (let digits = FEWEST_DIGITS; digits < MOST_DIGITS; digits++) {
    const text = String(Number(distance.toPrecision(digits)));
    if (Number(text) !== limit) return text;
  }
  return String(distance);
}
