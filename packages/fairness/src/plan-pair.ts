/**
 * One group held against the reference: which rates of the disparity can be judged.
 *
 * @module
 */
import type { Proportion } from "@ml-gates/statistics";
import { measureContrast, type RateContrast } from "./measure-contrast.ts";
import type { Group, MetricFrame } from "./metric-frame.ts";
import type { DisparityLimit } from "./plan-limits.ts";
import { countRate, RATES, type RateName } from "./rates.ts";
import { type Unjudged, unjudged } from "./unjudged.ts";

/** A group and the reference under one limit. */
export interface Pair {
  readonly limit: DisparityLimit;
  readonly frame: MetricFrame;
  readonly group: Group;
  readonly reference: Reference;
  /** Smallest denominator that is judged. */
  readonly minimum: number;
}

/** The group the others are compared with, and why that one. */
export interface Reference extends Group {
  readonly chosen: "named" | "largest";
}

/** A pair that can be judged: one part for each rate of the disparity whose denominators reach the minimum. */
export interface Contrast extends Pair {
  readonly id: string;
  readonly parts: readonly RateContrast[];
  /** The rates left out, each with the denominator that is below the minimum. */
  readonly small: readonly Side[];
}

/** One rate of one group. */
export interface Side extends Proportion {
  readonly name: string;
  readonly rate: RateName;
}

/** The minimum is tested first, rate by rate: a rate below it is left out, and with no rate left the pair is skipped. */
export function planPair(pair: Pair): Contrast | Unjudged {
  const { limit, group, reference, minimum } = pair;
  const { rates, comparison } = limit.disparity;
  const small = listSmall(pair);
  const [smallest] = small;
  const enough = rates.filter((rate) => !small.some((side) => side.rate === rate));
  if (smallest !== undefined && enough.length === 0)
    return unjudged.belowMinimum(limit, group.name, { ...smallest, minimum });
  const empty = enough.map((rate) => smallerSide(pair, rate)).find(({ trials }) => trials === 0);
  if (empty) return unjudged.emptyDenominator(limit, group.name, { ...empty, ...RATES[empty.rate] });
  const parts = enough.map((rate) =>
    measureContrast({
      rate,
      comparison,
      group: countRate(rate, group.counts),
      reference: countRate(rate, reference.counts),
    }),
  );
  const zero = enough[parts.indexOf(null)];
  if (zero !== undefined)
    return unjudged.zeroRates(limit, group.name, { reference: reference.name, rate: zero });
  return { ...pair, id: `${limit.id}=${group.name}`, parts: parts.flatMap((part) => part ?? []), small };
}

/** The denominators below the minimum, the smaller of both groups for each rate; smallest first. */
export function listSmall(pair: Pair): readonly Side[] {
  return pair.limit.disparity.rates
    .map((rate) => smallerSide(pair, rate))
    .filter(({ trials }) => trials < pair.minimum)
    .toSorted((left, right) => left.trials - right.trials);
}

function smallerSide({ group, reference }: Pair, rate: RateName): Side {
  const own = { name: group.name, rate, ...countRate(rate, group.counts) };
  const other = { name: reference.name, rate, ...countRate(rate, reference.counts) };
  return other.trials < own.trials ? other : own;
}
