/**
 * Kolmogorov and Smirnov's test of two samples.
 *
 * @module
 */
import type { Alternative } from "./alternative.ts";
import { type CountedPair, levelsOf, sizesOf } from "./counted.ts";
import type { Undefined } from "./delong.ts";
import { kolmogorovSurvival } from "./kolmogorov.ts";
import { greatestCommonDivisor, latticeProbability, squareProbability } from "./lattice.ts";

/** Two samples, and what of their distribution functions is compared. */
export interface KolmogorovSmirnovTest extends CountedPair {
  /** `greater`: the reference's distribution function lies above the current one's, so its values are smaller. */
  readonly alternative: Alternative;
  /** Left out: exact up to 10,000 rows on the larger side. */
  readonly method?: "exact" | "asymptotic";
}

const LARGEST_EXACT = 10_000;

/**
 * The largest distance between the two empirical distribution functions, in 0..1, and its p; equals
 * `scipy.stats.ks_2samp`. Ties count at their value only. Asymptotic, two-sided: Kolmogorov's law of one sample of
 * round(nm / (n + m)) rows; one-sided: Hodges' exp(-2z² - 2z (m + 2n) / 3√(nm(n + m))).
 *
 * @example
 * kolmogorovSmirnov({ reference: [2, 0], current: [0, 2], alternative: "less" }); // => { statistic: 0, p: 1, method: "exact" }
 */
export function kolmogorovSmirnov({
  alternative,
  method,
  ...pair
}: KolmogorovSmirnovTest):
  | { readonly statistic: number; readonly p: number; readonly method: "exact" | "asymptotic" }
  | Undefined {
  const sizes = sizesOf(pair, 1);
  if ("undefined" in sizes) return sizes;
  const statistic = largestDistance(pair, alternative);
  const [larger, smaller] = [
    Math.max(sizes.reference, sizes.current),
    Math.min(sizes.reference, sizes.current),
  ];
  const chosen = method ?? (larger <= LARGEST_EXACT ? "exact" : "asymptotic");
  const compared = { statistic, larger, smaller, twoSided: alternative === "two-sided" };
  return { statistic, p: chosen === "exact" ? exactP(compared) : asymptoticP(compared), method: chosen };
}

function largestDistance(pair: CountedPair, alternative: Alternative): number {
  const sizes = sizesOf(pair, 0);
  if ("undefined" in sizes) return Number.NaN;
  let [above, below] = [0, 0];
  for (const level of levelsOf(pair)) {
    const difference =
      (level.referenceBelow + level.reference) / sizes.reference -
      (level.currentBelow + level.current) / sizes.current;
    above = Math.max(above, difference);
    below = Math.max(below, -difference);
  }
  if (alternative === "two-sided") return Math.max(above, below);
  return alternative === "greater" ? above : below;
}

interface Compared {
  readonly statistic: number;
  readonly larger: number;
  readonly smaller: number;
  readonly twoSided: boolean;
}

function exactP({ statistic, larger, smaller, twoSided }: Compared): number {
  const divisor = greatestCommonDivisor(larger, smaller);
  const height = Math.round(statistic * (larger / divisor) * smaller);
  if (height === 0) return 1;
  const p =
    twoSided && larger === smaller
      ? squareProbability(larger, height)
      : latticeProbability({ larger, smaller, divisor, height, twoSided });
  return Math.min(1, p);
}

function asymptoticP({ statistic, larger, smaller, twoSided }: Compared): number {
  const effective = (larger * smaller) / (larger + smaller);
  if (twoSided) return kolmogorovSurvival({ n: roundHalfEven(effective), d: statistic });
  const z = statistic * Math.sqrt(effective);
  const skew = (larger + 2 * smaller) / Math.sqrt(larger * smaller * (larger + smaller)) / 3;
  return Math.min(1, Math.exp(-2 * z * z - 2 * z * skew));
}

/** As NumPy rounds; matters for two samples of 5. */
function roundHalfEven(value: number): number {
  const rounded = Math.round(value);
  return rounded - value === 0.5 && rounded % 2 === 1 ? rounded - 1 : rounded;
}
