/**
 * How sure a change of a share is when rows come in clusters.
 *
 * @module
 */
import type { ClusterRows } from "./cluster-test.ts";

/**
 * The standard error of the share of rows in the second bin, current less reference: each cluster is one draw, with its
 * rows on both sides (Liang & Zeger 1986), times m / (m - 1) for m clusters. As many clusters as rows give the error
 * of independent rows.
 *
 * @example
 * clusterError([{ reference: [1, 0], current: [] }, { reference: [0, 1], current: [] }, { reference: [], current: [1, 1] }]).toFixed(4); // => "0.4330"
 */
export function clusterError(clusters: readonly ClusterRows[]): number {
  const sides = (["reference", "current"] as const).map((side) => shareOf(clusters, side));
  const residuals = clusters.map((cluster) =>
    (["reference", "current"] as const).reduce((sum, side, index) => {
      const { share, rows } = sides[index] ?? { share: 0, rows: 0 };
      const [without = 0, within = 0] = cluster[side];
      const own = rows === 0 ? 0 : (within - share * (without + within)) / rows;
      return sum + (side === "current" ? own : -own);
    }, 0),
  );
  const m = clusters.length;
  const squares = residuals.reduce((sum, residual) => sum + residual * residual, 0);
  return m < 2 ? 0 : Math.sqrt((m / (m - 1)) * squares);
}

function shareOf(
  clusters: readonly ClusterRows[],
  side: keyof ClusterRows,
): { readonly share: number; readonly rows: number } {
  const sum = (bin: number) => clusters.reduce((total, cluster) => total + (cluster[side][bin] ?? 0), 0);
  const [without, within] = [sum(0), sum(1)];
  return { share: within / (without + within), rows: without + within };
}
