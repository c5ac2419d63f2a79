/**
 * Two proportions of different rows.
 *
 * @module
 */
import type { Alternative } from "./alternative.ts";
import { normalSurvival } from "./normal.ts";
import type { Proportion } from "./proportion.ts";

/** The two proportions; trials > 0 on both sides. */
export interface TwoProportions {
  readonly a: Proportion;
  readonly b: Proportion;
}

/** Two proportions, and which side of "they are equal" is tested; `less`: a is below b. */
export interface TwoProportionsTest extends TwoProportions {
  readonly alternative: Alternative;
}

/** Fisher's test counts tables as extreme as this one up to a relative tolerance, as SciPy and R do. */
const FISHER_TOLERANCE = 1 + 1e-7;
const SMALL_EXPECTED = 5;

/**
 * Two-sided p of "the proportions are equal": Fisher's exact test when any expected count is below 5, else the pooled
 * z test. All successes, or none, on both sides: p is 1.
 *
 * @example
 * twoProportionTest({ a: { successes: 0, trials: 3 }, b: { successes: 3, trials: 3 } }); // => { p: 0.1, method: "fisher-exact" }
 */
export function twoProportionTest({ a, b }: TwoProportions): {
  readonly p: number;
  readonly method: "fisher-exact" | "pooled-z";
} {
  const pooled = (a.successes + b.successes) / (a.trials + b.trials);
  const expected = Math.min(a.trials, b.trials) * Math.min(pooled, 1 - pooled);
  return expected < SMALL_EXPECTED
    ? { p: fisherExact({ a, b, alternative: "two-sided" }), method: "fisher-exact" }
    : { p: pooledZTest({ a, b, alternative: "two-sided" }).p, method: "pooled-z" };
}

/**
 * The z test of two proportions with their pooled variance: z = (a - b) / sqrt(P(1 - P)(1/n_a + 1/n_b)). Where all
 * succeed, or none, z is 0.
 *
 * @example
 * pooledZTest({ a: { successes: 5, trials: 10 }, b: { successes: 5, trials: 10 }, alternative: "two-sided" }); // => { z: 0, p: 1 }
 */
export function pooledZTest({ a, b, alternative }: TwoProportionsTest): {
  readonly z: number;
  readonly p: number;
} {
  const pooled = (a.successes + b.successes) / (a.trials + b.trials);
  const variance = pooled * (1 - pooled) * (1 / a.trials + 1 / b.trials);
  const difference = a.successes / a.trials - b.successes / b.trials;
  const z = variance === 0 ? 0 : difference / Math.sqrt(variance);
  if (alternative === "two-sided") return { z, p: 2 * normalSurvival(Math.abs(z)) };
  return { z, p: normalSurvival(alternative === "less" ? -z : z) };
}

/**
 * Fisher's exact test: the share of the hypergeometric weights of all tables with these margins that are no likelier
 * than the observed one (two-sided), or whose a has no more (`less`) or no fewer (`greater`) successes.
 *
 * @example
 * fisherExact({ a: { successes: 0, trials: 3 }, b: { successes: 3, trials: 3 }, alternative: "less" }); // => 0.05
 */
export function fisherExact({ a, b, alternative }: TwoProportionsTest): number {
  // Weights are relative to the observed table's, by the ratio of neighbours: no factorial is ever formed.
  const successes = a.successes + b.successes;
  const [lowest, highest] = [Math.max(0, successes - b.trials), Math.min(a.trials, successes)];
  const rise = (k: number) => ((a.trials - k) * (successes - k)) / ((k + 1) * (b.trials - successes + k + 1));
  const [above, below] = [
    { all: 0, rare: 0 },
    { all: 0, rare: 0 },
  ];
  const add = (side: { all: number; rare: number }, weight: number) => {
    side.all += weight;
    if (weight <= FISHER_TOLERANCE) side.rare += weight;
    return weight;
  };
  for (let k = a.successes, weight = 1; k < highest; k++) weight = add(above, weight * rise(k));
  for (let k = a.successes, weight = 1; k > lowest; k--) weight = add(below, weight / rise(k - 1));
  const extreme = { "two-sided": above.rare + below.rare, less: below.all, greater: above.all }[alternative];
  return Math.min(1, (1 + extreme) / (1 + above.all + below.all));
}
