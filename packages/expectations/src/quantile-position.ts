/**
 * Where a quantile lies among n sorted values, as numpy has it.
 *
 * @module
 */
import type { Interpolation } from "./quantile-ranges.ts";

/** Between the values at `below` and `above`, counted from 0, `weight` of the way up. */
export interface QuantilePosition {
  readonly below: number;
  readonly above: number;
  readonly weight: number;
}

/**
 * The position (n − 1)·q and what the interpolation makes of it. `nearest` rounds a half to the even position.
 *
 * @example
 * findQuantile(4, 0.5, "nearest"); // => { below: 2, above: 2, weight: 0 }
 * findQuantile(4, 0.5, "linear"); // => { below: 1, above: 2, weight: 0.5 }
 */
export function findQuantile(n: number, quantile: number, interpolation: Interpolation): QuantilePosition {
  // pandas hands numpy percents, and numpy divides them again.
  const position = (n - 1) * ((quantile * 100) / 100);
  const [below, above] = [Math.floor(position), Math.ceil(position)];
  if (interpolation === "linear") return { below, above, weight: position - below };
  if (interpolation === "midpoint") return { below, above, weight: (above - below) / 2 };
  const chosen = { lower: below, higher: above, nearest: roundHalfToEven(position) }[interpolation];
  return { below: chosen, above: chosen, weight: 0 };
}

/** The value between two, reckoned from the nearer one, as numpy does. */
export function interpolate(below: number, above: number, weight: number): number {
  if (weight === 0) return below;
  const step = above - below;
  return weight < 0.5 ? below + step * weight : above - step * (1 - weight);
}

function roundHalfToEven(value: number): number {
  const below = Math.floor(value);
  if (value - below !== 0.5) return Math.round(value);
  return below % 2 === 0 ? below : below + 1;
}
