import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Point } from "./metric-values.ts";
import { reduceSeries } from "./reduce-series.ts";

const series = (...values: readonly number[]): readonly Point[] =>
  values.map((value, step) => ({ step: step * 10, seed: null, value }));
const seeds = (...values: readonly number[]): readonly Point[] =>
  values.map((value, seed) => ({ step: null, seed: String(seed), value }));
const loss = { points: series(0.5, 0.2, 0.3), direction: "lower" } as const;

describe("a series by step", () => {
  const curve = series(0.7, 0.9, 0.8);
  it.each([
    [{ kind: "last" }, 0.8],
    [{ kind: "min" }, 0.7],
    [{ kind: "max" }, 0.9],
    [{ kind: "mean" }, 0.8],
    [{ kind: "at", step: 10 }, 0.9],
    [{ kind: "at", step: 11 }, "a series without step 11"],
    [{ kind: "mean-of-seeds" }, "a series without seeds or folds"],
  ] as const)("reduced by %o is %s", (reducer, value) => {
    const reduced = reduceSeries(curve, reducer);
    if (typeof value === "string") expect(reduced.value).toBe(value);
    else expect(reduced.value).toBeCloseTo(value, 12);
    expect(reduced.uncertainty).toBeNull();
  });

  it("is taken where another metric is best, which must have been measured throughout", () => {
    const reducer = { kind: "at-best", metric: "loss", direction: "lower" } as const;
    expect(reduceSeries(curve, reducer, loss).value).toBe(0.9);
    expect(reduceSeries(curve, reducer, { ...loss, direction: "higher" }).value).toBe(0.7);
    expect(reduceSeries(curve, reducer, { ...loss, points: series(0.5, Number.NaN) }).value).toMatch(
      /not measured/,
    );
    expect(reduceSeries(series(0.7), reducer, loss).value).toBe("a series without step 10");
    expect(reduceSeries(curve, reducer, null).value).toBe("a series, but loss is none");
  });

  it("ends at its greatest step, whatever the order of the rows, and a repeated step counts once", () => {
    const resumed = [...series(0.7, 0.9), { step: 0, seed: null, value: 0.1 }];
    expect(reduceSeries(resumed, null).value).toBe(0.9);
    expect(reduceSeries(series(0.7, 0.9).toReversed(), null).value).toBe(0.9);
    expect(reduceSeries(resumed, { kind: "max" }).value).toBe(0.9);
    expect(reduceSeries(resumed, { kind: "min" }).value).toBe(0.1);
  });

  it("that was not measured once has no extreme and no mean", () => {
    for (const kind of ["min", "max", "mean"] as const)
      expect(reduceSeries(series(0.7, Number.NaN, 0.8), { kind }).value).toBeNaN();
    expect(reduceSeries(series(0.7, Number.NaN, 0.8), { kind: "last" }).value).toBe(0.8);
  });
});

describe("several seeds", () => {
  it("are averaged, with their spread: hand calculation", () => {
    // Mean 3, deviations -1 0 1: variance 1.
    const { value, uncertainty } = reduceSeries(seeds(2, 3, 4), null);
    expect(value).toBe(3);
    expect(uncertainty).toMatchObject({ n: 3, standardDeviation: 1, standardError: 1 / Math.sqrt(3) });
    expect(uncertainty?.seeds?.map(({ name }) => name)).toEqual(["0", "1", "2"]);
  });

  it("may be judged by the worst of them, but have no last one", () => {
    expect(reduceSeries(seeds(2, 3, 4), { kind: "min" }).value).toBe(2);
    expect(reduceSeries(seeds(2, 3, 4), { kind: "max" }).value).toBe(4);
    expect(reduceSeries(seeds(2, 3, 4), { kind: "last" }).value).toMatch(/without steps/);
  });

  it("with steps are reduced by step first", () => {
    const both = ["a", "b"].flatMap((seed, index) =>
      series(0.5 + index, 0.9 + index, 0.7 + index).map((point) => ({ ...point, seed })),
    );
    expect(reduceSeries(both, null).value).toBeCloseTo((0.7 + 1.7) / 2, 12);
    expect(reduceSeries(both, { kind: "max" }).value).toBeCloseTo((0.9 + 1.9) / 2, 12);
    expect(reduceSeries(both, { kind: "at", step: 99 }).value).toBe("a series without step 99");
  });

  it("one of which was not measured make the mean unmeasured", () => {
    expect(reduceSeries(seeds(2, Number.NaN), null).value).toBeNaN();
  });

  it("never lie outside their extremes", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 }), (values) => {
        const mean = Number(reduceSeries(seeds(...values), null).value);
        expect(mean).toBeGreaterThanOrEqual(Math.min(...values) - 1e-6);
        expect(mean).toBeLessThanOrEqual(Math.max(...values) + 1e-6);
      }),
    );
  });
});
