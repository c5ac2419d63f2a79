/**
 * Whether attributions explain the predictions they came with, and as the baseline's did.
 *
 * The audit is of these rows and knows no sampling: plain limits decide.
 *
 * @module
 */
import { type ExplanationsSection, type Finding, finding, type JsonValue, roundJudged } from "@ml-gates/gate";
import type { AttributionFacts, Importance } from "@ml-gates/queries";

/** The attributions as they were read. */
export interface FoundAttributions {
  readonly uri: string;
  readonly facts: AttributionFacts;
  /** The production model's importances; why there are none yet; null where they are not compared. */
  readonly baseline: readonly Importance[] | { readonly absent: string } | null;
}

type Section = Omit<ExplanationsSection, "candidate" | "baseline" | "baseValue">;

/**
 * One finding for coverage, for additivity, for the stability of the most important features, and for each ceiling.
 *
 * @example
 * judgeExplanations({ tolerance: 1e-6, top: 2, minStability: null, maxShare: { SEX: 0.1 }, source: null }, { uri: "shap.csv", facts: { rows: 4, uncovered: 0, stray: 0, repeated: 0, holes: 0, beyond: 0, farthest: 0, importances: [{ feature: "SEX", importance: 1 }, { feature: "AGE", importance: 3 }] }, baseline: null }).map(({ id, outcome }) => [id, outcome]); // => [["explanations/coverage", "pass"], ["explanations/additivity", "pass"], ["explanations/max-share/SEX", "fail"]]
 */
export function judgeExplanations(section: Section, found: FoundAttributions): readonly Finding[] {
  const { minStability, maxShare } = section;
  return [
    judgeCoverage(section, found),
    judgeAdditivity(section, found),
    ...(minStability === null ? [] : [judgeStability(section, found, minStability)]),
    ...Object.entries(maxShare).map(([column, limit]) => judgeShare(section, found, { column, limit })),
  ];
}

type Told = Pick<Finding, "outcome" | "why"> & Partial<Finding>;

function report(
  { source }: Section,
  name: string,
  { check, ...told }: Told & Pick<Finding, "check">,
): Finding {
  const remedy =
    told.outcome === "pass"
      ? null
      : (told.remedy ?? "Explain the candidate's own predictions anew, then run the gate.");
  return finding({
    id: `explanations/${name}`,
    kind: "requirement",
    check,
    severity: "block",
    source,
    ...told,
    remedy,
  });
}

function judgeCoverage(section: Section, { uri, facts }: FoundAttributions): Finding {
  const { rows, uncovered, stray, repeated, holes } = facts;
  const whole = uncovered + stray + repeated + holes === 0;
  const faults = [
    [uncovered, "predictions have no attributions"],
    [stray, "rows explain no prediction"],
    [repeated, "rows repeat a key or lack one"],
    [holes, "rows hold what is no finite number"],
  ] as const;
  const listed = faults.flatMap(([count, what]) => (count === 0 ? [] : [`${count} ${what}`])).join(", ");
  return report(section, "coverage", {
    check: { requirement: "coverage" },
    outcome: whole && rows > 0 ? "pass" : "fail",
    n: rows,
    observed: uncovered,
    why: whole
      ? `Each of ${rows} predictions has its attributions in ${uri}.`
      : `Of ${uri}, ${listed}; one row for each prediction was wanted.`,
  });
}

function judgeAdditivity(section: Section, { facts }: FoundAttributions): Finding {
  const { rows, beyond, farthest } = facts;
  const distance = `the farthest is ${farthest.toPrecision(3)} away, at most ${section.tolerance} was wanted`;
  return report(section, "additivity", {
    check: { requirement: "additivity", tolerance: section.tolerance },
    outcome: beyond === 0 && rows > 0 ? "pass" : "fail",
    n: rows,
    observed: roundJudged(farthest),
    why: `Base value and attributions miss the score in ${beyond} of ${rows} rows; ${distance}.`,
    remedy:
      "Explain the score that is in the predictions (its scale, its model), or name the right `base-value`.",
  });
}

function judgeStability(section: Section, { facts, baseline }: FoundAttributions, limit: number): Finding {
  const check = { requirement: "rank-stability", top: section.top, "min-stability": limit };
  if (baseline === null || "absent" in baseline) {
    const absent = baseline === null ? "no `baseline` is named" : baseline.absent;
    return report(section, "rank-stability", {
      check,
      outcome: "skipped",
      reason: "no-baseline",
      why: `Ranks were not compared: there is no baseline yet, ${absent}.`,
    });
  }
  const [own, other] = [rankFeatures(facts.importances, section.top), rankFeatures(baseline, section.top)];
  const kept = own.filter((feature) => other.includes(feature)).length;
  const share = own.length === 0 ? 0 : kept / own.length;
  const gone = other.filter((feature) => !own.includes(feature));
  return report(section, "rank-stability", {
    check,
    outcome: share >= limit ? "pass" : "fail",
    observed: roundJudged(share),
    why: `${kept} of the ${own.length} most important features are among the baseline's, wanted at least ${limit} of them${gone.length === 0 ? "" : `; gone are ${gone.slice(0, 10).join(", ")}`}.`,
    remedy:
      "Look at what the model now relies on; or state another `min-stability` on the base branch first.",
  });
}

function judgeShare(
  section: Section,
  { facts: { importances } }: FoundAttributions,
  { column, limit }: { readonly column: string; readonly limit: number },
): Finding {
  const check = { requirement: "max-share", column, "max-share": limit };
  const own = importances.find(({ feature }) => feature === column);
  const total = importances.reduce((sum, { importance }) => sum + importance, 0);
  if (own === undefined || total === 0) {
    const why = own === undefined ? `There are no attributions of ${column}.` : "Every attribution is 0.";
    const remedy = "Name a feature of the attributions under `max-share`.";
    return report(section, `max-share/${column}`, {
      check,
      outcome: "not-evaluable",
      reason: "no-share",
      why,
      remedy,
    });
  }
  const share = own.importance / total;
  return report(section, `max-share/${column}`, {
    check,
    outcome: share <= limit ? "pass" : "fail",
    observed: roundJudged(share),
    why: `${column} holds ${share.toPrecision(3)} of all absolute attribution, wanted at most ${limit}.`,
    remedy: `Look at why the score leans on ${column}; or state another \`max-share\` on the base branch first.`,
  });
}

/** By importance, of equals by name. */
function rankFeatures(importances: readonly Importance[], top: number): readonly string[] {
  const order = (left: Importance, right: Importance) =>
    right.importance - left.importance || (left.feature < right.feature ? -1 : 1);
  return importances
    .toSorted(order)
    .slice(0, top)
    .map(({ feature }) => feature);
}

/**
 * The features in the order of their importance, with their shares: what the report shows.
 *
 * @example
 * listImportances([{ feature: "AGE", importance: 3 }, { feature: "SEX", importance: 1 }], 1); // => [{ feature: "AGE", importance: 3, share: 0.75 }]
 */
export function listImportances(importances: readonly Importance[], top: number): readonly JsonValue[] {
  const total = importances.reduce((sum, { importance }) => sum + importance, 0);
  return rankFeatures(importances, top).map((feature) => {
    const importance = importances.find((each) => each.feature === feature)?.importance ?? 0;
    return {
      feature,
      importance: roundJudged(importance),
      share: total === 0 ? null : roundJudged(importance / total),
    };
  });
}
