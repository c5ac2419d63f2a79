/**
 * Numbers and names as a reviewer reads them in a sentence.
 *
 * @module
 */
import { roundJudged } from "@ml-gates/gate";
import type { Measure } from "./measure.ts";

const FEWEST_DECIMALS = 3;
const MOST_DECIMALS = 12;

/**
 * A writer of numbers with as many decimals, at least three, as make all of these numbers look different from
 * each other and from zero when they are.
 *
 * @example
 * writerFor([0.78, 0.779996])(0.779996); // => "0.779996"
 * writerFor([0.871, 0.859])(0.871); // => "0.871"
 */
export function writerFor(numbers: readonly number[]): (value: number) => string {
  const different = new Set([0, ...numbers.map(exact)]);
  for (let decimals = FEWEST_DECIMALS; decimals <= MOST_DECIMALS; decimals++) {
    const shown = new Set([...different].map((value) => Number(value.toFixed(decimals))));
    if (shown.size === different.size) return (value) => exact(value).toFixed(decimals);
  }
  return (value) => String(exact(value));
}

/** A count with its thousands apart. */
export function writeCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** The metric, and the group it is about. */
export function describeSubject({ metric, slice }: Measure, against = "baseline"): string {
  const subject = slice === null ? metric : `${metric} in ${slice.column}=${slice.value}`;
  return against === "baseline" ? subject : `${subject}, against the ${against},`;
}

function exact(value: number): number {
  return roundJudged(value) ?? value;
}
