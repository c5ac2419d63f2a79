/**
 * Which groups a limit is judged between, and which cannot be judged.
 *
 * @module
 */
import type { FairnessSection } from "@ml-gates/gate";
import { findMeasure } from "./measures.ts";
import { type Group, type MetricFrame, MISSING_GROUP } from "./metric-frame.ts";
import type { DisparityLimit } from "./plan-limits.ts";
import { type Contrast, listSmall, planPair, type Reference } from "./plan-pair.ts";
import { type Unjudged, unjudged } from "./unjudged.ts";

/** How a section wants groups chosen. */
export interface GroupPolicy extends Pick<FairnessSection, "expect" | "minimum" | "reference"> {
  /** Why there is no baseline; null when there is one. */
  readonly baselineAbsent: string | null;
}

/**
 * Every contrast of a limit: each group against the reference, the minimum tested first; one finding more when that
 * leaves nobody to judge; and the groups that were declared but are not there.
 */
export function planContrasts(
  limit: DisparityLimit,
  frame: MetricFrame,
  policy: GroupPolicy,
): readonly (Contrast | Unjudged)[] {
  const { byGroup } = frame;
  if (byGroup.length === 0) return [unjudged.noRows(limit)];
  if (limit.judges === "change" && policy.baselineAbsent !== null)
    return [unjudged.noBaseline(limit, policy.baselineAbsent)];
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
  const alone = isAlone(limit);
  const named = policy.reference[limit.column];
  const reference = chooseReference(byGroup, named);
  if (reference === null && !alone) return [unjudged.referenceAbsent(limit, named ?? "", byGroup)];
  const others = alone ? byGroup : byGroup.filter(({ name }) => name !== reference?.name);
  if (others.length === 0) return [unjudged.oneGroup(limit, reference?.name ?? "")];
  const empty = findEmptyRate(limit, frame);
  if (empty !== undefined) return [unjudged.emptyEverywhere(limit, empty)];
  const { minimum } = policy;
  const pairs = others.map((group) => ({
    ...{ limit, frame, group, minimum },
    reference: alone ? null : reference,
  }));
  const planned = pairs.map(planPair);
  const skipped = planned.every((each) => "outcome" in each && each.outcome === "skipped");
  if (!skipped) return planned;
  return [...planned, unjudged.nothingJudged(limit, pairs.flatMap(listSmall), minimum)];
}

/** `group_min` and `group_max` are of each group by itself, whether a value or its change is judged. */
function isAlone({ disparity: { comparison } }: DisparityLimit): boolean {
  return comparison === "group_min" || comparison === "group_max";
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

/** A rate that no group has, as after a join that lost its labels, is no matter of group sizes. */
function findEmptyRate(limit: DisparityLimit, { byGroup }: MetricFrame): string | undefined {
  return limit.disparity.rates.find((rate) => {
    const { trials } = findMeasure(rate);
    return byGroup.every((group) => trials(group) === 0);
  });
}
