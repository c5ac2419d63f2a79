/**
 * The gate file's schema cut into one of each section, and one of the file, which knows its sections by name alone: a
 * gate file is validated by those of the sections it has.
 *
 * @module
 */
import { GATE_FILE_SCHEMA } from "./schema.ts";

/** What the schemas are compiled with. They are not checked against the meta-schema, which takes as long: a test does that. */
export const VALIDATOR_OPTIONS = {
  allErrors: true,
  verbose: true,
  allowUnionTypes: true,
  meta: false,
  validateSchema: false,
} as const;

/** By section; the file itself has the empty name. */
export const SECTION_SCHEMAS: Readonly<Record<string, object>> = {
  "": {
    ...GATE_FILE_SCHEMA,
    properties: Object.fromEntries(Object.keys(GATE_FILE_SCHEMA.properties).map((name) => [name, {}])),
  },
  ...GATE_FILE_SCHEMA.properties,
};
