/**
 * Metrics of decisions from the joint counts of label and both decisions.
 *
 * The method follows the data: right or wrong is a binomial count and McNemar's table; every other metric is resampled
 * from the counts, its test of no change by swapping the two models' decisions; weights and clusters have the
 * variance of the metric's linear part.
 *
 * @module
 */
import type { DecisionCell, DecisionCounts } from "@ml-gates/queries";
import type { Swapping } from "@ml-gates/statistics";
import {
  type Confusion,
  DECISION_METRICS,
  type DecisionMetric,
  POSITIVE_METRICS,
} from "./decision-metrics.ts";
import type { Estimate, Unmeasured } from "./estimate.ts";
import { estimateSmooth } from "./estimate-smooth.ts";
import type { Measure } from "./measure.ts";
import { estimateChange, estimateShare } from "./measure-accuracy.ts";
import { addMirrors, estimateResampled, type OfCells, resamplingOf } from "./resample-decisions.ts";

/** Fewer rows than this under a ratio leave more than one resample in a hundred without a value: exp(-4.6) = 0.01. */
const FEWEST = 5;

/** What counts are read with. */
export interface DecisionReading {
  readonly classes: readonly string[];
  readonly positive: string;
  readonly weighted: boolean;
  readonly absent: Unmeasured;
}

/** Every metric of decisions, and churn, on the rows of one slice. */
export function measureDecisions(counts: DecisionCounts, reading: DecisionReading): readonly Measure[] {
  const positive = reading.classes.indexOf(reading.positive);
  const binary = reading.classes.length <= 2 && positive !== -1;
  const names = Object.keys(DECISION_METRICS).filter((name) => binary || !POSITIVE_METRICS.includes(name));
  const mirrored = addMirrors(counts);
  const table: Table = {
    ...{ counts: mirrored, reading, positive, paired: isPaired(counts) },
    resampling: resamplingOf(mirrored),
  };
  return [
    ...names.map((metric) => measureMetric(metric, table)),
    ...(table.paired ? [measureChurn(table)] : []),
  ];
}

interface Table {
  readonly counts: DecisionCounts;
  readonly reading: DecisionReading;
  readonly positive: number;
  readonly paired: boolean;
  readonly resampling: Swapping;
}

type Side = "candidate" | "baseline";

function isPaired({ cells }: DecisionCounts): boolean {
  return cells.length > 0 && cells.every(({ baseline }) => baseline !== null);
}

/** Whether every row is a unit of weight 1: then exact methods hold. */
function isPlain({ counts, reading }: Table): boolean {
  return !reading.weighted && counts.clusters === null;
}

function measureMetric(metric: string, table: Table): Measure {
  const { counts, paired, reading, positive } = table;
  const { slice, n, cells } = counts;
  const of = (side: Side): OfCells => statisticOf(metric, { cells, side, table });
  const weights = cells.map(({ weight }) => weight);
  const value = of("candidate")(weights);
  const smaller = POSITIVE_METRICS.includes(metric) ? countSmaller(cells, positive) : n;
  const common = { metric, slice, n, denominator: smaller, ...countEffective(cells, n) };
  const unmeasured = findUnmeasured(metric, value, table);
  if (unmeasured !== null) return { ...common, level: unmeasured, baseline: unmeasured, change: unmeasured };
  const before = paired ? of("baseline")(weights) : null;
  const none = before === null ? reading.absent : findUndefined(before);
  const change = () => {
    const [after, earlier] = [of("candidate"), of("baseline")];
    return estimateFrom((all) => after(all) - earlier(all), { metric, table, isChange: true });
  };
  return {
    ...common,
    level: estimateFrom(of("candidate"), { metric, table, isChange: false }),
    baseline: none ?? before ?? reading.absent,
    change: none ?? change(),
  };
}

function findUnmeasured(metric: string, value: number, { counts, positive }: Table): Unmeasured | null {
  const { n, cells } = counts;
  if (n === 0) return { reason: "no-rows", told: "has no rows to be measured on" };
  if (cells.every(({ weight }) => weight === 0))
    return { reason: "no-weight", told: "has no value: all weights are 0" };
  if (!POSITIVE_METRICS.includes(metric)) return findUndefined(value);
  const under = cells.filter((cell) =>
    metric === "precision" ? cell.candidate === positive : cell.label === positive,
  );
  const rows = under.reduce((sum, { count }) => sum + count, 0);
  if (rows >= FEWEST || (rows > 0 && metric === "f1")) return findUndefined(value);
  const what = metric === "precision" ? "decided as positive" : "labelled positive";
  return {
    reason: "undefined",
    told: `has no value to rely on: ${rows} rows are ${what}; ${FEWEST} are needed`,
  };
}

function findUndefined(value: number): Unmeasured | null {
  return Number.isNaN(value) ? { reason: "undefined", told: "has no value: its denominator is 0" } : null;
}

function countSmaller(cells: readonly DecisionCell[], positive: number): number {
  const counts = [0, 0];
  for (const { label, count } of cells)
    counts[label === positive ? 1 : 0] = (counts[label === positive ? 1 : 0] ?? 0) + count;
  return Math.min(...counts);
}

function countEffective(cells: readonly DecisionCell[], n: number): { readonly effectiveN?: number } {
  const total = cells.reduce((sum, { weight }) => sum + weight, 0);
  const effective = total ** 2 / cells.reduce((sum, { squares }) => sum + squares, 0);
  return Math.abs(effective - n) > 1e-6 * n ? { effectiveN: effective } : {};
}

/** The metric of one side as a function of the cells' weights. */
function statisticOf(
  metric: string,
  {
    cells,
    side,
    table,
  }: { readonly cells: readonly DecisionCell[]; readonly side: Side; readonly table: Table },
): OfCells {
  const formula: DecisionMetric = DECISION_METRICS[metric] ?? (() => Number.NaN);
  const classes = table.reading.classes.length;
  const tally = createTally(
    cells.map((cell) => ({ label: cell.label, decision: cell[side] ?? 0 })),
    classes,
  );
  return (weights) => formula(tally(weights), table.positive);
}

/** Counts weights into one confusion table that every call fills anew: resampling calls it thousands of times. */
function createTally(
  places: readonly { readonly label: number; readonly decision: number }[],
  classes: number,
): (weights: readonly number[]) => Confusion {
  const labels = Uint16Array.from(places, ({ label }) => label);
  const decisions = Uint16Array.from(places, ({ decision }) => decision);
  const [right, labelled, decided] = [
    new Float64Array(classes),
    new Float64Array(classes),
    new Float64Array(classes),
  ];
  return (weights) => {
    let total = 0;
    for (let at = 0; at < classes; at++) {
      right[at] = 0;
      labelled[at] = 0;
      decided[at] = 0;
    }
    for (let cell = 0; cell < labels.length; cell++) {
      const label = labels[cell] ?? 0;
      const decision = decisions[cell] ?? 0;
      const weight = weights[cell] ?? 0;
      total += weight;
      labelled[label] = (labelled[label] ?? 0) + weight;
      decided[decision] = (decided[decision] ?? 0) + weight;
      if (label === decision) right[label] = (right[label] ?? 0) + weight;
    }
    return { right, labelled, decided, total };
  };
}

interface Estimated {
  readonly metric: string;
  readonly table: Table;
  readonly isChange: boolean;
}

function estimateFrom(statistic: OfCells, { metric, table, isChange }: Estimated): Estimate {
  const { cells } = table.counts;
  const identical = isChange && cells.every(({ candidate, baseline }) => candidate === baseline);
  if (!isPlain(table)) return estimateLinear(statistic, { table, isChange, identical });
  const { n } = table.counts;
  if (metric === "accuracy" || metric.endsWith("_micro")) {
    return isChange ? estimateChange(countDiscordant(cells), n) : estimateShare(countRight(cells), n);
  }
  const standardError = Math.sqrt(varianceOf(statistic, table));
  return estimateResampled(statistic, { resampling: table.resampling, standardError, isChange, identical });
}

function countRight(cells: readonly DecisionCell[]): number {
  return countWhere(cells, ({ label, candidate }) => label === candidate);
}

/** Rows that one model alone decides rightly, and those whose decision differs. */
export function countDiscordant(cells: readonly DecisionCell[]) {
  return {
    gained: countWhere(cells, ({ label, candidate, baseline }) => label === candidate && label !== baseline),
    lost: countWhere(cells, ({ label, candidate, baseline }) => label !== candidate && label === baseline),
    flipped: countWhere(cells, ({ candidate, baseline }) => candidate !== baseline),
  };
}

function countWhere(cells: readonly DecisionCell[], test: (cell: DecisionCell) => boolean): number {
  return cells.reduce((sum, cell) => sum + (test(cell) ? cell.count : 0), 0);
}

interface How {
  readonly table: Table;
  readonly isChange: boolean;
  readonly identical: boolean;
}

/** Weights or clusters: the variance of the linear part. */
function estimateLinear(statistic: OfCells, { table, isChange, identical }: How): Estimate {
  const { cells, clusters, n } = table.counts;
  const units = clusters?.units ?? n;
  const value = statistic(cells.map(({ weight }) => weight));
  const kind = clusters === null ? "sandwich-t" : "cluster-robust-t";
  return estimateSmooth({
    value: identical ? 0 : value,
    standardError: identical ? 0 : Math.sqrt((varianceOf(statistic, table) * units) / (units - 1)),
    degrees: units - 1,
    method: isChange ? `paired-${kind}` : kind,
    identical,
  });
}

/** Σ g² Σw², or over clusters Σ g_a g_b Σ w_a w_b, with g the derivative by each cell's weight. */
function varianceOf(statistic: OfCells, { counts: { cells, clusters } }: Table): number {
  const weights = cells.map(({ weight }) => weight);
  const gradient = weights.map((weight, cell) => slopeAt(statistic, weights, { cell, step: weight * 1e-4 }));
  if (clusters === null) {
    return cells.reduce((sum, { squares }, cell) => sum + (gradient[cell] ?? 0) ** 2 * squares, 0);
  }
  return Math.max(
    0,
    clusters.products.reduce(
      (sum, { a, b, product }) => sum + (gradient[a] ?? 0) * (gradient[b] ?? 0) * product,
      0,
    ),
  );
}

function slopeAt(
  statistic: OfCells,
  weights: readonly number[],
  { cell, step }: { readonly cell: number; readonly step: number },
): number {
  if (!(step > 0)) return 0;
  const at = (distance: number) =>
    statistic(weights.map((weight, index) => (index === cell ? weight + distance : weight)));
  return (at(step) - at(-step)) / (2 * step);
}

/** The share of rows whose decision flips; there is no baseline to compare it with. */
function measureChurn(table: Table): Measure {
  const { slice, n, cells } = table.counts;
  const flips = (cell: DecisionCell) => cell.candidate !== cell.baseline;
  const none = { reason: "missing-in-baseline", told: "is itself a comparison: limit it with `max`" };
  const share: OfCells = (weights) => {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return (
      weights.reduce((sum, weight, at) => sum + (flips(cells[at] as DecisionCell) ? weight : 0), 0) / total
    );
  };
  const level = isPlain(table)
    ? estimateShare(countWhere(cells, flips), n)
    : estimateLinear(share, { table, isChange: false, identical: false });
  return { metric: "churn", slice, n, denominator: n, level, baseline: none, change: none };
}
