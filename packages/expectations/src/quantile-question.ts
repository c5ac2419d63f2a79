/**
 * Expectations about quantiles: exact order statistics, chosen as pandas chooses them.
 *
 * @module
 */
import { type Ask, type Column, quoteNumber, type SqlValue } from "@ml-gates/queries";
import { askPresent } from "./count-present.ts";
import { operandOf, requireNumbers } from "./numeric-column.ts";
import { findQuantile, interpolate, type QuantilePosition } from "./quantile-position.ts";
import type { Interpolation, QuantileRange } from "./quantile-ranges.ts";
import { answered, countOf, type Evaluated, leadTo, type Question } from "./question.ts";
import { roundExactly } from "./round-exactly.ts";
import { tellBounds, tellName, tellValue } from "./tell.ts";

/** Limited quantiles of one column. */
export interface QuantileRule {
  readonly column: Column;
  readonly ranges: readonly QuantileRange[];
  readonly interpolation: Interpolation;
}

/** A limit is met within a ten-thousandth of itself: Great Expectations' tolerance. */
const RELATIVE = 1e-4;
const ABSOLUTE = 1e-8;

/** The question behind limited quantiles: first how many values there are, then those at the right places. */
export function askQuantiles(rule: QuantileRule): Question {
  const nothing = () =>
    judge(
      rule,
      rule.ranges.map(() => null),
    );
  return leadTo({ count: askPresent(rule.column) }, (answers) => {
    const count = countOf(answers["count"]);
    return count === 0 ? answered(nothing()) : askValues(rule, count);
  });
}

function askValues(rule: QuantileRule, n: number): Question {
  requireNumbers(rule.column);
  const positions = rule.ranges.map(({ quantile }) => findQuantile(n, quantile, rule.interpolation));
  const places = [...new Set(positions.flatMap(({ below, above }) => [below, above]))];
  return {
    asks: { values: askPlaces(rule.column, places, n) },
    judge: ({ values }) => judge(rule, readQuantiles(positions, places, values ?? null)),
  };
}

/** The values at places counted from 0. The middle of a place's share of 1 is out of the reach of rounding. */
export function askPlaces(column: Column, places: readonly number[], n: number): Ask {
  const shares = places.map((place) => quoteNumber((place + 0.5) / n)).join(", ");
  return { of: "rows", sql: `quantile_disc(${operandOf(column)}, [${shares}])` };
}

function readQuantiles(
  positions: readonly QuantilePosition[],
  places: readonly number[],
  answer: SqlValue,
): readonly number[] {
  if (!Array.isArray(answer)) throw new TypeError("a list of values was wanted");
  const at = (place: number) => Number(answer[places.indexOf(place)]);
  return positions.map(({ below, above, weight }) => interpolate(at(below), at(above), weight));
}

function judge({ column, ranges }: QuantileRule, values: readonly (number | null)[]): Evaluated {
  const details = ranges.map((range, index) => isMet(range, values[index] ?? null));
  const listed = values.map((value) =>
    value === null || !Number.isFinite(value) ? null : roundExactly(value),
  );
  const observed = { quantiles: ranges.map(({ quantile }) => quantile), values: listed };
  const told = ranges.flatMap((range, index) =>
    details[index] ? [] : [tellQuantile(range, values[index] ?? null)],
  );
  const met = `the quantiles ${observed.quantiles.join(", ")} lie within their limits.`;
  return {
    success: told.length === 0,
    observed,
    counts: null,
    samples: [],
    result: { observed_value: observed, details: { success_details: details } },
    exception: null,
    why: `${tellName(column.name)}: ${told.length === 0 ? met : `${told.join("; ")}.`}`,
    remedy:
      "Compare the column with the data the limits were set on; if the change is meant, move the limits in the suite.",
  };
}

function isMet({ low, high }: QuantileRange, value: number | null): boolean {
  if (value === null) return false;
  if (isClose(value, low) || isClose(value, high)) return true;
  return (low === null || low <= value) && (high === null || value <= high);
}

function isClose(value: number, limit: number | null): boolean {
  return limit !== null && Math.abs(value - limit) <= ABSOLUTE + RELATIVE * Math.abs(limit);
}

function tellQuantile({ quantile, low, high }: QuantileRange, value: number | null): string {
  const wanted = tellBounds({ min: low, max: high, strictMin: false, strictMax: false });
  const seen = value === null ? "cannot be had, for lack of values" : `is ${tellValue(value)}`;
  return `the quantile ${quantile} ${seen}; wanted: ${wanted}`;
}
