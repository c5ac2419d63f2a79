/**
 * One group held against the reference, or by itself: which measures of the disparity can be judged.
 *
 * @module
 */
import { compareEstimates } from "./compare-estimates.ts";
import { measureChange } from "./measure-change.ts";
import type { RateContrast } from "./measure-contrast.ts";
import { measureLevel } from "./measure-level.ts";
import { findMeasure } from "./measures.ts";
import type { Group, MetricFrame } from "./metric-frame.ts";
import type { DisparityLimit } from "./plan-limits.ts";
import { type Unjudged, unjudged } from "./unjudged.ts";

/** A group and the reference under one limit. */
export interface Pair {
  readonly limit: DisparityLimit;
  readonly frame: MetricFrame;
  readonly group: Group;
  /** Null where a group is judged by itself. */
  readonly reference: Reference | null;
  /** Smallest denominator that is judged. */
  readonly minimum: number;
}

/** The group the others are compared with, and why that one. */
export interface Reference extends Group {
  readonly chosen: "named" | "largest";
}

/** A pair that can be judged: one part for each measure of the disparity whose denominators reach the minimum. */
export interface Contrast extends Pair {
  readonly id: string;
  readonly parts: readonly RateContrast[];
  /** The measures left out, each with the denominator that is below the minimum. */
  readonly small: readonly Side[];
}

/** One measure of one group, and how many rows it has. */
export interface Side {
  readonly name: string;
  readonly rate: string;
  readonly trials: number;
}

/** The minimum is tested first, measure by measure: one below it is left out, and with none left the pair is skipped. */
export function planPair(pair: Pair): Contrast | Unjudged {
  const { limit, group, minimum } = pair;
  const { rates } = limit.disparity;
  const small = listSmall(pair);
  const [smallest] = small;
  const enough = rates.filter((rate) => !small.some((side) => side.rate === rate));
  if (smallest !== undefined && enough.length === 0)
    return unjudged.belowMinimum(limit, group.name, { ...smallest, minimum });
  const empty = enough.map((rate) => smallerSide(pair, rate)).find(({ trials }) => trials === 0);
  if (empty) return unjudged.emptyDenominator(limit, group.name, { ...empty, ...findMeasure(empty.rate) });
  const parts = enough.map((rate) => measurePart(pair, rate));
  const zero = enough[parts.indexOf(null)];
  if (zero !== undefined) {
    const tell = limit.disparity.comparison === "ratio" ? unjudged.zeroRates : unjudged.noValue;
    return tell(limit, group.name, { reference: pair.reference?.name ?? group.name, rate: zero });
  }
  return { ...pair, id: `${limit.id}=${group.name}`, parts: parts.flatMap((part) => part ?? []), small };
}

function measurePart({ limit, group, reference }: Pair, rate: string): RateContrast | null {
  const measure = findMeasure(rate);
  const { comparison } = limit.disparity;
  if (limit.judges === "change") return measureChange({ rate, comparison, measure, group, reference });
  const own = measure.estimate(group);
  if (own === null) return null;
  if (limit.judges === "level" || reference === null)
    return measureLevel({ rate, estimate: own, limit: limit.limit.value, bound: limit.bound });
  const other = measure.estimate(reference);
  return other === null ? null : compareEstimates({ rate, comparison, group: own, reference: other });
}

/** The denominators below the minimum, the smaller of both groups for each measure; smallest first. */
export function listSmall(pair: Pair): readonly Side[] {
  return pair.limit.disparity.rates
    .map((rate) => smallerSide(pair, rate))
    .filter(({ trials }) => trials < pair.minimum)
    .toSorted((left, right) => left.trials - right.trials);
}

function smallerSide({ group, reference }: Pair, rate: string): Side {
  const { trials } = findMeasure(rate);
  const own = { name: group.name, rate, trials: trials(group) };
  if (reference === null) return own;
  const other = { name: reference.name, rate, trials: trials(reference) };
  return other.trials < own.trials ? other : own;
}
