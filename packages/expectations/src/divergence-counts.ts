/**
 * How many values lie between edges, by one aggregate for all of them.
 *
 * @module
 */
import { type Ask, type Column, quoteNumber, type SqlValue } from "@ml-gates/queries";
import { askPresent } from "./count-present.ts";
import type { IntervalCounts } from "./divergence-weights.ts";
import { operandOf } from "./numeric-column.ts";
import { countOf } from "./question.ts";

/**
 * What has to be asked. The engine's histogram counts the values up to each boundary; intervals that hold their left
 * edge are therefore those of the negated values between the negated edges.
 */
export function askIntervalCounts(column: Column, edges: readonly number[]): Readonly<Record<string, Ask>> {
  const value = `CAST(${operandOf(column)} AS DOUBLE)`;
  const finite = edges.filter(Number.isFinite);
  const last = finite.at(-1);
  if (last === undefined) return { total: askPresent(column) };
  const boundaries = finite.toReversed().map((edge) => `CAST('${-edge}' AS DOUBLE)`);
  return {
    total: askPresent(column),
    histogram: { of: "rows", sql: `histogram(-${value}, [${boundaries.join(", ")}])` },
    above: { of: "rows", sql: "count(*)", where: `${value} > ${quoteNumber(last)}` },
  };
}

/** Intervals hold their left edge but not their right one; the last holds both. An open end has no tail. */
export function readIntervalCounts(
  edges: readonly number[],
  answers: Readonly<Record<string, SqlValue>>,
): IntervalCounts {
  const total = countOf(answers["total"]);
  const [openLow, openHigh] = [!Number.isFinite(edges[0]), !Number.isFinite(edges.at(-1))];
  const finite = edges.filter(Number.isFinite);
  if (finite.length === 0) return { below: 0, bins: [total], above: 0, total };
  const [beyond = 0, ...inner] = readHistogram(answers["histogram"] ?? null, finite.length);
  const above = openHigh ? 0 : countOf(answers["above"]);
  const rising = inner.toReversed();
  const below = total - beyond - inner.reduce((sum, count) => sum + count, 0);
  const bins = [...(openLow ? [below] : []), ...rising, ...(openHigh ? [beyond] : [])];
  const last = openHigh ? 0 : beyond - above;
  return {
    below: openLow ? 0 : below,
    bins: bins.map((count, index) => (index === bins.length - 1 ? count + last : count)),
    above,
    total,
  };
}

/** From the last edge down to the first; of no values the engine makes no histogram. */
function readHistogram(answer: SqlValue, boundaries: number): readonly number[] {
  if (answer === null) return Array.from({ length: boundaries }, () => 0);
  if (!Array.isArray(answer)) throw new TypeError("a histogram is a list of entries");
  return answer.slice(0, boundaries).map((entry: { readonly value?: SqlValue }) => countOf(entry.value));
}
