/**
 * The words of Great Expectations where they mean the very same.
 *
 * @module
 */
import type { Drafted } from "./format-reading.ts";

/** Arguments that make no difference where nothing may be counted. */
const NO_MATTER = ["min_value", "max_value", "unit", "counting", "base"];

/** A count that must be 0 of missing or of repeated values is an expectation that every suite can have. */
export function simplify(name: string, kwargs: Drafted["kwargs"]): Drafted {
  const written = Object.keys(kwargs).filter((key) => (kwargs[key] ?? null) !== null);
  const none = kwargs["min_value"] === 0 && kwargs["max_value"] === 0;
  const [about, ...others] = written.filter((key) => !NO_MATTER.includes(key));
  if (!none || others.length > 0) return { name, kwargs };
  const { column, columns } = kwargs;
  if (name === "missing_values_within_limits" && about === "column") {
    return { name: "expect_column_values_to_not_be_null", kwargs: { column } };
  }
  if (name === "duplicate_values_within_limits" && Array.isArray(columns) && columns.length === 1) {
    return { name: "expect_column_values_to_be_unique", kwargs: { column: columns[0] } };
  }
  return { name, kwargs };
}
