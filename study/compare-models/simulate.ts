/**
 * How often the gate is wrong: models whose true difference is known, judged many times on fresh rows.
 *
 * Rows are drawn as joint counts of label and both decisions, which is all that the metrics see of them.
 *
 * @module
 */
import type { Check, Mode } from "@ml-gates/gate";
import { decideChecks } from "@ml-gates/metrics";
import type { DecisionCell, DecisionCounts } from "@ml-gates/queries";
import { drawBinomial, type Random, seedRandom } from "@ml-gates/statistics";

/** Of label and the two decisions: [label, candidate, baseline, share of the rows] where the models are equal. */
const EQUAL: readonly (readonly [number, number, number, number])[] = [
  [1, 1, 1, 0.225],
  [1, 1, 0, 0.018],
  [1, 0, 1, 0.018],
  [1, 0, 0, 0.039],
  [0, 0, 0, 0.6],
  [0, 0, 1, 0.025],
  [0, 1, 0, 0.025],
  [0, 1, 1, 0.05],
];

/** Metrics in the order in which checks take them. */
export const METRICS: readonly string[] = [
  "accuracy",
  "f1",
  "balanced_accuracy",
  "recall",
  "precision",
  "f1_macro",
  "f1_weighted",
  "recall_macro",
  "precision_macro",
  "precision_weighted",
];

/** One line of the study. */
export interface Scenario {
  readonly rows: number;
  /** How many of {@link METRICS} are checked. */
  readonly metrics: number;
  /** True drop of accuracy: this share of the rows moves from gained to lost. */
  readonly drop: number;
  /** Limit of every check, as a share of its own true drop; an absolute one where the models are equal. */
  readonly limit: { readonly absolute: number } | { readonly ofDrop: number };
}

/** Shares of repetitions, in 0..1. */
export interface Outcome {
  readonly repetitions: number;
  /** Any metric's point estimate is beyond its limit. */
  readonly naive: number;
  /** `screen` fails. */
  readonly fails: number;
  readonly inconclusive: number;
  /** The Holm-adjusted test alone is significant for a metric, whatever its limit. */
  readonly significant: number;
  /** `prove` passes, of the first metric alone. */
  readonly proven: number;
}

/** Simulates one scenario; the same seed gives the same numbers. */
export function simulate(scenario: Scenario, repetitions: number, seed = "compare-models"): Outcome {
  const random = seedRandom(`${seed} ${JSON.stringify(scenario)}`);
  const shares = sharesAt(scenario.drop);
  const checks = METRICS.slice(0, scenario.metrics).map((metric) =>
    checkOf(metric, limitOf(metric, scenario)),
  );
  const counts = { naive: 0, fails: 0, inconclusive: 0, significant: 0, proven: 0 };
  for (let round = 0; round < repetitions; round++) {
    const decisions = drawRows(random, shares, scenario.rows);
    const screened = judge(checks, decisions, "screen");
    const outcomes = screened.map(({ outcome }) => outcome);
    counts.naive += Number(screened.some(({ weighed }) => weighed.breached));
    counts.fails += Number(outcomes.includes("fail"));
    counts.inconclusive += Number(!outcomes.includes("fail") && outcomes.includes("inconclusive"));
    counts.significant += Number(screened.some(({ pAdjusted }) => (pAdjusted ?? 1) < 0.05));
    counts.proven += Number(judge(checks.slice(0, 1), decisions, "prove")[0]?.outcome === "pass");
  }
  return {
    repetitions,
    naive: counts.naive / repetitions,
    fails: counts.fails / repetitions,
    inconclusive: counts.inconclusive / repetitions,
    significant: counts.significant / repetitions,
    proven: counts.proven / repetitions,
  };
}

/** The rows from which a breach is significant, as the gate states them for rows at their expected counts. */
export function statedRows(scenario: Scenario): number {
  const many = 100_000;
  const counts = sharesAt(scenario.drop).map((share) => Math.round(share * many));
  const checks = METRICS.slice(0, scenario.metrics).map((metric) =>
    checkOf(metric, limitOf(metric, scenario)),
  );
  const stated = judge(checks, toCounts(counts), "screen").map(({ requiredN }) => requiredN ?? many);
  return Math.max(...stated);
}

function sharesAt(drop: number): readonly number[] {
  return EQUAL.map(([label, candidate, baseline, share]) => {
    if (candidate === baseline) return share;
    const ofLabel = label === 1 ? 0.4 : 0.6;
    return share + (candidate === label ? -1 : 1) * (drop / 2) * ofLabel;
  });
}

function limitOf(metric: string, { drop, limit }: Scenario): number {
  if ("absolute" in limit) return limit.absolute;
  const counts = toCounts(sharesAt(drop).map((share) => Math.round(share * 1e9)));
  const [decided] = judge([checkOf(metric, 1)], counts, "screen");
  return limit.ofDrop * Math.abs(decided?.weighed.estimate.value ?? 0);
}

function checkOf(metric: string, limit: number): Check {
  return {
    metric,
    limits: [{ kind: "max-drop", value: limit }],
    direction: "higher",
    by: [],
    severity: "block",
    source: null,
    written: { metric, "max-drop": limit },
  };
}

/** A multinomial draw, one binomial a cell of what is left. */
function drawRows(random: Random, shares: readonly number[], rows: number): DecisionCounts {
  let [left, rest] = [rows, 1];
  const counts = shares.map((share) => {
    const drawn = drawBinomial(random, left, Math.min(1, share / rest));
    left -= drawn;
    rest -= share;
    return drawn;
  });
  return toCounts(counts);
}

function toCounts(counts: readonly number[]): DecisionCounts {
  const cells = EQUAL.flatMap(([label, candidate, baseline], cell): DecisionCell[] => {
    const count = counts[cell] ?? 0;
    return count === 0 ? [] : [{ label, candidate, baseline, count, weight: count, squares: count }];
  });
  return { slice: null, n: counts.reduce((sum, count) => sum + count, 0), cells, clusters: null };
}

function judge(checks: readonly Check[], decisions: DecisionCounts, mode: Mode) {
  const columns = { key: "k", label: "y", prediction: "p", score: null, weight: null, positive: "1" };
  const predictions = {
    ...{ columns, classes: ["0", "1"], decisions: [decisions], losses: {}, rankings: {}, ranks: [] },
    ...{ curves: null, examples: [], baseline: "paired" as const },
  };
  const comparison = { candidate: null, baseline: null, predictions };
  return decideChecks({ checks, mode }, comparison);
}
