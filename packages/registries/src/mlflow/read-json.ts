/**
 * Reading answers of a server that is trusted in nothing: what is not as expected reads as not there.
 *
 * @module
 */
import { isJsonObject, type JsonValue } from "@ml-gates/gate";
import type { JsonObject } from "./ask-mlflow.ts";

/** A member that is a map; an empty one when it is not. */
export function objectAt(value: JsonObject, key: string): JsonObject {
  const found = value[key];
  return isJsonObject(found) ? found : {};
}

/** A member's maps, when it is a list; what is no map in it is left out. */
export function objectsAt(value: JsonObject, key: string): readonly JsonObject[] {
  const found = value[key];
  return isList(found) ? found.filter(isJsonObject) : [];
}

function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** A member that is a text with something in it; null when it is not. */
export function textAt(value: JsonObject, key: string): string | null {
  const found = value[key];
  return typeof found === "string" && found !== "" ? found : null;
}

/** Milliseconds since 1970 as ISO 8601, UTC; null when there are none. */
export function instantAt(value: JsonObject, key: string): string | null {
  const found = Number(value[key]);
  return Number.isFinite(found) && found > 0 && found < 8.64e15 ? new Date(found).toISOString() : null;
}

/** The value of `[{ key, value }]` under a key. */
export function taggedAt(tags: readonly JsonObject[], key: string): string | null {
  const tag = tags.find((each) => each["key"] === key);
  return tag === undefined ? null : textAt(tag, "value");
}
