/**
 * What was seen between two groups and what was wanted, in one sentence, and what to do now.
 *
 * @module
 */
import type { Mode } from "@ml-gates/gate";
import type { DecidedContrast } from "./decide-contrasts.ts";
import { measureDisparity } from "./disparities.ts";
import type { RateContrast } from "./measure-contrast.ts";
import { countRate } from "./rates.ts";
import { saySmall } from "./unjudged.ts";

/** A decision in words. */
export interface Telling {
  readonly why: string;
  readonly remedy: string | null;
}

/** Words for a decided contrast. */
export function tellContrast(decided: DecidedContrast, mode: Mode): Telling {
  const why = `${tellSeen(decided)}; ${tellDecision(decided, mode)}${tellLeftOut(decided)}.`;
  if (decided.outcome === "pass") return { why, remedy: null };
  return { why: `${why}${tellOverall(decided)}`, remedy: tellRemedy(decided) };
}

function tellSeen({ contrast, decisive }: DecidedContrast): string {
  const { group, reference, limit } = contrast;
  const { comparison } = limit.disparity;
  const choice = reference.chosen === "largest" ? "the largest group" : "the reference";
  const [own, other] = [sayRate(decisive.group), sayRate(decisive.reference)];
  const wanted = comparison === "ratio" ? "at least" : "at most";
  return (
    `${decisive.rate} of ${limit.column}=${group.name} is ${own} against ${other} of ` +
    `${limit.column}=${reference.name} (${choice}): ${comparison} ${sayBeside(decisive.value, limit.limit.value)}, ` +
    `wanted ${wanted} ${limit.limit.value}`
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

/** With more than two groups the number fairlearn prints is another one than the contrast's. */
function tellOverall({ contrast: { limit, frame, minimum } }: DecidedContrast): string {
  const { check, column, disparity } = limit;
  const { length } = frame.byGroup;
  const value = measureDisparity(
    disparity,
    frame.byGroup.map(({ counts }) => counts),
  );
  if (length < 3 || value === null) return "";
  const few = frame.byGroup.some(({ counts }) =>
    disparity.rates.some((rate) => countRate(rate, counts).trials < minimum),
  );
  const which = `all ${length} groups of ${column}${few ? ", those too small to judge included," : ""}`;
  return ` fairlearn's ${check.metric} over ${which} is ${value.toFixed(3)}.`;
}

function sayTest({ decisive, p: own, pAdjusted }: DecidedContrast): string {
  const p = (pAdjusted ?? own).toPrecision(2);
  const n = `n = ${decisive.group.trials} against ${decisive.reference.trials}`;
  return `p = ${p}${pAdjusted === null ? "" : " after Holm"}, ${n}`;
}

function tellRemedy({ contrast, outcome, decisive, requiredN }: DecidedContrast): string {
  const { limit, group } = contrast;
  const { kind } = limit.limit;
  if (outcome === "fail") {
    return `Look at the rows, labels and threshold behind ${decisive.rate} of ${limit.column}=${group.name} and mend the candidate; or choose another \`${kind}\` on the base branch first.`;
  }
  const rows = requiredN === null ? "more rows" : `about ${requiredN} rows`;
  return `Evaluate on ${rows} of these two groups, or choose another \`${kind}\` on the base branch first.`;
}

function sayRate({ successes, trials }: RateContrast["group"]): string {
  return (successes / trials).toFixed(3);
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
