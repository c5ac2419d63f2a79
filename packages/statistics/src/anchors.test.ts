import { describe, expect, it } from "vitest";
import { binomialTail } from "./binomial.ts";
import { delong, rocAuc } from "./delong.ts";
import { newcombeInterval } from "./difference-of-proportions.ts";
import { mcnemarMidP } from "./mcnemar.ts";
import { tangoInterval } from "./paired-difference.ts";
import { wilsonInterval } from "./proportion.ts";
import { ratioInterval } from "./ratio-of-proportions.ts";
import { twoProportionTest } from "./two-proportions.ts";

describe("published and independently computed numbers", () => {
  it.each([
    [5, 15, 0.02660369873046875],
    [1, 9, 0.01171875],
    [0, 6, 0.015625],
    [25, 47, 0.00954221142586549],
    [3, 3, 1],
  ])("McNemar's mid-p of %i against %i discordant rows", (gained, lost, p) => {
    expect(mcnemarMidP({ gained, lost, alternative: "two-sided" })).toBeCloseTo(p, 14);
  });

  it.each([
    [10, 20, 200, -0.1068396, 0.003882936],
    [47, 25, 1000, 0.00551105, 0.039361249],
    [0, 6, 50, -0.238048174, -0.04009069],
  ])("Tango's interval of %i gained and %i lost among %i", (gained, lost, n, low, high) => {
    const seen = tangoInterval({ gained, lost, n, confidence: 0.95 });
    expect(seen.low).toBeCloseTo(low, 8);
    expect(seen.high).toBeCloseTo(high, 8);
  });

  it("8 of 50, and none of 20, by Wilson", () => {
    const seen = wilsonInterval({ successes: 8, trials: 50, confidence: 0.95 });
    expect(seen.low).toBeCloseTo(0.08337420678033405, 14);
    expect(seen.high).toBeCloseTo(0.2851421606303499, 14);
    const none = wilsonInterval({ successes: 0, trials: 20, confidence: 0.95 });
    expect(none.low).toBe(0);
    expect(none.high).toBeCloseTo(0.1611251580528194, 14);
  });

  const few = { successes: 12, trials: 40 };
  const many = { successes: 48, trials: 80 };

  it("12 of 40 against 48 of 80: pooled z of 3.098386676965933", () => {
    const seen = twoProportionTest({ a: few, b: many });
    expect(seen.method).toBe("pooled-z");
    expect(seen.p).toBeCloseTo(0.0019457736937391, 12);
  });

  it("48 of 80 less 12 of 40 by Newcombe, and their ratio", () => {
    const difference = newcombeInterval({ a: many, b: few, confidence: 0.95 });
    expect(difference.low).toBeCloseTo(0.110768047708, 11);
    expect(difference.high).toBeCloseTo(0.455876304007, 11);
    const ratio = ratioInterval({ a: few, b: many, confidence: 0.95 });
    expect(ratio.low).toBeCloseTo(0.312611482973, 11);
    expect(ratio.high).toBeCloseTo(0.83948576533, 11);
  });
});

describe("at the ends of the range", () => {
  it.each([
    ["all tables are as extreme when nobody succeeds", { a: [0, 10], b: [0, 12] }, 1],
    ["all tables are as extreme when everybody succeeds", { a: [10, 10], b: [12, 12] }, 1],
    ["one row on each side says nothing", { a: [1, 1], b: [0, 1] }, 1],
  ] as const)("%s", (_, { a, b }, p) => {
    const seen = twoProportionTest({
      a: { successes: a[0], trials: a[1] },
      b: { successes: b[0], trials: b[1] },
    });
    expect(seen).toEqual({ p, method: "fisher-exact" });
  });

  it("no success is certain to be reached, and one more than all never is", () => {
    const of = (successes: number) =>
      binomialTail({ successes, trials: 5, probability: 0.3, side: "at-least" });
    expect([of(0), of(6)]).toEqual([1, 0]);
    expect(of(5)).toBeCloseTo(0.3 ** 5, 15);
  });

  it("an area needs two rows of each class", () => {
    const labels = [1, 0, 0, 0];
    const scores = [0.9, 0.1, 0.2, 0.3];
    expect(rocAuc({ labels, scores })).toEqual({
      undefined: "1 positive and 3 negative rows; two of each are needed",
    });
    expect(delong({ labels, candidate: scores, baseline: scores })).toHaveProperty("undefined");
  });

  it("the same scores twice have no difference and no error", () => {
    const scores = [0.2, 0.4, 0.4, 0.1, 0.9];
    const seen = delong({ labels: [1, 0, 1, 0, 1], candidate: scores, baseline: scores });
    expect(seen).toMatchObject({ difference: 0, standardError: 0 });
  });
});
