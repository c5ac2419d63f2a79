/**
 * What of every group was measured, and what fairlearn, AIF360 and aequitas make of it: only the report shows this, and
 * nothing judges it.
 *
 * @module
 */
import { type FairnessSection, type JsonValue, type Measurements, roundJudged } from "@ml-gates/gate";
import type { CountColumns } from "@ml-gates/queries";
import { normalQuantile, wilsonInterval } from "@ml-gates/statistics";
import { measureExtremes } from "./aggregates.ts";
import { describePeers, hasDecisions, isKnown } from "./describe-peers.ts";
import { DISPARITIES, measureDisparity, NAMED_DISPARITIES } from "./disparities.ts";
import { MEASURES, type Measure } from "./measures.ts";
import type { Group, GroupRows, MetricFrame } from "./metric-frame.ts";
import { chooseReference } from "./plan-contrasts.ts";
import { countNegatives, countPositives, countSelected, RATE_NAMES } from "./rates.ts";

const CONFIDENCE = 0.95;

/** What is shown; of selections alone, only what is made of selection rates. */
export interface Shown extends Pick<FairnessSection, "reference" | "checks"> {
  readonly known: CountColumns;
}

/**
 * The measurements `fairness/1`: the rates of all rows; by column (or intersection, or control cell) the reference, the groups with
 * their counts and rates, the absent cells of an intersection, the rates' 95 % intervals, the disparities over all groups,
 * the same as fairlearn prints them, and the companions of the four-fifths rule.
 *
 * @example
 * listDisparities([], { reference: {}, checks: [], known: "confusion" }); // => { schema: "fairness/1", data: { overall: null, columns: {}, beside: {} } }
 */
export function listDisparities(frames: readonly MetricFrame[], section: Shown): Measurements {
  const named = (describe: (frame: MetricFrame, section: Shown) => JsonValue) =>
    Object.fromEntries(frames.map((frame) => [nameFrame(frame), describe(frame, section)]));
  const [first] = frames;
  return {
    schema: "fairness/1",
    data: {
      overall: first === undefined ? null : describeRows(first.overall, section.known),
      columns: named(describeFrame),
      beside: named(describeBeside),
    },
  };
}

function nameFrame({ column, within }: MetricFrame): string {
  const cells = Object.entries(within).map(([name, value]) => `${name}=${value}`);
  return cells.length === 0 ? column : `${column} within ${cells.join(", ")}`;
}

function describeFrame(frame: MetricFrame, section: Shown): JsonValue {
  const { column, byGroup, absent } = frame;
  const reference = chooseReference(byGroup, section.reference[column]);
  return {
    reference: reference?.name ?? null,
    groups: [
      ...byGroup.map((group) => describeGroup(group, section)),
      ...absent.map((group) => ({ group, n: 0 })),
    ],
    intervals: byGroup.map((group) => describeIntervals(group, section)),
    disparities: describeDisparities(byGroup, section),
  };
}

/** Beside the columns, not in them: a page shows the first tables of what was measured. */
function describeBeside(frame: MetricFrame, { reference, known }: Shown): JsonValue {
  const chosen = chooseReference(frame.byGroup, reference[frame.column]);
  return {
    extremes: describeExtremes(frame.byGroup, known),
    ...(hasDecisions(frame.overall) ? describePeers(frame, chosen, known) : {}),
  };
}

function describeDisparities(byGroup: readonly Group[], { checks, known }: Shown): JsonValue {
  const names = new Set([...NAMED_DISPARITIES, ...checks.map(({ metric }) => metric)]);
  return Object.fromEntries(
    [...names].flatMap((name) => {
      const disparity = DISPARITIES.get(name);
      const shown = disparity?.rates.every((rate) => isKnown(rate, known)) ?? false;
      return disparity === undefined || !shown ? [] : [[name, round(measureDisparity(disparity, byGroup))]];
    }),
  );
}

function describeGroup(group: Group, { known }: Shown): JsonValue {
  return { group: group.name, n: group.n, ...describeRows(group, known) };
}

/** What was not asked for is not there; a rate without a denominator is there, and null. */
function describeRows(rows: GroupRows, known: CountColumns): { readonly [name: string]: JsonValue } {
  const { counts } = rows;
  const decided = hasDecisions(rows);
  const labels = { positives: countPositives(counts), negatives: countNegatives(counts) };
  return {
    ...(decided && known === "confusion" ? labels : {}),
    ...(decided ? { selected: countSelected(counts) } : {}),
    ...Object.fromEntries(
      [...MEASURES].flatMap(([name, measure]) => {
        const value = isKnown(name, known) ? (measure.estimate(rows)?.value ?? null) : null;
        const there = value !== null || (decided && measure.needs === "decisions" && isKnown(name, known));
        return there ? [[name, round(value)]] : [];
      }),
    ),
  };
}

function describeIntervals(group: Group, { known }: Shown): JsonValue {
  const intervals = [...MEASURES].flatMap(([name, measure]) => {
    if (!isKnown(name, known)) return [];
    const interval = intervalOf(measure, group);
    const rate = RATE_NAMES.some((each) => each === name) && hasDecisions(group);
    return interval === null && !rate ? [] : [[name, interval]];
  });
  return { group: group.name, confidence: CONFIDENCE, ...Object.fromEntries(intervals) };
}

const Z = normalQuantile(1 - (1 - CONFIDENCE) / 2);

/** Wilson's for a rate; for the rest, its standard errors on each side, cut to the measure's range. */
function intervalOf(measure: Measure, rows: GroupRows): JsonValue {
  const estimate = measure.estimate(rows);
  if (estimate === null) return null;
  const { value, standardError, proportion } = estimate;
  const { low, high } =
    proportion === null
      ? { low: value - Z * standardError, high: value + Z * standardError }
      : wilsonInterval({ ...proportion, confidence: CONFIDENCE });
  const floor = measure.range === "signed" ? low : Math.max(0, low);
  return { low: roundJudged(floor), high: roundJudged(measure.range === "unit" ? Math.min(1, high) : high) };
}

function describeExtremes(byGroup: readonly Group[], known: CountColumns): JsonValue {
  const found = Object.entries(measureExtremes(byGroup)).filter(([name]) => isKnown(name, known));
  return Object.fromEntries(
    found.map(([name, { group_min, group_max }]) => [
      name,
      { group_min: roundJudged(group_min), group_max: roundJudged(group_max) },
    ]),
  );
}

function round(value: number | null): number | null {
  return value === null ? null : roundJudged(value);
}
