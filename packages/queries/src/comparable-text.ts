/**
 * Values as text that can be compared across files.
 *
 * @module
 */
import { quoteName } from "./dialect.ts";
import type { Column } from "./table.ts";

const LARGEST = "1.7976931348623157e308";

/**
 * A column's value as SQL text, so that 1, 1.0 and "1" are one label however a file is typed; NaN and infinities
 * are NULL. Engines sort NaN above everything, hence `<=`.
 *
 * @example
 * comparableText({ name: "y", family: "integer", sqlType: "BIGINT" }); // => 'CAST("y" AS VARCHAR)'
 */
export function comparableText({ name, family }: Column): string {
  const quoted = quoteName(name);
  if (family !== "float") return `CAST(${quoted} AS VARCHAR)`;
  const whole = `abs(${quoted}) < 1e15 AND ${quoted} = floor(${quoted})`;
  return (
    `CASE WHEN ${whole} THEN CAST(CAST(${quoted} AS BIGINT) AS VARCHAR) ` +
    `WHEN abs(${quoted}) <= ${LARGEST} THEN CAST(${quoted} AS VARCHAR) END`
  );
}
