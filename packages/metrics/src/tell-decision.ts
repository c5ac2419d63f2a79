/**
 * A decision as sentences: what was seen, what was wanted, what to do now.
 *
 * @module
 */
import { type Mode, roundJudged } from "@ml-gates/gate";
import type { Decision } from "./decide.ts";
import type { Estimate } from "./estimate.ts";
import { isUnmeasured } from "./estimate.ts";
import { LIMIT_RULES } from "./limit-rules.ts";
import type { Trial } from "./plan-trials.ts";
import { describeSubject, writeCount, writerFor } from "./tell-numbers.ts";
import type { Weighed } from "./weigh-trial.ts";

/** The `why` and `remedy` of a finding. */
export interface Telling {
  readonly why: string;
  readonly remedy: string | null;
}

/** Tells a decision to a reviewer. */
export function tellDecision(decision: Decision, mode: Mode): Telling {
  const { weighed, outcome } = decision;
  const notes = [
    describeTrade(weighed.trial),
    describeBinning(weighed.trial),
    describeResamples(weighed),
    describeUncounted(weighed),
    weighed.trial.measure.note ?? "",
  ];
  return {
    why: [`${describeNumbers(weighed)}; ${describeDecision(decision, mode)}`, ...notes.filter(Boolean)].join(
      " ",
    ),
    remedy: outcome === "pass" ? null : describeRemedy(decision),
  };
}

function describeNumbers({ trial, estimate, limit }: Weighed): string {
  const { measure } = trial;
  const subject = describeSubject(measure, trial.against);
  const { value, interval } = estimate;
  const candidate = isUnmeasured(measure.level) ? value : measure.level.value;
  const baseline = isUnmeasured(measure.baseline) ? candidate : measure.baseline;
  const isChange = LIMIT_RULES[trial.limit.kind].about === "change";
  const told = isChange ? [candidate, baseline, Math.abs(value), Math.abs(limit)] : [candidate, limit];
  const write = writerFor([...told, ...(interval ? [Math.abs(interval.low), Math.abs(interval.high)] : [])]);
  const between = describeInterval(interval, write);
  if (!isChange) return `${subject} is ${write(value)}${between && ` (${between})`}`;
  const movement =
    value === 0
      ? `stayed at ${write(candidate)}`
      : `${value < 0 ? "fell" : "rose"} from ${write(baseline)} to ${write(candidate)}`;
  const change = `${value > 0 ? "+" : ""}${write(value)}`;
  return `${subject} ${movement} (${change}${between && `, ${between}`})`;
}

function describeTrade({ trade, limit }: Trial): string {
  if (trade === null) return "";
  const { metric, wanted, fell, holds } = trade;
  const percent = (share: number) => `${roundJudged(share * 100)} %`;
  if (fell === null) return `The trade for ${metric} was not made: it is not known in both versions.`;
  const seen = fell < 0 ? `rose by ${percent(-fell)}` : `fell by ${percent(fell)}`;
  return holds
    ? `${metric} ${seen}, at least the ${percent(wanted)} wanted: a drop of ${limit.value} is allowed in exchange.`
    : `${metric} ${seen}; ${percent(wanted)} were wanted for a larger drop.`;
}

function describeBinning({ measure: { bound } }: Trial): string {
  if (!bound) return "";
  return `Ranks come from binned scores: off by at most ${bound.toPrecision(2)}, which changes no outcome.`;
}

/** A stated error without its n says how sure the number is, and not what would make it surer. */
function describeUncounted({ trial, estimate }: Weighed): string {
  if (trial.measure.n !== null || estimate.method === null) return "";
  return "The file does not say of how many examples, so no required n can be told.";
}

function describeResamples({ estimate: { resamples, identical } }: Weighed): string {
  return resamples && !identical ? `(${writeCount(resamples)} resamples.)` : "";
}

function describeInterval(interval: Estimate["interval"], write: (value: number) => string): string {
  if (interval === null) return "";
  return `${Math.round(interval.confidence * 100)} % interval ${write(interval.low)} … ${write(interval.high)}`;
}

function describeDecision(decision: Decision, mode: Mode): string {
  const { weighed, outcome } = decision;
  const { trial, estimate, breached } = weighed;
  const rule = LIMIT_RULES[trial.limit.kind];
  const words = breached ? rule.breached(describeLimit(weighed)) : rule.met(describeLimit(weighed));
  const { n, unit } = trial.measure;
  const size = n === null ? "" : ` at n = ${writeCount(n)}${unit === undefined ? "" : ` ${unit}`}`;
  if (estimate.method === null)
    return `${words}. No uncertainty available: plain limits decide.${describeLack(estimate)}`;
  if (estimate.identical)
    return `${words}: identical ${unit === undefined ? "predictions" : "values"}${size}.`;
  if (outcome === "fail") return `${words}, ${describeEvidence(decision)}${size}.`;
  if (outcome === "inconclusive") return `${words}, but ${describeDoubt(weighed)}${size}.`;
  return `${words}${mode === "prove" ? `, and the interval excludes the limit${size}` : describePower(decision, size)}.`;
}

/** Without a spread neither the rows that would settle it nor the smallest change that shows can be known. */
function describeLack({ lack }: Estimate): string {
  return lack === undefined ? "" : ` ${lack}, so no required n can be told.`;
}

function describeLimit({ trial, limit }: Weighed): string {
  const { kind, value } = trial.limit;
  if (kind !== "max-drop-rel") return String(value);
  return `${value} of the baseline (${writerFor([limit])(limit)})`;
}

function describeEvidence({ p, pAdjusted }: Decision): string {
  if (p === null) return "and nothing varies: the plain limit decides";
  const shown = pAdjusted ?? p;
  return `and not noise (p = ${shown.toPrecision(2)}${pAdjusted === null ? "" : " after Holm"})`;
}

function describeDoubt({ breached, leastSlack }: Weighed): string {
  if (breached) return "not separable from noise";
  return leastSlack === null
    ? "nothing varies, so nothing is proven"
    : "the interval does not exclude the limit";
}

function describePower({ detectable }: Decision, size: string): string {
  if (detectable === null) return "";
  return `; a difference of ${writerFor([detectable])(detectable)} could have been shown${size}`;
}

const VERBS: Readonly<Record<string, string>> = { seeds: "Train with", rounds: "Measure" };

function describeRemedy({ weighed, outcome, requiredN }: Decision): string {
  const { limit, measure } = weighed.trial;
  if (outcome === "fail") return LIMIT_RULES[limit.kind].remedy;
  const otherwise = `choose another \`${limit.kind}\` on the base branch first.`;
  if (weighed.estimate.isBounded)
    return `Evaluate on more data, as more folds of the same data do not settle it, or ${otherwise}`;
  const { unit = "rows", slice } = measure;
  const rows = requiredN === null ? `more ${unit}` : `about ${writeCount(requiredN)} ${unit}`;
  const group = slice === null ? "" : " of this group";
  return `${VERBS[unit] ?? "Evaluate on"} ${rows}${group} to settle it, or ${otherwise}`;
}
