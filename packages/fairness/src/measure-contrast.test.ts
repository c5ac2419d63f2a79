import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measureContrast } from "./measure-contrast.ts";

const RATE = "selection_rate";
const group = { successes: 12, trials: 40 };
const reference = { successes: 48, trials: 80 };

/** SciPy's fisher_exact and statsmodels' proportions_ztest and confint_proportions_2indep (newcomb, log-adjusted). */
describe("a contrast has the numbers of SciPy and statsmodels", () => {
  it.each([
    {
      story: "12/40 and 48/80",
      group,
      reference,
      method: "pooled-z",
      p: 0.0019457736937391545,
      difference: [0.14182762531480073, 0.43407893944878484],
      ratio: [0.33844766958673456, 0.7754016754061657],
    },
    {
      story: "2/40 and 8/60: few expected",
      group: { successes: 2, trials: 40 },
      reference: { successes: 8, trials: 60 },
      method: "fisher-exact",
      p: 0.3076507873383355,
      difference: [0, 0.17759791361900384],
      ratio: [0.1411725373808207, 1],
    },
    {
      story: "40/100 and 80/100",
      group: { successes: 40, trials: 100 },
      reference: { successes: 80, trials: 100 },
      method: "pooled-z",
      p: 7.764036537930667e-9,
      difference: [0.2898695064091465, 0.49603658981491666],
      ratio: [0.4054496293089076, 0.6242828121046324],
    },
  ])("$story", ({ group, reference, method, p, difference, ratio }) => {
    for (const [comparison, [low, high]] of [
      ["difference", difference],
      ["ratio", ratio],
    ] as const) {
      const found = measureContrast({ rate: RATE, comparison, group, reference });
      expect(found?.method).toBe(method);
      expect(found?.p).toBeCloseTo(p, 12);
      expect(found?.interval.low).toBeCloseTo(low ?? Number.NaN, 10);
      expect(found?.interval.high).toBeCloseTo(high ?? Number.NaN, 10);
    }
  });
});

describe("a contrast", () => {
  const proportion = fc
    .tuple(fc.integer({ min: 1, max: 400 }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([trials, share]) => ({ trials, successes: Math.round(share * trials) }));
  const comparison = fc.constantFrom("difference" as const, "ratio" as const);

  it("lies in its interval, and both lie in 0..1", () => {
    fc.assert(
      fc.property(proportion, proportion, comparison, (a, b, kind) => {
        const found = measureContrast({ rate: RATE, comparison: kind, group: a, reference: b });
        if (found === null) return kind === "ratio" && a.successes === 0 && b.successes === 0;
        const { low, high } = found.interval;
        return 0 <= low && low <= found.value && found.value <= high && high <= 1;
      }),
    );
  });

  it("is the same whichever of the two is the reference", () => {
    fc.assert(
      fc.property(proportion, proportion, comparison, (a, b, kind) => {
        const one = measureContrast({ rate: RATE, comparison: kind, group: a, reference: b });
        const other = measureContrast({ rate: RATE, comparison: kind, group: b, reference: a });
        expect(other?.value).toEqual(one?.value);
        expect(other?.p ?? 0).toBeCloseTo(one?.p ?? 0, 9);
        expect(other?.interval.low ?? 0).toBeCloseTo(one?.interval.low ?? 0, 9);
        expect(other?.interval.high ?? 0).toBeCloseTo(one?.interval.high ?? 0, 9);
      }),
    );
  });
});
