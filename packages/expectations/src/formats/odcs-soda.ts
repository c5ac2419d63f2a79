/**
 * Soda's words inside a contract of the Open Data Contract Standard: an entry of SodaCL as it is, or its check spread
 * over keys, as in the standard's own example (`type: duplicate_percent`, `columns: […]`, `must_be_less_than: 1.0`).
 *
 * @module
 */
import { isJsonObject, type JsonValue } from "@ml-gates/gate";
import type { JsonObject } from "../parse-expectation.ts";
import { loneKey } from "./format-reading.ts";
import { SODA_COMPARISONS, SODA_KEYS } from "./threshold.ts";

/** The entry of a list of SodaCL checks that says the same; null when there is none. */
export function toSodaclEntry(implementation: JsonValue): JsonValue | null {
  if (!isJsonObject(implementation) || typeof implementation["type"] !== "string")
    return loneKey(implementation) === null ? null : implementation;
  const { type, column, columns, ...others } = implementation;
  const compared = Object.keys(others).filter((key) => SODA_KEYS.includes(key));
  const [key] = compared;
  const comparison = key === undefined || compared.length > 1 ? null : writeComparison(key, others[key]);
  if (comparison === null) return null;
  const names = [column ?? columns ?? []].flat().map((name) => `"${name}"`);
  const line = `${type}${names.length === 0 ? "" : `(${names.join(", ")})`} ${comparison}`;
  const settings = Object.entries(others).filter(([name]) => name !== key);
  return { [line]: Object.fromEntries(settings.map(([name, value]) => [spaced(name), value])) } as JsonObject;
}

function writeComparison(key: string, value: JsonValue | undefined): string | null {
  const sign = SODA_COMPARISONS[key];
  if (sign !== undefined) return `${sign} ${String(value)}`;
  const [low, high, ...more] = Array.isArray(value) ? value : [];
  if (low === undefined || high === undefined || more.length > 0) return null;
  return `${key === "must_be_not_between" ? "not " : ""}between ${String(low)} and ${String(high)}`;
}

/** `valid_min_length` is `valid min length` in SodaCL. */
function spaced(name: string): string {
  return name.replaceAll("_", " ");
}
