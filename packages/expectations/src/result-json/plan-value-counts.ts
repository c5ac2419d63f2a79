/**
 * Which results need a count of their unexpected values over all rows: those whose sample was cut.
 *
 * @module
 */
import { planCounts } from "@ml-gates/queries";
import type { SuitePlan } from "../plan-suite.ts";
import type { Evaluated } from "../question.ts";
import { PARTIAL_COUNT } from "./render-map-result.ts";

/** A count to be made for the result at an index of the suite. */
export interface ValueCountQuery {
  readonly index: number;
  readonly sql: string;
}

/**
 * One statement per failing expectation about rows that shows only the first of them. None when nothing was cut.
 *
 * @example
 * planValueCounts({ planned: [] }, []); // => []
 */
export function planValueCounts(
  { table, planned }: SuitePlan,
  evaluated: readonly Evaluated[],
): readonly ValueCountQuery[] {
  return planned.flatMap(({ question }, index) => {
    const { counts, samples, exception } = evaluated[index] ?? { counts: null, samples: [], exception: null };
    const ask = question.asks["sample"];
    const isCut = counts !== null && exception === null && counts.unexpected > samples.length;
    const sql = isCut && ask !== undefined ? planCounts(table, ask, PARTIAL_COUNT) : null;
    return sql === null ? [] : { index, sql };
  });
}
