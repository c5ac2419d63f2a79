/**
 * The argument `quantile_ranges`, and how a quantile between two values is chosen.
 *
 * @module
 */
import { isJsonObject, type JsonValue } from "@ml-gates/gate";
import type { KwargType } from "./kwarg-types.ts";

/** A quantile with the limits of its value; a null limit is always met. */
export interface QuantileRange {
  /** From 0 to 1. */
  readonly quantile: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** `{quantiles, value_ranges}`, one pair of limits for each quantile. */
export const quantileRanges: KwargType<readonly QuantileRange[]> = {
  read: (value) => readRanges(value) ?? { wanted: WANTED },
};

const WANTED =
  "{quantiles: […], value_ranges: [[low, high], …]} with quantiles from 0 to 1 and low ≤ high for each of them";

/** How pandas chooses between the two values around a quantile's position. */
export type Interpolation = "linear" | "lower" | "higher" | "midpoint" | "nearest";

const INTERPOLATIONS: readonly Interpolation[] = ["linear", "lower", "higher", "midpoint", "nearest"];

/** `allow_relative_error`: false, or the name of an interpolation. */
export const interpolation: KwargType<Interpolation> = {
  read: (value) => {
    if (value === false) return "nearest";
    return (
      INTERPOLATIONS.find((name) => name === value) ?? { wanted: `false, or ${INTERPOLATIONS.join(", ")}` }
    );
  },
};

function readRanges(value: JsonValue): readonly QuantileRange[] | null {
  const { quantiles, value_ranges } = isJsonObject(value) ? value : {};
  if (!Array.isArray(quantiles) || !Array.isArray(value_ranges)) return null;
  if (quantiles.length === 0 || quantiles.length !== value_ranges.length) return null;
  const ranges = quantiles.flatMap((quantile, index) => readRange(quantile, value_ranges[index] ?? null));
  return ranges.length === quantiles.length ? ranges : null;
}

function readRange(quantile: JsonValue, range: JsonValue): readonly QuantileRange[] {
  if (typeof quantile !== "number" || !(quantile >= 0 && quantile <= 1)) return [];
  if (!Array.isArray(range) || range.length !== 2) return [];
  const [low = null, high = null] = range;
  if (!isLimit(low) || !isLimit(high)) return [];
  return low !== null && high !== null && low > high ? [] : [{ quantile, low, high }];
}

function isLimit(value: JsonValue): value is number | null {
  return value === null || (typeof value === "number" && Number.isFinite(value));
}
