/**
 * Influences of units on an area, and the sums of their squares, which are variances.
 *
 * @module
 */
import type { RankedAreas } from "@ml-gates/statistics";
import { type RankTask, strideWeights, type TaskRows } from "./rank-tasks.ts";
import type { ScoredRows } from "./ranked-columns.ts";

/** Rows as one task sees them, and the task's share in the mean of all. */
type TaskShare = TaskRows & { readonly share: number };

/** Of both areas. */
interface OfAreas<Of> {
  readonly roc: Of;
  readonly precision: Of;
}

/**
 * One model's influences on both areas. With one task and rows for units they stay by step: writing them out by row
 * costs more than all the rest. Otherwise they are summed by unit.
 */
export type Influences =
  | { readonly kind: "steps"; readonly packed: Float64Array; readonly seen: TaskShare | null }
  | ({ readonly kind: "units" } & OfAreas<Float64Array>);

/** What influences are before any task. */
export function noInfluences({ labels, units }: ScoredRows, tasks: readonly RankTask[]): Influences {
  if (tasks.length === 1 && units === null) return { kind: "steps", packed: new Float64Array(), seen: null };
  const count = units?.count ?? labels.length;
  return { kind: "units", roc: new Float64Array(count), precision: new Float64Array(count) };
}

/** With a further task's: each row's influences, times its weight and the task's share, go to its unit. */
export function addInfluences(before: Influences, areas: RankedAreas, seen: TaskShare): Influences {
  const packed = pack(areas);
  if (before.kind === "steps") return { kind: "steps", packed, seen };
  const { rows, task, steps, share } = seen;
  const { weights, stride } = strideWeights(rows);
  const units = rows.units?.steps ?? new Int32Array();
  for (let row = 0; row < rows.labels.length; row++) {
    const label = rows.labels[row] ?? 0;
    const isPositive = label === task.positive;
    if (!isPositive && task.negative !== null && label !== task.negative) continue;
    const at = 4 * (steps.steps[row] ?? 0) + (isPositive ? POSITIVE : NEGATIVE);
    const weight = share * (weights[row * stride] ?? 0);
    addTo(before, units[row] ?? row, {
      roc: weight * (packed[at] ?? 0),
      precision: weight * (packed[at + 1] ?? 0),
    });
  }
  return before;
}

function addTo(sums: OfAreas<Float64Array>, unit: number, { roc, precision }: OfAreas<number>): void {
  sums.roc[unit] = (sums.roc[unit] ?? 0) + roc;
  sums.precision[unit] = (sums.precision[unit] ?? 0) + precision;
}

/** By step: both areas' influences of a positive row, then of a negative one, side by side in memory. */
function pack({ roc, precision }: RankedAreas): Float64Array {
  const { length } = roc.influences.positives;
  const packed = new Float64Array(4 * length);
  for (let step = 0; step < length; step++) {
    packed[4 * step] = roc.influences.positives[step] ?? 0;
    packed[4 * step + 1] = precision.influences.positives[step] ?? 0;
    packed[4 * step + 2] = roc.influences.negatives[step] ?? 0;
    packed[4 * step + 3] = precision.influences.negatives[step] ?? 0;
  }
  return packed;
}

/** Where a step's influences begin, from four times the step on. */
const [POSITIVE, NEGATIVE] = [0, 2];

/** Sums over units of the squared influence, and of the squared difference from the other model's. */
interface Squares {
  readonly level: number;
  /** 0 without another model. */
  readonly change: number;
}

/**
 * The sums of squares of one model's influences, and of their differences from another's of the same kind.
 *
 * @example
 * sumSquares({ kind: "units", roc: Float64Array.of(1, 2), precision: Float64Array.of(0, 0) }, { kind: "units", roc: Float64Array.of(1, 0), precision: Float64Array.of(0, 0) }).roc; // => { level: 5, change: 4 }
 */
export function sumSquares(one: Influences, other: Influences | null): OfAreas<Squares> {
  if (one.kind === "steps") return squareSteps(one, other?.kind === "steps" ? other : one);
  const others = other?.kind === "units" ? other : one;
  return {
    roc: squareUnits(one.roc, others.roc),
    precision: squareUnits(one.precision, others.precision),
  };
}

function squareUnits(sums: Float64Array, others: Float64Array): Squares {
  let [level, change] = [0, 0];
  for (let unit = 0; unit < sums.length; unit++) {
    const influence = sums[unit] ?? 0;
    const difference = influence - (others[unit] ?? 0);
    level += influence * influence;
    change += difference * difference;
  }
  return { level, change };
}

type BySteps = Extract<Influences, { readonly kind: "steps" }>;

function squareSteps({ packed, seen }: BySteps, other: BySteps): OfAreas<Squares> {
  let [level, change, otherLevel, otherChange] = [0, 0, 0, 0];
  const zero = { level, change };
  if (seen === null || other.seen === null) return { roc: zero, precision: zero };
  const { labels } = seen.rows;
  const { positive } = seen.task;
  const { weights, stride } = strideWeights(seen.rows);
  const [{ steps }, { steps: otherSteps }, others] = [seen.steps, other.seen.steps, other.packed];
  // Ten million rows pass here for every column of groups: no pair is made of two numbers, no function called.
  for (let row = 0; row < labels.length; row++) {
    const side = labels[row] === positive ? POSITIVE : NEGATIVE;
    const at = 4 * (steps[row] ?? 0) + side;
    const otherAt = 4 * (otherSteps[row] ?? 0) + side;
    const weight = weights[row * stride] ?? 0;
    const roc = weight * (packed[at] ?? 0);
    const rocChange = roc - weight * (others[otherAt] ?? 0);
    const precision = weight * (packed[at + 1] ?? 0);
    const precisionChange = precision - weight * (others[otherAt + 1] ?? 0);
    level += roc * roc;
    change += rocChange * rocChange;
    otherLevel += precision * precision;
    otherChange += precisionChange * precisionChange;
  }
  return { roc: { level, change }, precision: { level: otherLevel, change: otherChange } };
}
