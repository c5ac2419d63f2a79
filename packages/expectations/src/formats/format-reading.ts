/**
 * What the readers of all formats share: they look into one document, add expectations, refuse what has no
 * counterpart, and complain of what is wrong, each at its line.
 *
 * @module
 */
import { isJsonObject, type JsonValue, nearestWord, type Problem, quote } from "@ml-gates/gate";
import { type JsonObject, parseExpectation } from "../parse-expectation.ts";
import { type ReadSql, readSqlCondition, readSqlMetric } from "../sql-condition.ts";
import type { Expectation } from "../suite.ts";
import type { KeyPath, SuiteText } from "../suite-text.ts";
import { translateRegex } from "../translate-regex.ts";
import { lookUp } from "./look-up.ts";

/** How a suite is read. */
export interface SuiteOptions {
  /** What becomes of a check that has no counterpart here: a problem, or a finding that lowers the verdict to warn. */
  readonly unsupported?: "fail" | "warn";
  /** What the table is called, the likeliest name first: it chooses among the tables that one file describes. */
  readonly tables?: readonly string[];
  /** Run-time values of the suite's parameters. They win over those that the suite itself gives. */
  readonly parameters?: Readonly<Record<string, JsonValue>>;
  /** What `now()` means in the suite's expressions: milliseconds since 1970. Without it such an expression is a problem. */
  readonly now?: number;
}

/** An expectation about to be added; null and undefined arguments are left out. */
export interface Drafted {
  readonly name: string;
  readonly kwargs: Readonly<Record<string, JsonValue | undefined>>;
  readonly severity?: "critical" | "warning" | "info";
  /** What the author calls the check, for messages. */
  readonly check?: string;
}

/** One document while it is read. */
export interface FormatReading {
  readonly root: JsonObject;
  readonly options: SuiteOptions;
  readonly expectations: readonly Expectation[];
  readonly problems: readonly Problem[];
  add(keyPath: KeyPath, drafted: Drafted): void;
  /** Names a check that cannot be expressed, and why. */
  refuse(keyPath: KeyPath, check: string, reason: string): void;
  complain(keyPath: KeyPath, message: string, remedy: string): void;
}

/** Begins to read a document. */
export function beginReading(source: SuiteText, root: JsonObject, options: SuiteOptions): FormatReading {
  const problems: Problem[] = [];
  const expectations: Expectation[] = [];
  const complain = (keyPath: KeyPath, message: string, remedy: string): void => {
    problems.push({ message, remedy, ...source.locate(keyPath) });
  };
  const add = (keyPath: KeyPath, { name, kwargs, severity = "critical", check = name }: Drafted): void => {
    const written = Object.entries(kwargs).filter(([, value]) => value !== null && value !== undefined);
    const fault = findInexpressible(kwargs);
    if (fault !== null) {
      refuse(keyPath, check, fault);
      return;
    }
    const expectation = { type: name, kwargs: Object.fromEntries(written) as JsonObject, severity };
    const parsed = parseExpectation(expectation, keyPath, { source, problems });
    if (parsed !== null) expectations.push(parsed);
  };
  const refuse = (keyPath: KeyPath, check: string, reason: string): void => {
    if (options.unsupported === "warn") {
      add(keyPath, { name: "check_not_supported", kwargs: { check, reason }, severity: "warning" });
    } else complain(keyPath, `${check} is not supported: ${reason}`, REMEDY);
  };
  return { root, options, expectations, problems, add, refuse, complain };
}

/** SQL and patterns that are right in the tool they come from, and are not read here. */
function findInexpressible(kwargs: Drafted["kwargs"]): string | null {
  for (const [name, value] of Object.entries(kwargs)) {
    if (typeof value !== "string") continue;
    const sql = lookUp(SQL_KWARGS, name)?.(value);
    if (sql !== undefined && "fault" in sql) return `its SQL holds ${sql.fault}, which is not read here.`;
    const regex = REGEX_KWARGS.has(name) ? translateRegex(value) : null;
    if (regex !== null && ("without" in regex || regex.re2 === null)) {
      return `its pattern holds ${"without" in regex ? regex.without : "look-around or back-references"}.`;
    }
  }
  return null;
}

const SQL_KWARGS: Readonly<Record<string, (sql: string) => ReadSql>> = {
  row_filter: readSqlCondition,
  row_condition: readSqlCondition,
  condition: readSqlCondition,
  expression: readSqlMetric,
};

const REGEX_KWARGS = new Set(["missing_regex", "valid_regex", "invalid_regex"]);

const REMEDY =
  "Write it in words that are supported or take it out; `unsupported: warn` goes on without it and says so.";

/** The members of a list with their places; empty for anything that is no list. */
export function entriesOf(
  value: JsonValue | undefined,
  keyPath: KeyPath,
): readonly (readonly [JsonValue, KeyPath])[] {
  return Array.isArray(value) ? value.map((each, index) => [each, [...keyPath, index]] as const) : [];
}

/** An object as it is; complains of anything else and gives an empty one. Nothing written is an empty one too. */
export function objectAt(reading: FormatReading, value: JsonValue | undefined, keyPath: KeyPath): JsonObject {
  if (isJsonObject(value)) return value;
  if (value !== null && value !== undefined) {
    reading.complain(
      keyPath,
      `${quote(value)} stands where an object is wanted.`,
      "Write key: value below it.",
    );
  }
  return {};
}

/** The one key of an object and its value, as in `- missing: …`; a lone text is a key without a value. */
export function loneKey(value: JsonValue): readonly [string, JsonValue] | null {
  if (typeof value === "string") return [value, null];
  if (!isJsonObject(value)) return null;
  const [first, ...rest] = Object.entries(value);
  return first === undefined || rest.length > 0 ? null : first;
}

/** Refuses a check for each key that is written and not among those known. */
export function refuseOthers(
  reading: FormatReading,
  written: JsonObject,
  parts: { readonly keyPath: KeyPath; readonly known: readonly string[]; readonly check: string },
): boolean {
  const others = Object.keys(written).filter((key) => !parts.known.includes(key));
  for (const key of others) {
    const reason = `${quote(key)} is no key that is read here.`;
    reading.refuse([...parts.keyPath, key], parts.check, reason);
  }
  return others.length > 0;
}

/** Conditions of which all must hold, as one; null for none. What is no text is no condition and will be refused. */
export function joinFilters(...conditions: readonly (JsonValue | undefined)[]): string | null {
  const written = conditions.flatMap((each) => ((each ?? null) === null ? [] : [each]));
  const [only, ...more] = written.map((each) => (typeof each === "string" ? each : JSON.stringify(each)));
  if (only === undefined) return null;
  return more.length === 0 ? only : [only, ...more].map((each) => `(${each})`).join(" AND ");
}

/** Complains of keys that look like a slip of the pen: where any key may stand, they would be read as nothing. */
export function complainOfSlips(
  reading: FormatReading,
  written: JsonObject,
  { keyPath, meaningful }: { readonly keyPath: KeyPath; readonly meaningful: readonly string[] },
): void {
  for (const key of Object.keys(written)) {
    const near = meaningful.includes(key) ? null : nearestWord(key, meaningful);
    if (near === null || HARMLESS.has(key)) continue;
    reading.complain(
      [...keyPath, key],
      `${quote(key)} is not a key that is known here.`,
      `Is ${near} meant?`,
    );
  }
}

/** Keys of the formats that are like others of theirs. */
const HARMLESS = new Set(["name", "tags", "meta", "docs", "id", "unit"]);

/** The tables a document describes, and the one that is meant; complains when that is open. */
export function chooseTable<T extends { readonly name: string; readonly keyPath: KeyPath }>(
  reading: FormatReading,
  tables: readonly T[],
): T | null {
  const [only, ...more] = tables;
  if (only === undefined) return null;
  if (more.length === 0) return only;
  for (const wanted of reading.options.tables ?? []) {
    const found = tables.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
    if (found) return found;
  }
  const names = tables.map(({ name }) => quote(name)).join(", ");
  const sought = (reading.options.tables ?? []).map((name) => quote(name)).join(" or ") || "no name";
  const message = `The file describes the tables ${names}; the data are called ${sought}.`;
  reading.complain(
    only.keyPath,
    message,
    "Give the data in the gate file the name of the table that is meant.",
  );
  return null;
}
