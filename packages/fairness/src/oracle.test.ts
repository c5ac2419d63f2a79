import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Check } from "@ml-gates/gate";
import type { ConfusionCounts, GroupCounts } from "@ml-gates/queries";
import { describe, expect, it } from "vitest";
import { rowsOfCounts } from "../contract/rows-of-counts.ts";
import { measureFairlearn } from "./aggregates.ts";
import { DISPARITIES, measureDisparity } from "./disparities.ts";
import { judgeFairness } from "./judge-fairness.ts";
import type { FairnessEvidence, Group } from "./metric-frame.ts";
import { measureRate, type RateName } from "./rates.ts";

interface Frame {
  readonly story: string;
  readonly kind: "plain" | "weighted" | "degenerate";
  readonly groups: readonly {
    readonly name: string;
    readonly rows: number;
    readonly counts: ConfusionCounts;
    readonly rates: Readonly<Record<string, number>>;
  }[];
  readonly overall: { readonly counts: ConfusionCounts };
  /** fairlearn's disparities by method, and the mean of equalized odds. */
  readonly named: Readonly<Record<string, Readonly<Record<string, number | null>>>>;
  /** By name; null where fairlearn says NaN. */
  readonly disparities: Readonly<Record<string, number | null>>;
}

const ORACLE = JSON.parse(
  readFileSync(resolve(import.meta.dirname, "../../../fixtures/oracles/fairness.json"), "utf8"),
) as { readonly cases: readonly Frame[] };

const DIGITS = 9;

function measure(name: string, { groups }: Frame): number | null {
  const disparity = DISPARITIES.get(name);
  if (disparity === undefined) throw new Error(`no disparity ${name}`);
  return measureDisparity(
    disparity,
    groups.map(({ counts }) => rowsOfCounts(counts)),
  );
}

describe("fairlearn's own numbers, beside ours in every report", () => {
  it("stand on at least a hundred frames, thirty degenerate and twenty weighted", () => {
    const count = (kind: string) => ORACLE.cases.filter((frame) => frame.kind === kind).length;
    expect(ORACLE.cases.length).toBeGreaterThanOrEqual(100);
    expect(count("degenerate")).toBeGreaterThanOrEqual(30);
    expect(count("weighted")).toBeGreaterThanOrEqual(20);
  });

  it.each(ORACLE.cases.map((frame, index) => ({ ...frame, index })))(
    "frame $index: $story",
    ({ groups, overall, named }) => {
      const byGroup = groups.map(
        ({ name, rows, counts }): Group => ({ ...rowsOfCounts(counts), name, slice: { g: name }, n: rows }),
      );
      const found = measureFairlearn({ byGroup, overall: rowsOfCounts(overall.counts) });
      const theirs = Object.entries(named).map(([name, methods]) => [
        name.replace(/_(difference|ratio)_mean$/, "_$1_mean"),
        Object.fromEntries(Object.entries(methods).map(([method, value]) => [method, approximately(value)])),
      ]);
      expect(found).toMatchObject(Object.fromEntries(theirs));
      expect(theirs).toHaveLength(8);
    },
  );
});

describe("where every group has every rate, the numbers are fairlearn's", () => {
  const evaluable = ORACLE.cases.filter(({ kind }) => kind !== "degenerate");

  it("on at least sixty frames", () => {
    expect(evaluable.length).toBeGreaterThanOrEqual(60);
  });

  it.each(evaluable.map((frame, index) => ({ ...frame, index })))("frame $index: $story", (frame) => {
    for (const { counts, rates } of frame.groups) {
      for (const [rate, value] of Object.entries(rates)) {
        expect(measureRate(rate as RateName, counts)).toBeCloseTo(value, DIGITS);
      }
    }
    expect(Object.keys(frame.disparities).length).toBeGreaterThanOrEqual(16);
    for (const [name, value] of Object.entries(frame.disparities)) {
      expect(measure(name, frame), name).toBeCloseTo(value ?? Number.NaN, DIGITS);
    }
  });
});

function judge(metric: string, { groups }: Frame): readonly (number | string | null)[] {
  const kind = metric.endsWith("_ratio") ? "min" : "max";
  const check: Check = {
    metric,
    limits: [{ kind, value: 0.5 }],
    direction: null,
    by: ["g"],
    severity: "block",
    source: null,
    written: {},
  };
  const none = rowsOfCounts({ truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 0 });
  const whole = { columns: [], values: [], within: [], ...none };
  const evidence: FairnessEvidence = {
    counts: {
      rows: groups.reduce((sum, { rows }) => sum + rows, 0),
      overall: none,
      within: [whole],
      byGroup: groups.map(
        ({ name, rows, counts }): GroupCounts => ({
          ...{ columns: ["g"], values: [name], within: [] },
          ...{ rows, counts, squares: counts, pairs: null },
        }),
      ),
      levels: {},
      missing: { label: 0, prediction: 0, weight: 0 },
      lightest: null,
      others: { label: [], prediction: [] },
      baseline: null,
    },
    moments: {},
    bins: [],
    areas: [],
    known: "confusion",
    baselineAbsent: null,
  };
  // No minimum: what is under test is what has no number at all.
  const policy = { by: ["g"], minimum: 0, missing: "error", expect: {}, reference: {} } as const;
  const rest = { intersections: [], control: [], bins: {}, counts: null, topK: 10, explanations: null };
  const { findings } = judgeFairness({ ...policy, ...rest, mode: "screen", checks: [check] }, evidence);
  return findings.map(({ outcome, reason, observed }) => (outcome === "not-evaluable" ? reason : observed));
}

/**
 * The last column of the edge-case matrix, worked by hand: the disparity of each group against the largest one, or
 * why there is none. Demographic parity ratio, equal opportunity difference, equalized odds ratio.
 */
const OURS: Readonly<Record<string, readonly [unknown[], unknown[], unknown[]]>> = {
  "a group without positives": [[0.6], ["no-positives"], ["no-positives"]],
  "a group without negatives": [[110 / 144], [8 / 12 - 6 / 11], ["no-negatives"]],
  "the first group without positives": [
    [0.6, 0.72],
    ["no-positives", 1 / 6],
    ["no-positives", 0.6],
  ],
  "no positives at all": [[4 / 7], ["no-positives"], ["no-positives"]],
  "no negatives at all": [[4 / 7], [3 / 12 - 2 / 14], ["no-negatives"]],
  "one group only": [["one-group"], ["one-group"], ["one-group"]],
  "one group only, without positives": [["one-group"], ["one-group"], ["one-group"]],
  "nobody is selected": [["zero-rates"], [0], ["zero-rates"]],
  "everybody is selected": [[1], [0], [1]],
  "one group is never selected": [[0], [6 / 7], [0]],
  "two of three groups are never selected": [
    [0, 0],
    [6 / 7, 6 / 7],
    [0, 0],
  ],
  "no false alarm anywhere": [[72 / 95], [0.225], ["zero-rates"]],
  "no hit anywhere": [[19 / 30], [0], ["zero-rates"]],
  "groups of one row each": [[0], ["no-positives"], ["no-positives"]],
  "a group of one selected negative": [[10 / 24], ["no-positives"], ["no-positives"]],
  "every decision is right": [[0.9], [0], ["zero-rates"]],
  "every decision is wrong": [[0.9], [0], ["zero-rates"]],
  "one group without positives, one without negatives": [[0.375], ["no-positives"], ["no-positives"]],
  "three groups, two without positives": [
    [0.575, 46 / 110],
    ["no-positives", "no-positives"],
    ["no-positives", "no-positives"],
  ],
  "equal groups": [[1], [0], [1]],
  "nobody is selected of three groups": [
    ["zero-rates", "zero-rates"],
    [0, 0],
    ["zero-rates", "zero-rates"],
  ],
  "nobody is selected and no positives": [["zero-rates"], ["no-positives"], ["no-positives"]],
  "everybody is selected and no negatives": [[1], [0], ["no-negatives"]],
  "one group only, everybody selected": [["one-group"], ["one-group"], ["one-group"]],
  "one group only, nobody selected": [["one-group"], ["one-group"], ["one-group"]],
  "the larger group without negatives": [[27 / 38], [6 / 7 - 2 / 3], ["no-negatives"]],
  "no hit in one group": [[2 / 7], [5 / 8], [0]],
  "no false alarm in one group": [[35 / 36], [5 / 8 - 4 / 10], [0]],
  "a group of one positive": [[10 / 24], [1 / 3], ["no-negatives"]],
  // The largest is D; A has no positives, B no negatives, C selects nobody.
  "four groups, one empty of each": [
    [0.6, 0.625, 0],
    ["no-positives", 0, 2 / 3],
    ["no-positives", "no-negatives", 0],
  ],
  // 8 of 18 selected, 6 of 15; a true positive rate of 1 against 0, a false positive rate of 0 against 1.
  "perfect in one group, wrong in the other": [[0.9], [1], [0]],
  "many equal groups and an empty rate": [
    [1, 0.4],
    [0, "no-positives"],
    [1, "no-positives"],
  ],
};

describe("where a rate does not exist, ours says so and never 0", () => {
  const degenerate = ORACLE.cases.filter(({ kind }) => kind === "degenerate");

  it("on every degenerate frame of the oracle, at least thirty", () => {
    expect(degenerate.length).toBeGreaterThanOrEqual(30);
    expect(degenerate.map(({ story }) => story).sort()).toEqual(Object.keys(OURS).sort());
  });

  it.each(degenerate)("$story", (frame) => {
    const [parity, opportunity, odds] = OURS[frame.story] ?? [[], [], []];
    expect(judge("demographic_parity_ratio", frame)).toEqual(parity.map(approximately));
    expect(judge("equal_opportunity_difference", frame)).toEqual(opportunity.map(approximately));
    expect(judge("equalized_odds_ratio", frame)).toEqual(odds.map(approximately));
  });

  it.each([
    ["a group without positives", "equal_opportunity_ratio", 0],
    ["one group only", "demographic_parity_difference", 0],
    ["one group only", "demographic_parity_ratio", 1],
    ["no positives at all", "equal_opportunity_difference", 0],
    ["nobody is selected", "demographic_parity_ratio", null],
  ])("%s: where %s is %s for fairlearn, ours is null", (story, name, theirs) => {
    const frame = degenerate.find((each) => each.story === story);
    if (frame === undefined) throw new Error(`no frame ${story}`);
    expect(frame.disparities[name]).toBe(theirs);
    expect(measure(name, frame)).toBeNull();
  });
});

function approximately(value: unknown): unknown {
  return typeof value === "number" ? expect.closeTo(value, DIGITS) : value;
}
