/**
 * Mean losses, their roots and ratios, from sums over rows or clusters.
 *
 * The variance of a smooth function of totals is that of its linear part: Σ g_i g_j Σ_units x_i x_j, g the gradient,
 * times units / (units - 1). With weights this is the sandwich estimator, with clusters the cluster-robust one.
 *
 * @module
 */
import type { LossSums, SliceSums } from "@ml-gates/queries";
import type { Estimate, Unmeasured } from "./estimate.ts";
import { estimateSmooth } from "./estimate-smooth.ts";
import type { Measure } from "./measure.ts";

/** Outputs closer than this, as a share of the larger one, are the same but for the noise of arithmetic. */
const NOISE = 1e-9;

/** A metric's value on one side, and its derivatives by the totals. */
interface Linear {
  readonly value: number;
  readonly gradient: Readonly<Record<string, number>>;
}

type Side = "a" | "b";
type Formula = (sums: LossSums, side: Side) => Linear;

/** How sums are read. */
interface Reading {
  readonly absent: Unmeasured;
  readonly method: string;
}

const FORMULAS: Readonly<Record<string, Readonly<Record<string, Formula>>>> = {
  absolute: { mean_absolute_error: mean },
  percentage: { mean_absolute_percentage_error: mean },
  squared: { root_mean_squared_error: root, mean_squared_error: mean, r2: determination },
};

/** Every metric that the sums of one loss give, on all rows and in every group. */
export function measureLoss(loss: string, all: readonly LossSums[], reading: Reading): readonly Measure[] {
  const formulas = Object.entries(FORMULAS[loss] ?? { [loss]: mean });
  return formulas.flatMap(([metric, formula]) =>
    all.map((sums) => measureSums({ metric, sums, formula, ...reading })),
  );
}

/** A metric of rankings: a mean over queries. */
export function measureRanking(
  metric: string,
  all: readonly SliceSums[],
  reading: Reading,
): readonly Measure[] {
  return all.map((sums) => {
    const measure = measureSums({
      metric,
      sums: { ...sums, shift: 0, centre: 0 },
      formula: mean,
      ...reading,
    });
    return { ...measure, n: sums.units, denominator: sums.units };
  });
}

interface Summed extends Reading {
  readonly metric: string;
  readonly sums: LossSums;
  readonly formula: Formula;
}

function measureSums({ metric, sums, formula, absent, method }: Summed): Measure {
  const { slice, n } = sums;
  const unmeasured = findUnmeasured(sums);
  const common = { metric, slice, n, denominator: n, ...countEffective(sums) };
  if (unmeasured !== null) return { ...common, level: unmeasured, baseline: unmeasured, change: unmeasured };
  const level = formula(sums, "a");
  if (!Number.isFinite(level.value)) {
    const constant = { reason: "constant-label", told: "has no value: all labels are the same" };
    return { ...common, level: constant, baseline: constant, change: constant };
  }
  const before = "b" in sums.totals ? formula(sums, "b") : null;
  return {
    ...common,
    level: estimate(level, sums, { method: method.replace("paired-", ""), identical: false }),
    baseline: before === null ? absent : before.value,
    change: before === null ? absent : estimateChange(level, before, { sums, method }),
  };
}

function estimateChange(
  level: Linear,
  before: Linear,
  { sums, method }: { readonly sums: LossSums; readonly method: string },
): Estimate {
  const identical = (sums.largest["gap"] ?? 1) <= NOISE;
  const names = [...new Set([...Object.keys(level.gradient), ...Object.keys(before.gradient)])];
  const of = (linear: Linear, name: string) => linear.gradient[name] ?? 0;
  const gradient = Object.fromEntries(names.map((name) => [name, of(level, name) - of(before, name)]));
  if (identical) return estimate({ value: 0, gradient: {} }, sums, { method, identical });
  return estimate({ value: level.value - before.value, gradient }, sums, { method, identical });
}

function findUnmeasured({ n, totals, largest }: LossSums): Unmeasured | null {
  if (n === 0) return { reason: "no-rows", told: "has no rows to be measured on" };
  if (!((totals["w"] ?? 0) > 0)) return { reason: "no-weight", told: "has no value: all weights are 0" };
  const outside = "has no value: scores lie outside 0 to 1, and a probability is needed";
  return largest["outside"] === 1 ? { reason: "no-probability", told: outside } : null;
}

function countEffective({ n, totals, products }: LossSums): { readonly effectiveN?: number } {
  const effective = (totals["w"] ?? 0) ** 2 / (products["w*w"] ?? 1);
  return Math.abs(effective - n) > 1e-6 * n ? { effectiveN: effective } : {};
}

function estimate(
  { value, gradient }: Linear,
  { units, products }: LossSums,
  how: { readonly method: string; readonly identical: boolean },
): Estimate {
  let variance = 0;
  for (const [pair, product] of Object.entries(products)) {
    const [a = "", b = ""] = pair.split("*");
    variance += (a === b ? 1 : 2) * (gradient[a] ?? 0) * (gradient[b] ?? 0) * product;
  }
  const standardError = Math.sqrt((Math.max(0, variance) * units) / (units - 1));
  return estimateSmooth({ value, standardError, degrees: units - 1, ...how });
}

function mean({ totals, shift }: LossSums, side: Side): Linear {
  const { w = 0, [side]: sum = 0 } = totals;
  return { value: shift + sum / w, gradient: { [side]: 1 / w, w: -sum / w ** 2 } };
}

function root(sums: LossSums, side: Side): Linear {
  const { value, gradient } = mean(sums, side);
  const scale = value > 0 ? 1 / (2 * Math.sqrt(value)) : 0;
  return { value: Math.sqrt(Math.max(0, value)), gradient: scaled(gradient, scale) };
}

/** 1 - mean squared error / variance of the label. */
function determination(sums: LossSums, side: Side): Linear {
  const { value: error, gradient } = mean(sums, side);
  const { w = 0, v = 0, z = 0 } = sums.totals;
  const spread = v / w - (z / w) ** 2;
  if (!(spread > 1e-12 * (v / w))) return { value: Number.NaN, gradient: {} };
  const share = error / spread ** 2;
  const fall = scaled(gradient, -1 / spread);
  return {
    value: 1 - error / spread,
    gradient: {
      [side]: fall[side] ?? 0,
      v: share / w,
      z: (-2 * share * z) / w ** 2,
      w: (fall["w"] ?? 0) + share * (-v / w ** 2 + (2 * z ** 2) / w ** 3),
    },
  };
}

function scaled(gradient: Linear["gradient"], scale: number): Linear["gradient"] {
  return Object.fromEntries(Object.entries(gradient).map(([name, value]) => [name, value * scale]));
}
