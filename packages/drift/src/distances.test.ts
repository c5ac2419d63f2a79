import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hellinger, jensenShannon, klDivergence, lInfinity, psi, totalVariation } from "./distances.ts";
import { energyDistance, ksDistance, wasserstein, wassersteinBounds } from "./ordered-distances.ts";
import { binByReference, type PairedCounts, pairCounts } from "./paired-counts.ts";

const counts = fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 })), {
  minLength: 1,
  maxLength: 12,
});
const binned = counts
  .map((cells) => ({ reference: cells.map(([r]) => r), current: cells.map(([, c]) => c) }))
  .filter(({ reference, current }) => [reference, current].every((side) => side.some((count) => count > 0)));

describe("distances of bins", () => {
  it("are 0 for the same counts, in any multiple, and symmetric where they should be", () => {
    fc.assert(
      fc.property(binned, fc.integer({ min: 1, max: 9 }), ({ reference, current }, times) => {
        const same = { reference, current: reference.map((count) => count * times) };
        const turned = { reference: current, current: reference };
        for (const measure of [psi, hellinger, totalVariation, lInfinity, js]) {
          expect(measure(same)).toBeCloseTo(0, 7);
          expect(measure(turned)).toBeCloseTo(measure({ reference, current }), 9);
        }
        expect(klDivergence(same)).toBeCloseTo(0, 9);
      }),
    );
  });

  it("stay within their ranges and keep their order: TVD² / 2 ≤ Hellinger² ≤ TVD (Le Cam), L∞ ≤ TVD", () => {
    fc.assert(
      fc.property(binned, (pair) => {
        const [h, tv] = [hellinger(pair), totalVariation(pair)];
        expect(h * h).toBeLessThanOrEqual(tv + 1e-12);
        expect((tv * tv) / 2).toBeLessThanOrEqual(h * h + 1e-12);
        expect(lInfinity(pair)).toBeLessThanOrEqual(tv + 1e-12);
        expect(js(pair)).toBeLessThanOrEqual(1 + 1e-12);
        expect(jensenShannon(pair, Math.E)).toBeCloseTo(js(pair) * Math.sqrt(Math.LN2), 12);
        expect(klDivergence(pair)).toBeGreaterThanOrEqual(-1e-12);
      }),
    );
  });
});

const js = (pair: Parameters<typeof jensenShannon>[0]) => jensenShannon(pair, 2);

const sample = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 30 });

describe("distances of ordered values", () => {
  it("agree with their definition on sorted samples of the same size: the mean gap between equal ranks", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })), {
          minLength: 1,
          maxLength: 20,
        }),
        (rows) => {
          const [left, right] = [0, 1].map((side) => rows.map((row) => row[side] ?? 0).sort((a, b) => a - b));
          const gaps = (left ?? []).map((value, index) => Math.abs(value - (right?.[index] ?? 0)));
          const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
          expect(wasserstein(pairOf(left ?? [], right ?? []))).toBeCloseTo(mean, 10);
        },
      ),
    );
  });

  it("energy: 2E|X-Y| - E|X-X'| - E|Y-Y'| under the root", () => {
    fc.assert(
      fc.property(sample, sample, (left, right) => {
        const mean = (one: readonly number[], other: readonly number[]) =>
          one.reduce((sum, x) => sum + other.reduce((inner, y) => inner + Math.abs(x - y), 0), 0) /
          one.length /
          other.length;
        const squared = 2 * mean(left, right) - mean(left, left) - mean(right, right);
        expect(energyDistance(pairOf(left, right)) ** 2).toBeCloseTo(Math.max(0, squared), 8);
      }),
    );
  });

  it("from bins: the largest gap is at most the true one, the true Wasserstein distance lies within its bounds", () => {
    fc.assert(
      fc.property(sample, sample, fc.integer({ min: 2, max: 9 }), (left, right, bins) => {
        const exact = pairOf(left, right);
        const coarse = coarsen(exact, bins);
        expect(ksDistance(coarse)).toBeLessThanOrEqual(ksDistance(exact) + 1e-12);
        const { low, high } = wassersteinBounds(coarse);
        expect(low).toBeLessThanOrEqual(wasserstein(exact) + 1e-9);
        expect(high).toBeGreaterThanOrEqual(wasserstein(exact) - 1e-9);
      }),
    );
  });

  it("tenths of the reference lose no row", () => {
    fc.assert(
      fc.property(sample, sample, (left, right) => {
        const { reference, current } = binByReference(pairOf(left, right));
        expect(reference.reduce((sum, count) => sum + count, 0)).toBe(left.length);
        expect(current.reduce((sum, count) => sum + count, 0)).toBe(right.length);
        expect(reference.length).toBeLessThanOrEqual(11);
      }),
    );
  });
});

function pairOf(left: readonly number[], right: readonly number[]): PairedCounts {
  return pairCounts(countOf(left), countOf(right));
}

function countOf(values: readonly number[]) {
  const distinct = [...new Set(values)].sort((one, other) => one - other);
  return {
    values: distinct,
    counts: distinct.map((value) => values.filter((each) => each === value).length),
  };
}

/** Every few values as one bin, whose upper edge is the last of them. */
function coarsen({ values, reference, current, lowest }: PairedCounts, size: number): PairedCounts {
  const at = values
    .map((_, index) => index)
    .filter((index) => index % size === size - 1 || index === values.length - 1);
  const sum = (counts: readonly number[], from: number, to: number) =>
    counts.slice(from, to + 1).reduce((total, count) => total + count, 0);
  const starts = at.map((_, bin) => (bin === 0 ? 0 : (at[bin - 1] ?? 0) + 1));
  return {
    values: at.map((index) => values[index] ?? 0),
    reference: at.map((to, bin) => sum(reference, starts[bin] ?? 0, to)),
    current: at.map((to, bin) => sum(current, starts[bin] ?? 0, to)),
    exact: false,
    lowest,
  };
}
