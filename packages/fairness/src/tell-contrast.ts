/**
 * What was seen between two groups and what was wanted, in one sentence, and what to do now.
 *
 * @module
 */
import type { Mode } from "@ml-gates/gate";
import { isFourFifths, measureAdverseImpact, sayAdverseImpact } from "./adverse-impact.ts";
import type { DecidedContrast } from "./decide-contrasts.ts";
import { type Comparison, measureDisparity } from "./disparities.ts";
import type { Level, RateContrast } from "./measure-contrast.ts";
import { findMeasure } from "./measures.ts";
import type { Contrast } from "./plan-pair.ts";
import { saySmall, sayWithin } from "./unjudged.ts";

/** Disparities that fairlearn has under the same name. */
const FAIRLEARN_NAMES =
  /^(?:demographic_parity|equal_opportunity|equalized_odds|selection_rate|accuracy_score|zero_one_loss|(?:true|false)_(?:positive|negative)_rate)_(?:difference|ratio)$/;

/** A decision in words. */
export interface Telling {
  readonly why: string;
  readonly remedy: string | null;
}

/** Words for a decided contrast. */
export function tellContrast(decided: DecidedContrast, mode: Mode): Telling {
  const why = `${tellSeen(decided)}; ${tellDecision(decided, mode)}${tellLeftOut(decided)}.`;
  const people = tellPeople(decided);
  if (decided.outcome === "pass") return { why: `${why}${people}`, remedy: null };
  return { why: `${why}${people}${tellOverall(decided)}`, remedy: tellRemedy(decided) };
}

function tellSeen({ contrast, decisive }: DecidedContrast): string {
  const { limit } = contrast;
  if (limit.judges === "change") return tellChange(contrast, decisive);
  const wanted = `wanted ${limit.bound === "floor" ? "at least" : "at most"} ${limit.limit.value}`;
  const own = `${sayWithin(limit)}${decisive.rate} of ${limit.column}=${contrast.group.name} is ${sayLevel(decisive.group)}`;
  if (limit.judges === "level")
    return `${sayWithin(limit)}${decisive.rate} of ${limit.column}=${contrast.group.name} is ${sayBeside(decisive.value, limit.limit.value)}, ${wanted}`;
  const word = WORDS[limit.disparity.comparison];
  return `${own} against ${sayReference(contrast, decisive)}: ${word} ${sayBeside(decisive.value, limit.limit.value)}, ${wanted}`;
}

const WORDS: Readonly<Record<Comparison, string>> = {
  difference: "difference",
  ratio: "ratio",
  group_min: "value",
  group_max: "value",
  log_ratio: "largest log ratio",
};

function sayReference({ limit, reference }: Contrast, { reference: level }: RateContrast): string {
  if (reference === null || level === null) return "nothing";
  const choice = reference.chosen === "largest" ? "the largest group" : "the reference";
  return `${sayLevel(level)} of ${limit.column}=${reference.name} (${choice})`;
}

function tellChange({ limit, group, reference }: Contrast, decisive: RateContrast): string {
  const { candidate = Number.NaN, baseline = Number.NaN } = decisive.change ?? {};
  const whose = `${limit.column}=${group.name}${reference === null ? "" : ` against ${limit.column}=${reference.name}`}`;
  const word = WORDS[limit.disparity.comparison];
  return (
    `${sayWithin(limit)}${decisive.rate} of ${whose}: ${word} ${sayBeside(candidate, baseline)}, the baseline's on the same rows ` +
    `${sayBeside(baseline, candidate)}: worse by ${sayBeside(decisive.value, limit.limit.value)}, wanted at most ${limit.limit.value}`
  );
}

function tellDecision(decided: DecidedContrast, mode: Mode): string {
  const { outcome, breached, decisive, weakest } = decided;
  if (outcome === "fail")
    return `the disparity is beyond the stated limit and not noise (${sayTest(decided)})`;
  if (breached) return `beyond the stated limit, but not separable from noise (${sayTest(decided)})`;
  if (outcome === "pass")
    return `the disparity is within the stated limit${mode === "prove" ? ", and so is its whole interval" : ""}`;
  const whose = weakest.rate === decisive.rate ? "" : ` of ${weakest.rate}`;
  return `within the stated limit, but the 90 % interval${whose} ${sayInterval(weakest)} does not exclude a breach`;
}

function tellLeftOut({ contrast: { limit, minimum, small } }: DecidedContrast): string {
  return small
    .map(
      (side) =>
        `; ${side.rate} was not judged, ${saySmall(limit, side)}, fewer than the minimum of ${minimum}`,
    )
    .join("");
}

/** The four-fifths rule's companions: what the ratio comes to in people, and whether one decision would turn it. */
function tellPeople({ contrast, breached, p, pAdjusted }: DecidedContrast): string {
  const { limit, group, reference } = contrast;
  const notable = breached || (pAdjusted ?? p) < NOTABLE;
  if (!isFourFifths(limit) || reference === null || !notable) return "";
  return sayAdverseImpact(measureAdverseImpact(group, reference, limit.limit.value), breached);
}

const NOTABLE = 0.05;

/** With more than two groups the number fairlearn prints is another one than the contrast's. */
function tellOverall({ contrast: { limit, frame, minimum } }: DecidedContrast): string {
  const { check, column, disparity } = limit;
  const { length } = frame.byGroup;
  if (limit.judges !== "between" || !FAIRLEARN_NAMES.test(check.metric)) return "";
  const value = measureDisparity(disparity, frame.byGroup);
  if (length < 3 || value === null) return "";
  const few = frame.byGroup.some((group) =>
    disparity.rates.some((rate) => findMeasure(rate).trials(group) < minimum),
  );
  const which = `all ${length} groups of ${column}${few ? ", those too small to judge included," : ""}`;
  return ` fairlearn's ${check.metric} over ${which} is ${value.toFixed(3)}.`;
}

function sayTest({ decisive, p: own, pAdjusted }: DecidedContrast): string {
  const p = (pAdjusted ?? own).toPrecision(2);
  const sizes = [decisive.group, ...(decisive.reference === null ? [] : [decisive.reference])];
  const n = `n = ${sizes.map(({ trials }) => sayTrials(trials)).join(" against ")}`;
  return `p = ${p}${pAdjusted === null ? "" : " after Holm"}, ${n}`;
}

function tellRemedy({ contrast, outcome, decisive, requiredN }: DecidedContrast): string {
  const { limit, group } = contrast;
  const { kind } = limit.limit;
  if (outcome === "fail") {
    return `Look at the rows, labels and threshold behind ${decisive.rate} of ${limit.column}=${group.name} and mend the candidate; or choose another \`${kind}\` on the base branch first.`;
  }
  const rows = requiredN === null ? "more rows" : `about ${requiredN} rows`;
  return `Evaluate on ${rows} of ${contrast.reference === null ? "this group" : "these two groups"}, or choose another \`${kind}\` on the base branch first.`;
}

function sayLevel({ value }: Level): string {
  return value.toFixed(FEWEST_DECIMALS);
}

/** Effective numbers of weighted rows are no whole numbers. */
function sayTrials(trials: number): string {
  return Number.isInteger(trials) ? String(trials) : `${trials.toFixed(1)} effective`;
}

function sayInterval({ interval }: RateContrast): string {
  return `${interval.low.toFixed(3)} … ${interval.high.toFixed(3)}`;
}

const FEWEST_DECIMALS = 3;
const MOST_DECIMALS = 12;

/** With as many decimals as it takes to look different from the limit when it is. */
function sayBeside(value: number, limit: number): string {
  for (let decimals = FEWEST_DECIMALS; decimals < MOST_DECIMALS; decimals++) {
    const text = value.toFixed(decimals);
    if (text !== limit.toFixed(decimals)) return text;
  }
  return value.toFixed(FEWEST_DECIMALS);
}
