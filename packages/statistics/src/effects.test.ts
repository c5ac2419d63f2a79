import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectClose, itAgrees, NEAR_ZERO, readOracle } from "../contract/oracle.ts";
import {
  type Alternative,
  benjaminiHochberg,
  correctedResampledEffect,
  type Effect,
  effectInterval,
  effectTest,
  equivalenceTest,
  holm,
  type Interval,
  momentsOf,
  nonInferiorityTest,
  pairedEffect,
  pairedPermutation,
  pooledEffect,
  rowsForNonInferiority,
  rowsForPairedNonInferiority,
  rowsForRatio,
  rowsForTwoRates,
  type Undefined,
  welchEffect,
} from "./index.ts";

type Kind = "welch" | "pooled" | "z";
interface Tested {
  readonly alternative: Alternative;
  readonly statistic: number;
  readonly p: number;
  readonly interval?: Interval;
}

const oracle = readOracle<{
  pairs: { a: number[]; b: number[] }[];
  twoSamples: (Tested & { pair: number; kind: Kind; degrees: number })[];
  paired: (Tested & { pair: number })[];
  correctedResampled: {
    differences: number[];
    testRows: number;
    trainRows: number;
    statistic: number;
    p: number;
  }[];
  margins: { pair: number; kind: Kind; margin: number; equivalence: number; nonInferiority: number }[];
  rowsForTwoRates: { a: number; b: number; alpha: number; power: number; rows: number }[];
  rowsForVariance: { variance: number; margin: number; alpha: number; power: number; rows: number }[];
  benjaminiHochberg: { ps: number[]; adjusted: number[] }[];
  pairedPermutation: { differences: number[]; alternative: Alternative; p: number }[];
}>("effects");

function known(effect: Effect | Undefined): Effect {
  if ("undefined" in effect) throw new Error(effect.undefined);
  return effect;
}

function pairOf(pair: number): { readonly a: readonly number[]; readonly b: readonly number[] } {
  const found = oracle.pairs[pair];
  if (found === undefined) throw new Error(`no pair ${pair}`);
  return found;
}

function effectOf(kind: Kind, pair: number): Effect {
  const { a, b } = pairOf(pair);
  const samples = { a: momentsOf(a), b: momentsOf(b) };
  const effect = known(kind === "welch" ? welchEffect(samples) : pooledEffect(samples));
  return kind === "z" ? { ...effect, degrees: Number.POSITIVE_INFINITY } : effect;
}

/** Where |t| is large a p's own sensitivity to t's last digits is t · degrees of them; 1e-9 still holds. */
function expectTested(effect: Effect, { alternative, statistic, p, interval }: Tested): void {
  const seen = effectTest(effect, alternative);
  expectClose(seen.statistic, statistic, NEAR_ZERO);
  expectClose(seen.p, p);
  if (interval === undefined) return;
  const bounds = effectInterval(effect, interval.confidence);
  expectClose(bounds.low, interval.low, effect.standardError);
  expectClose(bounds.high, interval.high, effect.standardError);
}

describe("effects and their margins agree with SciPy and statsmodels", () => {
  itAgrees("t tests of two samples", oracle.twoSamples, ({ pair, kind, degrees, ...wanted }) => {
    const effect = effectOf(kind, pair);
    expectClose(effect.degrees, degrees);
    expectTested(effect, wanted);
  });
  itAgrees("the paired t test", oracle.paired, ({ pair, ...wanted }) => {
    const { a, b } = pairOf(pair);
    const size = Math.min(a.length, b.length);
    const differences = Array.from({ length: size }, (_, at) => (a[at] ?? 0) - (b[at] ?? 0));
    expectTested(known(pairedEffect(momentsOf(differences))), wanted);
  });
  itAgrees("the corrected resampled t test", oracle.correctedResampled, ({ differences, ...wanted }) => {
    const effect = known(correctedResampledEffect({ differences: momentsOf(differences), ...wanted }));
    expectTested(effect, { ...wanted, alternative: "two-sided" });
  });
  itAgrees(
    "non-inferiority and equivalence, t and z",
    oracle.margins,
    ({ pair, kind, margin, ...wanted }) => {
      const effect = effectOf(kind, pair);
      expectClose(nonInferiorityTest(effect, margin), wanted.nonInferiority);
      expectClose(equivalenceTest(effect, margin), wanted.equivalence);
    },
  );
});

describe("numbers of rows", () => {
  itAgrees("for two rates or their ratio, by statsmodels", oracle.rowsForTwoRates, ({ rows, ...asked }) => {
    expect(rowsForTwoRates(asked)).toBe(rows);
    expect(rowsForRatio({ ...asked, rate: asked.a, ratio: asked.b / asked.a })).toBe(rows);
  });
  itAgrees("for a margin, paired or not", oracle.rowsForVariance, ({ rows, variance, ...asked }) => {
    expect(rowsForPairedNonInferiority({ discordant: variance, ...asked })).toBe(rows);
    // The rate whose 2 p (1 - p) is this variance.
    const rate = (1 - Math.sqrt(1 - 2 * variance)) / 2;
    expect(rowsForNonInferiority({ ...asked, rate })).toBe(rows);
  });

  it.each([
    [0.1, 3213],
    [0.2, 1447],
    [0.3, 859],
    [0.5, 388],
    [0.7, 186],
  ])("to see a ratio of 0.8 at a rate of %f", (rate, rows) => {
    expect(rowsForRatio({ rate, ratio: 0.8, alpha: 0.05, power: 0.8 })).toBe(rows);
  });

  it.each([
    [0.02, 2783],
    [0.01, 11_129],
  ])("non-inferiority at 0.9 within %f, different rows", (margin, rows) => {
    expect(rowsForNonInferiority({ rate: 0.9, margin, alpha: 0.05, power: 0.8 })).toBe(rows);
  });

  it("no number of rows tells equal rates apart", () => {
    expect(rowsForTwoRates({ a: 0.3, b: 0.3, alpha: 0.05, power: 0.8 })).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("Benjamini & Hochberg", () => {
  itAgrees("statsmodels", oracle.benjaminiHochberg, ({ ps, adjusted }) => {
    const seen = benjaminiHochberg(ps);
    expect(seen).toHaveLength(adjusted.length);
    for (const [index, wanted] of adjusted.entries()) expectClose(seen[index] ?? Number.NaN, wanted);
  });

  it("never exceeds Holm's adjustment, and never falls below p", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 9 }), (ps) => {
        const strict = holm(ps);
        for (const [index, q] of benjaminiHochberg(ps).entries()) {
          expect(q).toBeLessThanOrEqual((strict[index] ?? 0) * (1 + 1e-12));
          expect(q).toBeGreaterThanOrEqual((ps[index] ?? 1) * (1 - 1e-12));
        }
      }),
    );
  });
});

describe("the paired permutation test", () => {
  /** Park & Miller's generator (1988). */
  function generator(seed: number): () => number {
    let state = seed;
    return () => {
      state = (state * 48_271) % 2_147_483_647;
      return state / 2_147_483_647;
    };
  }

  itAgrees("SciPy's enumeration", oracle.pairedPermutation, ({ p, ...tested }) => {
    const seen = pairedPermutation({ ...tested, resamples: 9999, uniform: () => 0 });
    expect(seen).toEqual({ p: expect.anything(), exact: true });
    expectClose((seen as { p: number }).p, p);
  });

  it("sampled signs come within Monte-Carlo error of all of them", () => {
    const differences = [0.4, -0.2, 0.9, 1.1, -0.3, 0.8, 0.2, 0.5, -0.1, 0.6, 0.7];
    const asked = { differences, alternative: "greater" } as const;
    const all = pairedPermutation({ ...asked, resamples: 2048, uniform: () => 0 }) as { p: number };
    const some = pairedPermutation({ ...asked, resamples: 2000, uniform: generator(7) }) as { p: number };
    expect(some).toMatchObject({ exact: false });
    expect(Math.abs(some.p - all.p)).toBeLessThan(4 * Math.sqrt(all.p / 2000));
  });

  it("a sampled p is never 0: one draw more than was made counts as extreme", () => {
    const differences = Array.from({ length: 40 }, () => 1);
    const seen = pairedPermutation({
      differences,
      alternative: "greater",
      resamples: 99,
      uniform: generator(3),
    });
    expect(seen).toEqual({ p: 0.01, exact: false });
  });
});

describe("what has no number says why", () => {
  const flat = momentsOf([2, 2, 2]);

  it.each([
    ["one pair", pairedEffect(momentsOf([1])), "1 value; two"],
    ["no pairs", pairedEffect(momentsOf([])), "0 values; two"],
    ["one fold", correctedResampledEffect({ differences: momentsOf([1]), testRows: 1, trainRows: 9 }), "two"],
    ["a single value on one side", welchEffect({ a: momentsOf([1]), b: momentsOf([1, 2]) }), "two"],
    ["a single value on one side", pooledEffect({ a: momentsOf([1, 2]), b: momentsOf([1]) }), "two"],
    ["equal seeds", pairedEffect(flat), "do not vary"],
    ["constant samples", welchEffect({ a: flat, b: flat }), "do not vary"],
    ["a NaN", pairedEffect(momentsOf([1, Number.NaN, 2])), "not a number"],
  ])("%s", (_, seen, reason) => {
    expect((seen as Undefined).undefined).toContain(reason);
  });
});
