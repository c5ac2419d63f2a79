/**
 * Areas under curves from scores: each row's influence on them by cumulative counts of scores, then its square.
 *
 * Influence of a row on the area under the ROC curve: (placement - area) / weight of its class (DeLong, DeLong and
 * Clarke-Pearson 1988). On average precision, with precision T / (T + F) at the scores at or above a threshold: the
 * derivative of Σ p(x) T(x) / (T(x) + F(x)) / P by the row's weight.
 *
 * @module
 */
import type { PairedTable, Slice } from "./pair-predictions.ts";
import type { QueryPlan } from "./paired-predictions.ts";
import { readCount, readNumber } from "./read-number.ts";
import { sliceIds } from "./slice-sums.ts";
import { scoresOf } from "./sum-losses.ts";
import type { Row } from "./table.ts";

/** How classes are held against each other: one score, every class against the rest, every two classes. */
export type RankTasks = "binary" | "ovr" | "ovo";

/** What the scores' steps are: exact to nine digits, or this many bins of equal width. */
export type ScoreSteps = { readonly kind: "exact" } | { readonly kind: "binned"; readonly bins: number };

/** A statistic of ranks for both models: its values and the sums of squared influences. */
export interface RankedStatistic {
  readonly candidate: number;
  /** Null without a baseline. */
  readonly baseline: number | null;
  /** Variance of the candidate's value. */
  readonly levelVariance: number;
  /** Variance of the difference. */
  readonly changeVariance: number;
}

/** What ranks say of all rows or of one group. */
export interface RankSums {
  readonly slice: Slice | null;
  readonly n: number;
  readonly units: number;
  /** Rows of the smaller side of the smallest task. */
  readonly smaller: number;
  /** Largest difference between the steps of the two models' scores in a row: 0 when they rank alike. */
  readonly gap: number;
  readonly area: RankedStatistic | null;
  readonly precision: RankedStatistic | null;
  /** Largest error that binning can have made in an area; 0 for exact steps. */
  readonly areaBound: number;
  readonly precisionBound: number;
}

/** What is ranked. */
export interface RankAsk {
  readonly tasks: RankTasks;
  readonly steps: ScoreSteps;
  /** Only these slices, by number; all of them when null. */
  readonly only: readonly number[] | null;
  /** Largest absolute score of each model: scores are rounded to nine digits of it. */
  readonly largest: { readonly candidate: number; readonly baseline: number };
}

/** Scores are told apart to this many digits of the largest. */
const DIGITS = 9;

/**
 * Ranks the scores of both models over all rows and in every group.
 *
 * @example
 * planRankSums({ pair: { candidate: { table: { from: "t", columns: [], rowNumber: "r" }, columns: { key: "k", label: "y", prediction: "p", score: "s", weight: null, positive: "1" }, by: [] }, baseline: null }, vocabulary: { classes: ["0", "1"], groups: {} }, positive: 2, slices: [] }, { tasks: "binary", steps: { kind: "exact" }, only: null, largest: { candidate: 1, baseline: 1 } }).read([]); // => []
 */
export function planRankSums(paired: PairedTable, ask: RankAsk): QueryPlan<readonly RankSums[]> {
  const both = paired.pair.baseline !== null;
  const { cluster } = paired.pair.candidate.columns;
  const repeated = repeatsOf(paired, ask.tasks);
  const sides = both ? (["candidate", "baseline"] as const) : (["candidate"] as const);
  const grouped = Boolean(cluster) || repeated > 1;
  const influences = sides.flatMap((side) =>
    (["area", "prec"] as const).map((name) => ({
      name: `${side}_${name}`,
      sql: `r.w * CASE WHEN r.pos THEN ${side}.${name}_pos ELSE ${side}.${name}_neg END`,
    })),
  );
  const joins = sides.map((side) => {
    const step = side === "candidate" ? "x" : "z";
    return `LEFT JOIN ${side} ON ${side}.sid = r.sid AND ${side}.task = r.task AND ${side}.step = r.${step}`;
  });
  const rows =
    `SELECT r.sid, ${grouped ? "r.i, " : ""}${grouped ? "count(*)" : "1"} AS n, ` +
    influences.map(({ name, sql }) => `${grouped ? `sum(${sql})` : sql} AS ${name}`).join(", ") +
    ` FROM src r ${joins.join(" ")}${grouped ? " GROUP BY r.sid, r.i" : ""}`;
  return {
    sql:
      `WITH src AS NOT MATERIALIZED (${sourceOf(paired, ask)}), ` +
      sides.map((side) => rankOf(side, { clustered: Boolean(cluster) })).join(", ") +
      `, sums AS (SELECT sid, sum(n) / ${repeated} AS n, count(*) AS units, ${squaresOf(both)} FROM (${rows}) GROUP BY sid) ` +
      `SELECT sums.*, ${valuesOf(both)} FROM sums JOIN candidate_values USING (sid)` +
      `${both ? " JOIN baseline_values USING (sid)" : ""} ORDER BY sid`,
    read: (found) => found.map((row) => readRanks(row, paired, ask)),
  };
}

/**
 * The largest absolute scores, and whether the two models' scores differ by more than the noise of arithmetic.
 *
 * @example
 * planScoreRange({ pair: { candidate: { table: { from: "t", columns: [], rowNumber: "r" }, columns: { key: "k", label: "y", prediction: "p", score: "s", weight: null, positive: "1" }, by: [] }, baseline: null }, vocabulary: { classes: ["0", "1"], groups: {} }, positive: 2, slices: [] }).read([{ candidate: 1, baseline: null }]); // => { candidate: 1, baseline: 0 }
 */
export function planScoreRange(
  paired: PairedTable,
): QueryPlan<{ readonly candidate: number; readonly baseline: number }> {
  const largest = (side: "candidate" | "baseline") => {
    const scores = scoresOf(paired, side) ?? [side === "candidate" ? "s" : "t"];
    return `max(greatest(${scores.map((score) => `abs(${score})`).join(", ")}, 0))`;
  };
  const baseline = paired.pair.baseline === null ? "0" : largest("baseline");
  return {
    sql: `SELECT ${largest("candidate")} AS candidate, ${baseline} AS baseline FROM pairs`,
    read: ([row]) => ({
      candidate: readNumber(row?.["candidate"] ?? 0),
      baseline: readNumber(row?.["baseline"] ?? 0),
    }),
  };
}

/** How often a row stands in the tasks. */
function repeatsOf({ vocabulary }: PairedTable, tasks: RankTasks): number {
  const classes = vocabulary.classes?.length ?? 0;
  if (tasks === "binary") return 1;
  return tasks === "ovr" ? classes : 2 * (classes - 1);
}

/** Rows of every task and slice: unit i, weight w, whether positive, steps x and z of the two models' scores. */
function sourceOf(paired: PairedTable, { tasks, steps, only, largest }: RankAsk): string {
  const { cluster } = paired.pair.candidate.columns;
  const both = paired.pair.baseline !== null;
  const count = paired.vocabulary.classes?.length ?? 0;
  const classes = Array.from({ length: count }, (_, index) => index + 1);
  const select = (task: { id: number; positive: number; score: string; other: string; where: string }) =>
    `SELECT ${cluster ? "u" : "rowid"} AS i, w, y = ${task.positive} AS pos, ${task.id} AS task, ` +
    `${stepOf(task.score, largest.candidate, steps)} AS x, ` +
    `${both ? stepOf(task.other, largest.baseline, steps) : "0"} AS z, ` +
    `${both ? gapOf(task, largest) : "0"} AS gap, ` +
    `unnest(${sliceIds(paired)}) AS sid FROM pairs${task.where}`;
  const positive = paired.positive ?? 0;
  const ofClass = (a: number) => ({ positive: a, score: `s${a}`, other: `t${a}` });
  const selects = {
    binary: () => [select({ id: 0, positive, score: "s", other: "t", where: "" })],
    ovr: () => classes.map((a) => select({ ...ofClass(a), id: a, where: "" })),
    ovo: () =>
      classes.flatMap((a) =>
        classes
          .filter((b) => b !== a)
          .map((b) => select({ ...ofClass(a), id: a * 256 + b, where: ` WHERE y IN (${a}, ${b})` })),
      ),
  }[tasks]();
  const all = selects.join(" UNION ALL ");
  return only === null ? all : `SELECT * FROM (${all}) WHERE sid IN (${only.join(", ")})`;
}

/** Digits after the point that reach nine digits of the largest score. */
function scaleOf(largest: number): number {
  const digits = largest === 0 ? 0 : DIGITS - Math.ceil(Math.log10(largest));
  return 10 ** Math.max(-300, Math.min(digits, 300));
}

function stepOf(score: string, largest: number, steps: ScoreSteps): string {
  if (steps.kind === "exact") return `CAST(round(${score} * ${scaleOf(largest)}) AS BIGINT)`;
  // Scores in 0..1 crowd at both ends; the arcsine spreads them there and keeps their order.
  const share = `asin(sqrt(least(1, greatest(0, ${score} / ${largest || 1})))) * ${2 / Math.PI}`;
  return `CAST(least(${steps.bins - 1}, floor(${share} * ${steps.bins})) AS INTEGER)`;
}

function gapOf(
  { score, other }: { readonly score: string; readonly other: string },
  largest: RankAsk["largest"],
): string {
  const exact = { kind: "exact" } as const;
  return `abs(${stepOf(score, largest.candidate, exact)} - ${stepOf(other, largest.baseline, exact)})`;
}

/**
 * The tables of one model: counts by step, their running sums, influences by step; and its values. Running sums go
 * over rows sorted beforehand, through all slices, and each slice's start is taken off: that streams, where a window
 * by partition would be sorted and searched for every row.
 */
function rankOf(side: "candidate" | "baseline", { clustered }: { readonly clustered: boolean }): string {
  const step = side === "candidate" ? "x" : "z";
  // The variance of each class over its rows less one, as DeLong has it; clusters are corrected as a whole.
  const factor = (count: string) => (clustered ? "1" : `sqrt(${count} / nullif(${count} - 1, 0))`);
  const running = "OVER (ROWS UNBOUNDED PRECEDING)";
  const sorted = (table: string) => `(SELECT * FROM ${side}_${table} ORDER BY sid, task, step)`;
  const positive = (sql: string) => `CASE WHEN p > 0 THEN ${sql} ELSE 0 END`;
  return `${side}_counts AS (
SELECT sid, task, ${step} AS step, coalesce(sum(w) FILTER (WHERE pos), 0) AS p, coalesce(sum(w) FILTER (WHERE NOT pos), 0) AS n,
 count(*) FILTER (WHERE pos) AS cp, count(*) FILTER (WHERE NOT pos) AS cn, max(gap) AS gap FROM src GROUP BY ALL),
${side}_running AS MATERIALIZED (SELECT *, sum(n) ${running} - n AS rn, sum(p) ${running} - p AS rp FROM ${sorted("counts")}),
${side}_totals AS (
SELECT sid, task, sum(p) AS ps, sum(n) AS ns, sum(cp) AS cps, sum(cn) AS cns, min(rn) AS n0, min(rp) AS p0 FROM ${side}_running GROUP BY ALL),
${side}_placed AS MATERIALIZED (
SELECT sid, task, step, p, n, gap, ps, ns, cps, cns, (rn - n0 + n / 2) / ns AS above, (ps - (rp - p0) - p / 2) / ps AS under,
 ps - (rp - p0) AS t, ns - (rn - n0) AS f FROM ${side}_running JOIN ${side}_totals USING (sid, task)),
${side}_upto AS MATERIALIZED (
SELECT *, sum(${positive("p * f / (t + f) / (t + f)")}) ${running} AS run_pos, sum(${positive("p * t / (t + f) / (t + f)")}) ${running} AS run_neg
FROM ${sorted("placed")}),
${side}_areas AS (
SELECT sid, task, sum(p * above) / any_value(ps) AS area, sum(${positive("p * t / (t + f)")}) / any_value(ps) AS prec,
 least(any_value(cps), any_value(cns)) AS smaller, max(gap) AS gap,
 min(run_pos - ${positive("p * f / (t + f) / (t + f)")}) AS pos0, min(run_neg - ${positive("p * t / (t + f) / (t + f)")}) AS neg0,
 sum(p * n) / 2 / any_value(ps) / any_value(ns) AS area_bound,
 sum(CASE WHEN p > 0 AND n > 0 THEN p * greatest(t / (t + f - n) - t / (t + f), t / (t + f) - (t - p) / (t - p + f)) ELSE 0 END) / any_value(ps) AS prec_bound
FROM ${side}_upto GROUP BY ALL),
${side} AS MATERIALIZED (
SELECT sid, task, step, ${factor("cps")} * (above - area) / ps AS area_pos, ${factor("cns")} * (under - area) / ns AS area_neg,
 ${factor("cps")} * ((t / nullif(t + f, 0) - prec) / ps + (run_pos - pos0) / ps) AS prec_pos, -${factor("cns")} * (run_neg - neg0) / ps AS prec_neg
FROM ${side}_upto JOIN (SELECT sid, task, area, prec, pos0, neg0 FROM ${side}_areas) USING (sid, task)),
${side}_values AS (
SELECT sid, avg(area) AS area, avg(prec) AS prec, count(*) AS tasks, min(smaller) AS smaller, max(gap) AS gap, avg(area_bound) AS area_bound, avg(prec_bound) AS prec_bound FROM ${side}_areas GROUP BY sid)`;
}

function squaresOf(both: boolean): string {
  return (["area", "prec"] as const)
    .flatMap((name) => [
      `sum(candidate_${name} * candidate_${name}) AS ${name}_level`,
      both
        ? `sum((candidate_${name} - baseline_${name}) * (candidate_${name} - baseline_${name})) AS ${name}_change`
        : `NULL AS ${name}_change`,
    ])
    .join(", ");
}

function valuesOf(both: boolean): string {
  const bound = (name: string) =>
    `candidate_values.${name}_bound${both ? ` + baseline_values.${name}_bound` : ""} AS ${name}_bound`;
  return [
    ...(["area", "prec"] as const).flatMap((name) => [
      `candidate_values.${name} AS ${name}`,
      `${both ? `baseline_values.${name}` : "NULL"} AS ${name}_before`,
      bound(name),
    ]),
    "candidate_values.tasks AS tasks",
    "candidate_values.smaller AS smaller",
    "candidate_values.gap AS gap",
  ].join(", ");
}

function readRanks(row: Row, paired: PairedTable, ask: RankAsk): RankSums {
  const sid = readCount(row, "sid");
  const classes = paired.vocabulary.classes?.length ?? 0;
  const wanted = { binary: 1, ovr: classes, ovo: classes * (classes - 1) }[ask.tasks];
  const whole = readCount(row, "tasks") === wanted;
  const units = readCount(row, "units");
  const factor = paired.pair.candidate.columns.cluster ? units / Math.max(1, units - 1) : 1;
  const exact = ask.steps.kind === "exact";
  const statistic = (name: "area" | "prec"): RankedStatistic | null => {
    const candidate = row[name];
    if (typeof candidate !== "number" || !Number.isFinite(candidate)) return null;
    const baseline = row[`${name}_before`];
    return {
      candidate,
      baseline: typeof baseline === "number" ? baseline : null,
      levelVariance: factor * readNumber(row[`${name}_level`] ?? 0),
      changeVariance: factor * readNumber(row[`${name}_change`] ?? 0),
    };
  };
  return {
    slice: sid === 0 ? null : (paired.slices[sid - 1] ?? null),
    n: readCount(row, "n"),
    units,
    smaller: whole ? readCount(row, "smaller") : 0,
    gap: readNumber(row["gap"] ?? 0),
    area: statistic("area"),
    precision: statistic("prec"),
    areaBound: exact ? 0 : readNumber(row["area_bound"] ?? 0),
    precisionBound: exact ? 0 : readNumber(row["prec_bound"] ?? 0),
  };
}
