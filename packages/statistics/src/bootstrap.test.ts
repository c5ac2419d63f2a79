import { describe, expect, it } from "vitest";
import {
  bcaInterval,
  bcaTest,
  binomialTail,
  bootstrapCounts,
  drawBinomial,
  drawMultinomial,
  mcnemarMidP,
  permuteCounts,
  seedRandom,
  wilsonInterval,
} from "./index.ts";

/** Three standard errors of a share of so many draws. */
const noise = (share: number, draws: number) => 3.5 * Math.sqrt((share * (1 - share)) / draws);

describe("binomial draws have the distribution's tails", () => {
  it.each([
    [20, 0.1],
    [50, 0.9],
    [40, 0.3],
    [1000, 0.5],
    [10_000_000, 0.02],
    [10_000_000, 1e-6],
  ])("of %d trials at %d", (trials, probability) => {
    const random = seedRandom(`${trials} ${probability}`);
    const draws = Array.from({ length: 20_000 }, () => drawBinomial(random, trials, probability));
    const [mean, spread] = [trials * probability, Math.sqrt(trials * probability * (1 - probability))];
    for (const distance of [-2, -1, 0, 1, 2]) {
      const successes = Math.round(mean + distance * spread);
      const share = draws.filter((drawn) => drawn >= successes).length / draws.length;
      const wanted = binomialTail({ successes, trials, probability, side: "at-least" });
      expect(Math.abs(share - wanted)).toBeLessThanOrEqual(noise(wanted, draws.length));
    }
  });
});

describe("multinomial draws", () => {
  it("keep the total, and leave empty what is empty", () => {
    const drawn = drawMultinomial(seedRandom("a"), [5, 0, 1000, 3]);
    expect(drawn.reduce((sum, count) => sum + count, 0)).toBe(1008);
    expect(drawn[1]).toBe(0);
  });
});

describe("resampled counts", () => {
  const share = ([right = 0, wrong = 0]: readonly number[]) => right / (right + wrong);

  it("give a share the interval that Wilson's formula gives", () => {
    const found = bootstrapCounts({ counts: [300, 700], resamples: 20_000, seed: "b" }, share);
    const { low, high } = bcaInterval(found, 0.9);
    const wilson = wilsonInterval({ successes: 300, trials: 1000, confidence: 0.9 });
    expect([low, high]).toEqual([expect.closeTo(wilson.low, 2), expect.closeTo(wilson.high, 2)]);
    // The interval and the test are one: its ends are where p is one in twenty.
    expect(bcaTest(found, low, "greater")).toBeCloseTo(0.05, 2);
    expect(bcaTest(found, high, "less")).toBeCloseTo(0.05, 2);
  });

  it("count the replicates that have no value", () => {
    const found = bootstrapCounts({ counts: [1, 99], resamples: 10_000, seed: "c" }, ([rare = 0]) =>
      rare === 0 ? Number.NaN : 1,
    );
    // (1 - 1/100)^100 = 0.366
    expect(found.undefined / 10_000).toBeCloseTo(0.366, 1);
  });

  it("are the same from the same seed", () => {
    const of = (seed: string) => bootstrapCounts({ counts: [30, 70], resamples: 99, seed }, share).replicates;
    expect(of("a")).toEqual(of("a"));
    expect(of("a")).not.toEqual(of("b"));
  });
});

describe("swapping the two models' decisions", () => {
  it.each([
    [5, 15],
    [12, 9],
    [0, 6],
    [40, 60],
  ])("is McNemar's mid-p for accuracy: %d gained, %d lost", (gained, lost) => {
    const gain = ([a = 0, b = 0]: readonly number[]) => (a - b) / 200;
    const swapping = { counts: [gained, lost, 180], swapped: [1, 0, 2], resamples: 20_000, seed: "d" };
    const p = permuteCounts(swapping, gain, "less");
    const wanted = mcnemarMidP({ gained, lost, alternative: "less" });
    expect(Math.abs(p - wanted)).toBeLessThanOrEqual(noise(wanted, 20_000) + 1 / 20_000);
  });
});
