/**
 * Limits on one observed value, as Great Expectations' `between` family sets them.
 *
 * @module
 */
import { bound, defaulting, flag, type Kwarg, type KwargType, optional } from "./kwarg-types.ts";

/** A null limit is always met. */
export interface Bounds {
  readonly min: number | string | null;
  readonly max: number | string | null;
  readonly strictMin: boolean;
  readonly strictMax: boolean;
}

/** The arguments of every expectation with limits. */
export interface BetweenKwargs {
  readonly min_value: number | string | null;
  readonly max_value: number | string | null;
  readonly strict_min: boolean;
  readonly strict_max: boolean;
}

const strictness = { strict_min: defaulting(flag, false), strict_max: defaulting(flag, false) };

/** Limits that may be numbers, dates or texts. */
export const betweenKwargs = { min_value: optional(bound), max_value: optional(bound), ...strictness };

/** Limits of one type only. */
export function betweenOf(type: KwargType<number>): {
  readonly min_value: Kwarg<number | null>;
  readonly max_value: Kwarg<number | null>;
} & typeof strictness {
  return { min_value: optional(type), max_value: optional(type), ...strictness };
}

export function boundsOf(kwargs: BetweenKwargs): Bounds {
  return {
    min: kwargs.min_value,
    max: kwargs.max_value,
    strictMin: kwargs.strict_min,
    strictMax: kwargs.strict_max,
  };
}

/** What makes limits unusable: a minimum over the maximum, or a number beside a text. */
export function findBoundFaults({ min_value: min, max_value: max }: BetweenKwargs): readonly string[] {
  if (min === null || max === null) return [];
  if (typeof min !== typeof max) return ["min_value and max_value must both be numbers or both be texts."];
  return compareValues(min, max) > 0 ? ["min_value is larger than max_value."] : [];
}

/** As {@link findBoundFaults}; and limits that set no limit, which Great Expectations refuses for values of rows. */
export function findRangeFaults(kwargs: BetweenKwargs): readonly string[] {
  const none = kwargs.min_value === null && kwargs.max_value === null;
  return none ? ["One of min_value and max_value must be given."] : findBoundFaults(kwargs);
}

/** Whether a value lies within the limits; both sides are numbers, or both texts. */
export function isWithin(value: number | bigint | string, bounds: Bounds): boolean {
  const { min, max, strictMin, strictMax } = bounds;
  const above = min === null || (strictMin ? compareValues(value, min) > 0 : compareValues(value, min) >= 0);
  const below = max === null || (strictMax ? compareValues(value, max) < 0 : compareValues(value, max) <= 0);
  return above && below;
}

type Ordered = number | bigint | string;

/** Numbers by size, texts by code point, as Python and the engine order them; NaN when the two cannot be compared. */
function compareValues(left: Ordered, right: Ordered): number {
  if (typeof left === "string" && typeof right === "string") return compareTexts([...left], [...right]);
  if (typeof left === "string" || typeof right === "string") return Number.NaN;
  if (left < right) return -1;
  return left > right ? 1 : left === right || Number(left) === Number(right) ? 0 : Number.NaN;
}

function compareTexts(left: readonly string[], right: readonly string[]): number {
  const differing = left.findIndex((letter, index) => letter !== right[index]);
  if (differing === -1) return left.length - right.length;
  return (left[differing]?.codePointAt(0) ?? -1) - (right[differing]?.codePointAt(0) ?? -1);
}
