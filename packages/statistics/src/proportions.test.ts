import { describe, expect, it } from "vitest";
import { expectClose, itAgrees, NEAR_ZERO, readOracle } from "../contract/oracle.ts";
import {
  clopperPearsonInterval,
  type Discordant,
  type DiscordantTest,
  fisherExact,
  type Interval,
  koopmanInterval,
  mcnemarChiSquare,
  mcnemarExact,
  miettinenNurminenInterval,
  type PairedTable,
  type Proportion,
  pairedNewcombeInterval,
  pooledZTest,
  scoreNonInferiority,
  type TwoProportions,
  type TwoProportionsTest,
} from "./index.ts";

function expectInterval(seen: Interval, wanted: Interval): void {
  expectClose(seen.low, wanted.low, NEAR_ZERO);
  expectClose(seen.high, wanted.high, NEAR_ZERO);
  expect(seen.confidence).toBe(wanted.confidence);
}

describe("proportions agree with statsmodels, SciPy and the score equations solved at 40 digits", () => {
  const cases = readOracle<{
    mcnemarExact: (DiscordantTest & { p: number })[];
    mcnemarChiSquare: (Discordant & { corrected: boolean; statistic: number; p: number })[];
    clopperPearsonInterval: (Proportion & Interval)[];
    fisherExact: (TwoProportionsTest & { p: number })[];
    pooledZTest: (TwoProportionsTest & { z: number; p: number })[];
    miettinenNurminenInterval: (TwoProportions & Interval)[];
    koopmanInterval: (TwoProportions & Interval)[];
    scoreNonInferiority: (TwoProportions & { margin: number; p: number })[];
    pairedNewcombeInterval: (PairedTable & Interval)[];
  }>("proportions");

  itAgrees("McNemar's exact test", cases.mcnemarExact, ({ p, ...tested }) =>
    expectClose(mcnemarExact(tested), p),
  );
  itAgrees("McNemar's chi-square", cases.mcnemarChiSquare, ({ statistic, p, ...tested }) => {
    const seen = mcnemarChiSquare(tested);
    expectClose(seen.statistic, statistic);
    expectClose(seen.p, p);
  });
  itAgrees("Clopper & Pearson", cases.clopperPearsonInterval, (wanted) =>
    expectInterval(clopperPearsonInterval(wanted), wanted),
  );
  itAgrees("Fisher's exact test", cases.fisherExact, ({ p, ...tested }) =>
    expectClose(fisherExact(tested), p),
  );
  itAgrees("the pooled z test", cases.pooledZTest, ({ z, p, ...tested }) => {
    const seen = pooledZTest(tested);
    expectClose(seen.z, z, NEAR_ZERO);
    expectClose(seen.p, p);
  });
  itAgrees("Miettinen & Nurminen", cases.miettinenNurminenInterval, (wanted) =>
    expectInterval(miettinenNurminenInterval(wanted), wanted),
  );
  itAgrees("Koopman", cases.koopmanInterval, (wanted) => expectInterval(koopmanInterval(wanted), wanted));
  itAgrees("score non-inferiority", cases.scoreNonInferiority, ({ p, ...tested }) =>
    expectClose(scoreNonInferiority(tested), p),
  );
  itAgrees("Newcombe, paired", cases.pairedNewcombeInterval, (wanted) =>
    expectInterval(pairedNewcombeInterval(wanted), wanted),
  );
});

describe("published numbers", () => {
  it("1 both, 1 gained, 7 lost, 12 neither (Fagerland, Lydersen & Laake 2014): -0.507 to -0.026", () => {
    const seen = pairedNewcombeInterval({ bothRight: 1, gained: 1, lost: 7, n: 21, confidence: 0.95 });
    expect([seen.low.toFixed(3), seen.high.toFixed(3)]).toEqual(["-0.507", "-0.026"]);
  });

  // Newcombe (1998), Statistics in Medicine 17, 873-890, table II, method 6.
  it.each([
    [56, 70, 48, 80, "0.0528", "0.3382"],
    [9, 10, 3, 10, "0.1700", "0.8406"],
    [5, 56, 0, 29, "-0.0326", "0.1933"],
    [0, 10, 0, 20, "-0.1658", "0.2844"],
  ])("%i of %i less %i of %i by Miettinen & Nurminen", (x, n, y, m, low, high) => {
    const [a, b] = [
      { successes: x, trials: n },
      { successes: y, trials: m },
    ];
    const seen = miettinenNurminenInterval({ a, b, confidence: 0.95 });
    expect([seen.low.toFixed(4), seen.high.toFixed(4)]).toEqual([low, high]);
  });

  it("36 of 40 over 16 of 80 (Koopman 1984): 2.94 to 7.15", () => {
    const [a, b] = [
      { successes: 36, trials: 40 },
      { successes: 16, trials: 80 },
    ];
    const seen = koopmanInterval({ a, b, confidence: 0.95 });
    expect([seen.low.toFixed(2), seen.high.toFixed(2)]).toEqual(["2.94", "7.15"]);
  });

  it("whoever succeeds always, or never, on both sides says nothing", () => {
    const all = { successes: 7, trials: 7 };
    expect(pooledZTest({ a: all, b: all, alternative: "less" })).toEqual({ z: 0, p: 0.5 });
  });
});
