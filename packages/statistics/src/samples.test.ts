import { describe, expect, it } from "vitest";
import { expectClose, itAgrees, NEAR_ZERO, readOracle } from "../contract/oracle.ts";
import { cramerVonMisesSurvival } from "./cramer-von-mises-law.ts";
import {
  type Alternative,
  andersonDarling,
  type CountedValues,
  chiSquareContingency,
  cramersV,
  cramerVonMises,
  type Divergence,
  eppsSingleton,
  goodnessOfFit,
  kolmogorovSmirnov,
  mannWhitney,
  psiCritical,
  psiSurvival,
  type Undefined,
} from "./index.ts";
import { kolmogorovSurvival, smirnovSurvival } from "./kolmogorov.ts";
import { latticeProbability, squareProbability } from "./lattice.ts";

interface Tested {
  readonly statistic: number;
  readonly p: number;
}
type OfPair = Tested & { readonly pair: number; readonly method: "exact" | "asymptotic" };

const oracle = readOracle<{
  pairs: CountedValues[];
  kolmogorovSmirnov: (OfPair & { alternative: Alternative })[];
  kolmogorov: { n: number; d: number; p: number }[];
  smirnov: { n: number; d: number; p: number }[];
  mannWhitney: (Tested & {
    pair: number;
    alternative: Alternative;
    method: "exact" | "asymptotic" | "auto";
  })[];
  cramerVonMises: OfPair[];
  cramerVonMisesExact: (CountedValues & Tested)[];
  cramerVonMisesLimit: { x: number; p: number }[];
  andersonDarling: (Tested & { pair: number; clamped: boolean })[];
  eppsSingleton: (Tested & { pair: number })[];
  chiSquareContingency: (Tested & {
    table: number[][];
    corrected: boolean;
    divergence: Divergence;
    degrees: number;
  })[];
  cramersV: { table: number[][]; biasCorrected: boolean; v: number }[];
  goodnessOfFit: (Tested & { observed: number[]; expected: number[]; divergence: Divergence })[];
  psi: {
    reference: number;
    current: number;
    bins: number;
    alpha: number;
    critical: number;
    pAtTenth: number;
  }[];
}>("samples");

function pairOf({ pair }: { readonly pair: number }): CountedValues {
  const found = oracle.pairs[pair];
  if (found === undefined) throw new Error(`no pair ${pair}`);
  return found;
}

function expectTest(seen: Tested | Undefined, { statistic, p }: Tested, floor = NEAR_ZERO): void {
  if ("undefined" in seen) throw new Error(seen.undefined);
  expectClose(seen.statistic, statistic, floor);
  expectClose(seen.p, p);
}

describe("two samples, from counts of distinct values, agree with SciPy", () => {
  itAgrees("Kolmogorov & Smirnov", oracle.kolmogorovSmirnov, ({ alternative, method, ...wanted }) =>
    expectTest(kolmogorovSmirnov({ ...pairOf(wanted), alternative, method }), wanted),
  );
  itAgrees("Kolmogorov's law in every regime", oracle.kolmogorov, ({ n, d, p }) =>
    expectClose(kolmogorovSurvival({ n, d }), p),
  );
  itAgrees("Smirnov's law", oracle.smirnov, ({ n, d, p }) => expectClose(smirnovSurvival({ n, d }), p));
  itAgrees("Mann & Whitney", oracle.mannWhitney, ({ alternative, method, ...wanted }) =>
    expectTest(
      mannWhitney({ ...pairOf(wanted), alternative, ...(method === "auto" ? {} : { method }) }),
      wanted,
    ),
  );
  itAgrees("Cramér & von Mises", oracle.cramerVonMises, ({ method, ...wanted }) =>
    expectTest(cramerVonMises({ ...pairOf(wanted), method }), wanted),
  );
  itAgrees("Cramér & von Mises in small samples", oracle.cramerVonMisesExact, (wanted) =>
    expectTest(cramerVonMises(wanted), wanted),
  );
  itAgrees("the limit of Cramér & von Mises, by mpmath", oracle.cramerVonMisesLimit, ({ x, p }) =>
    expectClose(cramerVonMisesSurvival(x), p),
  );
  itAgrees("Anderson & Darling", oracle.andersonDarling, (wanted) => {
    const seen = andersonDarling(pairOf(wanted));
    expectTest(seen, wanted);
    expect(seen).toHaveProperty("clamped", wanted.clamped);
  });
  itAgrees("Epps & Singleton", oracle.eppsSingleton, (wanted) =>
    expectTest(eppsSingleton(pairOf(wanted)), wanted),
  );
});

describe("tables of counts agree with SciPy", () => {
  itAgrees("contingency", oracle.chiSquareContingency, (wanted) => {
    const seen = chiSquareContingency(wanted);
    expectTest(seen, wanted);
    expect(seen).toHaveProperty("degrees", wanted.degrees);
  });
  itAgrees("Cramér's V", oracle.cramersV, ({ v, ...tested }) =>
    expectClose(cramersV(tested) as number, v, NEAR_ZERO),
  );
  itAgrees("goodness of fit", oracle.goodnessOfFit, (wanted) => expectTest(goodnessOfFit(wanted), wanted));
  itAgrees("PSI without a change", oracle.psi, ({ critical, pAtTenth, ...sizes }) => {
    expectClose(psiCritical(sizes), critical);
    expectClose(psiSurvival({ ...sizes, psi: 0.1 }), pAtTenth);
  });
});

describe("what has no number says why", () => {
  const none = { reference: [0, 0], current: [3, 4] };
  const one = { values: [7], reference: [9], current: [8] };

  it.each([
    [
      "an empty side",
      kolmogorovSmirnov({ ...none, alternative: "less" }),
      "0 reference and 7 current rows; 1",
    ],
    ["an empty side", mannWhitney({ ...none, alternative: "less" }), "0 reference and 7 current rows; 1"],
    ["an empty side", cramerVonMises(none), "0 reference and 7 current rows; 2"],
    ["an empty side", andersonDarling(none), "0 reference and 7 current rows; 2"],
    ["one value", andersonDarling(one), "every row has the same value"],
    ["one value", eppsSingleton(one), "the interquartile range of all rows is 0"],
    ["few rows", eppsSingleton({ ...none, values: [1, 2] }), "5 of each"],
    [
      "an empty row",
      chiSquareContingency({
        table: [
          [1, 1],
          [0, 0],
        ],
      }),
      "row 2 of the table has no count",
    ],
    ["no row", chiSquareContingency({ table: [] }), "row 0 of the table has no count"],
    ["one column", cramersV({ table: [[4], [5]], biasCorrected: false }), "one column"],
    [
      "an empty column",
      cramersV({
        table: [
          [0, 1],
          [0, 2],
        ],
        biasCorrected: true,
      }),
      "column 1",
    ],
    ["unequal sums", goodnessOfFit({ observed: [1], expected: [2] }), "the sums must agree"],
  ])("%s: %o", (_, seen, reason) => {
    expect((seen as Undefined).undefined).toContain(reason);
  });

  it("one value on both sides is no difference", () => {
    expect(kolmogorovSmirnov({ ...one, alternative: "two-sided" })).toMatchObject({ statistic: 0, p: 1 });
    expect(mannWhitney({ ...one, alternative: "two-sided" })).toMatchObject({ statistic: 36, p: 1 });
  });
});

describe("the two forms of the exact law", () => {
  it.each([
    [7, 3],
    [10, 10],
    [50, 12],
    [50, 1],
    [300, 140],
  ])("n = m = %i, height %i: the square's sum is the lattice's", (n, height) => {
    const lattice = latticeProbability({ larger: n, smaller: n, divisor: n, height, twoSided: true });
    expectClose(squareProbability(n, height), lattice);
  });
});
