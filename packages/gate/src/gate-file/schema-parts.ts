/**
 * The pieces that JSON Schemas of the gate file are made of.
 *
 * @module
 */

export const text = (description: string) => ({ type: "string", minLength: 1, description });
export const texts = (description: string) => ({
  type: "array",
  items: { type: "string", minLength: 1 },
  minItems: 1,
  uniqueItems: true,
  description,
});
export const choice = (values: readonly string[], description: string) => ({
  type: "string",
  enum: values,
  description,
});
export const tolerance = (description: string) => ({ type: "number", minimum: 0, description });
export const record = (properties: object, required: readonly string[] = []) => ({
  type: "object",
  additionalProperties: false,
  properties,
  required,
});
