import { describe, expect, it } from "vitest";
import { compareEstimates } from "./compare-estimates.ts";
import { measureLevel } from "./measure-level.ts";
import type { Estimate } from "./measures.ts";

const mean = (value: number, standardError: number, noise = 0): Estimate => ({
  ...{ value, trials: 100, standardError, proportion: null, noise },
});
const share = (successes: number, trials: number): Estimate => ({
  ...{ value: successes / trials, trials, standardError: 0, noise: 0 },
  proportion: { successes, trials },
});
const compare = (comparison: "difference" | "ratio" | "log_ratio", group: Estimate, reference: Estimate) =>
  compareEstimates({ rate: "x", comparison, group, reference });

describe("two measures that are no rates", () => {
  it("differ by z = 2 of the joint error: p is 0.0455 two-sided", () => {
    const found = compare("difference", mean(5, 3), mean(15, 4));
    expect(found).toMatchObject({ value: 10, standardError: 5, method: "normal" });
    expect(found?.p).toBeCloseTo(0.04550026389635842, 12);
    expect(found?.interval.low).toBeCloseTo(10 - 1.6448536269514722 * 5, 9);
  });

  it("are a ratio of the smaller to the larger, whose interval ends at 1 when it holds 1", () => {
    const found = compare("ratio", mean(8, 1), mean(10, 1));
    expect(found?.value).toBeCloseTo(0.8, 12);
    expect(found?.interval.high).toBe(1);
    expect(compare("ratio", mean(0, 1), mean(0, 1))).toBeNull();
  });

  it("apart by no more than noise are no evidence", () => {
    expect(compare("difference", mean(0.1, 0.01, 0.08), mean(0.03, 0.01, 0.01))?.p).toBe(1);
  });

  it("without any spread are surely apart, or surely not", () => {
    expect(compare("difference", mean(1, 0), mean(2, 0))?.p).toBe(0);
    expect(compare("difference", mean(1, 0), mean(1, 0))?.p).toBe(1);
  });
});

describe("smoothed differential fairness of two groups", () => {
  it("is the larger log ratio of smoothed rates or of their complements", () => {
    const found = compare("log_ratio", share(12, 40), share(48, 80));
    expect(found?.value).toBeCloseTo(Math.log(48.5 / 81 / (12.5 / 41)), 12);
    expect(compare("log_ratio", share(90, 100), share(98, 100))?.value).toBeCloseTo(Math.log(10.5 / 2.5), 12);
  });
});

describe("a group by itself against a limit", () => {
  it("of a rate has the exact binomial p: none of 20 against 0.1 has 0.9^20", () => {
    const found = measureLevel({ rate: "x", estimate: share(0, 20), limit: 0.1, bound: "floor" });
    expect(found.p).toBeCloseTo(0.9 ** 20, 12);
    expect(found.method).toBe("exact-binomial");
  });

  it("of a mean has one tail: two errors above a ceiling is 0.0228", () => {
    const found = measureLevel({ rate: "x", estimate: mean(12, 1), limit: 10, bound: "ceiling" });
    expect(found.p).toBeCloseTo(0.022750131948179195, 12);
  });
});
