/**
 * Areas under curves from scores: the engine hands over each row's steps, classes and groups as columns of numbers.
 *
 * @module
 */
import type { PairedTable } from "./pair-predictions.ts";
import type { ColumnsPlan, QueryPlan } from "./paired-predictions.ts";
import { type RankSums, rankGroups } from "./rank-groups.ts";
import type { RankTask } from "./rank-tasks.ts";
import { denseSteps, type ScoredRows, type Steps } from "./ranked-columns.ts";
import { readNumber } from "./read-number.ts";
import { scoresOf } from "./sum-losses.ts";
import type { NumberColumn, Row } from "./table.ts";

/** How classes are held against each other: one score, every class against the rest, every two classes. */
export type RankTasks = "binary" | "ovr" | "ovo";

/** What the scores' steps are: exact to nine digits, or this many bins. */
export type ScoreSteps = { readonly kind: "exact" } | { readonly kind: "binned"; readonly bins: number };

/** What is ranked. */
export interface RankAsk {
  readonly tasks: RankTasks;
  readonly steps: ScoreSteps;
  /** Scores are rounded to nine digits of the largest. */
  readonly ranges: ScoreRanges;
}

/** Scores are told apart to this many digits of the largest: such whole numbers fit 32 bits. */
const DIGITS = 9;

/**
 * Ranks the scores of both models over all rows and in every group.
 *
 * @example
 * planRankSums({ pair: { candidate: { table: { from: "t", columns: [], rowNumber: "r" }, columns: { key: "k", label: "y", prediction: "p", score: "s", weight: null, positive: "1" }, by: [] }, baseline: null }, vocabulary: { classes: ["0", "1"], groups: {} }, positive: 2, slices: [] }, { tasks: "binary", steps: { kind: "exact" }, ranges: { candidate: { low: 0, high: 1 }, baseline: { low: 0, high: 1 } } }).read([Uint8Array.of(1, 2, 1, 2), Int32Array.of(1, 2, 3, 4)])[0].area.candidate; // => 0.75
 */
export function planRankSums(paired: PairedTable, ask: RankAsk): ColumnsPlan<readonly RankSums[]> {
  const { by, columns } = paired.pair.candidate;
  const selected = [
    "coalesce(y, 0) AS y",
    ...by.map((_, index) => `coalesce(g${index}, 0) AS g${index}`),
    ...(columns.weight === null ? [] : ["w"]),
    ...(columns.cluster ? ["CAST(dense_rank() OVER (ORDER BY u) AS INTEGER) AS u"] : []),
    ...stepsOf(paired, ask),
  ];
  // Rows in the order of a score keep what is read by step together in memory; bins are few enough as they are.
  const ordered =
    ask.steps.kind === "exact" ? ` ORDER BY x${scoreNames(paired, ask.tasks)[0]?.candidate}` : "";
  return {
    sql: `SELECT ${selected.join(", ")} FROM pairs${ordered}`,
    read: (found) => {
      const sums = rankGroups(paired, listTasks(paired, ask.tasks), readColumns(paired, ask, found));
      return ask.steps.kind === "binned"
        ? sums
        : sums.map((each) => ({ ...each, areaBound: 0, precisionBound: 0 }));
    },
  };
}

/** The smallest and the largest score of each model, of all classes; zeros without a baseline. */
export interface ScoreRanges {
  readonly candidate: ScoreRange;
  readonly baseline: ScoreRange;
}

/** A score is never below `low` nor above `high`. */
export interface ScoreRange {
  readonly low: number;
  readonly high: number;
}

/**
 * The ranges of both models' scores.
 *
 * @example
 * planScoreRanges({ pair: { candidate: { table: { from: "t", columns: [], rowNumber: "r" }, columns: { key: "k", label: "y", prediction: "p", score: "s", weight: null, positive: "1" }, by: [] }, baseline: null }, vocabulary: { classes: ["0", "1"], groups: {} }, positive: 2, slices: [] }).read([{ s_low: 0.1, s_high: 1 }]).candidate; // => { low: 0.1, high: 1 }
 */
export function planScoreRanges(paired: PairedTable): QueryPlan<ScoreRanges> {
  const sides =
    paired.pair.baseline === null ? (["candidate"] as const) : (["candidate", "baseline"] as const);
  const selected = sides.flatMap((side) => {
    const name = side === "candidate" ? "s" : "t";
    const scores = (scoresOf(paired, side) ?? [name]).join(", ");
    return [`min(least(${scores})) AS ${name}_low`, `max(greatest(${scores})) AS ${name}_high`];
  });
  const read = (row: Row | undefined, name: string) => ({
    low: readNumber(row?.[`${name}_low`] ?? 0),
    high: readNumber(row?.[`${name}_high`] ?? 0),
  });
  return {
    sql: `SELECT ${selected.join(", ")} FROM pairs`,
    read: ([row]) => ({ candidate: read(row, "s"), baseline: read(row, "t") }),
  };
}

function listTasks({ positive, vocabulary }: PairedTable, tasks: RankTasks): readonly RankTask[] {
  if (tasks === "binary") return [{ positive: positive ?? 0, negative: null, score: 0 }];
  const classes = (vocabulary.classes ?? []).map((_, index) => index + 1);
  if (tasks === "ovr") return classes.map((a) => ({ positive: a, negative: null, score: a - 1 }));
  return classes.flatMap((a) =>
    classes.filter((b) => b !== a).map((b) => ({ positive: a, negative: b, score: a - 1 })),
  );
}

/** The names of both models' scores: one each, or one each for every class. */
function scoreNames({ pair, vocabulary }: PairedTable, tasks: RankTasks) {
  const numbers = tasks === "binary" ? [""] : (vocabulary.classes ?? []).map((_, index) => `${index + 1}`);
  return numbers.map((number) => ({
    candidate: `s${number}`,
    baseline: pair.baseline === null ? null : `t${number}`,
  }));
}

/** For every score: the candidate's step, the baseline's, and whether the row's steps are apart. */
function stepsOf(paired: PairedTable, { tasks, steps, ranges }: RankAsk): readonly string[] {
  return scoreNames(paired, tasks).flatMap(({ candidate, baseline }) => {
    const x = stepOf(candidate, ranges.candidate, steps);
    if (baseline === null) return [`${x} AS x${candidate}`];
    const exact = { kind: "exact" } as const;
    const apart = `${stepOf(candidate, ranges.candidate, exact)} <> ${stepOf(baseline, ranges.baseline, exact)}`;
    const z = stepOf(baseline, ranges.baseline, steps);
    return [`${x} AS x${candidate}`, `${z} AS x${baseline}`, `CAST(${apart} AS UTINYINT) AS m${candidate}`];
  });
}

/** Digits after the point that reach nine digits of the largest score. */
function scaleOf({ low, high }: ScoreRange): number {
  const largest = Math.max(Math.abs(low), Math.abs(high));
  const digits = largest === 0 ? 0 : DIGITS - Math.ceil(Math.log10(largest));
  return 10 ** Math.max(-300, Math.min(digits, 300));
}

function stepOf(score: string, range: ScoreRange, steps: ScoreSteps): string {
  if (steps.kind === "exact") return `CAST(round(${score} * ${scaleOf(range)}) AS INTEGER)`;
  // Scores in 0..1 crowd at both ends; the arcsine spreads them there and keeps their order.
  const low = Math.min(0, range.low);
  const share = `asin(sqrt(least(1, greatest(0, (${score} - ${low}) / ${range.high - low || 1})))) * ${2 / Math.PI}`;
  return `CAST(least(${steps.bins - 1}, floor(${share} * ${steps.bins})) AS USMALLINT)`;
}

function readColumns(paired: PairedTable, ask: RankAsk, found: readonly NumberColumn[]): ScoredRows {
  const { by, columns } = paired.pair.candidate;
  const rest = [...found];
  const next = () => rest.shift() ?? new Uint8Array();
  const steps = (column: NumberColumn): Steps =>
    ask.steps.kind === "exact" ? denseSteps(column) : { steps: column, count: ask.steps.bins };
  return {
    labels: next(),
    groups: by.map(next),
    weights: columns.weight === null ? null : next(),
    units: columns.cluster ? denseSteps(next()) : null,
    scores: scoreNames(paired, ask.tasks).map(({ baseline }) => ({
      candidate: steps(next()),
      baseline: baseline === null ? null : steps(next()),
      apart: baseline === null ? null : next(),
    })),
  };
}
