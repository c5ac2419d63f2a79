/**
 * Influences of units on an area, and the sums of their squares, which are variances.
 *
 * @module
 */
import type { StepInfluences } from "@ml-gates/statistics";
import { type RankTask, type TaskRows, weightOf } from "./rank-tasks.ts";
import type { ScoredRows } from "./ranked-columns.ts";

/** Rows as one task sees them, and the task's share in the mean of all. */
type TaskShare = TaskRows & { readonly share: number };

/**
 * One model's influences on an area. With one task and rows for units they stay by step: writing them out by row costs
 * more than all the rest. Otherwise they are summed by unit.
 */
export type Influences =
  | { readonly kind: "steps"; readonly influences: StepInfluences | null; readonly seen: TaskShare | null }
  | { readonly kind: "units"; readonly sums: Float64Array };

/** What influences are before any task. */
export function noInfluences({ labels, units }: ScoredRows, tasks: readonly RankTask[]): Influences {
  if (tasks.length === 1 && units === null) return { kind: "steps", influences: null, seen: null };
  return { kind: "units", sums: new Float64Array(units?.count ?? labels.length) };
}

/** With a further task's: each row's influence, times its weight and the task's share, goes to its unit. */
export function addInfluences(before: Influences, influences: StepInfluences, seen: TaskShare): Influences {
  if (before.kind === "steps") return { kind: "steps", influences, seen };
  const { sums } = before;
  const { rows, task, steps, share } = seen;
  for (let row = 0; row < rows.labels.length; row++) {
    const label = rows.labels[row] ?? 0;
    const isPositive = label === task.positive;
    if (!isPositive && task.negative !== null && label !== task.negative) continue;
    const of = isPositive ? influences.positives : influences.negatives;
    const unit = rows.units === null ? row : (rows.units.steps[row] ?? 0);
    sums[unit] = (sums[unit] ?? 0) + share * weightOf(rows.weights, row) * (of[steps.steps[row] ?? 0] ?? 0);
  }
  return before;
}

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
 * sumSquares({ kind: "units", sums: Float64Array.of(1, 2) }, { kind: "units", sums: Float64Array.of(1, 0) }); // => { level: 5, change: 4 }
 */
export function sumSquares(one: Influences, other: Influences | null): Squares {
  if (one.kind === "units") return squareUnits(one.sums, other?.kind === "units" ? other.sums : null);
  return squareSteps(one, other?.kind === "steps" ? other : null);
}

function squareUnits(sums: Float64Array, others: Float64Array | null): Squares {
  let [level, change] = [0, 0];
  for (let unit = 0; unit < sums.length; unit++) {
    const influence = sums[unit] ?? 0;
    const difference = influence - (others === null ? influence : (others[unit] ?? 0));
    level += influence * influence;
    change += difference * difference;
  }
  return { level, change };
}

type BySteps = Extract<Influences, { readonly kind: "steps" }>;

function squareSteps({ influences, seen }: BySteps, other: BySteps | null): Squares {
  if (influences === null || seen === null) return { level: 0, change: 0 };
  const { rows, task } = seen;
  const [steps, otherSteps] = [seen.steps.steps, (other?.seen ?? seen).steps.steps];
  const { positives, negatives } = influences;
  const others = other?.influences ?? influences;
  let [level, change] = [0, 0];
  for (let row = 0; row < rows.labels.length; row++) {
    const isPositive = rows.labels[row] === task.positive;
    const weight = weightOf(rows.weights, row);
    const influence = weight * ((isPositive ? positives : negatives)[steps[row] ?? 0] ?? 0);
    const of = isPositive ? others.positives : others.negatives;
    const difference = influence - weight * (of[otherSteps[row] ?? 0] ?? 0);
    level += influence * influence;
    change += difference * difference;
  }
  return { level, change };
}
