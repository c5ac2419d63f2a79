/**
 * One scan to the sums of row losses: what every mean loss, its change and their variances are made of.
 *
 * @module
 */
import type { PairedTable } from "./pair-predictions.ts";
import type { QueryPlan } from "./paired-predictions.ts";
import { planSliceSums, type SliceSums } from "./slice-sums.ts";

/** Losses of a row, as scikit-learn defines them. */
export interface Loss {
  readonly kind: "log" | "brier" | "absolute" | "squared" | "percentage" | "pinball";
  /** The quantile that a pinball loss is of; 0.5 when not given. */
  readonly alpha?: number;
}

/**
 * Sums of a loss: features `w` (weight), `a` and `b` (weighted loss of candidate and baseline, less `shift`), and
 * for squared losses `v` and `z` (weighted square and distance of the label from `centre`).
 */
export interface LossSums extends SliceSums {
  /** What was taken off every loss, so that sums of squares keep their digits. */
  readonly shift: number;
  readonly centre: number;
  /** `gap`: the largest difference between the two models' outputs; `outside`: 1 when an output is no probability. */
}

/** scikit-learn clips probabilities at the spacing of doubles at 1. */
const CLIP = "2.220446049250313e-16";
/** Rows that the shifts are taken from; whatever is near the mean serves. */
const SAMPLE = 10_000;

/**
 * Sums of one loss over all rows and every group.
 *
 * @example
 * planLossSums({ pair: { candidate: { table: { from: "t", columns: [], rowNumber: "r" }, columns: { key: "k", label: "y", prediction: "p", score: "s", weight: null, positive: "1" }, by: [] }, baseline: null }, vocabulary: { classes: ["0", "1"], groups: {} }, positive: 2, slices: [] }, { kind: "brier" }, { shift: 0.25, centre: 0 }).read([{ sid: 0, n: 2, units: 2 }])[0].shift; // => 0.25
 */
export function planLossSums(
  paired: PairedTable,
  loss: Loss,
  { shift, centre }: { readonly shift: number; readonly centre: number },
): QueryPlan<readonly LossSums[]> {
  const { columns } = paired.pair.candidate;
  const both = paired.pair.baseline !== null;
  const weighted = (sql: string) => (columns.weight === null ? sql : `w * (${sql})`);
  const labels = loss.kind === "squared";
  const features = {
    w: "w",
    a: weighted(`${lossOf(paired, loss, "candidate")} - ${shift}`),
    ...(both ? { b: weighted(`${lossOf(paired, loss, "baseline")} - ${shift}`) } : {}),
    ...(labels ? { v: weighted(`(y - ${centre}) * (y - ${centre})`), z: weighted(`y - ${centre}`) } : {}),
  };
  const names = Object.keys(features);
  const products = names.flatMap((a, index) => names.slice(index).map((b) => [a, b] as const));
  const plan = planSliceSums(paired, {
    from: "pairs",
    features,
    products,
    unit: columns.cluster ? "u" : null,
    largest: { gap: gapOf(paired, loss), outside: outsideOf(paired, loss) },
  });
  return { sql: plan.sql, read: (rows) => plan.read(rows).map((sums) => ({ ...sums, shift, centre })) };
}

/**
 * A value near the mean of the loss, and one near the mean of the label.
 *
 * @example
 * planLossShift({ pair: { candidate: { table: { from: "t", columns: [], rowNumber: "r" }, columns: { key: "k", label: "y", prediction: "p", score: "s", weight: null, positive: "1" }, by: [] }, baseline: null }, vocabulary: { classes: null, groups: {} }, positive: null, slices: [] }, { kind: "squared" }).read([{ shift: 4, centre: null }]); // => { shift: 4, centre: 0 }
 */
export function planLossShift(
  paired: PairedTable,
  loss: Loss,
): QueryPlan<{ readonly shift: number; readonly centre: number }> {
  const centre = loss.kind === "squared" ? "avg(y)" : "0";
  const sample = `SELECT * FROM pairs ORDER BY k LIMIT ${SAMPLE}`;
  return {
    sql: `SELECT avg(${lossOf(paired, loss, "candidate")}) AS shift, ${centre} AS centre FROM (${sample})`,
    read: ([row]) => ({ shift: finite(row?.["shift"]), centre: finite(row?.["centre"]) }),
  };
}

function finite(value: unknown): number {
  return typeof value === "number" && Number.isFinite(value) ? value : 0;
}

type Side = "candidate" | "baseline";

/** The output the loss is of: the score of the positive class, or the predicted number. */
const OUTPUTS: Readonly<Record<"score" | "number", Readonly<Record<Side, string>>>> = {
  score: { candidate: "s", baseline: "t" },
  number: { candidate: "p", baseline: "q" },
};

function lossOf(paired: PairedTable, loss: Loss, side: Side): string {
  const scores = scoresOf(paired, side);
  if (loss.kind === "log") {
    const own = scores === null ? binaryLikelihood(paired, side) : `list_extract([${scores.join(", ")}], y)`;
    return `-ln(least(greatest(${own}, ${CLIP}), 1 - ${CLIP}))`;
  }
  if (loss.kind === "brier") {
    if (scores === null) return square(`${OUTPUTS.score[side]} - ${isPositive(paired)}`);
    return scores.map((score, index) => square(`${score} - CAST(y = ${index + 1} AS INTEGER)`)).join(" + ");
  }
  const error = `(y - ${OUTPUTS.number[side]})`;
  if (loss.kind === "squared") return square(error);
  if (loss.kind === "absolute") return `abs(${error})`;
  if (loss.kind === "percentage") return `abs(${error}) / greatest(abs(y), ${CLIP})`;
  const alpha = loss.alpha ?? 0.5;
  return `greatest(${alpha} * ${error}, (${alpha} - 1) * ${error})`;
}

function square(sql: string): string {
  return `(${sql}) * (${sql})`;
}

function isPositive({ positive }: PairedTable): string {
  return `CAST(y = ${positive ?? 0} AS INTEGER)`;
}

function binaryLikelihood({ positive }: PairedTable, side: Side): string {
  const score = OUTPUTS.score[side];
  return `CASE WHEN y = ${positive ?? 0} THEN ${score} ELSE 1 - ${score} END`;
}

/** The score columns of all classes; null when one column scores the positive class. */
export function scoresOf({ pair }: PairedTable, side: Side): readonly string[] | null {
  const { scores } = pair.candidate.columns;
  if (!scores) return null;
  return Object.keys(scores).map((_, index) => `${OUTPUTS.score[side]}${index + 1}`);
}

function outputsOf(paired: PairedTable, loss: Loss, side: Side): readonly string[] {
  if (loss.kind !== "log" && loss.kind !== "brier") return [OUTPUTS.number[side]];
  return scoresOf(paired, side) ?? [OUTPUTS.score[side]];
}

/** The largest difference between the two models' outputs of a row, as a share of the larger one. */
function gapOf(paired: PairedTable, loss: Loss): string {
  if (paired.pair.baseline === null) return "0";
  const before = outputsOf(paired, loss, "baseline");
  const gaps = outputsOf(paired, loss, "candidate").map((output, index) => {
    const other = before[index] ?? output;
    return `abs(${output} - ${other}) / greatest(1e-300, abs(${output}), abs(${other}))`;
  });
  return gaps.length === 1 ? (gaps[0] ?? "0") : `greatest(${gaps.join(", ")})`;
}

function outsideOf(paired: PairedTable, loss: Loss): string {
  if (loss.kind !== "log" && loss.kind !== "brier") return "0";
  const sides =
    paired.pair.baseline === null ? (["candidate"] as const) : (["candidate", "baseline"] as const);
  const outputs = sides.flatMap((side) => outputsOf(paired, loss, side));
  const tests = outputs.map((output) => `${output} < 0 OR ${output} > 1`);
  return `CAST(${tests.join(" OR ")} AS INTEGER)`;
}
