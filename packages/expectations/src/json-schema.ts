/**
 * JSON Schemas, as Python's `jsonschema` applies them: formats are not checked, patterns are Python's.
 *
 * @module
 */
import type { JsonValue } from "@ml-gates/gate";
import type { ValueTest } from "@ml-gates/queries";
import { Ajv, type Options } from "ajv";
import { Ajv2019 } from "ajv/dist/2019.js";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parsePythonJson } from "./json-parse.ts";
import { translateRegex } from "./translate-regex.ts";

/** The drafts that are known, by what `$schema` holds. */
const DRAFTS: readonly (readonly [RegExp, (options: Options) => Ajv])[] = [
  [/^https?:\/\/json-schema\.org\/draft\/2020-12\/schema#?$/, (options) => new Ajv2020(options)],
  [/^https?:\/\/json-schema\.org\/draft\/2019-09\/schema#?$/, (options) => new Ajv2019(options)],
  [/^http:\/\/json-schema\.org\/draft-07\/schema#?$/, (options) => new Ajv(options)],
];

type Schema = boolean | { readonly [keyword: string]: JsonValue };

/** What is wrong with a schema; null when it can be used. */
export function findSchemaFault(schema: Schema): string | null {
  try {
    compileSchema(schema);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The test whether a text breaks a schema. One that is no JSON cannot be tested. */
export function testJsonSchema(schema: Schema): ValueTest {
  return {
    id: `JSON schema ${JSON.stringify(schema)}`,
    compile: () => {
      const isValid = compileSchema(schema);
      return (value) => !isValid(checkFinite(parsePythonJson(`${value}`)));
    },
  };
}

/** Python's infinity is no whole number, JavaScript's is one to the validator. */
function checkFinite(value: unknown): unknown {
  if (value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY) throw notFinite();
  if (typeof value === "object" && value !== null) Object.values(value).forEach(checkFinite);
  return value;
}

function notFinite(): Error {
  return new Error("it holds a number that is not finite");
}

/** Limits as Python compares: NaN breaks none of them. */
const LIMITS: Readonly<Record<string, (limit: number, value: number) => boolean>> = {
  minimum: (limit, value) => !(value < limit),
  maximum: (limit, value) => !(value > limit),
  exclusiveMinimum: (limit, value) => !(value <= limit),
  exclusiveMaximum: (limit, value) => !(value >= limit),
};

function compareAsPython(ajv: Ajv): Ajv {
  for (const [keyword, validate] of Object.entries(LIMITS)) {
    ajv.removeKeyword(keyword);
    ajv.addKeyword({ keyword, type: "number", schemaType: "number", validate });
  }
  return ajv;
}

function compileSchema(schema: Schema): (value: unknown) => boolean {
  const named = typeof schema === "object" ? (schema["$schema"] ?? null) : null;
  const draft = DRAFTS.find(([name]) => named === null || (typeof named === "string" && name.test(named)));
  if (draft === undefined) throw new Error("$schema names a draft other than 7, 2019-09 and 2020-12");
  const ajv = draft[1]({
    strict: false,
    strictNumbers: false,
    validateFormats: false,
    logger: false,
    ownProperties: true,
    addUsedSchema: false,
    code: { regExp: Object.assign(pythonPattern, { code: "pythonPattern" }) },
  });
  const validate = compareAsPython(ajv).compile(schema);
  return (value) => validate(value) === true;
}

function pythonPattern(pattern: string): RegExp {
  const translated = translateRegex(pattern);
  if ("without" in translated || translated.javascript === null) {
    throw new Error(`the pattern ${JSON.stringify(pattern)} cannot be used`);
  }
  return new RegExp(translated.javascript.source, translated.javascript.flags);
}
