/**
 * Rates of every group and fairlearn's disparities as rows: what only the report shows, and nothing judges.
 *
 * @module
 */
import { type FairnessSection, type JsonValue, type Measurements, roundJudged } from "@ml-gates/gate";
import type { ConfusionCounts } from "@ml-gates/queries";
import { wilsonInterval } from "@ml-gates/statistics";
import { DISPARITIES, measureDisparity, NAMED_DISPARITIES } from "./disparities.ts";
import type { Group, MetricFrame } from "./metric-frame.ts";
import { chooseReference } from "./plan-contrasts.ts";
import {
  countNegatives,
  countPositives,
  countRate,
  countSelected,
  measureRate,
  RATE_NAMES,
} from "./rates.ts";

const CONFIDENCE = 0.95;

/**
 * The measurements `fairness/1`: the rates of all rows; by column the reference, the groups with their counts and rates, the rates' 95 %
 * Wilson intervals, and the disparities over all groups as fairlearn computes them.
 *
 * @example
 * listDisparities([], { reference: {}, checks: [] }); // => { schema: "fairness/1", data: { overall: null, columns: {} } }
 */
export function listDisparities(
  frames: readonly MetricFrame[],
  section: Pick<FairnessSection, "reference" | "checks">,
): Measurements {
  const columns = Object.fromEntries(frames.map((frame) => [frame.column, describeFrame(frame, section)]));
  const [first] = frames;
  return {
    schema: "fairness/1",
    data: { overall: first === undefined ? null : describeCounts(first.overall), columns },
  };
}

function describeFrame(
  { column, byGroup }: MetricFrame,
  { reference, checks }: Pick<FairnessSection, "reference" | "checks">,
): JsonValue {
  const names = new Set([...NAMED_DISPARITIES, ...checks.map(({ metric }) => metric)]);
  const counts = byGroup.map((group) => group.counts);
  return {
    reference: chooseReference(byGroup, reference[column])?.name ?? null,
    groups: byGroup.map(describeGroup),
    intervals: byGroup.map(describeIntervals),
    disparities: Object.fromEntries(
      [...names].flatMap((name) => {
        const disparity = DISPARITIES.get(name);
        return disparity === undefined ? [] : [[name, round(measureDisparity(disparity, counts))]];
      }),
    ),
  };
}

function describeGroup({ name, counts, n }: Group): JsonValue {
  return { group: name, n, ...describeCounts(counts) };
}

function describeCounts(counts: ConfusionCounts): { readonly [name: string]: JsonValue } {
  const rates = RATE_NAMES.map((rate) => [rate, round(measureRate(rate, counts))]);
  return {
    positives: countPositives(counts),
    negatives: countNegatives(counts),
    selected: countSelected(counts),
    ...Object.fromEntries(rates),
  };
}

function describeIntervals({ name, counts }: Group): JsonValue {
  const intervals = RATE_NAMES.map((rate) => {
    const { successes, trials } = countRate(rate, counts);
    if (trials === 0) return [rate, null];
    const { low, high } = wilsonInterval({ successes, trials, confidence: CONFIDENCE });
    return [rate, { low: roundJudged(low), high: roundJudged(high) }];
  });
  return { group: name, confidence: CONFIDENCE, ...Object.fromEntries(intervals) };
}

function round(value: number | null): number | null {
  return value === null ? null : roundJudged(value);
}
