/**
 * Ours and the rules people write by hand: whether each fails a table of selections.
 *
 * @module
 */
import { type FairnessEvidence, judgeFairness } from "@ml-gates/fairness";
import { type Finding, parseGateFile } from "@ml-gates/gate";
import { holm, twoProportionTest } from "@ml-gates/statistics";

/** Selected out of n, by group. */
export type Selections = readonly { readonly successes: number; readonly trials: number }[];

const LIMIT = 0.8;
const ALPHA = 0.05;
const MINIMUM = 30;

/** True where the rule fails the gate; `unlike` is the group whose failure is looked for, null for any. */
export type Rule = (selections: Selections, unlike: number | null) => boolean;

export const RULES: Readonly<Record<string, Rule>> = {
  "ml-gates, screen": (selections, unlike) =>
    judge(selections, "screen").some((each) => each.outcome === "fail" && isOf(each, unlike)),
  "least / greatest rate >= 0.8": (selections) => {
    const rates = selections.map(rateOf);
    return Math.min(...rates) / Math.max(...rates) < LIMIT;
  },
  "the same, groups of 100 or more": (selections) => {
    const rates = selections.filter(({ trials }) => trials >= 100).map(rateOf);
    return Math.min(...rates) / Math.max(...rates) < LIMIT;
  },
  "two keys, against the highest rate": (selections, unlike) => againstHighest(selections, unlike, holm),
  "the same, without Holm": (selections, unlike) => againstHighest(selections, unlike, (ps) => ps),
  "p < 0.05 of any pair": (selections) =>
    selections.some((a, at) => selections.slice(at + 1).some((b) => twoProportionTest({ a, b }).p < ALPHA)),
};

/** Whether `mode: prove` shows a group to lie within the limit of the reference. */
export function proves(selections: Selections, group: number): boolean {
  return judge(selections, "prove").some((each) => each.outcome === "pass" && isOf(each, group));
}

function isOf({ slice }: Finding, group: number | null): boolean {
  return group === null || slice?.["g"] === String(group);
}

function againstHighest(
  selections: Selections,
  unlike: number | null,
  adjust: (ps: readonly number[]) => readonly number[],
): boolean {
  const judged = selections
    .map((each, index) => ({ ...each, index }))
    .filter(({ trials }) => trials >= MINIMUM);
  const [highest, ...others] = judged.toSorted((left, right) => rateOf(right) - rateOf(left));
  if (highest === undefined) return false;
  const ps = adjust(others.map((a) => twoProportionTest({ a, b: highest }).p));
  return others.some(
    (each, at) =>
      rateOf(each) / rateOf(highest) < LIMIT &&
      (ps[at] ?? 1) < ALPHA &&
      (unlike === null || each.index === unlike || highest.index === unlike),
  );
}

function rateOf({ successes, trials }: Selections[number]): number {
  return successes / trials;
}

const SECTIONS = { screen: sectionOf("screen"), prove: sectionOf("prove") };

function sectionOf(mode: "screen" | "prove") {
  const text = `version: 1
fairness: { by: [g], mode: ${mode}, counts: c.csv, checks: [{ metric: demographic_parity_ratio, min: ${LIMIT} }] }`;
  const { fairness } = parseGateFile({ path: "study.yml", text });
  if (fairness === null) throw new TypeError("the study's gate file has no fairness");
  return fairness;
}

function judge(selections: Selections, mode: "screen" | "prove"): readonly Finding[] {
  return judgeFairness(SECTIONS[mode], toEvidence(selections)).findings;
}

function toEvidence(selections: Selections): FairnessEvidence {
  const rows = selections.map(({ successes, trials }, index) => {
    const counts = {
      truePositives: 0,
      falsePositives: successes,
      falseNegatives: 0,
      trueNegatives: trials - successes,
    };
    return {
      ...{ columns: ["g"], values: [String(index)], within: [] },
      ...{ rows: trials, counts, squares: counts, pairs: null },
    };
  });
  const none = { truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 0 };
  const overall = { rows: 0, counts: none, squares: none, pairs: null };
  return {
    counts: {
      ...{ rows: 0, overall, within: [{ columns: [], values: [], within: [], ...overall }], byGroup: rows },
      ...{ levels: {}, missing: { label: 0, prediction: 0, weight: 0 }, lightest: null },
      others: { label: [], prediction: [] },
      baseline: null,
    },
    ...{ moments: {}, bins: [], areas: [], known: "selection", baselineAbsent: null },
  };
}
