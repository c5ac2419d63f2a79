/**
 * Anderson and Darling's test of two samples.
 *
 * @module
 */
import { type CountedPair, levelsOf, sizesOf } from "./counted.ts";
import type { Undefined } from "./delong.ts";

/** Least squares of ln significance on Scholz & Stephens' critical values for two samples (table 2), from 0.25 to 0.001. */
const LOG_SIGNIFICANCE = [-1.077770279820486, -1.0082265644652515, 0.018198094574111343] as const;
const [LEAST, GREATEST] = [0.325, 6.546];
const [LARGEST_P, SMALLEST_P] = [0.25, 0.001];

/**
 * The standardised statistic of Scholz & Stephens (1987, midranks) and its p, which their table gives only between 0.001
 * and 0.25: beyond, p is the end of it and `clamped`. Equals `scipy.stats.anderson_ksamp(variant="midrank")`.
 *
 * @example
 * andersonDarling({ reference: [5], current: [5] }); // => { undefined: "every row has the same value" }
 */
export function andersonDarling(
  pair: CountedPair,
): { readonly statistic: number; readonly p: number; readonly clamped: boolean } | Undefined {
  const sizes = sizesOf(pair, 2);
  if ("undefined" in sizes) return sizes;
  const total = sizes.reference + sizes.current;
  let sum = 0;
  for (const level of levelsOf(pair)) {
    const together = level.reference + level.current;
    if (together === total) return { undefined: "every row has the same value" };
    if (together === 0) continue;
    const below = level.referenceBelow + level.currentBelow + together / 2;
    const weight = together / total / (below * (total - below) - (total * together) / 4);
    const distance = total * (level.referenceBelow + level.reference / 2) - below * sizes.reference;
    // The other side's distance is the same with the other sign.
    sum += weight * distance * distance * (1 / sizes.reference + 1 / sizes.current);
  }
  const statistic = ((sum * (total - 1)) / total - 1) / Math.sqrt(nullVariance(sizes));
  return { statistic, ...significance(statistic) };
}

function significance(statistic: number): { readonly p: number; readonly clamped: boolean } {
  if (statistic < LEAST || statistic > GREATEST)
    return { p: statistic < LEAST ? LARGEST_P : SMALLEST_P, clamped: true };
  const [constant, slope, bend] = LOG_SIGNIFICANCE;
  return { p: Math.exp(constant + statistic * (slope + statistic * bend)), clamped: false };
}

/** Scholz & Stephens' equation 4 for two samples. */
function nullVariance({
  reference,
  current,
}: {
  readonly reference: number;
  readonly current: number;
}): number {
  const [total, inverses] = [reference + current, 1 / reference + 1 / current];
  let [h, g] = [0, 0];
  for (let k = 2; k < total; k++) {
    h += 1 / (total - k + 1);
    g += h / k;
  }
  h += 1;
  const a = 4 * g - 6 + (10 - 6 * g) * inverses;
  const b = 4 * (2 * g - 4) + 16 * h + (2 * g - 14 * h - 4) * inverses - 8 * h + 4 * g - 6;
  const c = 4 * (6 * h + 2 * g - 2) + 2 * (4 * h - 4 * g + 6) + (2 * h - 6) * inverses + 4 * h;
  const d = 4 * (2 * h + 6) - 8 * h;
  return (((a * total + b) * total + c) * total + d) / ((total - 1) * (total - 2) * (total - 3));
}
