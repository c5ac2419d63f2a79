/**
 * Trials that no test can decide: no number, no baseline, too few rows.
 *
 * @module
 */
import type { Outcome } from "@ml-gates/gate";
import { isUnmeasured, type Unmeasured } from "./estimate.ts";
import { LIMIT_RULES } from "./limit-rules.ts";
import type { Trial } from "./plan-trials.ts";
import { describeSubject } from "./tell-numbers.ts";

/** A judgement without a number. */
export interface Settled {
  readonly outcome: Outcome;
  readonly reason: string;
  readonly why: string;
  readonly remedy: string;
}

/** Smallest denominator a group is judged on: below it an interval of a rate is wider than 0.3. */
export const MINIMUM = 30;

/** The judgement of a trial without a number to judge; null when there is one. */
export function settleTrial(trial: Trial): Settled | null {
  const { measure, limit } = trial;
  return (
    settleSmall(trial) ??
    settleUnmeasured(trial, measure.level) ??
    (LIMIT_RULES[limit.kind].about === "change"
      ? (settleUnmeasured(trial, measure.change) ?? settleRelative(trial))
      : null)
  );
}

function settleSmall({ measure }: Trial): Settled | null {
  const { slice, denominator } = measure;
  if (slice === null || denominator === null || denominator >= MINIMUM) return null;
  const counted = denominator === measure.n ? "rows" : "rows of the smaller class";
  return {
    outcome: "skipped",
    reason: "below-minimum",
    why: `${describeSubject(measure)} was not judged: ${denominator} ${counted}, and ${MINIMUM} are wanted.`,
    remedy: "Evaluate on more rows of this group.",
  };
}

function settleUnmeasured({ measure, limit, against }: Trial, number: object): Settled | null {
  if (!isUnmeasured(number)) return null;
  const { outcome, remedy } = ENDINGS[number.reason] ?? UNKNOWN_ENDING;
  const subject = describeSubject(measure, against);
  const why =
    number.reason === "no-baseline"
      ? `${subject} has no baseline to be compared with yet (${number.told}); \`${limit.kind}\` was not judged.`
      : `${subject} ${number.told}.`;
  return { outcome, reason: number.reason, why, remedy };
}

function settleRelative({ measure, limit }: Trial): Settled | null {
  if (limit.kind !== "max-drop-rel" || isUnmeasured(measure.baseline) || isUnmeasured(measure.level))
    return null;
  const { baseline, level } = measure;
  if (baseline !== 0 && Math.sign(baseline) === Math.sign(level.value || baseline)) return null;
  const seen = baseline === 0 ? "is 0 in the baseline" : `changes sign, from ${baseline} to ${level.value}`;
  return {
    outcome: "not-evaluable",
    reason: baseline === 0 ? "zero-baseline" : "sign-change",
    why: `${describeSubject(measure)} ${seen}: a relative change means nothing there.`,
    remedy: "Use an absolute limit, `max-drop`.",
  };
}

interface Ending {
  readonly outcome: Outcome;
  readonly remedy: string;
}

const UNKNOWN_ENDING: Ending = {
  outcome: "not-evaluable",
  remedy: "Correct the evaluation so that it gives a number.",
};

const ENDINGS: Readonly<Record<Unmeasured["reason"], Ending>> = {
  "no-baseline": {
    outcome: "skipped",
    remedy: "Promote a first version; from then on changes are judged.",
  },
  "no-rows": { outcome: "inconclusive", remedy: "Evaluate on some rows." },
  "missing-in-candidate": {
    outcome: "not-evaluable",
    remedy:
      "Write the metric to the candidate's metrics file under that name, or name the columns it is computed from.",
  },
  "missing-in-baseline": {
    outcome: "not-evaluable",
    remedy: "Evaluate the baseline with this metric too, or limit the value itself with `min` or `max`.",
  },
  "not-comparable": {
    outcome: "not-evaluable",
    remedy: "Evaluate candidate and baseline in the same way, on the same data; then compare.",
  },
  "not-a-number": { outcome: "not-evaluable", remedy: "Write the metric as a number." },
  undefined: {
    outcome: "not-evaluable",
    remedy: "Evaluate on rows of both classes, and check that `columns.positive` names the positive label.",
  },
  "no-probability": {
    outcome: "not-evaluable",
    remedy: "Write scores as probabilities, or judge their order alone with roc_auc.",
  },
  "several-classes": {
    outcome: "not-evaluable",
    remedy:
      "Correct the labels and decisions; or name the average, such as f1_macro, and a score column for each class in `columns.scores`.",
  },
  "no-positive": {
    outcome: "not-evaluable",
    remedy: "Name the label that the score is of, as it is written, in `columns.positive`.",
  },
  "constant-label": { outcome: "not-evaluable", remedy: "Evaluate on rows whose labels differ." },
  "few-folds": { outcome: "not-evaluable", remedy: "Predict every row in one of at least three folds." },
  "no-weight": { outcome: "not-evaluable", remedy: "Give some rows a weight above 0." },
  unsupported: {
    outcome: "not-evaluable",
    remedy:
      "Name in `columns` what the metric is computed from (`prediction`, `score`, `scores`, `query`), or drop the check.",
  },
};
