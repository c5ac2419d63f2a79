import { describe, expect, it } from "vitest";
import { findQuantile, interpolate } from "./quantile-position.ts";
import type { Interpolation } from "./quantile-ranges.ts";

const QUANTILES = [0, 0.1, 0.125, 0.25, 0.3, 0.375, 0.5, 0.625, 0.75, 0.9, 1];

function quantile(values: readonly number[], share: number, interpolation: Interpolation): number {
  const { below, above, weight } = findQuantile(values.length, share, interpolation);
  return interpolate(values[below] ?? Number.NaN, values[above] ?? Number.NaN, weight);
}

describe("findQuantile", () => {
  // pandas.Series(range(1, n + 1)).quantile(q, interpolation="nearest"), the same in pandas 2.1.4 and 3.1.1.
  it.each<readonly [n: number, nearest: readonly number[]]>([
    [1, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]],
    [2, [1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2]],
    [3, [1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3]],
    [4, [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4]],
    [5, [1, 1, 1, 2, 2, 3, 3, 3, 4, 5, 5]],
    [6, [1, 1, 2, 2, 3, 3, 3, 4, 5, 5, 6]],
    [7, [1, 2, 2, 3, 3, 3, 4, 5, 5, 6, 7]],
    [8, [1, 2, 2, 3, 3, 4, 5, 5, 6, 7, 8]],
  ])("takes the nearest of %i values as pandas does, a half to the even place", (n, nearest) => {
    const values = Array.from({ length: n }, (_, index) => index + 1);
    expect(QUANTILES.map((share) => quantile(values, share, "nearest"))).toEqual(nearest);
  });

  it.each<readonly [Interpolation, number]>([
    ["linear", 17.5],
    ["lower", 10],
    ["higher", 20],
    ["midpoint", 15],
    ["nearest", 20],
  ])("lies three quarters of the way from 10 to 20: %s", (interpolation, value) => {
    expect(quantile([10, 20, 30, 40], 0.25, interpolation)).toBe(value);
  });

  it("is a value itself where the position is whole", () => {
    for (const interpolation of ["linear", "lower", "higher", "midpoint", "nearest"] as const) {
      expect(quantile([1, 2, 7], 0.5, interpolation)).toBe(2);
    }
  });
});
