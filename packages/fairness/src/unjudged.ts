/**
 * Why a group is not judged, in a word for machines and a sentence for people.
 *
 * @module
 */
import type { Group } from "./metric-frame.ts";
import type { DisparityLimit } from "./plan-limits.ts";
import { RATES, type RateName } from "./rates.ts";

/** A finding without a number. */
export interface Unjudged {
  readonly id: string;
  readonly limit: DisparityLimit;
  /** Null when the whole column cannot be judged. */
  readonly groupName: string | null;
  readonly outcome: "skipped" | "not-evaluable" | "inconclusive";
  readonly reason: string;
  readonly n: number | null;
  readonly why: string;
  readonly remedy: string;
}

type Telling = Pick<Unjudged, "outcome" | "reason" | "n" | "why" | "remedy">;

/** The ways a limit cannot be judged. */
export const unjudged = {
  noRows: (limit: DisparityLimit): Unjudged =>
    tell(limit, null, {
      outcome: "inconclusive",
      reason: "no-rows",
      n: 0,
      why: `${limit.check.metric} by ${limit.column} cannot be judged: the predictions hold no rows.`,
      remedy: "Write the predictions of at least some rows.",
    }),

  oneGroup: (limit: DisparityLimit, name: string): Unjudged =>
    tell(limit, null, {
      outcome: "not-evaluable",
      reason: "one-group",
      n: null,
      why: `${limit.check.metric} by ${limit.column} cannot be judged: one group present (${limit.column}=${name}), and at least two were wanted.`,
      remedy: "Evaluate on rows of every group, or remove this column from `by`.",
    }),

  referenceAbsent: (limit: DisparityLimit, name: string, present: readonly Group[]): Unjudged =>
    tell(limit, null, {
      outcome: "not-evaluable",
      reason: "reference-absent",
      n: null,
      why: `${limit.check.metric} by ${limit.column} cannot be judged: the reference group ${limit.column}=${name} is absent; present are ${listNames(present)}.`,
      remedy: "Evaluate on rows of the reference group too, or name another one under `reference`.",
    }),

  groupAbsent: (limit: DisparityLimit, name: string, present: readonly Group[]): Unjudged =>
    tell(limit, name, {
      outcome: "not-evaluable",
      reason: "group-absent",
      n: 0,
      why: `${limit.check.metric} of ${limit.column}=${name} cannot be judged: the group is declared under \`expect\` but absent; present are ${listNames(present)}.`,
      remedy: "Evaluate on rows of that group too, or remove it from `expect`.",
    }),

  belowMinimum: (
    limit: DisparityLimit,
    groupName: string,
    small: {
      readonly name: string;
      readonly rate: RateName;
      readonly trials: number;
      readonly minimum: number;
    },
  ): Unjudged =>
    tell(limit, groupName, {
      outcome: "skipped",
      reason: "below-minimum",
      n: small.trials,
      why: `${limit.check.metric} of ${limit.column}=${groupName} was skipped: ${limit.column}=${small.name} has ${sayCount(small.trials, RATES[small.rate].unit)}, fewer than the minimum of ${small.minimum}.`,
      remedy: "Evaluate on more rows of that group, merge rare groups, or state another `minimum`.",
    }),

  emptyDenominator: (
    limit: DisparityLimit,
    groupName: string,
    empty: { readonly name: string; readonly unit: string; readonly empty: string },
  ): Unjudged =>
    tell(limit, groupName, {
      outcome: "not-evaluable",
      reason: empty.empty,
      n: 0,
      why: `${limit.check.metric} of ${limit.column}=${groupName} cannot be judged: ${limit.column}=${empty.name} has no ${empty.unit}.`,
      remedy: "Evaluate on rows that hold both labels in every group, or merge rare groups.",
    }),

  zeroRates: (
    limit: DisparityLimit,
    groupName: string,
    { reference, rate }: { readonly reference: string; readonly rate: RateName },
  ): Unjudged =>
    tell(limit, groupName, {
      outcome: "not-evaluable",
      reason: "zero-rates",
      n: null,
      why: `${limit.check.metric} of ${limit.column}=${groupName} cannot be judged: ${rate} is 0 there and in ${limit.column}=${reference}, and 0 / 0 is no ratio.`,
      remedy: `Limit the difference instead of the ratio, such as ${rate}_difference, or evaluate on more rows.`,
    }),
} as const;

const MOST_NAMES = 10;

function tell(limit: DisparityLimit, groupName: string | null, telling: Telling): Unjudged {
  const id = groupName === null ? limit.id : `${limit.id}=${groupName}`;
  return { id, limit, groupName, ...telling };
}

function sayCount(count: number, unit: string): string {
  return `${count} ${count === 1 ? unit.replace("rows", "row") : unit}`;
}

function listNames(groups: readonly Group[]): string {
  const names = groups.slice(0, MOST_NAMES).map(({ name }) => name);
  return `${names.join(", ")}${groups.length > MOST_NAMES ? ", …" : ""}`;
}
