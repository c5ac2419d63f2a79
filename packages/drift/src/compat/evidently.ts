/**
 * Evidently 0.7's default drift: which test by size and number of values, its statistic, its limit.
 *
 * @module
 */
import { goodnessOfFit, kolmogorovSmirnov, normalSurvival } from "@ml-gates/statistics";
import { type BinnedPair, jensenShannon, normalise } from "../distances.ts";
import { referenceDeviation, wasserstein } from "../ordered-distances.ts";
import { total } from "../paired-counts.ts";
import { pOf } from "./defined.ts";
import type { PeerColumn, PeerFinding, PeerVerdict } from "./peer-column.ts";

const SMALL_REFERENCE = 1000;
const FEW_VALUES = 5;
const DRIFT_SHARE = 0.5;
/** Evidently's floor of the reference's standard deviation. */
const LEAST_DEVIATION = 0.001;

/**
 * Evidently's verdict: a dataset has drifted when half of its columns have.
 *
 * @example
 * judgeAsEvidently([]).drifted; // => false
 */
export function judgeAsEvidently(columns: readonly PeerColumn[]): PeerVerdict {
  const found = columns.map(judgeColumn);
  const share = found.filter(({ drifted }) => drifted).length / found.length;
  return { columns: found, drifted: share >= DRIFT_SHARE, rule: "at least half of the columns have drifted" };
}

function judgeColumn({ name, numbers, categories }: PeerColumn): PeerFinding {
  const pair: BinnedPair = numbers ?? categories ?? { reference: [], current: [] };
  const isSmall = total(pair.reference) <= SMALL_REFERENCE;
  const values = pair.reference.length;
  const found = (method: string, statistic: number, [threshold, drifted]: readonly [number, boolean]) => ({
    name,
    method,
    statistic,
    threshold,
    drifted,
    p: null,
    statistics: null,
  });
  if (numbers !== null && values > FEW_VALUES) {
    if (!isSmall) {
      const distance = wasserstein(numbers) / Math.max(referenceDeviation(numbers), LEAST_DEVIATION);
      return found("wasserstein", distance, [0.1, distance >= 0.1]);
    }
    const p = pOf(kolmogorovSmirnov({ ...numbers, alternative: "two-sided" }));
    return found("ks", p, [0.05, p <= 0.05]);
  }
  if (!isSmall) {
    const distance = jensenShannon(pair, Math.E);
    return found("jensenshannon", distance, [0.1, distance >= 0.1]);
  }
  const p = values > 2 ? testOfFit(pair) : proportionsTest(pair);
  return found(values > 2 ? "chisquare" : "z", p, [0.05, p < 0.05]);
}

/** The reference, scaled to the size of the current side, is taken to be exact. */
function testOfFit({ reference, current }: BinnedPair): number {
  const scale = total(current) / total(reference);
  return pOf(goodnessOfFit({ observed: current, expected: reference.map((count) => count * scale) }));
}

/** Pooled two-proportion z of the larger of two values; a single value on both sides is no drift. */
function proportionsTest({ reference, current }: BinnedPair): number {
  const last = reference.length - 1;
  if (last < 1) return 1;
  const [n, m] = [total(reference), total(current)];
  const [before, after] = [normalise(reference)[last] ?? 0, normalise(current)[last] ?? 0];
  const pooled = (before * n + after * m) / (n + m);
  const z = (before - after) / Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
  return 2 * normalSurvival(Math.abs(z));
}
