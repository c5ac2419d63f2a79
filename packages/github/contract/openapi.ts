/**
 * GitHub's own description of its REST API, asked whether a request and its answer are as described.
 *
 * @module
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv, type ValidateFunction } from "ajv";

/** One exchange: what was asked and what was answered, bodies parsed; null where there is none. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly status: number;
  readonly answer: unknown;
}

interface Operation {
  readonly parameters?: readonly { readonly $ref?: string; readonly name?: string; readonly in?: string }[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, unknown>> };
  readonly responses?: Readonly<
    Record<string, { readonly $ref?: string; readonly content?: Readonly<Record<string, unknown>> }>
  >;
}
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Readonly<
    Record<
      string,
      Readonly<Record<string, { readonly name?: string; readonly in?: string; readonly content?: object }>>
    >
  >;
}

const FILE = createRequire(import.meta.url).resolve("@octokit/openapi/generated/api.github.com.json");

/** OpenAPI 3.0 says `nullable` beside an `enum` that does not list null; JSON Schema wants it listed. */
function allowNull(
  _key: string,
  value: { readonly nullable?: boolean; readonly enum?: readonly unknown[] } | null,
): unknown {
  return value?.nullable && Array.isArray(value.enum) ? { ...value, enum: [...value.enum, null] } : value;
}

/** Opens the description once; every schema is compiled when it is first asked for. */
export function openDescription(): (exchange: Exchange) => readonly string[] {
  const description = JSON.parse(readFileSync(FILE, "utf8"), allowNull) as Description;
  const ajv = new Ajv({ strict: false, validateFormats: false, validateSchema: false, meta: false });
  ajv.addSchema(description, "github");
  const compiled = new Map<string, ValidateFunction>();

  function judge(pointer: string, value: unknown): readonly string[] {
    const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `github#${pointer}` });
    compiled.set(pointer, validate);
    return validate(value) ? [] : [`${pointer}: ${ajv.errorsText(validate.errors)}`];
  }

  return ({ method, path, query, body, status, answer }) => {
    const template = Object.keys(description.paths).find(
      (each) => matches(each, path) && description.paths[each]?.[method.toLowerCase()],
    );
    const operation =
      template === undefined ? undefined : description.paths[template]?.[method.toLowerCase()];
    if (template === undefined || operation === undefined) return [`GitHub describes no ${method} ${path}`];
    const at = `/paths/${pointerOf(template)}/${method.toLowerCase()}`;
    const known = (operation.parameters ?? []).map(({ $ref, ...own }) =>
      $ref === undefined ? own : component(description, $ref),
    );
    const strange = [...query.keys()].filter(
      (name) => !known.some((each) => each.name === name && each.in === "query"),
    );
    return [
      ...strange.map((name) => `GitHub describes no parameter ${name} of ${method} ${template}`),
      ...(body === null ? [] : judge(`${at}/requestBody/content/application~1json/schema`, body)),
      ...judgeAnswer(operation, { at, status, answer }),
    ];
  };

  /** Refusals are described here and there only: those that are not may say what they like. */
  function judgeAnswer(
    { responses = {} }: Operation,
    given: { readonly at: string; readonly status: number; readonly answer: unknown },
  ): readonly string[] {
    const { at, status, answer } = given;
    const response = responses[String(status)];
    if (response === undefined) return status >= 400 ? [] : [`GitHub describes no ${status} at ${at}`];
    const { content } = response.$ref === undefined ? response : component(description, response.$ref);
    const pointer = response.$ref?.slice(1) ?? `${at}/responses/${status}`;
    return content === undefined ? [] : judge(`${pointer}/content/application~1json/schema`, answer);
  }
}

function component(
  { components }: Description,
  ref: string,
): { readonly name?: string; readonly in?: string; readonly content?: object } {
  const [kind = "", name = ""] = ref.replace("#/components/", "").split("/");
  return components[kind]?.[name] ?? {};
}

function matches(template: string, path: string): boolean {
  const [wanted, given] = [template.split("/"), path.split("/")];
  return (
    wanted.length === given.length &&
    wanted.every((part, index) => part.startsWith("{") || part === given[index])
  );
}

function pointerOf(template: string): string {
  return encodeURIComponent(template.replaceAll("~", "~0").replaceAll("/", "~1"));
}
