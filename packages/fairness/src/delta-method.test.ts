import type { ConfusionCounts } from "@ml-gates/queries";
import { describe, expect, it } from "vitest";
import { deltaError, meansOfCounts, type OfMeans } from "./delta-method.ts";
import { measureRate } from "./rates.ts";

const COUNTS = { truePositives: 30, falsePositives: 10, falseNegatives: 20, trueNegatives: 40 };
const ofRate =
  (name: "accuracy" | "precision" | "false_negative_rate"): OfMeans =>
  (shares) =>
    measureRate(name, shares as unknown as ConfusionCounts);

describe("the standard error of a function of cell shares", () => {
  it.each([
    ["accuracy", 0.7, 100],
    ["precision", 0.75, 40],
    ["false_negative_rate", 0.4, 50],
  ] as const)("of %s is sqrt(p·q/n) of its own denominator", (name, p, n) => {
    const found = deltaError(ofRate(name), meansOfCounts(COUNTS, COUNTS));
    expect(found).toBeCloseTo(Math.sqrt((p * (1 - p)) / n), 9);
  });

  it("of weighted rows is that of the linearised mean: sqrt(Σw²(x - p)²) / Σw", () => {
    // Right: 10 rows of weight 3; wrong: 20 rows of weight 1. p = 0.6.
    const weights = { truePositives: 30, falsePositives: 20, falseNegatives: 0, trueNegatives: 0 };
    const squares = { truePositives: 90, falsePositives: 20, falseNegatives: 0, trueNegatives: 0 };
    const found = deltaError(ofRate("accuracy"), meansOfCounts(weights, squares));
    expect(found).toBeCloseTo(Math.sqrt(90 * 0.4 ** 2 + 20 * 0.6 ** 2) / 50, 9);
  });
});
