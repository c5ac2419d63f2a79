/**
 * Members of JSON whose shape is another tool's, or nobody's: what is not there is nothing, never an exception.
 *
 * @module
 */
import { isJsonObject, type JsonValue } from "@ml-gates/gate";

/** A JSON object. */
export type JsonRecord = { readonly [key: string]: JsonValue };

/** The objects of a list; none where there is no list. */
export function recordsOf(value: JsonValue | undefined): readonly JsonRecord[] {
  return listOf(value).filter(isJsonObject);
}

/** A list; empty where there is none. */
export function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [];
}

/** An object; empty where there is none. */
export function recordOf(value: JsonValue | undefined): JsonRecord {
  return isJsonObject(value) ? value : {};
}

/** A text; null for anything else and for none. */
export function textOf(value: JsonValue | undefined): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

/** A finite number; null for anything else. */
export function numberOf(value: JsonValue | undefined): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}
