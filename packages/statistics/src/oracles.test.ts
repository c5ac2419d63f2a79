import { describe, expect, it } from "vitest";
import { expectClose, NEAR_ZERO, readOracle } from "../contract/oracle.ts";
import {
  binomialTest,
  type Discordant,
  delong,
  holm,
  type Interval,
  mcnemarMidP,
  newcombeInterval,
  normalQuantile,
  normalSurvival,
  ratioInterval,
  rocAuc,
  type TwoProportions,
  tangoInterval,
  twoProportionTest,
  wilsonInterval,
} from "./index.ts";

function expectInterval(seen: Interval, wanted: Interval): void {
  expectClose(seen.low, wanted.low, NEAR_ZERO);
  expectClose(seen.high, wanted.high, NEAR_ZERO);
  expect(seen.confidence).toBe(wanted.confidence);
}

const title = (story: object) => JSON.stringify(story);

describe("the normal distribution is SciPy's, tails as tails", () => {
  const { normalSurvival: tails, normalQuantile: quantiles } = readOracle<{
    normalSurvival: { z: number; p: number }[];
    normalQuantile: { p: number; z: number }[];
  }>("normal");
  it.each(tails)("P(Z > $z)", ({ z, p }) => expectClose(normalSurvival(z), p));
  it.each(quantiles)("the z below which $p lies", ({ p, z }) => expectClose(normalQuantile(p), z));
});

describe("one proportion", () => {
  interface Counts {
    readonly successes: number;
    readonly trials: number;
  }
  const cases = readOracle<{
    binomialTest: (Counts & { against: number; alternative: "less" | "greater"; p: number })[];
    wilsonInterval: (Counts & Interval)[];
  }>("one-proportion");

  it.each(cases.binomialTest.map((each) => [title(each), each] as const))(
    "SciPy's binomtest: %s",
    (_, { p, ...tested }) => expectClose(binomialTest(tested), p),
  );
  it.each(cases.wilsonInterval.map((each) => [title(each), each] as const))(
    "statsmodels' Wilson interval: %s",
    (_, wanted) => expectInterval(wilsonInterval(wanted), wanted),
  );
});

describe("two classifiers on the same rows", () => {
  const cases = readOracle<{
    mcnemarMidP: (Discordant & { alternative: "less" | "greater" | "two-sided"; p: number })[];
    tangoInterval: (Discordant & Interval & { n: number })[];
  }>("paired");

  it.each(cases.mcnemarMidP.map((each) => [title(each), each] as const))(
    "mid-p from exact probabilities: %s",
    (_, { p, ...tested }) => expectClose(mcnemarMidP(tested), p),
  );
  it.each(cases.tangoInterval.map((each) => [title(each), each] as const))(
    "Tango's score equation solved by SciPy: %s",
    (_, wanted) => expectInterval(tangoInterval(wanted), wanted),
  );
});

describe("two proportions", () => {
  const cases = readOracle<{
    twoProportionTest: (TwoProportions & { p: number; method: string })[];
    newcombeInterval: (TwoProportions & Interval)[];
    ratioInterval: (TwoProportions & Interval)[];
  }>("two-proportions");

  it.each(cases.twoProportionTest.map((each) => [title(each), each] as const))(
    "SciPy's Fisher test or statsmodels' z: %s",
    (_, { p, method, ...counts }) => {
      const seen = twoProportionTest(counts);
      expect(seen.method).toBe(method);
      expectClose(seen.p, p);
    },
  );
  it.each(cases.newcombeInterval.map((each) => [title(each), each] as const))(
    "statsmodels' Newcombe interval: %s",
    (_, wanted) => expectInterval(newcombeInterval(wanted), wanted),
  );
  it.each(cases.ratioInterval.map((each) => [title(each), each] as const))(
    "statsmodels' adjusted log interval: %s",
    (_, wanted) => expectInterval(ratioInterval(wanted), wanted),
  );
});

describe("areas under ROC curves, by scikit-learn and by counting pairs", () => {
  const { delong: cases } = readOracle<{
    delong: {
      labels: number[];
      candidate: number[];
      baseline: number[];
      auc: [number, number];
      standardError: number;
      difference: number;
      differenceError: number;
    }[];
  }>("areas");

  it.each(cases.map((each, index) => [`${index}: ${each.labels.length} rows`, each] as const))(
    "case %s",
    (_, { labels, candidate, baseline, auc: [first, second], ...wanted }) => {
      const one = rocAuc({ labels, scores: candidate });
      const both = delong({ labels, candidate, baseline });
      if ("undefined" in one || "undefined" in both) throw new Error("both classes are there");
      expectClose(one.auc, first);
      expectClose(one.standardError, wanted.standardError, NEAR_ZERO);
      expectClose(both.candidate, first);
      expectClose(both.baseline, second);
      expectClose(both.difference, wanted.difference, NEAR_ZERO);
      expectClose(both.standardError, wanted.differenceError, 100 * NEAR_ZERO);
    },
  );
});

describe("many tests at once", () => {
  const { holm: families } = readOracle<{ holm: { ps: number[]; adjusted: number[] }[] }>("many-tests");
  it.each(families)("statsmodels' Holm adjustment of $ps", ({ ps, adjusted }) => {
    const seen = holm(ps);
    expect(seen).toHaveLength(adjusted.length);
    for (const [index, wanted] of adjusted.entries()) expectClose(seen[index] ?? Number.NaN, wanted);
  });
});
