import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describePairs } from "./pair-predictions.ts";
import { planRankSums, type RankTasks } from "./rank-scores.ts";

const CLASSES = ["a", "b", "c"];
const predictions = (more: object) => ({
  table: { from: "t", columns: [], rowNumber: "r" },
  columns: {
    ...{ key: "k", label: "y", prediction: null, score: null, scores: { a: "a", b: "b", c: "c" } },
    ...{ weight: "w", positive: "1", ...more },
  },
  by: ["g"],
});
const paired = describePairs(
  { candidate: predictions({ cluster: "u" }), baseline: predictions({ cluster: "u" }) },
  { classes: CLASSES, groups: { g: ["x", "y"] } },
);

/** Label, group, then candidate's and baseline's score of each class. */
const rows = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 2 }), ...Array(6).fill(fc.nat(9))),
  { minLength: 12, maxLength: 40 },
) as fc.Arbitrary<readonly (readonly number[])[]>;

function rank(tasks: RankTasks, drawn: readonly (readonly number[])[], weights: readonly number[]) {
  const plan = planRankSums(paired, {
    ...{
      tasks,
      steps: { kind: "exact" },
      ranges: { candidate: { low: 0, high: 10 }, baseline: { low: 0, high: 10 } },
    },
  });
  const column = (at: number) => Int32Array.from(drawn, (row) => row[at] ?? 0);
  const scores = CLASSES.flatMap((_, at) => [
    ...[column(2 + at), column(5 + at)],
    Uint8Array.from(drawn, (row) => Number(row[2 + at] !== row[5 + at])),
  ]);
  return plan.read([
    ...[Uint8Array.from(column(0)), Uint8Array.from(column(1)), Float64Array.from(weights)],
    ...[Int32Array.from(drawn.keys()), ...scores],
  ]);
}

describe("ranks of several classes", () => {
  it.each(["ovr", "ovo"] as const)(
    "have the variances that the slopes of the mean areas by each row's weight give (%s)",
    (tasks) => {
      fc.assert(
        fc.property(rows, (drawn) => {
          const ones = drawn.map(() => 1);
          const all = rank(tasks, drawn, ones)[0];
          fc.pre((all?.smaller ?? 0) >= 2);
          const moved = (row: number, by: number) =>
            rank(
              tasks,
              drawn,
              ones.map((weight, each) => (each === row ? weight + by : weight)),
            )[0];
          for (const name of ["area", "precision"] as const) {
            const value = (by: number, row: number) => {
              const found = moved(row, by)?.[name];
              return [found?.candidate ?? 0, (found?.candidate ?? 0) - (found?.baseline ?? 0)] as const;
            };
            const slopes = drawn.map((_, row) => {
              const [more, less] = [value(1e-5, row), value(-1e-5, row)];
              return [(more[0] - less[0]) / 2e-5, (more[1] - less[1]) / 2e-5] as const;
            });
            const factor = drawn.length / (drawn.length - 1);
            const squares = (at: 0 | 1) => factor * slopes.reduce((sum, slope) => sum + slope[at] ** 2, 0);
            expect(all?.[name]?.levelVariance).toBeCloseTo(squares(0), 6);
            expect(all?.[name]?.changeVariance).toBeCloseTo(squares(1), 6);
          }
        }),
        { numRuns: 20 },
      );
    },
  );

  it("are those of a group's rows alone in every group", () => {
    fc.assert(
      fc.property(rows, (drawn) => {
        const ones = drawn.map(() => 1);
        for (const [index, value] of ["x", "y"].entries()) {
          const members = drawn.filter((row) => row[1] === index + 1);
          const found = rank("ovr", drawn, ones).find(({ slice }) => slice?.value === value);
          const alone = rank("ovr", members, ones)[0];
          expect(found && { ...found, slice: null }).toEqual(alone);
        }
      }),
      { numRuns: 50 },
    );
  });
});
