/**
 * Rows as columns of numbers, for statistics that need the order of scores.
 *
 * @module
 */
import type { NumberColumn } from "./table.ts";

/** Whole numbers from 0 to below `count`, such as a row's place in the order of scores. */
export interface Steps {
  readonly steps: NumberColumn;
  readonly count: number;
}

/** Columns of equal length. */
export interface ScoredRows {
  /** Positions in the classes from 1. */
  readonly labels: NumberColumn;
  /** For each group column the positions in its values from 1; 0 where a row has none. */
  readonly groups: readonly NumberColumn[];
  /** Null when every row weighs one. */
  readonly weights: NumberColumn | null;
  /** Numbers of the clusters; null when every row is its own. */
  readonly units: Steps | null;
  /** One, or one for each class. */
  readonly scores: readonly PairedSteps[];
}

/** Both models' steps of one score; the baseline's, and whether they are apart in a row (1), are null without one. */
export interface PairedSteps {
  readonly candidate: Steps;
  readonly baseline: Steps | null;
  readonly apart: NumberColumn | null;
}

/**
 * Values as ranks from 0 without gaps.
 *
 * @example
 * denseSteps(Int32Array.of(70, 5, 70)).steps; // => Int32Array.of(1, 0, 1)
 */
export function denseSteps(values: NumberColumn): Steps {
  const distinct = distinctOf(values);
  const steps = new Int32Array(values.length);
  let step = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? 0;
    // In a column in order every value is the last one or the next.
    if (distinct[step + 1] === value) step++;
    else if (distinct[step] !== value) step = findStep(distinct, value);
    steps[row] = step;
  }
  return { steps, count: distinct.length };
}

/** In ascending order. */
function distinctOf(values: NumberColumn): NumberColumn {
  const sorted = values.slice().sort();
  let count = 0;
  for (let at = 0; at < sorted.length; at++) {
    const value = sorted[at] ?? 0;
    if (count === 0 || sorted[count - 1] !== value) sorted[count++] = value;
  }
  return sorted.subarray(0, count);
}

function findStep(distinct: NumberColumn, value: number): number {
  let [low, high] = [0, distinct.length - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((distinct[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The rows of each group, in their order.
 *
 * @example
 * splitRows(Uint8Array.of(2, 1, 0, 2), 2).map((rows) => [...rows]); // => [[1], [0, 3]]
 */
export function splitRows(groups: NumberColumn, count: number): readonly Int32Array[] {
  const sizes = new Int32Array(count + 1);
  for (let row = 0; row < groups.length; row++) sizes[groups[row] ?? 0] = (sizes[groups[row] ?? 0] ?? 0) + 1;
  const rows = Array.from(sizes, (size) => new Int32Array(size));
  const filled = new Int32Array(count + 1);
  for (let row = 0; row < groups.length; row++) {
    const group = groups[row] ?? 0;
    const at = filled[group] ?? 0;
    const of = rows[group];
    if (of) of[at] = row;
    filled[group] = at + 1;
  }
  return rows.slice(1);
}

/**
 * Some of the rows. Units are numbered anew, and steps where there are more of them: what is done by step costs no more than rows.
 *
 * @example
 * takeRows({ labels: Uint8Array.of(1, 2, 2), groups: [], weights: null, units: null, scores: [{ candidate: { steps: Int32Array.of(0, 1, 2), count: 3 }, baseline: null, apart: null }] }, Int32Array.of(0, 2)).scores[0].candidate; // => { steps: Int32Array.of(0, 1), count: 2 }
 */
export function takeRows({ labels, weights, units, scores }: ScoredRows, rows: Int32Array): ScoredRows {
  return {
    labels: take(labels, rows),
    groups: [],
    weights: weights && take(weights, rows),
    units: units && takeAnew(units, rows),
    scores: scores.map(({ candidate, baseline, apart }) => ({
      candidate: takeFew(candidate, rows),
      baseline: baseline && takeFew(baseline, rows),
      apart: apart && take(apart, rows),
    })),
  };
}

function take(column: NumberColumn, rows: Int32Array): NumberColumn {
  const taken = column.slice(0, rows.length);
  for (let at = 0; at < rows.length; at++) taken[at] = column[rows[at] ?? 0] ?? 0;
  return taken;
}

function takeFew(all: Steps, rows: Int32Array): Steps {
  return all.count > rows.length ? takeAnew(all, rows) : { ...all, steps: take(all.steps, rows) };
}

function takeAnew({ steps, count }: Steps, rows: Int32Array): Steps {
  const taken = take(steps, rows);
  const present = new Uint8Array(count);
  for (let at = 0; at < taken.length; at++) present[taken[at] ?? 0] = 1;
  const places = new Int32Array(count);
  let next = 0;
  for (let step = 0; step < count; step++) if (present[step] === 1) places[step] = next++;
  for (let at = 0; at < taken.length; at++) taken[at] = places[taken[at] ?? 0] ?? 0;
  return { steps: taken, count: next };
}
