/**
 * Judges performance over time: each window against each objective.
 *
 * @module
 */
import { type Finding, finding, type Objective, type PerformanceSection, roundJudged } from "@ml-gates/gate";
import type { WindowCounts } from "@ml-gates/queries";
import {
  binomialTest,
  type Decision,
  type Proportion,
  requiredN,
  screen,
  wilsonInterval,
} from "@ml-gates/statistics";
import { countPerformance, toMetric, toProportion } from "./rates.ts";

/** One objective in one window. */
interface WindowTrial {
  readonly objective: Objective;
  readonly window: WindowCounts;
  readonly counted: Proportion;
  readonly severity: Finding["severity"];
  /** Null where there are no rows to speak of. */
  readonly p: number | null;
  readonly coverage: number;
}

/**
 * Every window a finding for every objective. The newest decides; what is older can only warn, since no change of today
 * mends it.
 *
 * @example
 * judgeWindows({ objectives: [], coverage: 0.8, windowHours: 24 }, []); // => []
 */
export function judgeWindows(
  section: Pick<PerformanceSection, "objectives" | "coverage" | "windowHours">,
  windows: readonly WindowCounts[],
): readonly Finding[] {
  const trials = section.objectives.flatMap((objective) => windows.map((window) => weigh(objective, window)));
  const decided = screen(
    trials.map(({ objective, counted, p, severity, coverage }) => ({
      breached: isBreached(objective, counted),
      p: coverage < section.coverage ? null : p,
      blocking: severity === "block",
    })),
  );
  const blocking = trials.filter(({ severity }) => severity === "block").length;
  return trials.map((trial, index) =>
    report(trial, { ...(decided[index] ?? { outcome: "inconclusive", pAdjusted: null }), section, blocking }),
  );
}

function weigh(objective: Objective, window: WindowCounts): WindowTrial {
  const counted = countPerformance(objective.metric, window);
  const against = toProportion(objective.metric, objective.min);
  return {
    objective,
    window,
    counted,
    severity: window.window === 0 || objective.severity !== "block" ? objective.severity : "warn",
    p: counted.trials === 0 ? null : binomialTest({ ...counted, against, alternative: "less" }),
    coverage: window.labelled / window.rows,
  };
}

function isBreached({ metric, min }: Objective, { successes, trials }: Proportion): boolean {
  return toMetric(metric, successes / trials) < min;
}

interface Deciding {
  readonly outcome: Decision;
  readonly pAdjusted: number | null;
  readonly section: Pick<PerformanceSection, "coverage" | "windowHours">;
  readonly blocking: number;
}

function report(trial: WindowTrial, deciding: Deciding): Finding {
  const { objective, window, counted, severity, p } = trial;
  const { metric, min } = objective;
  const told = settle(trial, deciding);
  const value = counted.trials === 0 ? null : toMetric(metric, counted.successes / counted.trials);
  return finding({
    id: `performance:${metric}/${sayTime(window.last)}`,
    kind: "drift",
    check: { metric, min, window: `${deciding.section.windowHours}h` },
    severity,
    source: objective.source,
    ...told,
    baseline: min,
    observed: value === null ? null : roundJudged(value),
    effect: value === null ? null : effectOf(trial, value),
    method: "binomial-exact",
    p: p === null ? null : roundJudged(p),
    pAdjusted: deciding.pAdjusted === null ? null : roundJudged(deciding.pAdjusted),
    n: counted.trials,
    requiredN: told.outcome === "inconclusive" ? rowsToSettle(trial, deciding.blocking) : null,
    why: `${tellSeen(trial, value)}; ${told.why}.`,
  });
}

function effectOf({ objective: { metric }, counted }: WindowTrial, value: number): Finding["effect"] {
  const { low, high, confidence } = wilsonInterval({ ...counted, confidence: 0.95 });
  return {
    kind: "value",
    value: roundJudged(value),
    low: roundJudged(toMetric(metric, low)),
    high: roundJudged(toMetric(metric, high)),
    confidence,
  };
}

function settle(
  { counted, coverage, objective }: WindowTrial,
  { outcome, section }: Deciding,
): Pick<Finding, "outcome" | "reason" | "why" | "remedy"> {
  if (coverage < section.coverage) {
    const why = `too few labels have come to judge it, wanted ${100 * section.coverage} %`;
    const remedy = "Judge it again when the labels have come, or lower `coverage` on the base branch first.";
    return { outcome: "inconclusive", reason: "labels-late", why, remedy };
  }
  if (counted.trials === 0) {
    const why = `no labelled row says anything about ${objective.metric}`;
    return { outcome: "not-evaluable", reason: "zero-denominator", why, remedy: "Widen the window." };
  }
  if (outcome === "pass") return { outcome, reason: null, why: "the objective is met", remedy: null };
  if (outcome === "fail") {
    const remedy = "Find what changed in the rows of this window; retrain if it is the world.";
    return { outcome, reason: null, why: "below the objective, and not noise", remedy };
  }
  const why = "below the objective, but noise could do that";
  return { outcome, reason: "not-significant", why, remedy: "Widen the window, or wait for more rows." };
}

function tellSeen({ objective, window, counted, coverage }: WindowTrial, value: number | null): string {
  const interval = wilsonInterval({ ...counted, confidence: 0.95 });
  const bounds = [interval.low, interval.high].map((bound) => toMetric(objective.metric, bound).toFixed(3));
  const seen = value === null ? "has no value" : `is ${value.toFixed(3)} (95 % ${bounds.join(" … ")})`;
  const share = `${(100 * coverage).toFixed(1)} % of its ${window.rows} predictions labelled`;
  return `${objective.metric} from ${sayTime(window.first)} to ${sayTime(window.last)} ${seen}, wanted at least ${objective.min}; ${share}`;
}

/** From which trials on this shortfall is itself significant. */
function rowsToSettle({ objective: { metric, min }, counted }: WindowTrial, blocking: number): number | null {
  const against = toProportion(metric, min);
  const gap = against - counted.successes / counted.trials;
  if (!(gap > 0)) return null;
  const standardError = Math.sqrt((against * (1 - against)) / counted.trials);
  const rows = requiredN({ n: counted.trials, standardError, limit: gap, blocking });
  return rows !== null && rows > counted.trials ? rows : null;
}

/** ISO 8601 without the seconds' fraction, UTC. */
function sayTime(seconds: number): string {
  return `${new Date(Math.round(seconds) * 1000).toISOString().slice(0, 19)}Z`;
}
