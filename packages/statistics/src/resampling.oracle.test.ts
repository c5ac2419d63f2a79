import { describe, expect } from "vitest";
import { expectClose, itAgrees, NEAR_ZERO, readOracle } from "../contract/oracle.ts";
import {
  bcaInterval,
  bootstrapCounts,
  type CellStatistic,
  delong,
  delongUnpaired,
  effectTest,
  type Interval,
  percentileInterval,
  rocAuc,
  type ScoredRows,
} from "./index.ts";

const areas = readOracle<{
  paired: {
    labels: number[];
    candidate: number[];
    baseline: number[];
    auc: [number, number];
    variance: [number, number];
    covariance: number;
    statistic: number;
    p: number;
  }[];
  unpaired: { a: ScoredRows; b: ScoredRows; statistic: number; degrees: number; p: number }[];
}>("delong");

describe("areas agree with pROC", () => {
  itAgrees("on the same rows", areas.paired, ({ labels, candidate, baseline, ...wanted }) => {
    const one = rocAuc({ labels, scores: candidate });
    const both = delong({ labels, candidate, baseline });
    if ("undefined" in one || "undefined" in both) throw new Error("both classes are there");
    const [first, second] = wanted.variance;
    expectClose(one.auc, wanted.auc[0]);
    expectClose(one.standardError ** 2, first, NEAR_ZERO);
    expectClose(both.baseline, wanted.auc[1]);
    expectClose(both.standardError ** 2, first + second - 2 * wanted.covariance, NEAR_ZERO);
    const effect = { estimate: both.difference, standardError: both.standardError, degrees: Infinity };
    const { statistic, p } = effectTest(effect, "two-sided");
    expectClose(statistic, wanted.statistic, NEAR_ZERO);
    expectClose(p, wanted.p);
  });

  itAgrees("on different rows", areas.unpaired, ({ a, b, ...wanted }) => {
    const effect = delongUnpaired({ a, b });
    if ("undefined" in effect) throw new Error(effect.undefined);
    const { statistic, p } = effectTest(effect, "two-sided");
    expectClose(effect.degrees, wanted.degrees);
    expectClose(statistic, wanted.statistic, NEAR_ZERO);
    expectClose(p, wanted.p);
  });
});

interface Resampled {
  readonly percentile: [number, number];
  readonly bca: [number, number];
  readonly standardError: number;
  readonly confidence: number;
}

const resampled = readOracle<{
  decisions: (Resampled & { metric: "f1" | "accuracy"; cells: number[] })[];
  rows: (Resampled & { statistic: "mean" | "ratio"; candidate: number[]; baseline: number[] })[];
}>("bootstrap");

const RESAMPLES = 4999;

/**
 * Four Monte-Carlo errors √(q (1 - q) / n) / f(q) of a normal quantile: 0.17 standard errors at 97.5 %, and half as much
 * again where z0 is drawn too; and a step of a statistic that has few values.
 */
function expectNear(seen: Interval, [low, high]: [number, number], most: number): void {
  expect(Math.abs(seen.low - low), `${seen.low} for ${low}`).toBeLessThanOrEqual(most);
  expect(Math.abs(seen.high - high), `${seen.high} for ${high}`).toBeLessThanOrEqual(most);
}

function expectResampled(
  counts: readonly number[],
  statistic: CellStatistic,
  { percentile, bca, standardError, confidence, step }: Resampled & { readonly step: number },
): void {
  const found = bootstrapCounts({ counts, resamples: RESAMPLES, seed: "scipy" }, statistic);
  expectNear(percentileInterval(found, confidence), percentile, 0.17 * standardError + step);
  expectNear(bcaInterval(found, confidence), bca, 0.26 * standardError + step);
}

/** Cells are label · 4 + candidate · 2 + baseline. */
const GAINS: Readonly<Record<"f1" | "accuracy", CellStatistic>> = {
  f1: ([, b = 0, c = 0, cb = 0, y = 0, yb = 0, yc = 0, all = 0]) => {
    const labelled = y + yb + yc + all;
    return (
      (2 * (yc + all)) / (c + cb + yc + all + labelled) - (2 * (yb + all)) / (b + cb + yb + all + labelled)
    );
  },
  accuracy: (cells) => {
    const [, b = 0, c = 0, , , yb = 0, yc = 0] = cells;
    return (b + yc - c - yb) / cells.reduce((sum, count) => sum + count, 0);
  },
};

describe("bootstrap intervals are SciPy's within Monte-Carlo error", () => {
  itAgrees("of tables of decisions", resampled.decisions, ({ metric, cells, ...wanted }) => {
    const n = cells.reduce((sum, count) => sum + count, 0);
    expectResampled(cells, GAINS[metric], { ...wanted, step: metric === "accuracy" ? 1.01 / n : 0 });
  });

  itAgrees(
    "of rows, each a cell of its own",
    resampled.rows,
    ({ statistic, candidate, baseline, ...wanted }) => {
      const total = (times: readonly number[], of: (row: number) => number) =>
        times.reduce((sum, count, row) => sum + count * of(row), 0);
      const square = (times: readonly number[], side: readonly number[]) =>
        Math.sqrt(total(times, (row) => (side[row] ?? 0) ** 2));
      const of: CellStatistic = (times) =>
        statistic === "mean"
          ? total(times, (row) => (candidate[row] ?? 0) - (baseline[row] ?? 0)) / total(times, () => 1)
          : square(times, candidate) / square(times, baseline);
      expectResampled(
        candidate.map(() => 1),
        of,
        { ...wanted, step: 0 },
      );
    },
  );
});
