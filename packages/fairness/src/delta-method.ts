/**
 * The standard error of a smooth function of means, from their covariances.
 *
 * @module
 */
import type { ConfusionCounts, GroupMoments, PairedCell } from "@ml-gates/queries";

/** Means of a group's rows, and how they vary together. */
export interface MeansOfRows {
  readonly means: Readonly<Record<string, number>>;
  covariance(left: string, right: string): number;
}

/** A function of means; null where it has no value. */
export type OfMeans = (means: Readonly<Record<string, number>>) => number | null;

const STEP = 1e-6;

/** sqrt(gᵀ C g), with the gradient g by central differences. */
export function deltaError(measure: OfMeans, rows: MeansOfRows): number {
  const names = Object.keys(rows.means);
  const gradient = names.map((name) => slopeOf(measure, rows, name));
  let variance = 0;
  names.forEach((left, i) => {
    names.forEach((right, j) => {
      variance += (gradient[i] ?? 0) * (gradient[j] ?? 0) * rows.covariance(left, right);
    });
  });
  return Math.sqrt(Math.max(0, variance));
}

function slopeOf(measure: OfMeans, { means }: MeansOfRows, name: string): number {
  const at = means[name] ?? 0;
  const step = STEP * Math.max(1, Math.abs(at));
  const [above, below] = [at + step, at - step].map((value) => measure({ ...means, [name]: value }));
  if (above === undefined || above === null || below === undefined || below === null) return 0;
  return (above - below) / (2 * step);
}

/** Moments as the engine gave them. */
export function meansOfMoments({ means, covariances }: GroupMoments): MeansOfRows {
  return {
    means,
    covariance: (left, right) => covariances[`${left} ${right}`] ?? covariances[`${right} ${left}`] ?? 0,
  };
}

/** Shares of a confusion table's cells. */
export function meansOfCounts(counts: ConfusionCounts, squares: ConfusionCounts): MeansOfRows {
  const cells = (Object.keys(counts) as (keyof ConfusionCounts)[]).map((name) => ({
    name,
    weight: counts[name],
    square: squares[name],
  }));
  return meansOfCells(cells);
}

/** Shares of the eight cells of label, candidate and baseline. */
export function meansOfPairs(pairs: readonly PairedCell[]): MeansOfRows {
  return meansOfCells(
    pairs.map(({ label, candidate, baseline, weight, square }) => ({
      name: pairedName({ label, candidate, baseline }),
      weight,
      square,
    })),
  );
}

/** What a cell's share is called. */
export function pairedName({
  label,
  candidate,
  baseline,
}: Pick<PairedCell, "label" | "candidate" | "baseline">): string {
  return [label, candidate, baseline].map(Number).join("");
}

interface Cell {
  readonly name: string;
  readonly weight: number;
  readonly square: number;
}

/** Of indicators: Σw²(x - p)(y - q) / W², where no row lies in two cells. */
function meansOfCells(cells: readonly Cell[]): MeansOfRows {
  const total = cells.reduce((sum, { weight }) => sum + weight, 0);
  const squares = cells.reduce((sum, { square }) => sum + square, 0);
  const byName = new Map(cells.map((cell) => [cell.name, cell]));
  const shareOf = (name: string) => (byName.get(name)?.weight ?? 0) / total;
  const squareOf = (name: string) => byName.get(name)?.square ?? 0;
  return {
    means: Object.fromEntries(cells.map(({ name }) => [name, shareOf(name)])),
    covariance: (left, right) => {
      const [p, q] = [shareOf(left), shareOf(right)];
      const own = left === right ? squareOf(left) : 0;
      return (own - p * squareOf(right) - q * squareOf(left) + p * q * squares) / (total * total);
    },
  };
}
