import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measureDivergence } from "./divergence.ts";
import { buildBins } from "./divergence-bins.ts";
import { partition } from "./divergence-partition.ts";
import { weighCategories, weighIntervals } from "./divergence-weights.ts";

const weight = fc.integer({ min: 1, max: 1000 });
const pairs = fc.array(fc.tuple(weight, weight), { minLength: 1, maxLength: 20 });

describe("measureDivergence", () => {
  it.each<readonly [story: string, observed: readonly number[], expected: readonly number[], value: number]>([
    ["½·ln(½ ÷ ¾) + ½·ln(½ ÷ ¼)", [1, 1], [3, 1], 0.5 * Math.log(2 / 3) + 0.5 * Math.log(2)],
    ["what is not observed adds nothing", [1, 0], [1, 1], Math.log(2)],
    ["what was not expected is infinite", [1, 1], [1, 0], Number.POSITIVE_INFINITY],
    ["nothing expected and nothing observed is nothing", [1, 0], [1, 0], 0],
  ])("%s", (_story, observed, expected, value) => {
    expect(measureDivergence(observed, expected)).toBeCloseTo(value, 14);
  });

  it("has no value without observations", () => {
    expect(measureDivergence([0, 0], [1, 1])).toBeNaN();
  });

  it("is never negative, 0 for equal shares, and blind to the scale of both sides", () => {
    fc.assert(
      fc.property(pairs, weight, (listed, factor) => {
        const [observed, expected] = [listed.map(([left]) => left), listed.map(([, right]) => right)];
        const divergence = measureDivergence(observed, expected);
        expect(divergence).toBeGreaterThan(-1e-12);
        const scaled = expected.map((each) => each * factor);
        expect(measureDivergence(observed, scaled)).toBeCloseTo(divergence, 10);
        expect(measureDivergence(observed, observed)).toBe(0);
      }),
    );
  });
});

const none = { tail: 0, internal: 0 };
const counts = { below: 1, bins: [2, 4], above: 3, total: 10 };
const continuous = (bins: readonly number[], tailWeights: readonly [number, number] | null = null) =>
  ({ kind: "continuous", bins, weights: [0.6, 0.4], tailWeights }) as const;
const [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];

describe("weighIntervals", () => {
  it.each([
    [
      "gives the tails half of the holdout each",
      continuous([0, 1, 2]),
      { tail: 0.2, internal: 0 },
      [0.1, 0.48, 0.32, 0.1],
    ],
    [
      "takes the tails' own weights as they are",
      continuous([0, 1, 2], [0.3, 0.1]),
      none,
      [0.3, 0.6, 0.4, 0.1],
    ],
    [
      "gives all of it to the upper tail where the lower is open",
      continuous([low, 1, 2]),
      { tail: 0.2, internal: 0 },
      [0.48, 0.32, 0.2],
    ],
    [
      "and to the lower where the upper is",
      continuous([0, 1, high]),
      { tail: 0.2, internal: 0 },
      [0.2, 0.48, 0.32],
    ],
    ["has no tails where both are open", continuous([low, 1, high]), none, [0.6, 0.4]],
  ])("%s", (_story, expected, holdouts, weights) => {
    const weighed = weighIntervals(expected, counts, holdouts);
    expect(weighed.expected.map((each) => each.toFixed(6))).toEqual(weights.map((each) => each.toFixed(6)));
    expect(weighed.observed).toHaveLength(weights.length);
  });

  it("shares the internal holdout among the intervals that are expected to be empty", () => {
    const gaps = { kind: "continuous", bins: [0, 1, 2, 3], weights: [0, 1, 0], tailWeights: null } as const;
    const { expected } = weighIntervals(gaps, { ...counts, bins: [1, 2, 3] }, { tail: 0, internal: 0.2 });
    expect(expected).toEqual([0, 0.1, 0.8, 0.1, 0]);
  });

  it("reports finite edges, and what lies outside them as tails", () => {
    const { observed, describe: report } = weighIntervals(continuous([low, 1, 2]), counts, none);
    expect(report(observed)).toEqual({ bins: [1, 2], weights: [0.4], tail_weights: [0.2, 0.3] });
  });
});

describe("weighCategories", () => {
  const halves = { kind: "discrete", values: ["a", "b"], weights: [0.5, 0.5] } as const;
  const seen = (key: string, count: number) => ({ key, shown: key, count });

  it("leaves the expected weights alone where everything was foreseen", () => {
    const weighed = weighCategories(halves, ["a", "b"], { distinct: [seen("a", 3)], tail: 0.2 });
    expect(weighed).toMatchObject({ observed: [1, 0], expected: [0.5, 0.5] });
  });

  it("shares the holdout equally among those that were not", () => {
    const distinct = [seen("a", 2), seen("x", 1), seen("y", 1)];
    const weighed = weighCategories(halves, ["a", "b"], { distinct, tail: 0.2 });
    expect(weighed).toMatchObject({ observed: [0.5, 0, 0.25, 0.25], expected: [0.4, 0.4, 0.1, 0.1] });
    expect(weighed.describe([])).toMatchObject({ values: ["a", "b", "x", "y"] });
  });
});

describe("buildBins", () => {
  it.each([
    [
      "as many as Sturges wants where the quartiles are one",
      { min: 0, lower: 2, upper: 2, max: 4, total: 7 },
      3,
    ],
    ["more where Freedman and Diaconis want more", { min: 0, lower: 4, upper: 5, max: 10, total: 8 }, 10],
    ["but no millions for one far outlier", { min: 0, lower: 4, upper: 5, max: 1e9, total: 8 }, 1000],
  ])("%s", (_story, spread, bins) => {
    const edges = buildBins(spread);
    expect([edges.length - 1, edges[0], edges.at(-1)]).toEqual([bins, spread.min, spread.max]);
  });
});

describe("the argument partition_object", () => {
  it.each([
    ["values and weights", { values: ["a", "b"], weights: [0.5, 0.5] }, "discrete"],
    [
      "weights with a rounded sum",
      { values: [1, 2, 3], weights: [0.333333, 0.333333, 0.333334] },
      "discrete",
    ],
    ["bins and tails", { bins: [0, 1, 2], weights: [0.5, 0.2], tail_weights: [0.1, 0.2] }, "continuous"],
    [
      "open ends in Python's word for them",
      { bins: ["-Infinity", 1, "Infinity"], weights: [0.5, 0.5] },
      "continuous",
    ],
  ])("may be %s", (_story, written, kind) => {
    expect(partition.read(written)).toMatchObject({ kind });
  });

  it.each([
    ["weights that do not add up", { values: ["a", "b"], weights: [0.5, 0.4] }],
    ["a value twice", { values: ["a", "a"], weights: [0.5, 0.5] }],
    ["a missing value", { values: ["a", null], weights: [0.5, 0.5] }],
    ["as many weights as edges", { bins: [0, 1], weights: [0.5, 0.5] }],
    ["edges that do not rise", { bins: [0, 2, 2], weights: [0.5, 0.5] }],
    ["a negative weight", { bins: [0, 1, 2], weights: [1.5, -0.5] }],
    ["one tail only", { bins: [0, 1], weights: [0.9], tail_weights: [0.1] }],
    ["a word that is no edge", { bins: [0, "many"], weights: [1] }],
    ["a list", [1, 2]],
  ])("may not hold %s", (_story, written) => {
    expect(partition.read(written)).toHaveProperty("wanted");
  });
});
