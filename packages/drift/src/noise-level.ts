/**
 * How large a distance gets by chance alone: what a limit must lie above to say anything.
 *
 * @module
 */
import type { DriftMetric } from "@ml-gates/gate";
import { normalQuantile, psiCritical } from "@ml-gates/statistics";
import type { BinnedPair } from "./distances.ts";
import type { Distribution } from "./distribution.ts";
import { rowsOf } from "./distribution-rows.ts";
import { binsOf } from "./metrics.ts";
import { referenceDeviation } from "./ordered-distances.ts";
import { total } from "./paired-counts.ts";

/** A distance that noise reaches with probability alpha, and the power of it that falls as one over the rows. */
export interface NoiseLevel {
  readonly value: number;
  readonly power: 1 | 2;
}

/**
 * The level of a distance that two samples of one distribution exceed with probability `alpha`; null where one value
 * holds all, and where rows belong together: of clusters no law is known beforehand.
 *
 * Distances of bins are locally chi-square (Csiszár & Shields 2004, theorem 4.1), as PSI is; total variation and the
 * largest gap lie below √PSI / 2 by Cauchy and Schwarz. KS has Kolmogorov's law; distances in a column's unit have that of
 * a normal column that is shifted as far as KS would see.
 */
export function noiseLevel(
  metric: DriftMetric,
  distribution: Distribution,
  alpha: number,
): NoiseLevel | null {
  if (distribution.clusters !== null) return null;
  const bins = binsOf(distribution);
  if (bins === null || countBins(bins) < 2) return null;
  return isOrdered(metric) ? levelOfNumbers(metric, distribution, alpha) : levelOfBins(metric, bins, alpha);
}

type OrderedMetric = "ks" | "wasserstein_normed" | "wasserstein" | "energy";

function isOrdered(metric: DriftMetric): metric is OrderedMetric {
  return (
    metric === "ks" || metric === "wasserstein_normed" || metric === "wasserstein" || metric === "energy"
  );
}

function countBins({ reference, current }: BinnedPair): number {
  return reference.filter((count, index) => count + (current[index] ?? 0) > 0).length;
}

function levelOfBins(
  metric: Exclude<DriftMetric, OrderedMetric>,
  pair: BinnedPair,
  alpha: number,
): NoiseLevel {
  const [reference, current] = [total(pair.reference), total(pair.current)];
  const psi = psiCritical({ reference, current, bins: countBins(pair), alpha });
  switch (metric) {
    case "psi":
      return { value: psi, power: 1 };
    case "kl_div":
      return { value: psi / 2, power: 1 };
    case "hellinger":
    case "jensenshannon_nats":
      return { value: Math.sqrt(psi / 8), power: 2 };
    case "jensenshannon":
      return { value: Math.sqrt(psi / 8 / Math.LN2), power: 2 };
    case "tvd":
    case "l_infinity":
      return { value: Math.sqrt(psi) / 2, power: 2 };
    case "cramers_v":
      return { value: Math.sqrt(psi * reference * current) / (reference + current), power: 2 };
  }
}

function levelOfNumbers(metric: OrderedMetric, distribution: Distribution, alpha: number): NoiseLevel | null {
  const { numbers } = distribution;
  if (numbers === null) return null;
  const { reference, current } = rowsOf(distribution);
  const rows = (reference * current) / (reference + current);
  const gap = Math.min(1, Math.sqrt(Math.log(2 / alpha) / 2 / rows));
  if (metric === "ks") return { value: gap, power: 2 };
  const deviation = referenceDeviation(numbers);
  // Two normal laws a shift of d deviations apart have a largest gap of 2Φ(d / 2) - 1.
  const shift = 2 * normalQuantile(Math.min(1 - 1e-12, (1 + gap) / 2));
  const value = {
    wasserstein_normed: shift,
    wasserstein: shift * deviation,
    energy: shift * Math.sqrt(deviation / Math.sqrt(Math.PI)),
  }[metric];
  return { value, power: 2 };
}
