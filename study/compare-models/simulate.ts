/**
 * How often the gate is wrong: models whose true difference is known, judged many times on fresh rows.
 *
 * @module
 */
import type { Check, Mode } from "@ml-gates/gate";
import { decideChecks, type PredictionEvidence } from "@ml-gates/metrics";
import { seedRandom } from "@ml-gates/statistics";
import { describeRows } from "./row-evidence.ts";
import { drawRows, sharesAt } from "./scored-rows.ts";

/** Which metrics are checked, and which way they point. */
export const METRICS: Readonly<Record<string, "higher" | "lower">> = {
  accuracy: "higher",
  roc_auc: "higher",
  log_loss: "lower",
  f1: "higher",
  brier_score: "lower",
  balanced_accuracy: "higher",
  recall: "higher",
  precision: "higher",
  f1_macro: "higher",
  f1_weighted: "higher",
};

/** One line of the study. */
export interface Scenario {
  readonly rows: number;
  /** Names of {@link METRICS}. */
  readonly metrics: readonly string[];
  /** True drop of accuracy. */
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
  const checks = scenario.metrics.map((metric) => checkOf(metric, limitOf(metric, scenario)));
  const counts = { naive: 0, fails: 0, inconclusive: 0, significant: 0, proven: 0 };
  for (let round = 0; round < repetitions; round++) {
    const rows = describeRows(drawRows(random, shares, scenario.rows));
    const screened = judge(checks, rows, "screen");
    const outcomes = screened.map(({ outcome }) => outcome);
    counts.naive += Number(screened.some(({ weighed }) => weighed.breached));
    counts.fails += Number(outcomes.includes("fail"));
    counts.inconclusive += Number(!outcomes.includes("fail") && outcomes.includes("inconclusive"));
    counts.significant += Number(screened.some(({ pAdjusted }) => (pAdjusted ?? 1) < 0.05));
    counts.proven += Number(judge(checks.slice(0, 1), rows, "prove")[0]?.outcome === "pass");
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
  const checks = scenario.metrics.map((metric) => checkOf(metric, limitOf(metric, scenario)));
  const stated = judge(checks, expectRows(scenario.drop, many), "screen");
  return Math.max(...stated.map(({ requiredN }) => requiredN ?? many));
}

function limitOf(metric: string, { drop, limit }: Scenario): number {
  if ("absolute" in limit) return limit.absolute;
  const [decided] = judge([checkOf(metric, 1)], expectRows(drop, 1e9), "screen");
  return limit.ofDrop * Math.abs(decided?.weighed.estimate.value ?? 0);
}

function expectRows(drop: number, rows: number): PredictionEvidence {
  return describeRows(sharesAt(drop).map((share) => Math.round(share * rows)));
}

function checkOf(metric: string, limit: number): Check {
  return {
    metric,
    limits: [{ kind: "max-drop", value: limit }],
    direction: METRICS[metric] ?? null,
    by: [],
    severity: "block",
    source: null,
    written: { metric, "max-drop": limit },
  };
}

function judge(checks: readonly Check[], predictions: PredictionEvidence, mode: Mode) {
  return decideChecks({ checks, mode }, { candidate: null, baseline: null, predictions });
}
