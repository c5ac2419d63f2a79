/**
 * NannyML 0.13's univariate drift: the Jensen-Shannon distance of each chunk from the reference, with limits learned
 * from the reference's own chunks.
 *
 * @module
 */
import type { CategoryCounts, ValueCounts } from "@ml-gates/queries";
import { jensenShannon } from "../distances.ts";
import { total } from "../paired-counts.ts";
import type { Chunk, PeerColumn, PeerFinding, PeerVerdict } from "./peer-column.ts";

/** Chunks of equal size; what remains is one more. */
const CHUNKS = 10;
const DEVIATIONS = 3;

/**
 * Rows of each of NannyML's default chunks.
 *
 * @example
 * chunkSize(68); // => 6
 */
export function chunkSize(rows: number): number {
  return Math.max(1, Math.floor(rows / CHUNKS));
}

/**
 * NannyML's verdict: a column has drifted when some chunk is beyond the mean of the reference's chunks by three
 * standard deviations.
 *
 * @example
 * judgeAsNannyml([]).drifted; // => false
 */
export function judgeAsNannyml(columns: readonly PeerColumn[]): PeerVerdict {
  const found = columns.map(judgeColumn);
  return {
    columns: found,
    drifted: found.some(({ drifted }) => drifted),
    rule: "a chunk of a column is above the limit learned from the reference's chunks",
  };
}

function judgeColumn(column: PeerColumn): PeerFinding {
  const { name, chunks } = column;
  const distance = distanceFrom(column);
  const learned = (chunks?.reference ?? []).map(distance);
  const statistics = (chunks?.current ?? []).map(distance);
  const threshold = upperLimit(learned);
  return {
    name,
    method: "jensen_shannon",
    statistic: Math.max(...statistics),
    threshold,
    drifted: statistics.some((statistic) => statistic > threshold),
    p: null,
    statistics,
  };
}

function upperLimit(values: readonly number[]): number {
  const known = values.filter((value) => !Number.isNaN(value));
  const mean = total(known) / known.length;
  const variance = total(known.map((value) => (value - mean) ** 2)) / known.length;
  return mean + DEVIATIONS * Math.sqrt(variance);
}

function distanceFrom({ numbers, categories }: PeerColumn): (chunk: Chunk) => number {
  if (categories !== null) {
    const reference = new Map(
      categories.categories.flatMap((category, index) => {
        const count = categories.reference[index] ?? 0;
        return count > 0 ? [[category, count] as const] : [];
      }),
    );
    return (chunk) => categoryDistance(reference, chunk.categories ?? new Map());
  }
  const reference = { values: numbers?.values ?? [], counts: numbers?.reference ?? [] };
  const edges = doaneEdges(reference);
  const shares = sharesIn(edges, reference);
  return ({ numbers: counted }) =>
    numberDistance(shares, sharesIn(edges, counted ?? { values: [], counts: [] }));
}

/** Categories that the reference lacks are one. */
function categoryDistance(reference: CategoryCounts, chunk: CategoryCounts): number {
  const rows = total([...chunk.values()]);
  const known = [...reference.keys()].map((category) => (chunk.get(category) ?? 0) / rows);
  const left = 1 - total(known);
  const n = total([...reference.values()]);
  const shares = [...reference.values()].map((count) => count / n);
  return leftover({ reference: shares, current: known, left });
}

/** Values outside the reference's bins are one bin more. */
function numberDistance(reference: readonly number[], chunk: readonly number[]): number {
  return leftover({ reference, current: chunk, left: 1 - total(chunk) });
}

function leftover({
  reference,
  current,
  left,
}: {
  readonly reference: readonly number[];
  readonly current: readonly number[];
  readonly left: number;
}): number {
  if (!(left > 0)) return jensenShannon({ reference, current }, 2);
  return jensenShannon({ reference: [...reference, 0], current: [...current, left] }, 2);
}

/** NumPy's bin edges by Doane's rule (1976): Sturges' number of bins, widened by the skewness. */
export function doaneEdges({ values, counts }: ValueCounts): readonly number[] {
  const present = values.filter((_, index) => (counts[index] ?? 0) > 0);
  const [low = 0, high = 0] = [present[0], present.at(-1)];
  if (low === high) return [low - 0.5, high + 0.5];
  const n = total(counts);
  const weighted = (term: (value: number) => number) =>
    values.reduce((sum, value, index) => sum + (counts[index] ?? 0) * term(value), 0) / n;
  const mean = weighted((value) => value);
  const deviation = Math.sqrt(weighted((value) => (value - mean) ** 2));
  const skewness = weighted((value) => ((value - mean) / deviation) ** 3);
  const scale = Math.sqrt((6 * (n - 2)) / ((n + 1) * (n + 3)));
  const width =
    n > 2 && deviation > 0
      ? (high - low) / (1 + Math.log2(n) + Math.log2(1 + Math.abs(skewness) / scale))
      : 0;
  const bins = width > 0 ? Math.ceil((high - low) / width) : 1;
  const step = (high - low) / bins;
  return Array.from({ length: bins + 1 }, (_, edge) => (edge === bins ? high : edge * step + low));
}

/** Half-open bins, the last of which holds its upper edge; shares of all values, those outside included. */
function sharesIn(edges: readonly number[], { values, counts }: ValueCounts): readonly number[] {
  const bins = new Array<number>(edges.length - 1).fill(0);
  const n = total(counts);
  const last = edges.at(-1) ?? 0;
  let bin = 0;
  for (const [index, value] of values.entries()) {
    if (value < (edges[0] ?? 0) || value > last) continue;
    while (bin < bins.length - 1 && value >= (edges[bin + 1] ?? last)) bin += 1;
    bins[bin] = (bins[bin] ?? 0) + (counts[index] ?? 0);
  }
  return bins.map((count) => count / n);
}
