/**
 * Values as the embedded engine's client hands them over, made plain.
 *
 * @module
 */
import type { SqlValue } from "@ml-gates/queries";

/**
 * A plain value: whole numbers within 2^53 as number, beyond as bigint; lists as arrays, structs as objects, maps as arrays of `{key, value}`; dates,
 * times, decimals and everything rarer as the text the engine writes.
 *
 * @example
 * toSqlValue(9007199254740993n); // => 9007199254740993n
 */
export function toSqlValue(value: unknown): SqlValue {
  if (value === null || value === undefined) return null;
  if (typeof value === "bigint") return isSafe(value) ? Number(value) : value;
  if (typeof value === "object") return fromObject(value);
  return typeof value === "number" || typeof value === "boolean" ? value : String(value);
}

function isSafe(value: bigint): boolean {
  return value <= BigInt(Number.MAX_SAFE_INTEGER) && value >= BigInt(Number.MIN_SAFE_INTEGER);
}

function fromObject(value: object): SqlValue {
  if ("items" in value && Array.isArray(value.items)) return value.items.map(toSqlValue);
  if ("entries" in value && Array.isArray(value.entries)) return value.entries.map(toSqlEntry);
  if ("entries" in value && isRecord(value.entries)) {
    return Object.fromEntries(
      Object.entries(value.entries).map(([name, field]) => [name, toSqlValue(field)]),
    );
  }
  return String(value);
}

function toSqlEntry(entry: { readonly key: unknown; readonly value: unknown }): SqlValue {
  return { key: toSqlValue(entry.key), value: toSqlValue(entry.value) };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
