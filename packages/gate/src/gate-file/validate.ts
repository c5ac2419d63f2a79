/**
 * The schema's verdict on a written gate file, told in sentences with places.
 *
 * @module
 */
import type { ErrorObject } from "ajv";
import { type Problem, quote } from "../errors.ts";
import { nearestWord } from "./nearest.ts";
import { GATE_FILE_SCHEMA } from "./schema.ts";
import { openSectionValidator } from "./section-validators.ts";
import type { WrittenGateFile } from "./written.ts";
import type { KeyPath, Place } from "./yaml-source.ts";

/** Finds the place of a key path: of its value, or of one of its keys. */
export type Locate = (keyPath: KeyPath, key?: string) => Place;

/** The value, typed, when the schema accepts it; else every problem with its place. */
export function validateGateFile(
  value: unknown,
  locate: Locate,
): { readonly written: WrittenGateFile } | { readonly problems: readonly Problem[] } {
  const errors = [
    ...listErrors("", value),
    ...listSections(value).flatMap(([name, at]) => listErrors(name, at)),
  ];
  // Every part of the schema has accepted its part of the value.
  if (errors.length === 0) return { written: value as WrittenGateFile };
  return { problems: errors.map((error) => describe(error, value, locate)) };
}

function listSections(value: unknown): readonly (readonly [name: string, value: unknown])[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
  return Object.entries(value).filter(([name]) => Object.hasOwn(GATE_FILE_SCHEMA.properties, name));
}

function listErrors(section: string, value: unknown): readonly ErrorObject[] {
  const accepts = openSectionValidator(section);
  if (accepts(value)) return [];
  const root = section === "" ? "" : `/${section}`;
  return (accepts.errors ?? []).map((error) => ({ ...error, instancePath: root + error.instancePath }));
}

function describe(error: ErrorObject, root: unknown, locate: Locate): Problem {
  const keyPath = toKeyPath(error.instancePath, root);
  const name = keyPath.length === 0 ? "the gate file" : keyPath.join(".");
  if (error.keyword === "additionalProperties") return describeUnknownKey(error, keyPath, locate);
  const told = SENTENCES[error.keyword]?.(error, name) ?? {
    message: `${name} is ${quote(error.data)}: ${error.message ?? "it is not allowed"}.`,
    remedy: "Correct the value.",
  };
  return { ...told, ...locate(keyPath) };
}

function describeUnknownKey(error: ErrorObject, keyPath: KeyPath, locate: Locate): Problem {
  const key = String(error.params["additionalProperty"]);
  const legal = Object.keys((error.parentSchema?.["properties"] as object | undefined) ?? {});
  const near = nearestWord(key, legal);
  return {
    message: `Unknown key ${quote(key)}${keyPath.length ? ` in ${keyPath.join(".")}` : ""}; legal here: ${legal.join(", ")}.`,
    remedy: near === null ? "Remove the key." : `Did you mean \`${near}\`?`,
    ...locate(keyPath, key),
  };
}

type Sentence = (error: ErrorObject, name: string) => { readonly message: string; readonly remedy: string };

const SENTENCES: Readonly<Record<string, Sentence>> = {
  required: ({ params }, name) => ({
    message: `${name} lacks the key \`${params["missingProperty"]}\`.`,
    remedy: `Add \`${params["missingProperty"]}\`.`,
  }),
  type: ({ params, data }, name) => ({
    message: `${name} is ${quote(data)}: wanted ${[params["type"]].flat().map(withArticle).join(" or ")}.`,
    remedy: "Write a value of that type.",
  }),
  enum: ({ params, data }, name) => ({
    message: `${name} is ${quote(data)}: wanted one of ${params["allowedValues"].join(", ")}.`,
    remedy: suggestion(String(data), params["allowedValues"]),
  }),
  const: ({ params, data }, name) => ({
    message: `${name} is ${quote(data)}: wanted ${quote(params["allowedValue"])}.`,
    remedy: `Write ${quote(params["allowedValue"])}.`,
  }),
  minimum: ({ params, data }, name) => ({
    message: `${name} is ${quote(data)}: wanted at least ${params["limit"]}.`,
    remedy: "Write the size of the tolerance as a number without a sign.",
  }),
  maximum: ({ params, data }, name) => ({
    message: `${name} is ${quote(data)}: wanted at most ${params["limit"]}.`,
    remedy: "Write a smaller value; a share is a number from 0 to 1.",
  }),
  minItems: (_error, name) => ({
    message: `${name} is an empty list: wanted at least one entry.`,
    remedy: "Add one, or remove the key.",
  }),
  minLength: (_error, name) => ({
    message: `${name} is an empty text.`,
    remedy: "Write it, or remove the key.",
  }),
  uniqueItems: ({ data }, name) => ({
    message: `${name} names the same thing twice: ${quote(data)}.`,
    remedy: "Keep one of the two.",
  }),
  pattern: ({ params, data }, name) => ({
    message: `${name} is ${quote(data)}: wanted text that matches ${params["pattern"]}.`,
    remedy: "Write it in that form.",
  }),
};

function suggestion(typed: string, words: readonly string[]): string {
  const near = nearestWord(typed, words);
  return near === null ? "Choose one of these words." : `Did you mean \`${near}\`?`;
}

const YAML_WORDS: Readonly<Record<string, string>> = { array: "list", object: "map", string: "text" };

function withArticle(schemaType: string): string {
  const type = YAML_WORDS[schemaType] ?? schemaType;
  return /^[aeio]/.test(type) ? `an ${type}` : `a ${type}`;
}

/** JSON Pointer to keys; list positions become numbers, as the YAML tree wants them. */
function toKeyPath(pointer: string, root: unknown): KeyPath {
  let value = root;
  return pointer
    .split("/")
    .slice(1)
    .map((part) => {
      const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
      const step = Array.isArray(value) ? Number(key) : key;
      value = (value as Record<string | number, unknown> | undefined)?.[step];
      return step;
    });
}
