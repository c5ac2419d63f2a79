/**
 * The gate file's schema as functions, one a section. In the bundle the compiled functions themselves stand in this
 * file's place (`scripts/build-bundle.ts`): compiling takes longer than most gates take to judge.
 *
 * @module
 */
import { Ajv, type ValidateFunction } from "ajv";
import { SECTION_SCHEMAS, VALIDATOR_OPTIONS } from "./section-schemas.ts";

const compiled = new Map<string, ValidateFunction>();

/** The function of a section; of the file itself for the empty name. Compiled when first wanted. */
export function openSectionValidator(section: string): ValidateFunction {
  const known = compiled.get(section);
  if (known !== undefined) return known;
  const accepts = new Ajv(VALIDATOR_OPTIONS).compile(SECTION_SCHEMAS[section] ?? {});
  compiled.set(section, accepts);
  return accepts;
}
