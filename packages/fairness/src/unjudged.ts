/**
 * Why a group is not judged, in a word for machines and a sentence for people.
 *
 * @module
 */
import { findMeasure } from "./measures.ts";
import type { Group } from "./metric-frame.ts";
import type { DisparityLimit } from "./plan-limits.ts";

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

/** A denominator below the minimum, and whose it is. */
interface SmallSide {
  readonly name: string;
  readonly rate: string;
  readonly trials: number;
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

  noBaseline: (limit: DisparityLimit, absent: string): Unjudged =>
    tell(limit, null, {
      outcome: "skipped",
      reason: "no-baseline",
      n: null,
      why: `${limit.check.metric} by ${limit.column} was not compared: there is no baseline yet, ${absent}.`,
      remedy: "Promote a first version, or name another `baseline` under `predictions`.",
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
    small: SmallSide & { readonly minimum: number },
  ): Unjudged =>
    tell(limit, groupName, {
      outcome: "skipped",
      reason: "below-minimum",
      n: small.trials,
      why: `${limit.check.metric} of ${limit.column}=${groupName} was skipped: ${saySmall(limit, small)}, fewer than the minimum of ${small.minimum}.`,
      remedy: "Evaluate on more rows of that group, merge rare groups, or state another `minimum`.",
    }),

  nothingJudged: (limit: DisparityLimit, small: readonly SmallSide[], minimum: number): Unjudged =>
    tell(limit, null, {
      outcome: "inconclusive",
      reason: "nothing-judged",
      n: Math.min(...small.map(({ trials }) => trials)),
      why: `${limit.check.metric} by ${limit.column} judged nobody: every group was skipped, below the minimum of ${minimum}; ${listSmallest(limit, small)}.`,
      remedy:
        "Evaluate on more rows of these groups, merge rare groups, state another `minimum`, or remove this column from `by`.",
    }),

  emptyEverywhere: (limit: DisparityLimit, rate: string): Unjudged =>
    tell(limit, null, {
      outcome: "not-evaluable",
      reason: findMeasure(rate).empty,
      n: 0,
      why: `${limit.check.metric} by ${limit.column} cannot be judged: ${rate} needs ${findMeasure(rate).unit}, and no group has any.`,
      remedy:
        "Look at the label column, how it was joined, and the value named as `positive`; evaluate on rows that hold both labels.",
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

  noValue: (
    limit: DisparityLimit,
    groupName: string,
    { reference, rate }: { readonly reference: string; readonly rate: string },
  ): Unjudged =>
    tell(limit, groupName, {
      outcome: "not-evaluable",
      reason: "no-value",
      n: null,
      why: `${limit.check.metric} of ${limit.column}=${groupName} cannot be judged: ${rate} has no value there or in ${limit.column}=${reference}, such as where every label is the same.`,
      remedy: "Look at the labels and predictions of both groups, or limit another measure.",
    }),

  zeroRates: (
    limit: DisparityLimit,
    groupName: string,
    { reference, rate }: { readonly reference: string; readonly rate: string },
  ): Unjudged =>
    tell(limit, groupName, {
      outcome: "not-evaluable",
      reason: "zero-rates",
      n: null,
      why: `${limit.check.metric} of ${limit.column}=${groupName} cannot be judged: ${rate} is 0 there and in ${limit.column}=${reference}, and 0 / 0 is no ratio.`,
      remedy: `Limit the difference instead of the ratio, such as ${limit.check.metric.replace(/_ratio$/, "_difference")}, or evaluate on more rows.`,
    }),
} as const;

const MOST_NAMES = 10;

function tell(limit: DisparityLimit, groupName: string | null, telling: Telling): Unjudged {
  const id = groupName === null ? limit.id : `${limit.id}=${groupName}`;
  return { id, limit, groupName, ...telling, why: `${sayWithin(limit)}${telling.why}` };
}

/** "Within region=west: "; nothing without control columns. */
export function sayWithin({ within }: DisparityLimit): string {
  const cells = Object.entries(within).map(([column, value]) => `${column}=${value}`);
  return cells.length === 0 ? "" : `Within ${cells.join(", ")}: `;
}

/** How few there are of what a rate is made of: "SEX=b has 9 rows with a positive label". */
export function saySmall({ column }: DisparityLimit, { name, rate, trials }: SmallSide): string {
  return `${column}=${name} has ${sayCount(trials, findMeasure(rate).unit)}`;
}

function listSmallest(limit: DisparityLimit, small: readonly SmallSide[]): string {
  const said = [
    ...new Set(
      small.toSorted((left, right) => left.trials - right.trials).map((side) => saySmall(limit, side)),
    ),
  ];
  return `${said.slice(0, MOST_NAMES).join(", ")}${said.length > MOST_NAMES ? ", …" : ""}`;
}

function sayCount(count: number, unit: string): string {
  if (!Number.isInteger(count)) return `an effective ${count.toFixed(1)} ${unit}`;
  return `${count} ${count === 1 ? unit.replace("rows", "row") : unit}`;
}

function listNames(groups: readonly Group[]): string {
  const names = groups.slice(0, MOST_NAMES).map(({ name }) => name);
  return `${names.join(", ")}${groups.length > MOST_NAMES ? ", …" : ""}`;
}
