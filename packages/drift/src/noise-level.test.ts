import type { DriftMetric } from "@ml-gates/gate";
import { describe, expect, it } from "vitest";
import type { Distribution } from "./distribution.ts";
import { measureDistance } from "./metrics.ts";
import { noiseLevel } from "./noise-level.ts";
import { pairCounts } from "./paired-counts.ts";
import { seededRandom } from "./seeded-random.ts";

const FACTS = { rows: 1, present: 1, infinite: 0, lowest: null, highest: null, mean: null };
const facts = { name: "x", ...FACTS, deviation: null, distinct: null };
const COLUMN = {
  name: "x",
  role: "feature",
  facts: { reference: facts, current: facts },
  gaps: null,
} as const;

/** A column of eight categories of one law, 400 against 300 rows. */
function categories(random: () => number): Distribution {
  const draw = (rows: number) => {
    const counts = new Array<number>(8).fill(0);
    for (let row = 0; row < rows; row++) {
      const place = Math.floor(8 * random() ** 1.5);
      counts[place] = (counts[place] ?? 0) + 1;
    }
    return counts;
  };
  const pair = { categories: [..."abcdefgh"], reference: draw(400), current: draw(300) };
  return { ...COLUMN, kind: "categorical", numbers: null, categories: pair, clusters: null };
}

/** A normal column of one law, 400 against 300 rows. */
function numbers(random: () => number): Distribution {
  const draw = (rows: number) => {
    const values = Array.from(
      { length: rows },
      () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
    ).toSorted((left, right) => left - right);
    return { values, counts: values.map(() => 1) };
  };
  const pair = pairCounts(draw(400), draw(300));
  return { ...COLUMN, kind: "numeric", numbers: pair, categories: null, clusters: null };
}

/** The share of draws without drift whose distance is beyond the level of one in twenty. */
function shareBeyond(
  metric: DriftMetric,
  draw: (random: () => number) => Distribution,
  draws: number,
): number {
  const random = seededRandom(20_260_611);
  const beyond = Array.from({ length: draws }, () => draw(random)).filter(
    (column) => (measureDistance(metric, column) ?? 0) > (noiseLevel(metric, column, 0.05)?.value ?? 0),
  );
  return beyond.length / draws;
}

const within = (draws: number) => 3 * Math.sqrt((0.05 * 0.95) / draws);

describe("noise reaches its level", () => {
  it.each(["psi", "kl_div", "hellinger", "jensenshannon", "jensenshannon_nats", "cramers_v"] as const)(
    "of %s in one of twenty draws",
    (metric) => {
      expect(Math.abs(shareBeyond(metric, categories, 400) - 0.05)).toBeLessThan(within(400));
    },
  );

  it("of ks in about one of twenty, and never more", () => {
    const share = shareBeyond("ks", numbers, 200);
    expect(share).toBeGreaterThan(0);
    expect(share).toBeLessThan(0.05 + within(200));
  });

  it.each(["tvd", "l_infinity"] as const)("of %s, a bound, in fewer", (metric) => {
    expect(shareBeyond(metric, categories, 200)).toBeLessThanOrEqual(0.05);
  });

  it.each(["wasserstein_normed", "wasserstein", "energy"] as const)(
    "of %s, a shift that KS would see, in fewer",
    (metric) => {
      expect(shareBeyond(metric, numbers, 60)).toBeLessThanOrEqual(0.05);
    },
  );
});

describe("the level", () => {
  it("of PSI is that of the published null: 0.0338 for ten bins at 1,000 against 1,000", () => {
    const counts = new Array<number>(10).fill(100);
    const pair = { categories: [..."abcdefghij"], reference: counts, current: counts };
    const column: Distribution = {
      ...COLUMN,
      ...{ kind: "categorical", numbers: null, categories: pair, clusters: null },
    };
    expect(noiseLevel("psi", column, 0.05)?.value).toBeCloseTo(0.0338, 4);
    expect(noiseLevel("psi", { ...column, clusters: [] }, 0.05)).toBeNull();
  });

  it("of a shift is one whose normal laws lie the critical distance of KS apart", () => {
    const column = numbers(seededRandom(1));
    const gap = noiseLevel("ks", column, 0.05)?.value ?? 0;
    // sqrt(ln(2 / 0.05) · 700 / (2 · 400 · 300)), and 2Φ(d / 2) - 1 by its series about 0.
    expect(gap).toBeCloseTo(Math.sqrt((Math.log(40) * 700) / 240_000), 12);
    const shift = noiseLevel("wasserstein_normed", column, 0.05)?.value ?? 0;
    const half = shift / 2;
    expect(Math.sqrt(2 / Math.PI) * (half - half ** 3 / 6 + half ** 5 / 40)).toBeCloseTo(gap, 6);
  });
});
