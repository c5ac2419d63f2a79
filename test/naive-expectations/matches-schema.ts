/**
 * The corner of JSON Schema that the property test asks about.
 *
 * @module
 */

interface Schema {
  readonly type?: string;
  readonly required?: readonly string[];
  readonly minimum?: number;
}

const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  object: (value) => typeof value === "object" && value !== null && !Array.isArray(value),
  array: Array.isArray,
  number: (value) => typeof value === "number",
  integer: Number.isInteger,
  string: (value) => typeof value === "string",
};

export function matchesSchema(schema: unknown, value: unknown): boolean {
  const { type, required = [], minimum } = schema as Schema;
  if (type !== undefined && TYPES[type]?.(value) !== true) return false;
  if (typeof value === "number" && minimum !== undefined && value < minimum) return false;
  return TYPES["object"]?.(value) !== true || required.every((key) => Object.hasOwn(value as object, key));
}
