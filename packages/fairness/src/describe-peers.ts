/**
 * The same groups in the words and numbers of fairlearn, AIF360 and aequitas, and the four-fifths rule's companions.
 *
 * @module
 */
import { type JsonValue, roundJudged } from "@ml-gates/gate";
import type { CountColumns } from "@ml-gates/queries";
import { measureAdverseImpact } from "./adverse-impact.ts";
import { measureFairlearn } from "./aggregates.ts";
import type { Group, GroupRows, MetricFrame } from "./metric-frame.ts";
import { measureAequitas, measureAif360 } from "./peers.ts";
import { countNegatives, countPositives } from "./rates.ts";

const FOUR_FIFTHS = 0.8;

/** Whether rows were counted by label and decision. */
export function hasDecisions({ counts }: GroupRows): boolean {
  return countPositives(counts) + countNegatives(counts) > 0;
}

/** Of counts of selections only selection rates are known. */
export function isKnown(measure: string, known: CountColumns): boolean {
  return known === "confusion" || measure === "selection_rate";
}

/** Tables of the frame's decisions: what peers print, beside what is judged. */
export function describePeers(
  frame: MetricFrame,
  reference: Group | null,
  known: CountColumns,
): Readonly<Record<string, JsonValue>> {
  const others = reference === null ? [] : frame.byGroup.filter(({ name }) => name !== reference.name);
  const rows = (describe: (group: Group, reference: Group) => Readonly<Record<string, JsonValue>>) =>
    others.flatMap((group) =>
      reference === null ? [] : { group: group.name, ...describe(group, reference) },
    );
  const fairlearn = Object.entries(measureFairlearn(frame)).filter(
    ([name]) => known === "confusion" || name.startsWith("demographic_parity"),
  );
  const labelled = {
    aif360: rows((group, other) => roundEach(measureAif360(group, other))),
    aequitas: rows((group, other) => roundEach(measureAequitas(group, other))),
  };
  return {
    fairlearn: Object.fromEntries(fairlearn.map(([name, row]) => [name, roundEach(row)])),
    fourFifths: rows(describeImpact),
    ...(known === "confusion" ? labelled : {}),
  };
}

function describeImpact(group: Group, reference: Group): Readonly<Record<string, JsonValue>> {
  const { method, flipFlop, ...numbers } = measureAdverseImpact(group, reference, FOUR_FIFTHS);
  return { ...roundEach(numbers), method, flipFlop };
}

function roundEach(row: Readonly<Record<string, number | null>>): { readonly [name: string]: JsonValue } {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, value === null ? null : roundJudged(value)]),
  );
}
