/**
 * The decision rule for disparities: two keys to fail, and in mode `prove` a proof to pass.
 *
 * @module
 */
import { type Mode, roundJudged } from "@ml-gates/gate";
import { type Decision, detectable, normalQuantile, prove, requiredN, screen } from "@ml-gates/statistics";
import type { RateContrast } from "./measure-contrast.ts";
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
    const { outcome: first, pAdjusted } = screened[index] ?? { outcome: "inconclusive", pAdjusted: null };
    const low = slackOfInterval(each.weakest, limit);
    const outcome = mode === "prove" ? prove({ screened: first, low, margin: 0 }) : first;
    const power = { mode, blocking: (blocking ? family : 1) * parts.length };
    return {
      ...each,
      outcome,
      pAdjusted,
      requiredN: outcome === "inconclusive" ? rowsToSettle(each, power) : null,
      detectable: smallestShown(each.decisive, limit, power.blocking),
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
function slackOf(value: number, { disparity, limit }: DisparityLimit): number {
  const slack = disparity.comparison === "ratio" ? value - limit.value : limit.value - value;
  return Math.abs(slack) < EPSILON ? 0 : slack;
}

const EPSILON = 1e-12;

/** The least distance inside the limit that the interval allows. */
function slackOfInterval({ interval }: RateContrast, limit: DisparityLimit): number {
  return slackOf(limit.disparity.comparison === "ratio" ? interval.low : interval.high, limit);
}

/** Least by a measure; of equals the one with the smaller p. */
function leastBy(parts: readonly RateContrast[], measure: (part: RateContrast) => number): RateContrast {
  const [least] = parts.toSorted((left, right) => measure(left) - measure(right) || left.p - right.p);
  if (least === undefined) throw new RangeError("a disparity has no rates");
  return least;
}

/** The limit as a difference of rates: a ratio's is that share of the larger rate. */
function limitAsDifference({ group, reference }: RateContrast, { disparity, limit }: DisparityLimit): number {
  const larger = Math.max(group.successes / group.trials, reference.successes / reference.trials);
  return disparity.comparison === "ratio" ? (1 - limit.value) * larger : limit.value;
}

/** In screen the rows from which a breach is significant; in prove those at which equal groups pass. */
function rowsToSettle(
  {
    contrast,
    decisive,
    weakest,
    breached,
  }: Pick<DecidedContrast, "contrast" | "decisive" | "weakest" | "breached">,
  { mode, blocking }: { readonly mode: Mode; readonly blocking: number },
): number | null {
  const basis = mode === "prove" && !breached ? weakest : decisive;
  const { standardError } = basis;
  const n = basis.group.trials + basis.reference.trials;
  const limit = limitAsDifference(basis, contrast.limit);
  if (standardError === 0 || limit === 0) return null;
  const z = normalQuantile(1 - ALPHA) + normalQuantile(1 - (1 - POWER) / 2);
  const rows =
    mode === "prove" && !breached
      ? Math.ceil(n * ((z * standardError) / limit) ** 2)
      : requiredN({ n, standardError, limit, blocking, alpha: ONE_SIDE });
  return rows !== null && rows > n ? rows : null;
}

function smallestShown(decisive: RateContrast, limit: DisparityLimit, blocking: number): number | null {
  const { standardError, group, reference } = decisive;
  if (standardError === 0) return null;
  const difference = detectable({ standardError, blocking, alpha: ONE_SIDE });
  if (limit.disparity.comparison === "difference") return roundJudged(Math.min(1, difference));
  const larger = Math.max(group.successes / group.trials, reference.successes / reference.trials);
  return roundJudged(Math.max(0, 1 - difference / larger));
}
