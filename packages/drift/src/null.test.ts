import { describe, expect, it } from "vitest";
import { measureDomainAuc } from "./classifier/domain-auc.ts";
import { clusterPermutation } from "./cluster-test.ts";
import { permuteCategories } from "./permute-categories.ts";
import { seededRandom } from "./seeded-random.ts";

/** Share of p-values below 0.05 among draws without any drift. */
function alarmShare(draws: number, p: (random: () => number) => number): number {
  const random = seededRandom(99);
  const alarms = Array.from({ length: draws }, () => p(random)).filter((each) => each < 0.05);
  return alarms.length / draws;
}

/** Four standard errors above 5 %. */
const most = (draws: number) => 0.05 + 4 * Math.sqrt((0.05 * 0.95) / draws);

describe("without drift, p is below 0.05 in at most about one of twenty draws", () => {
  it("for the domain classifier", () => {
    const share = alarmShare(80, (random) => {
      const column = (name: string) => ({ name, values: Array.from({ length: 240 }, random) });
      return measureDomainAuc([column("a"), column("b"), column("c")], 120).p;
    });
    expect(share).toBeLessThanOrEqual(most(80));
  });

  it("for whole clusters, on one side or on both", () => {
    const share = alarmShare(60, (random) => {
      const clusters = Array.from({ length: 24 }, (_, index) => {
        const bin = Math.floor(random() * 5);
        const rows = Array.from({ length: 5 }, (_each, at) => (at === bin ? 8 : 1));
        if (index < 8)
          return { reference: rows, current: rows.map((count) => count + (random() < 0.5 ? 1 : 0)) };
        return index % 2 === 0 ? { reference: rows, current: [] } : { reference: [], current: rows };
      });
      return clusterPermutation(clusters, "ordered");
    });
    expect(share).toBeLessThanOrEqual(most(60));
  });

  it("for many rare categories, and 0 is never said", () => {
    const share = alarmShare(60, (random) => {
      const counts = { reference: new Array<number>(40).fill(0), current: new Array<number>(40).fill(0) };
      for (const side of [counts.reference, counts.current])
        for (let row = 0; row < 60; row++) {
          const category = Math.floor(random() * 40);
          side[category] = (side[category] ?? 0) + 1;
        }
      const seen = counts.reference.map((count, index) => count + (counts.current[index] ?? 0) > 0);
      return permuteCategories({
        reference: counts.reference.filter((_, index) => seen[index]),
        current: counts.current.filter((_, index) => seen[index]),
      });
    });
    expect(share).toBeLessThanOrEqual(most(60));
    expect(permuteCategories({ reference: [50, 0], current: [0, 50] })).toBe(1 / 2000);
  });
});

it("the domain classifier finds a shift in one of many columns and names it", () => {
  const random = seededRandom(3);
  const rows = (moved: number) => Array.from({ length: 400 }, (_, row) => random() + (row < 200 ? 0 : moved));
  const columns = Array.from({ length: 8 }, (_, index) => ({
    name: `x${index}`,
    values: rows(index === 5 ? 0.4 : 0),
  }));
  const { auc, p, tells } = measureDomainAuc(columns, 200);
  expect(auc).toBeGreaterThan(0.7);
  expect(p).toBeLessThan(1e-6);
  expect(tells[0]).toBe("x5");
});
