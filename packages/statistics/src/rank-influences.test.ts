import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { delong } from "./delong.ts";
import { rankInfluences } from "./rank-influences.ts";

const STEPS = 6;
const rows = fc.array(fc.tuple(fc.boolean(), fc.nat(STEPS - 1), fc.nat(STEPS - 1)), {
  minLength: 6,
  maxLength: 60,
});

function count(labels: readonly boolean[], steps: readonly number[], weights: readonly number[]) {
  const positives = new Float64Array(STEPS);
  const negatives = new Float64Array(STEPS);
  for (const [row, step] of steps.entries()) {
    const of = labels[row] ? positives : negatives;
    of[step] = (of[step] ?? 0) + (weights[row] ?? 1);
  }
  const positive = labels.filter(Boolean).length;
  return { positives, negatives, rows: { positives: positive, negatives: labels.length - positive } };
}

function bothClasses(labels: readonly boolean[]): void {
  const positive = labels.filter(Boolean).length;
  fc.pre(positive >= 2 && labels.length - positive >= 2);
}

describe("influences on areas", () => {
  it("have DeLong's variance of the paired difference as their sum of squares", () => {
    fc.assert(
      fc.property(rows, (drawn) => {
        const labels = drawn.map(([label]) => label);
        bothClasses(labels);
        const [x, z] = [drawn.map((row) => row[1]), drawn.map((row) => row[2])];
        const [one, other] = [x, z].map((steps) => rankInfluences(count(labels, steps, [])).roc);
        const squares = labels.map((label, row) => {
          const side = label ? "positives" : "negatives";
          return (one?.influences[side][x[row] ?? 0] ?? 0) - (other?.influences[side][z[row] ?? 0] ?? 0);
        });
        const variance = squares.reduce((sum, square) => sum + square ** 2, 0);
        const found = delong({ labels: labels.map(Number), candidate: x, baseline: z });
        expect("undefined" in found).toBe(false);
        if ("undefined" in found) return;
        expect(one?.value).toBeCloseTo(found.candidate, 12);
        expect(Math.sqrt(variance)).toBeCloseTo(found.standardError, 9);
      }),
    );
  });

  it("are the slope of each area by the row's weight", () => {
    fc.assert(
      fc.property(rows, fc.nat(59), (drawn, chosen) => {
        const labels = drawn.map(([label]) => label);
        bothClasses(labels);
        const steps = drawn.map((row) => row[1]);
        const row = chosen % labels.length;
        const at = (weight: number) => {
          const weights = labels.map((_, each) => (each === row ? weight : 1));
          return rankInfluences({ ...count(labels, steps, weights), rows: null });
        };
        const [less, found, more] = [at(1 - 1e-5), at(1), at(1 + 1e-5)];
        for (const area of ["roc", "precision"] as const) {
          const slope = (more[area].value - less[area].value) / 2e-5;
          const side = labels[row] ? "positives" : "negatives";
          expect(found[area].influences[side][steps[row] ?? 0]).toBeCloseTo(slope, 6);
        }
      }),
    );
  });

  it("bound what any order within a step could make of the areas", () => {
    fc.assert(
      fc.property(rows, (drawn) => {
        const labels = drawn.map(([label]) => label);
        bothClasses(labels);
        const steps = drawn.map((row) => row[1]);
        const { roc, precision } = rankInfluences(count(labels, steps, []));
        for (const best of [true, false]) {
          const order = labels.map((label, row) => (steps[row] ?? 0) * 2 + (label === best ? 1 : 0));
          const fine = { positives: new Float64Array(2 * STEPS), negatives: new Float64Array(2 * STEPS) };
          for (const [row, step] of order.entries()) {
            const of = labels[row] ? fine.positives : fine.negatives;
            of[step] = (of[step] ?? 0) + 1;
          }
          const apart = rankInfluences({ ...fine, rows: null });
          expect(Math.abs(apart.roc.value - roc.value)).toBeLessThanOrEqual(roc.bound + 1e-12);
          expect(Math.abs(apart.precision.value - precision.value)).toBeLessThanOrEqual(
            precision.bound + 1e-12,
          );
        }
      }),
    );
  });
});
