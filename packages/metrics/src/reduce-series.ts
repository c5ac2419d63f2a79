/**
 * A series as one number: its last, least, greatest, mean, the value at a step, or where another metric is best.
 *
 * @module
 */
import type { Reducer } from "@ml-gates/gate";
import { momentsOf } from "@ml-gates/statistics";
import type { NamedValue, Point, Uncertainty } from "./metric-values.ts";

/** A number, or what there is instead, in words that follow "is". */
export interface Reduced {
  readonly value: number | string;
  readonly uncertainty: Uncertainty | null;
}

/** The metric that `at-best` looks at, and which way it points. */
export interface Companion {
  readonly points: readonly Point[];
  readonly direction: "higher" | "lower";
}

/**
 * Reduces a series. Without a reducer: the last value of a series by step, the mean over seeds or folds; with both,
 * each seed is reduced by step first, and the seeds are averaged. A value that was not measured makes `min`, `max`
 * and `mean` unmeasured too. The mean of seeds comes with each seed's value, its standard deviation (n - 1) and its
 * standard error.
 *
 * @example
 * reduceSeries([{ step: 1, seed: null, value: 0.9 }, { step: 2, seed: null, value: 0.4 }], null).value; // => 0.4
 * reduceSeries([{ step: null, seed: "1", value: 2 }, { step: null, seed: "2", value: 4 }], null).value; // => 3
 */
export function reduceSeries(
  points: readonly Point[],
  reducer: Reducer | null,
  companion: Companion | null = null,
): Reduced {
  const bySeed = Map.groupBy(points, ({ seed }) => seed);
  const seeded = !bySeed.has(null) && points.length > 0;
  const kind = reducer?.kind ?? "last";
  if (!seeded) {
    if (kind === "mean-of-seeds") return bare("a series without seeds or folds");
    return bare(reduceSteps(points, reducer ?? LAST, companion));
  }
  const stepless = points.every(({ step }) => step === null);
  const folds = countFolds(points);
  if (stepless && reducer !== null) return reduceSeeds(points, reducer, folds);
  const perStep = reducer === null || kind === "mean-of-seeds" ? LAST : reducer;
  const reduced = [...bySeed].map(([seed, own]) => ({
    name: String(seed),
    value: reduceSteps(own, perStep, companionOf(companion, seed)),
  }));
  return meanOfSeeds(reduced, folds);
}

/** Distinct folds; none where a value is of no fold. */
function countFolds(points: readonly Point[]): Pick<Uncertainty, "folds"> {
  const folds = new Set(points.map(({ fold }) => fold));
  return folds.has(undefined) ? {} : { folds: folds.size };
}

const LAST: Reducer = { kind: "last" };

function bare(value: number | string): Reduced {
  return { value, uncertainty: null };
}

function companionOf(companion: Companion | null, seed: string | null): Companion | null {
  return companion && { ...companion, points: companion.points.filter((point) => point.seed === seed) };
}

/** One value a seed: only what needs no steps can be asked of them. */
function reduceSeeds(points: readonly Point[], reducer: Reducer, folds: Pick<Uncertainty, "folds">): Reduced {
  const values = points.map(({ value }) => value);
  if (reducer.kind === "min") return bare(least(values));
  if (reducer.kind === "max") return bare(-least(values.map((value) => -value)));
  if (reducer.kind === "mean" || reducer.kind === "mean-of-seeds")
    return meanOfSeeds(
      points.map(({ seed, value }) => ({ name: String(seed), value })),
      folds,
    );
  return bare("a value a seed or fold, without steps");
}

function meanOfSeeds(
  named: readonly { readonly name: string; readonly value: number | string }[],
  folds: Pick<Uncertainty, "folds">,
): Reduced {
  const odd = named.find(({ value }) => typeof value === "string");
  if (odd !== undefined) return bare(odd.value);
  const seeds = named.map(({ name, value }) => ({ name, value: Number(value) }));
  const { mean, ...spread } = spreadOf(seeds);
  return { value: mean, uncertainty: { ...spread, seeds, ...folds } };
}

/**
 * The mean of named values, and with two or more of them their standard deviation (n - 1) and standard error.
 *
 * @example
 * spreadOf([{ name: "a", value: 1 }, { name: "b", value: 3 }]).standardError; // => 1
 */
export function spreadOf(
  values: readonly NamedValue[],
): { readonly mean: number; readonly n: number } & Pick<Uncertainty, "standardDeviation" | "standardError"> {
  const { n, mean, variance } = momentsOf(values.map(({ value }) => value));
  if (n < 2) return { mean, n };
  const standardDeviation = Math.sqrt(variance);
  return { mean, n, standardDeviation, standardError: standardDeviation / Math.sqrt(n) };
}

function reduceSteps(
  points: readonly Point[],
  reducer: Reducer,
  companion: Companion | null,
): number | string {
  const ordered = lastWords(points);
  const last = ordered.at(-1);
  if (last === undefined) return "an empty series";
  const values = ordered.map(({ value }) => value);
  switch (reducer.kind) {
    case "last":
      return last.value;
    case "min":
      return least(values);
    case "max":
      return -least(values.map((value) => -value));
    case "mean":
      return meanOf(values);
    case "at":
      return valueAt(ordered, reducer.step);
    case "at-best":
      return valueAtBest(ordered, reducer.metric, companion);
    case "mean-of-seeds":
      return "a series without seeds or folds";
  }
}

/** By step; of a step that was logged twice, as after a resumed training, the last word. */
function lastWords(points: readonly Point[]): readonly Point[] {
  const byStep = new Map(points.map((point, row) => [point.step ?? `row ${row}`, point]));
  return [...byStep.values()].sort(
    (left, right) => (left.step ?? Number.NEGATIVE_INFINITY) - (right.step ?? Number.NEGATIVE_INFINITY),
  );
}

function valueAt(points: readonly Point[], step: number): number | string {
  return points.find((point) => point.step === step)?.value ?? `a series without step ${step}`;
}

function valueAtBest(points: readonly Point[], metric: string, companion: Companion | null): number | string {
  if (companion === null) return `a series, but ${metric} is none`;
  const others = lastWords(companion.points);
  const sign = companion.direction === "lower" ? 1 : -1;
  const best = least(others.map(({ value }) => sign * value));
  if (Number.isNaN(best)) return `a series, but ${metric} was not measured at every step`;
  const step = others.find(({ value }) => sign * value === best)?.step ?? null;
  return step === null ? `a series, but ${metric} has no steps` : valueAt(points, step);
}

function least(values: readonly number[]): number {
  return values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
