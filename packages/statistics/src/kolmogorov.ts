/**
 * How far an empirical distribution function of n rows strays from the true one: the laws of Kolmogorov and Smirnov.
 *
 * @module
 */
import { logBinomialDensity } from "./binomial-density.ts";
import { durbinProbability } from "./durbin.ts";
import { logGamma } from "./gamma.ts";
import { pelzGoodProbability } from "./pelz-good.ts";

/** A distance `d`, in 0..1, of a sample of `n` rows. */
export interface Distance {
  readonly n: number;
  readonly d: number;
}

/** Up to here the exact matrix is cheap at any distance. */
const SMALL = 140;
/** From here Smirnov's sum has too many terms. */
const LARGE = 1_000_000;

/**
 * P(D >= d) of Kolmogorov's two-sided distance. The regimes are those of Simard & L'Ecuyer (2011), as in SciPy's
 * `kstwo.sf`: exact where that is affordable, twice the one-sided tail far out (nd² >= 4, above n = 140 from 2.2 with a
 * relative error below 2e-6), Pelz & Good's expansion for large n near the middle, 0 below the smallest double.
 *
 * @example
 * kolmogorovSurvival({ n: 1, d: 0.75 }); // => 0.5
 * kolmogorovSurvival({ n: 5, d: 1 }); // => 0
 */
export function kolmogorovSurvival({ n, d }: Distance): number {
  const [t, square] = [n * d, n * d * d];
  if (d >= 1 || t <= 0.5) return d >= 1 ? 0 : 1;
  if (t <= 1) return 1 - withinOneStep({ n, d });
  if (t >= n - 1) return 2 * (1 - d) ** n;
  if (square >= 370) return 0;
  const far = d >= 0.5 || square >= (n <= SMALL ? 4 : 2.2);
  if (far) return Math.min(1, 2 * smirnovSurvival({ n, d }));
  const exact = n <= SMALL || (n <= 100_000 && n * d ** 1.5 <= 1.4);
  return Math.max(0, 1 - (exact ? durbinProbability({ n, d }) : pelzGoodProbability({ n, d })));
}

/** n! ((2nd - 1) / n)^n, where the distance is at most one step of the empirical function. */
function withinOneStep({ n, d }: Distance): number {
  return Math.exp(logGamma(n + 1) - n * Math.log(n) + n * Math.log(2 * n * d - 1));
}

/**
 * P(D⁺ >= d) of the one-sided distance: Birnbaum & Tingey's sum (1951), whose terms are all positive, so that a deep
 * tail keeps its digits; Maag & Dicaire's exp(-(6nd + 1)² / 18n) above a million rows.
 *
 * @example
 * smirnovSurvival({ n: 1, d: 0.75 }); // => 0.25
 * smirnovSurvival({ n: 7, d: 0 }); // => 1
 */
export function smirnovSurvival({ n, d }: Distance): number {
  if (d <= 0 || d >= 1) return d <= 0 ? 1 : 0;
  if (n > LARGE) return Math.exp(-((6 * n * d + 1) ** 2) / (18 * n));
  let sum = (1 - d) ** n;
  for (let step = 1; step <= n * (1 - d); step++) {
    const [probability, missing] = [d + step / n, 1 - d - step / n];
    if (missing <= 0) break;
    const density = Math.exp(logBinomialDensity({ successes: step, trials: n, probability, missing }));
    sum += (d * density) / probability;
  }
  return sum;
}
