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
  const labels = divided.single.map(({ reference }) => !isEmpty(reference));
  const observed = measureDeal(divided, { labels, isSwapped: () => false, order });
  let reached = 1;
  for (let round = 0; round < PERMUTATIONS; round++) {
    shuffle(labels, random);
    const distance = measureDeal(divided, { labels, isSwapped: () => random() < 0.5, order });
    if (distance >= observed - 1e-12) reached += 1;
  }
  return reached / (PERMUTATIONS + 1);
}

interface Divided {
  readonly bins: number;
  /** Clusters on one side only. */
  readonly single: readonly ClusterRows[];
  /** Clusters on both sides. */
  readonly paired: readonly ClusterRows[];
}

function divideClusters(clusters: readonly ClusterRows[]): Divided {
  const isPaired = ({ reference, current }: ClusterRows) => !isEmpty(reference) && !isEmpty(current);
  const isSingle = ({ reference, current }: ClusterRows) => isEmpty(reference) !== isEmpty(current);
  const bins = clusters.map(({ reference, current }) => Math.max(reference.length, current.length));
  return {
    bins: bins.reduce((most, each) => Math.max(most, each), 0),
    single: clusters.filter(isSingle),
    paired: clusters.filter(isPaired),
  };
}

interface Deal {
  /** Whether each single cluster is dealt to the reference. */
  readonly labels: readonly boolean[];
  readonly order: BinOrder;
  isSwapped(): boolean;
}

/** The distance of the two sides that a deal makes. */
function measureDeal({ bins, single, paired }: Divided, { labels, order, isSwapped }: Deal): number {
  const [r, c] = [new Float64Array(bins), new Float64Array(bins)];
  for (const [index, { reference, current }] of single.entries())
    addTo(labels[index] === true ? r : c, isEmpty(reference) ? current : reference);
  for (const { reference, current } of paired) {
    const swapped = isSwapped();
    addTo(swapped ? c : r, reference);
    addTo(swapped ? r : c, current);
  }
  return distanceOf({ reference: [...r], current: [...c] }, order);
}

function isEmpty(counts: readonly number[]): boolean {
  return counts.every((count) => count === 0);
}

function addTo(sums: Float64Array, counts: readonly number[]): void {
  for (let bin = 0; bin < counts.length; bin++) sums[bin] = (sums[bin] ?? 0) + (counts[bin] ?? 0);
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
