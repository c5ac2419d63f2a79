/**
 * A test for rows that belong together: whole sessions, users or days change sides, never single rows.
 *
 * @module
 */
import { jensenShannon } from "./distances.ts";
import { seededRandom } from "./seeded-random.ts";

/** The rows of one cluster, by bin or category, on each side; empty where it is not on that side. */
export interface ClusterRows {
  readonly reference: readonly number[];
  readonly current: readonly number[];
}

/** Bins in order of the value, or categories in any order. */
export type BinOrder = "ordered" | "unordered";

const PERMUTATIONS = 1999;
const SEED = 20_260_101;

/**
 * Share of relabellings whose distance is at least the observed one, itself counted (Phipson & Smyth 2010). A cluster on
 * one side is dealt to either, as many to each as there were; one on both sides swaps its two parts or does not. The
 * distance is the largest gap of the distribution functions for ordered bins, else Jensen-Shannon.
 *
 * @example
 * clusterPermutation([{ reference: [1, 0], current: [] }, { reference: [], current: [1, 0] }], "ordered"); // => 1
 */
export function clusterPermutation(clusters: readonly ClusterRows[], order: BinOrder): number {
  const random = seededRandom(SEED);
  const divided = divideClusters(clusters);
  const labels = [...divided.isReference];
  const observed = measureDeal(divided, { labels, isSwapped: () => false, order });
  let reached = 1;
  for (let round = 0; round < PERMUTATIONS; round++) {
    shuffle(labels, random);
    const distance = measureDeal(divided, { labels, isSwapped: () => random() < 0.5, order });
    if (distance >= observed - 1e-12) reached += 1;
  }
  return reached / (PERMUTATIONS + 1);
}

/** The bins of each cluster that hold rows, one cluster after the other: flat, since they are added up 1,999 times. */
interface Cells {
  readonly bins: Int32Array;
  readonly counts: Float64Array;
  /** Where each cluster begins; one place more tells where the last ends. */
  readonly from: Int32Array;
}

interface Divided {
  /** All rows of both sides, by bin. */
  readonly totals: Float64Array;
  /** Clusters on one side only, and which of them are on the reference's. */
  readonly single: Cells;
  readonly isReference: readonly boolean[];
  /** Clusters on both sides. */
  readonly paired: { readonly reference: Cells; readonly current: Cells };
}

function divideClusters(clusters: readonly ClusterRows[]): Divided {
  const sizes = clusters.map(({ reference, current }) => Math.max(reference.length, current.length));
  const totals = new Float64Array(sizes.reduce((most, each) => Math.max(most, each), 0));
  const all = flatten(clusters.flatMap(({ reference, current }) => [reference, current]));
  for (let index = 0; index < all.from.length - 1; index++) addCells(totals, all, index);
  const single = clusters.filter(({ reference, current }) => isEmpty(reference) !== isEmpty(current));
  const paired = clusters.filter(({ reference, current }) => !isEmpty(reference) && !isEmpty(current));
  return {
    totals,
    single: flatten(single.map(({ reference, current }) => (isEmpty(reference) ? current : reference))),
    isReference: single.map(({ reference }) => !isEmpty(reference)),
    paired: {
      reference: flatten(paired.map(({ reference }) => reference)),
      current: flatten(paired.map(({ current }) => current)),
    },
  };
}

function flatten(clusters: readonly (readonly number[])[]): Cells {
  const cells = clusters.map((counts) => counts.flatMap((count, bin) => (count > 0 ? [{ bin, count }] : [])));
  const from = new Int32Array(clusters.length + 1);
  for (const [index, { length }] of cells.entries()) from[index + 1] = (from[index] ?? 0) + length;
  const flat = cells.flat();
  return {
    bins: Int32Array.from(flat, ({ bin }) => bin),
    counts: Float64Array.from(flat, ({ count }) => count),
    from,
  };
}

interface Deal {
  /** Whether each single cluster is dealt to the reference. */
  readonly labels: readonly boolean[];
  readonly order: BinOrder;
  isSwapped(): boolean;
}

/** The distance of the two sides that a deal makes: what is not dealt to the reference is the other side's. */
function measureDeal({ totals, single, paired }: Divided, { labels, order, isSwapped }: Deal): number {
  const dealt = new Float64Array(totals.length);
  for (let index = 0; index < labels.length; index++)
    if (labels[index] === true) addCells(dealt, single, index);
  for (let index = 0; index < paired.reference.from.length - 1; index++)
    addCells(dealt, isSwapped() ? paired.current : paired.reference, index);
  const reference = Array.from(dealt);
  return distanceOf({ reference, current: reference.map((count, bin) => (totals[bin] ?? 0) - count) }, order);
}

function isEmpty(counts: readonly number[]): boolean {
  return counts.every((count) => count === 0);
}

function addCells(sums: Float64Array, { bins, counts, from }: Cells, index: number): void {
  const end = from[index + 1] ?? 0;
  for (let at = from[index] ?? 0; at < end; at++) {
    const bin = bins[at] ?? 0;
    sums[bin] = (sums[bin] ?? 0) + (counts[at] ?? 0);
  }
}

/** A relabelling that leaves one side without rows says nothing. */
function distanceOf(pair: ClusterRows, order: BinOrder): number {
  const distance = order === "ordered" ? largestGap(pair) : jensenShannon(pair, 2);
  return Number.isNaN(distance) ? 0 : distance;
}

function largestGap({ reference, current }: ClusterRows): number {
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  const [n, m] = [sum(reference), sum(current)];
  let [gap, largest] = [0, 0];
  for (const [bin, count] of reference.entries()) {
    gap += count / n - (current[bin] ?? 0) / m;
    largest = Math.max(largest, Math.abs(gap));
  }
  return largest;
}

/** Fisher & Yates. */
function shuffle(labels: boolean[], random: () => number): void {
  for (let last = labels.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const [kept = false, moved = false] = [labels[last], labels[other]];
    labels[last] = moved;
    labels[other] = kept;
  }
}
