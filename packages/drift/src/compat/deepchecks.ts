/**
 * deepchecks 0.19's `FeatureDrift`: the Kolmogorov-Smirnov distance, or Cramér's V with its bias corrected.
 *
 * @module
 */

import { chiSquareContingency } from "@ml-gates/statistics";
import type { BinnedPair } from "../distances.ts";
import { ksDistance } from "../ordered-distances.ts";
import { total } from "../paired-counts.ts";
import type { PeerColumn, PeerFinding, PeerVerdict } from "./peer-column.ts";

const LIMIT = 0.2;
const LEAST_SHARE = 0.01;

/**
 * deepchecks' verdict: the condition fails when one column is at 0.2 or beyond.
 *
 * @example
 * judgeAsDeepchecks([]).drifted; // => false
 */
export function judgeAsDeepchecks(columns: readonly PeerColumn[]): PeerVerdict {
  const found = columns.map(judgeColumn);
  return {
    columns: found,
    drifted: found.some(({ drifted }) => drifted),
    rule: "the drift score of a column is at 0.2 or beyond",
  };
}

function judgeColumn({ name, numbers, categories }: PeerColumn): PeerFinding {
  const statistic =
    numbers === null ? correctedCramersV(categories ?? { reference: [], current: [] }) : ksDistance(numbers);
  return {
    name,
    method: numbers === null ? "cramers_v" : "ks",
    statistic,
    threshold: LIMIT,
    drifted: !(statistic < LIMIT),
    p: null,
    statistics: null,
  };
}

/** Bergsma's correction (2013), on counts scaled down to the smaller side and rounded. */
function correctedCramersV(pair: BinnedPair): number {
  const { reference, current } = scaleDown(mergeRare(pair));
  const kept = reference
    .map((_, index) => index)
    .filter((index) => (reference[index] ?? 0) + (current[index] ?? 0) > 0);
  if (pair.reference.length < 2 || kept.length < 2) return 0;
  const take = (counts: readonly number[]) => kept.map((index) => counts[index] ?? 0);
  const table = { reference: take(reference), current: take(current) };
  const n = total(table.reference) + total(table.current);
  const test = chiSquareContingency({ table: [table.reference, table.current] });
  if ("undefined" in test) return Number.NaN;
  const [rows, columns] = [2, kept.length];
  const phi = Math.max(0, test.statistic / n - ((columns - 1) * (rows - 1)) / (n - 1));
  const corrected = (size: number) => size - (size - 1) ** 2 / (n - 1);
  return Math.sqrt(phi / Math.min(corrected(columns) - 1, corrected(rows) - 1));
}

/** Categories of less than 1 % of the reference are one; it is left out where it is as rare on both sides. */
function mergeRare({ reference, current }: BinnedPair): BinnedPair {
  const [n, m] = [total(reference), total(current)];
  const isRare = (index: number) => (reference[index] ?? 0) < n * LEAST_SHARE;
  const all = reference.map((_, index) => index);
  const sumRare = (counts: readonly number[]) => total(all.filter(isRare).map((index) => counts[index] ?? 0));
  const other = { reference: sumRare(reference), current: sumRare(current) };
  const keepsOther = other.reference > LEAST_SHARE * n || other.current > LEAST_SHARE * m;
  const take = (counts: readonly number[], rest: number) => [
    ...all.filter((index) => !isRare(index)).map((index) => counts[index] ?? 0),
    ...(keepsOther ? [rest] : []),
  ];
  return { reference: take(reference, other.reference), current: take(current, other.current) };
}

function scaleDown({ reference, current }: BinnedPair): BinnedPair {
  const [n, m] = [total(reference), total(current)];
  const scale = (counts: readonly number[], factor: number) =>
    counts.map((count) => roundHalfEven(count * factor));
  return {
    reference: scale(reference, n > m ? m / n : 1),
    current: scale(current, m > n ? n / m : 1),
  };
}

/** As NumPy rounds. */
function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}
