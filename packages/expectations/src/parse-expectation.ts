/**
 * From one written expectation to a typed one, or to everything that is wrong with it.
 *
 * @module
 */
import {
  isJsonObject,
  type JsonValue,
  nearestWord,
  type Problem,
  quote,
  type Severity,
} from "@ml-gates/gate";
import type { Definition } from "./define.ts";
import { EXPECTATION_NAMES, findDefinition, UNEVALUATED_NAMES } from "./definitions.ts";
import { isMisread } from "./kwarg-types.ts";
import type { Environment } from "./parameters/evaluate-expression.ts";
import { resolveParameters } from "./parameters/resolve-parameters.ts";
import { parseRowCondition } from "./row-condition/parse-row-condition.ts";
import { takesRowCondition } from "./row-condition/takes-row-condition.ts";
import type { Expectation, Generation, Told, WrittenKwargs } from "./suite.ts";
import type { KeyPath, SuiteText } from "./suite-text.ts";

/** An object of JSON. */
export type JsonObject = Readonly<Record<string, JsonValue>>;

/** Adds a problem at a key. */
export type Complain = (keyPath: KeyPath, message: string, remedy: string) => void;

const LEGAL_KEYS = [
  ...["type", "expectation_type", "kwargs", "severity", "meta", "id", "notes", "description"],
  ...["ge_cloud_id", "expectation_context", "rendered_content", "windows"],
];

/** Settings of Great Expectations' own machinery, which change no result. */
const IGNORED_KWARGS = new Set([
  ...["result_format", "catch_exceptions", "include_config", "include_rendered_content", "meta", "windows"],
  ...["batch_id", "ge_cloud_id", "auto", "profiler_config"],
]);

/** Arguments that change what is judged and are not evaluated; null and false leave the result as it is. */
const UNEVALUATED_KWARGS: Readonly<Record<string, string>> = {
  parse_strings_as_datetimes: "Reading texts as dates is not supported yet.",
  allow_cross_type_comparisons: "Comparing values of different types is not supported.",
};

/** The rows that take part. */
const ROW_KWARGS = new Set(["row_condition", "condition_parser"]);

const SEVERITIES: Readonly<Record<string, Severity>> = {
  critical: "block",
  block: "block",
  warning: "warn",
  warn: "warn",
  info: "info",
};

/** What an expectation is read with. */
export interface ParsingContext {
  readonly source: SuiteText;
  readonly problems: Problem[];
  /** What its parameters stand for; without it there are none. */
  readonly environment?: Environment;
}

const NO_PARAMETERS: Environment = { find: () => undefined, now: () => Number.NaN };

/** Reads one expectation; null when any problem was found, each of which is in `problems` then. */
export function parseExpectation(
  written: JsonValue,
  keyPath: KeyPath,
  { source, problems, environment = NO_PARAMETERS }: ParsingContext,
): Expectation | null {
  const before = problems.length;
  const complain: Complain = (place, message, remedy) =>
    problems.push({ message, remedy, ...source.locate([...keyPath, ...place]) });
  if (!isJsonObject(written)) {
    complain([], `${quote(written)} is no expectation.`, "Write an object with type and kwargs.");
    return null;
  }
  refuseKeys(written, LEGAL_KEYS, complain);
  const { name, definition } = findNamed(written, complain);
  const severity = readSeverity(written, complain);
  const generation: Generation = written["type"] === undefined ? "0.18" : "1.x";
  const context = { name, generation, environment, complain };
  const kwargs = definition === null ? {} : readWrittenKwargs(written["kwargs"] ?? null, definition, context);
  if (problems.length > before) return null;
  const { path, line } = source.locate(keyPath);
  return { name, generation, kwargs, severity, source: { path, line }, ...readTold(written) };
}

/** Nothing of this changes what is judged, so nothing of it is refused. */
function readTold(written: JsonObject): Told {
  const { meta, kwargs, notes, description, id, ge_cloud_id: cloudId } = written;
  return {
    meta: isJsonObject(meta) ? meta : {},
    id: typeof id === "string" ? id : typeof cloudId === "string" ? cloudId : null,
    notes: notes ?? null,
    description: typeof description === "string" ? description : null,
    writtenKwargs: isJsonObject(kwargs) ? kwargs : {},
  };
}

/** Complains about every key that is not legal, naming the nearest one that is. */
export function refuseKeys(written: JsonObject, legal: readonly string[], complain: Complain): void {
  for (const key of Object.keys(written)) {
    if (!legal.includes(key)) complain([key], `${quote(key)} is not a legal key here.`, suggest(key, legal));
  }
}

function suggest(typed: string, legal: readonly string[]): string {
  const near = nearestWord(typed, legal);
  return near === null ? `Legal are: ${legal.join(", ")}.` : `Is ${near} meant?`;
}

function findNamed(
  written: JsonObject,
  complain: Complain,
): { readonly name: string; readonly definition: Definition | null } {
  const key = written["type"] === undefined ? "expectation_type" : "type";
  const typed = written[key];
  if (written["type"] !== undefined && written["expectation_type"] !== undefined) {
    complain(
      ["expectation_type"],
      "type and expectation_type both name the expectation.",
      "Keep one of the two.",
    );
  }
  if (typeof typed !== "string") {
    const seen = typed === undefined ? "The expectation has no type" : `The type is ${quote(typed)}`;
    complain(typed === undefined ? [] : [key], `${seen}; wanted: its name as text.`, `Name it in ${key}.`);
    return { name: "", definition: null };
  }
  const name = typed.toLowerCase();
  const definition = findDefinition(name);
  if (definition === null) complainOfName(typed, key, complain);
  return { name, definition };
}

function complainOfName(typed: string, key: string, complain: Complain): void {
  if (UNEVALUATED_NAMES.has(typed.toLowerCase())) {
    const remedy = "Take it out of the suite until it is supported.";
    complain([key], `${typed} is not evaluated by this version.`, remedy);
    return;
  }
  const near = nearestWord(typed.toLowerCase(), EXPECTATION_NAMES);
  const remedy = near === null ? "See Great Expectations' gallery for the names." : `Is ${near} meant?`;
  complain([key], `${quote(typed)} is the name of no expectation.`, remedy);
}

function readSeverity(written: JsonObject, complain: Complain): Severity {
  const typed = written["severity"] ?? "critical";
  const severity =
    typeof typed === "string" && Object.hasOwn(SEVERITIES, typed) ? SEVERITIES[typed] : undefined;
  if (severity) return severity;
  complain(["severity"], `The severity is ${quote(typed)}.`, "Write critical, warning or info.");
  return "block";
}

interface KwargsContext {
  readonly name: string;
  readonly generation: Generation;
  readonly environment: Environment;
  readonly complain: Complain;
}

function readWrittenKwargs(
  written: JsonValue,
  definition: Definition,
  { name: expectation, generation, environment, complain }: KwargsContext,
): WrittenKwargs {
  if (!isJsonObject(written)) {
    const keyPath = written === null ? [] : ["kwargs"];
    complain(
      keyPath,
      `The kwargs are ${quote(written)}; wanted: an object.`,
      "Write { … }, with column if it is about one.",
    );
    return {};
  }
  let complaints = 0;
  const complainOf = (name: string | null, message: string, remedy: string): void => {
    complaints += 1;
    complain(name === null || !Object.hasOwn(written, name) ? ["kwargs"] : ["kwargs", name], message, remedy);
  };
  const resolved = resolveParameters(written, environment, complainOf);
  const takesRows = takesRowCondition(expectation);
  const kept = Object.entries(resolved).filter(([name]) => !IGNORED_KWARGS.has(name));
  const known = kept.filter(([name, value]) =>
    takesRows && ROW_KWARGS.has(name) ? value !== null : acceptName(name, value, { definition, complainOf }),
  );
  if (takesRows) readCondition(resolved, generation, complainOf);
  for (const [name, kwarg] of Object.entries(definition.kwargs)) {
    if (kwarg.required && (resolved[name] ?? null) === null && (written[name] ?? null) === null) {
      complainOf(name, `The argument ${name} is missing.`, `Write ${name} into kwargs.`);
    }
  }
  for (const [name, value] of known) readValue(name, value, { definition, complainOf });
  const kwargs = Object.fromEntries(known);
  if (complaints === 0) {
    for (const fault of definition.findFaults(kwargs)) complainOf(null, fault, "Correct the limits.");
  }
  return kwargs;
}

type ComplainOf = (name: string | null, message: string, remedy: string) => void;

interface Reading {
  readonly definition: Definition;
  readonly complainOf: ComplainOf;
}

function readCondition(kwargs: WrittenKwargs, generation: Generation, complainOf: ComplainOf): void {
  const read = parseRowCondition(kwargs, generation);
  if (read === null || !isMisread(read)) return;
  const message = `row_condition is ${quote(kwargs["row_condition"])}, and ${read.wanted}.`;
  const remedy =
    "Write comparisons with values joined by and, or and not, such as age > 3 and not city.isnull().";
  complainOf("row_condition", message, remedy);
}

function acceptName(name: string, value: JsonValue, { definition, complainOf }: Reading): boolean {
  if (Object.hasOwn(definition.kwargs, name)) return true;
  const unevaluated = Object.hasOwn(UNEVALUATED_KWARGS, name) ? UNEVALUATED_KWARGS[name] : undefined;
  if (unevaluated === undefined) {
    const legal = Object.keys(definition.kwargs);
    complainOf(name, `${quote(name)} is no argument of this expectation.`, suggest(name, legal));
  } else if (value !== null && value !== false) {
    complainOf(name, `${name} is ${quote(value)}. ${unevaluated}`, `Take ${name} out of the suite.`);
  }
  return false;
}

function readValue(name: string, value: JsonValue, { definition, complainOf }: Reading): void {
  if (value === null) return;
  const read = definition.kwargs[name]?.read(value);
  if (!isMisread(read)) return;
  // JSON has no word for the infinity that 1e999 is read as.
  const seen = typeof value === "number" ? `${value}` : quote(value);
  complainOf(name, `${name} is ${seen}; wanted: ${read.wanted}.`, `Correct ${name}.`);
}
