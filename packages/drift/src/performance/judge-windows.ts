/**
 * Judges performance over time: the newest window whose labels have come against each objective.
 *
 * @module
 */
import {
  type Finding,
  finding,
  type JsonValue,
  type Objective,
  type PerformanceSection,
  roundJudged,
} from "@ml-gates/gate";
import type { WindowCounts } from "@ml-gates/queries";
import {
  binomialTest,
  type Decision,
  type Proportion,
  requiredN,
  screen,
  wilsonInterval,
} from "@ml-gates/statistics";
import { listWindows, sayTime } from "./list-windows.ts";
import { countPerformance, toMetric, toProportion } from "./rates.ts";
import { rollWindows } from "./roll-windows.ts";

type Section = Pick<PerformanceSection, "objectives" | "coverage" | "windowHours" | "stepHours">;

/** What was found, and every window's value for the report. */
export interface JudgedWindows {
  readonly findings: readonly Finding[];
  readonly windows: readonly JsonValue[];
}

/** One objective in the window that decides. */
interface WindowTrial {
  readonly objective: Objective;
  readonly window: WindowCounts;
  readonly counted: Proportion;
  /** Null where there are no rows to speak of. */
  readonly p: number | null;
  readonly coverage: number;
}

/**
 * One finding for each objective. One window decides, whatever their number: the newest that the predictions fill and
 * whose labels have come, as long as it shares a step with the newest of all; else nothing is decided. Windows overlap,
 * so what is seen in one is seen again in the next: the others are for the report.
 *
 * @example
 * judgeWindows({ objectives: [], coverage: 0.8, windowHours: 24, stepHours: 24 }, []); // => { findings: [], windows: [] }
 */
export function judgeWindows(section: Section, steps: readonly WindowCounts[]): JudgedWindows {
  const { objectives } = section;
  const windows = rollWindows(section, steps);
  const [newest] = windows;
  if (newest === undefined)
    return { findings: objectives.map((each) => reportUnfilled(each, steps, section)), windows: [] };
  const deciding =
    windows.find((window) => isLabelled(window, section) && isFresh(window, section)) ?? newest;
  const trials = objectives.map((objective) => weigh(objective, deciding));
  const decided = screen(
    trials.map(({ objective, counted, p, coverage }) => ({
      breached: isBreached(objective, counted),
      p: coverage < section.coverage ? null : p,
      blocking: objective.severity === "block",
    })),
  );
  const blocking = objectives.filter(({ severity }) => severity === "block").length;
  return {
    findings: trials.map((trial, index) =>
      report(trial, {
        ...(decided[index] ?? { outcome: "inconclusive", pAdjusted: null }),
        section,
        blocking,
      }),
    ),
    windows: listWindows(objectives, { windows, deciding, coverage: section.coverage }),
  };
}

function isLabelled({ labelled, rows }: WindowCounts, { coverage }: Section): boolean {
  return labelled / rows >= coverage;
}

/** Once a whole window has passed without labels, what came before says nothing of today. */
function isFresh({ window }: WindowCounts, { windowHours, stepHours }: Section): boolean {
  return window * stepHours < windowHours;
}

function weigh(objective: Objective, window: WindowCounts): WindowTrial {
  const counted = countPerformance(objective.metric, window);
  const against = toProportion(objective.metric, objective.min);
  return {
    objective,
    window,
    counted,
    p: counted.trials === 0 ? null : binomialTest({ ...counted, against, alternative: "less" }),
    coverage: window.labelled / window.rows,
  };
}

function isBreached({ metric, min }: Objective, { successes, trials }: Proportion): boolean {
  return toMetric(metric, successes / trials) < min;
}

function describe({ metric, min, severity, source }: Objective, { windowHours, stepHours }: Section) {
  return {
    id: `performance:${metric}/${min}`,
    kind: "drift",
    check: { metric, min, window: `${windowHours}h`, step: `${stepHours}h` },
    severity,
    source,
  } as const;
}

function reportUnfilled(objective: Objective, steps: readonly WindowCounts[], section: Section): Finding {
  const rows = steps.reduce((sum, step) => sum + step.rows, 0);
  return finding({
    ...describe(objective, section),
    outcome: "inconclusive",
    reason: rows === 0 ? "no-rows" : "window-not-filled",
    n: rows,
    why: `The ${rows} predictions do not reach back over one window of ${section.windowHours} hours: ${objective.metric} over it is not known yet.`,
    remedy: "Give the predictions of a whole window, or choose a shorter `window` on the base branch first.",
  });
}

interface Deciding {
  readonly outcome: Decision;
  readonly pAdjusted: number | null;
  readonly section: Section;
  readonly blocking: number;
}

function report(trial: WindowTrial, deciding: Deciding): Finding {
  const { objective, counted, p } = trial;
  const told = settle(trial, deciding);
  const value = counted.trials === 0 ? null : toMetric(objective.metric, counted.successes / counted.trials);
  return finding({
    ...describe(objective, deciding.section),
    ...told,
    baseline: objective.min,
    observed: value === null ? null : roundJudged(value),
    effect: value === null ? null : effectOf(trial, value),
    method: "binomial-exact",
    p: p === null ? null : roundJudged(p),
    pAdjusted: deciding.pAdjusted === null ? null : roundJudged(deciding.pAdjusted),
    n: counted.trials,
    requiredN: told.outcome === "inconclusive" ? rowsToSettle(trial, deciding.blocking) : null,
    why: `${tellSeen(trial, value)}; ${told.why}${tellNewer(trial, deciding.section)}.`,
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
    const why = `too few labels have come to judge it or a window that overlaps it, wanted ${100 * section.coverage} %`;
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

function tellNewer({ window: { window } }: WindowTrial, { stepHours }: Section): string {
  return window === 0 ? "" : `; labels of the last ${window * stepHours} hours are still to come`;
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
