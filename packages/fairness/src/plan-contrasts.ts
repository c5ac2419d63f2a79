/**
 * Which groups a limit is judged between, and which cannot be judged.
 *
 * @module
 */
import type { FairnessSection } from "@ml-gates/gate";
import { measureContrast, type RateContrast } from "./measure-contrast.ts";
import { type Group, type MetricFrame, MISSING_GROUP } from "./metric-frame.ts";
import type { DisparityLimit } from "./plan-limits.ts";
import { countRate, RATES } from "./rates.ts";
import { type Unjudged, unjudged } from "./unjudged.ts";

/** A group held against the reference under one limit: one part for each rate of the disparity. */
export interface Contrast {
  readonly id: string;
  readonly limit: DisparityLimit;
  readonly frame: MetricFrame;
  readonly group: Group;
  readonly reference: Reference;
  readonly parts: readonly RateContrast[];
}

/** The group the others are compared with, and why that one. */
export interface Reference extends Group {
  readonly chosen: "named" | "largest";
}

/** How a section wants groups chosen. */
export type GroupPolicy = Pick<FairnessSection, "expect" | "minimum" | "reference">;

/**
 * Every contrast of a limit: each group against the reference, the minimum tested first; and the groups that were
 * declared but are not there.
 */
export function planContrasts(
  limit: DisparityLimit,
  frame: MetricFrame,
  policy: GroupPolicy,
): readonly (Contrast | Unjudged)[] {
  const { byGroup } = frame;
  if (byGroup.length === 0) return [unjudged.noRows(limit)];
  const declared = policy.expect[limit.column] ?? [];
  const absent = declared.filter((name) => !byGroup.some((group) => group.name === name));
  return [
    ...planPresent(limit, frame, policy),
    ...absent.map((name) => unjudged.groupAbsent(limit, name, byGroup)),
  ];
}

function planPresent(
  limit: DisparityLimit,
  frame: MetricFrame,
  policy: GroupPolicy,
): readonly (Contrast | Unjudged)[] {
  const { byGroup } = frame;
  const named = policy.reference[limit.column];
  const reference = chooseReference(byGroup, named);
  if (reference === null) return [unjudged.referenceAbsent(limit, named ?? "", byGroup)];
  const others = byGroup.filter(({ name }) => name !== reference.name);
  if (others.length === 0) return [unjudged.oneGroup(limit, reference.name)];
  return others.map((group) => planPair({ limit, frame, group, reference }, policy.minimum));
}

/** The named group; else the largest, of equals the first by name. Rows without a group are nobody's measure. */
export function chooseReference(groups: readonly Group[], named: string | undefined): Reference | null {
  if (named !== undefined) {
    const found = groups.find(({ name }) => name === named);
    return found === undefined ? null : { ...found, chosen: "named" };
  }
  const known = groups.filter(({ name }) => name !== MISSING_GROUP);
  const [largest] = (known.length === 0 ? groups : known).toSorted((left, right) => right.n - left.n);
  return largest === undefined ? null : { ...largest, chosen: "largest" };
}

function planPair(pair: Omit<Contrast, "id" | "parts">, minimum: number): Contrast | Unjudged {
  const { limit, group, reference } = pair;
  const { rates, comparison } = limit.disparity;
  const sides = rates.flatMap((rate) =>
    [group, reference].map(({ name, counts }) => ({ name, rate, ...countRate(rate, counts) })),
  );
  const small = sides.find(({ trials }) => trials < minimum);
  if (small) return unjudged.belowMinimum(limit, group.name, { ...small, minimum });
  const empty = sides.find(({ trials }) => trials === 0);
  if (empty) return unjudged.emptyDenominator(limit, group.name, { ...empty, ...RATES[empty.rate] });
  const parts = rates.map((rate) =>
    measureContrast({
      rate,
      comparison,
      group: countRate(rate, group.counts),
      reference: countRate(rate, reference.counts),
    }),
  );
  const zero = rates[parts.indexOf(null)];
  if (zero !== undefined)
    return unjudged.zeroRates(limit, group.name, { reference: reference.name, rate: zero });
  return { ...pair, id: `${limit.id}=${group.name}`, parts: parts.flatMap((part) => part ?? []) };
}
