/**
 * The statistics of a list of numbers, each by its formula.
 *
 * @module
 */

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

export function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

/** With n − 1 in the denominator: NaN for fewer than two values. */
export function sampleDeviation(values: readonly number[]): number {
  if (values.length < 2) return Number.NaN;
  const centre = mean(values);
  return Math.sqrt(sum(values.map((value) => (value - centre) ** 2)) / (values.length - 1));
}

export type Interpolation = "linear" | "lower" | "higher" | "midpoint" | "nearest";

/** The quantile at position (n − 1)·q of the ordered values. */
export function quantile(values: readonly number[], q: number, interpolation: Interpolation): number {
  const ordered = values.toSorted((a, b) => a - b);
  const position = (ordered.length - 1) * q;
  const below = ordered[Math.floor(position)] ?? Number.NaN;
  const above = ordered[Math.ceil(position)] ?? Number.NaN;
  const weight = position - Math.floor(position);
  if (interpolation === "lower") return below;
  if (interpolation === "higher") return above;
  if (interpolation === "midpoint") return (below + above) / 2;
  if (interpolation === "linear") return weight === 0 ? below : below + (above - below) * weight;
  // Halfway, the even place is taken, as numpy does.
  const upwards = weight > 0.5 || (weight === 0.5 && Math.floor(position) % 2 === 1);
  return upwards ? above : below;
}
