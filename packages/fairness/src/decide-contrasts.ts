/**
 * The decision rule for disparities: two keys to fail, and in mode `prove` a proof to pass.
 *
 * @module
 */
import { type Mode, roundJudged } from "@ml-gates/gate";
import { type Decision, detectable, normalQuantile, prove, requiredN, screen } from "@ml-gates/statistics";
import type { RateContrast } from "./measure-contrast.ts";
import { findMeasure } from "./measures.ts";
import type { DisparityLimit } from "./plan-limits.ts";
import type { Contrast } from "./plan-pair.ts";

/** A contrast decided. */
export interface DecidedContrast {
  readonly contrast: Contrast;
  /** The rate whose breach and p decide: the surest of those beyond the limit; within it, the furthest from parity. */
  readonly decisive: RateContrast;
  /** The decisive rate's p times the number of rates it was chosen from, cut at 1. */
  readonly p: number;
  /** The rate whose interval comes nearest to the limit or furthest beyond it. */
  readonly weakest: RateContrast;
  readonly breached: boolean;
  readonly outcome: Decision;
  readonly pAdjusted: number | null;
  /** Rows of both groups at which an open decision would settle. */
  readonly requiredN: number | null;
  /** Smallest disparity these rows could have shown with 80 % power, in the metric's own unit. */
  readonly detectable: number | null;
}

const ALPHA = 0.05;
/** Contrasts are two-sided: each side has half. */
const ONE_SIDE = ALPHA / 2;
const POWER = 0.8;

/**
 * Decides all contrasts of a gate together: one Holm family over those whose check blocks. Proving every group is
 * an intersection of claims, which needs no correction.
 */
export function decideContrasts(contrasts: readonly Contrast[], mode: Mode): readonly DecidedContrast[] {
  const weighed = contrasts.map(weighContrast);
  const screened = screen(
    weighed.map(({ p, breached, blocking }) => ({ breached, p, blocking })),
    ALPHA,
  );
  const family = weighed.filter(({ blocking }) => blocking).length;
  return weighed.map(({ blocking, ...each }, index) => {
    const { limit, parts } = each.contrast;
    const alpha = limit.judges === "between" ? ONE_SIDE : ALPHA;
    const { outcome: first, pAdjusted } = screened[index] ?? { outcome: "inconclusive", pAdjusted: null };
    const low = slackOfInterval(each.weakest, limit);
    const outcome = mode === "prove" ? prove({ screened: first, low, margin: 0 }) : first;
    const power = { mode, alpha, blocking: (blocking ? family : 1) * parts.length };
    return {
      ...each,
      outcome,
      pAdjusted,
      requiredN: outcome === "inconclusive" ? rowsToSettle(each, power) : null,
      detectable: smallestShown(each.decisive, limit, power),
    };
  });
}

function weighContrast(contrast: Contrast) {
  const { limit, parts } = contrast;
  const decisive = chooseDecisive(parts, limit);
  const weakest = leastBy(parts, (part) => slackOfInterval(part, limit));
  const breached = slackOf(decisive.value, limit) < 0;
  // Whoever looks at two rates and takes one of them sees noise twice as often.
  const p = Math.min(1, decisive.p * parts.length);
  return { contrast, decisive, weakest, p, breached, blocking: limit.check.severity === "block" };
}

/** A gap that is wide but noisy must not hide one that is narrower, beyond the limit and significant. */
function chooseDecisive(parts: readonly RateContrast[], limit: DisparityLimit): RateContrast {
  const slack = ({ value }: RateContrast) => slackOf(value, limit);
  const beyond = parts.filter((part) => slack(part) < 0);
  if (beyond.length === 0) return leastBy(parts, slack);
  const surest = Math.min(...beyond.map(({ p }) => p));
  return leastBy(
    beyond.filter(({ p }) => p === surest),
    slack,
  );
}

/** Distance inside the limit; a breach is negative. Sums of doubles differ in their last digits, hence rounded. */
function slackOf(value: number, { bound, limit }: DisparityLimit): number {
  const slack = bound === "floor" ? value - limit.value : limit.value - value;
  return Math.abs(slack) < EPSILON ? 0 : slack;
}

const EPSILON = 1e-12;

/** The least distance inside the limit that the interval allows. */
function slackOfInterval({ interval }: RateContrast, limit: DisparityLimit): number {
  return slackOf(limit.bound === "floor" ? interval.low : interval.high, limit);
}

/** Least by a measure; of equals the one with the smaller p. */
function leastBy(parts: readonly RateContrast[], measure: (part: RateContrast) => number): RateContrast {
  const [least] = parts.toSorted((left, right) => measure(left) - measure(right) || left.p - right.p);
  if (least === undefined) throw new RangeError("a disparity has no rates");
  return least;
}

/** The limit in the unit of the standard error: a ratio's is that share of the larger rate, a level's the distance to it. */
function limitAsDifference({ group, reference, value }: RateContrast, limit: DisparityLimit): number {
  if (limit.judges === "level") return Math.abs(value - limit.limit.value);
  if (limit.judges === "change" || limit.disparity.comparison !== "ratio") return limit.limit.value;
  return (1 - limit.limit.value) * Math.max(group.value, reference?.value ?? 0);
}

/** Effective rows of what is compared. */
export function countTrials({ group, reference }: RateContrast): number {
  return group.trials + (reference?.trials ?? 0);
}

interface Power {
  readonly mode: Mode;
  readonly blocking: number;
  readonly alpha: number;
}

/** In screen the rows from which a breach is significant; in prove those at which equal groups pass. */
function rowsToSettle(
  {
    contrast,
    decisive,
    weakest,
    breached,
  }: Pick<DecidedContrast, "contrast" | "decisive" | "weakest" | "breached">,
  { mode, blocking, alpha }: Power,
): number | null {
  const basis = mode === "prove" && !breached ? weakest : decisive;
  const { standardError } = basis;
  const n = countTrials(basis);
  const limit = limitAsDifference(basis, contrast.limit);
  if (standardError === 0 || limit === 0) return null;
  const z = normalQuantile(1 - ALPHA) + normalQuantile(1 - (1 - POWER) / 2);
  const rows =
    mode === "prove" && !breached
      ? Math.ceil(n * ((z * standardError) / limit) ** 2)
      : requiredN({ n, standardError, limit, blocking, alpha });
  return rows !== null && rows > n ? rows : null;
}

function smallestShown(
  { standardError, group, reference }: RateContrast,
  { judges, disparity }: DisparityLimit,
  { blocking, alpha }: Power,
): number | null {
  if (standardError === 0) return null;
  const difference = detectable({ standardError, blocking, alpha });
  if (judges !== "between" || reference === null) return roundJudged(difference);
  const larger = Math.max(group.value, reference.value);
  if (disparity.comparison === "ratio") return roundJudged(Math.max(0, 1 - difference / larger));
  const unit = disparity.rates.every((rate) => findMeasure(rate).range === "unit");
  return roundJudged(unit && disparity.comparison === "difference" ? Math.min(1, difference) : difference);
}
