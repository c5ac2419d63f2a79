/**
 * The errors of calibration of two models on the same rows: what they are made of, and how it varies together.
 *
 * @module
 */
import { BEFORE, type PairedBin, SCORE_BINS, type ScoreBin, sumBins } from "@ml-gates/queries";
import { FOLDED, measureBin } from "./calibration.ts";
import type { MeansOfRows, OfMeans } from "./delta-method.ts";

const PLACES = Array.from({ length: SCORE_BINS }, (_, bin) => bin);

/** The error of calibration as a function of the bins' mean gaps, each over all rows of the group. */
export const sumGaps: OfMeans = (means) =>
  PLACES.reduce((sum, bin) => sum + Math.abs(means[nameGap(bin)] ?? 0), 0);

function nameGap(bin: number): string {
  return `gap_${bin}`;
}

/** One bin of one model. */
interface Gap {
  readonly bin: number;
  readonly isBaseline: boolean;
}

/** Mean gaps s - y of every bin of both models; a row is in one bin of each. */
export function meansOfBins(pairs: readonly PairedBin[]): MeansOfRows {
  const weight = sum(pairs, (pair) => pair.weight);
  const square = sum(pairs, (pair) => pair.square);
  const gaps = new Map(
    PLACES.flatMap((bin): (readonly [string, Gap])[] => [
      [nameGap(bin), { bin, isBaseline: false }],
      [`${BEFORE}${nameGap(bin)}`, { bin, isBaseline: true }],
    ]),
  );
  const found = new Map([...gaps].map(([name, gap]) => [name, sumGap(pairs, gap)]));
  const meanOf = (name: string) => (found.get(name)?.gap ?? 0) / weight;
  const squaresOf = (name: string) => found.get(name)?.squares ?? 0;
  return {
    means: Object.fromEntries([...gaps.keys()].map((name) => [name, meanOf(name)])),
    covariance: (left, right) => {
      const [a, b] = [meanOf(left), meanOf(right)];
      const both = sumProducts(pairs, gaps.get(left), gaps.get(right));
      return (both - a * squaresOf(right) - b * squaresOf(left) + a * b * square) / (weight * weight);
    },
  };
}

function sum(pairs: readonly PairedBin[], term: (pair: PairedBin) => number): number {
  return pairs.reduce((total, pair) => total + term(pair), 0);
}

function binOf(pair: PairedBin, { isBaseline }: Gap): ScoreBin {
  return isBaseline ? pair.baseline : pair;
}

function rowsIn(pairs: readonly PairedBin[], gap: Gap): readonly PairedBin[] {
  return pairs.filter((pair) => binOf(pair, gap).bin === gap.bin);
}

/** Σw and Σw² of a bin's gaps. */
function sumGap(pairs: readonly PairedBin[], gap: Gap): { readonly gap: number; readonly squares: number } {
  const bins = rowsIn(pairs, gap).map((pair) => binOf(pair, gap));
  return {
    gap: bins.reduce((total, { scores, positives }) => total + scores - positives, 0),
    squares: bins.reduce((total, bin) => total + bin.gap, 0),
  };
}

/** Σw² of the product of two bins' gaps, over the rows that are in both. */
function sumProducts(pairs: readonly PairedBin[], left: Gap | undefined, right: Gap | undefined): number {
  if (left === undefined || right === undefined) return 0;
  const both = rowsIn(rowsIn(pairs, left), right);
  if (left.isBaseline !== right.isBaseline) return sum(both, ({ product }) => product);
  return sum(both, (pair) => binOf(pair, left).gapSquared);
}

/** A gap within this many standard errors of 0 may be all noise. */
const WITHIN_NOISE = 2;

/**
 * How much more noise lifts one model's error than the other's: an absolute value never averages 0. Only in bins whose
 * gap noise could make; elsewhere it lifts nothing.
 */
export function liftOfBins(pairs: readonly PairedBin[]): number {
  const weight = sum(pairs, (pair) => pair.weight);
  const liftOf = (bins: readonly ScoreBin[]) =>
    sumBins(bins)
      .filter((bin) => bin.weight > 0)
      .map((bin) => measureBin(bin, weight))
      .filter(({ error, variance }) => error < WITHIN_NOISE * Math.sqrt(variance))
      .reduce((total, { variance }) => total + FOLDED * Math.sqrt(variance), 0);
  return Math.abs(liftOf(pairs) - liftOf(pairs.map(({ baseline }) => baseline)));
}
