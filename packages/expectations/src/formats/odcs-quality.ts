/**
 * Quality rules of the Open Data Contract Standard: metrics of its library, SQL, and the words of other tools.
 *
 * @module
 */
import { isJsonObject, type JsonValue, quote } from "@ml-gates/gate";
import type { JsonObject } from "../parse-expectation.ts";
import { type KeyPath, parseSuiteText } from "../suite-text.ts";
import { complainOfSlips, type Drafted, type FormatReading, objectAt } from "./format-reading.ts";
import { lookUp } from "./look-up.ts";
import { toSodaclEntry } from "./odcs-soda.ts";
import { simplify } from "./simplify.ts";
import { readEntry } from "./sodacl.ts";
import { type LimitKwargs, ODCS_KEYS, readOdcsLimits } from "./threshold.ts";

const RULE_KEYS = [
  ...[
    "type",
    "metric",
    "rule",
    "unit",
    "arguments",
    "severity",
    "query",
    "engine",
    "implementation",
    "schedule",
  ],
  ...["scheduler", "method", "dimension", "validValues", ...ODCS_KEYS],
];

/** One rule while it is read. */
interface Rule {
  readonly written: JsonObject;
  readonly keyPath: KeyPath;
  /** Null for a rule of the whole object. */
  readonly column: string | null;
}

const NONE: LimitKwargs = { min_value: 0, max_value: 0 };

/** Adds what one quality rule asks for. Rules in prose ask for nothing that a machine can judge. */
export function readQualityRule(
  reading: FormatReading,
  each: JsonValue,
  { keyPath, column }: Pick<Rule, "keyPath" | "column">,
): void {
  const rule: Rule = { written: objectAt(reading, each, keyPath), keyPath, column };
  complainOfSlips(reading, rule.written, { keyPath, meaningful: RULE_KEYS });
  const type = rule.written["type"] ?? "library";
  if (type === "text") return;
  if (type === "library") readLibraryRule(reading, rule);
  else if (type === "sql") readSqlRule(reading, rule);
  else if (type === "custom") readCustomRule(reading, rule);
  else
    reading.refuse(
      [...keyPath, "type"],
      tellRule(rule),
      `rules of the type ${quote(type)} are not evaluated.`,
    );
}

function tellRule({ written, column }: Rule): string {
  const name = written["name"] ?? written["metric"] ?? written["rule"] ?? written["type"] ?? "quality";
  return `The rule ${quote(name)}${column === null ? "" : ` of ${quote(column)}`}`;
}

/** Names of earlier versions. */
const RENAMED: Readonly<Record<string, string>> = {
  duplicateCount: "duplicateValues",
  uniqueCheck: "duplicateValues",
  nullCheck: "nullValues",
  nullCount: "nullValues",
  validValues: "invalidValues",
};

function readLibraryRule(reading: FormatReading, rule: Rule): void {
  const { written, keyPath } = rule;
  const metric = written["metric"] ?? written["rule"];
  const name = typeof metric === "string" ? (lookUp(RENAMED, metric) ?? metric) : "";
  const drafted = draftMetric(rule, name);
  if (typeof drafted === "string") {
    reading.refuse(keyPath, tellRule(rule), drafted);
    return;
  }
  // The old names that are checks by themselves set their own limit.
  const fallback =
    metric === "validValues" || metric === "nullCheck" || metric === "uniqueCheck" ? NONE : null;
  const limits = readOdcsLimits(written) ?? fallback;
  if (limits === null || typeof limits === "string") {
    const seen = limits ?? "it has no limit, without which it says nothing";
    reading.complain(keyPath, `${tellRule(rule)}: ${seen}.`, "Write one limit, such as mustBeLessThan: 10.");
    return;
  }
  const unit = written["unit"] === "percent" && name !== "rowCount" ? { unit: "percent" } : {};
  const expectation = simplify(drafted.name, { ...drafted.kwargs, ...limits, ...unit });
  reading.add(keyPath, { ...expectation, severity: severityOf(written), check: tellRule(rule) });
}

/** All percentages are of all rows. */
function draftMetric({ written, column }: Rule, metric: string): Drafted | string {
  const given = isJsonObject(written["arguments"] ?? null) ? (written["arguments"] as JsonObject) : written;
  const ofColumn = (name: string, kwargs: Drafted["kwargs"]): Drafted | string =>
    column === null
      ? `${metric} is asked of an object, not of a property.`
      : { name, kwargs: { column, ...kwargs } };
  switch (metric) {
    case "rowCount":
      return { name: "row_count_within_limits", kwargs: {} };
    case "nullValues":
      return ofColumn("missing_values_within_limits", {});
    case "missingValues":
      return ofColumn("missing_values_within_limits", { missing_values: given["missingValues"] });
    case "invalidValues": {
      const { validValues, pattern } = given;
      if ((validValues ?? pattern ?? null) === null) return "it says nothing of what is valid.";
      return ofColumn("invalid_values_within_limits", { valid_values: validValues, valid_regex: pattern });
    }
    case "duplicateValues":
      return {
        name: "duplicate_values_within_limits",
        kwargs: { columns: column === null ? given["properties"] : [column], ...percentBase(written) },
      };
    default:
      return `${quote(metric)} is no metric of the standard's library.`;
  }
}

function percentBase(written: JsonObject): Drafted["kwargs"] {
  return written["unit"] === "percent" ? { base: "rows" } : {};
}

const SEVERITIES: Readonly<Record<string, "warning" | "info">> = {
  warning: "warning",
  warn: "warning",
  info: "info",
};

function severityOf({ severity }: JsonObject): "critical" | "warning" | "info" {
  return (
    (typeof severity === "string" ? lookUp(SEVERITIES, severity.toLowerCase()) : undefined) ?? "critical"
  );
}

function readSqlRule(reading: FormatReading, rule: Rule): void {
  const { written, keyPath } = rule;
  const limits = readOdcsLimits(written);
  if (limits === null || typeof limits === "string") {
    const seen = limits ?? "it has no limit, without which it says nothing";
    reading.complain(keyPath, `${tellRule(rule)}: ${seen}.`, "Write one limit, such as mustBe: 0.");
    return;
  }
  reading.add(keyPath, {
    name: "query_result_within_limits",
    kwargs: { query: fillPlaceholders(written["query"], rule.column), ...limits },
    severity: severityOf(written),
    check: tellRule(rule),
  });
}

/** `{object}` and `{property}`, with or without a dollar sign, and the names that came before them. */
function fillPlaceholders(query: JsonValue | undefined, column: string | null): JsonValue {
  if (typeof query !== "string") return query ?? null;
  const quoted = column === null ? null : `"${column.replaceAll('"', '""')}"`;
  return query
    .replaceAll(/\$?\{(?:object|table|model)\}/g, "batch")
    .replaceAll(/\$?\{(?:property|column|field)\}/g, (found) => quoted ?? found);
}

/** The words of another tool, as text or as an object: those of Great Expectations and of Soda are understood. */
function readCustomRule(reading: FormatReading, rule: Rule): void {
  const { written, keyPath } = rule;
  const { engine, implementation = null } = written;
  const reader = typeof engine === "string" ? lookUp(ENGINES, engine.toLowerCase()) : undefined;
  if (reader === undefined) {
    reading.refuse(keyPath, tellRule(rule), `rules for the engine ${quote(engine)} are not evaluated.`);
    return;
  }
  const check =
    typeof implementation === "string"
      ? parseSuiteText(implementation, "implementation").value
      : implementation;
  reader(reading, rule, check ?? null);
}

type ReadImplementation = (reading: FormatReading, rule: Rule, check: JsonValue) => void;

const ENGINES: Readonly<Record<string, ReadImplementation>> = {
  greatexpectations: readGreatExpectations,
  soda: readSoda,
};

function readGreatExpectations(reading: FormatReading, rule: Rule, check: JsonValue): void {
  const { type, expectation_type, kwargs = {} } = isJsonObject(check) ? check : {};
  const name = type ?? expectation_type;
  if (typeof name !== "string" || !isJsonObject(kwargs)) {
    reading.refuse(rule.keyPath, tellRule(rule), "its implementation is no single expectation with kwargs.");
    return;
  }
  reading.add(rule.keyPath, { name, kwargs, severity: severityOf(rule.written) });
}

/** One check, or a list of them. */
function readSoda(reading: FormatReading, rule: Rule, check: JsonValue): void {
  const entries = [check].flat().map(toSodaclEntry);
  if (entries.length === 0 || entries.includes(null)) {
    reading.refuse(rule.keyPath, tellRule(rule), "its implementation is no check of SodaCL with a limit.");
    return;
  }
  for (const entry of entries)
    readEntry(reading, entry, { keyPath: rule.keyPath, filter: null, settings: new Map() });
}
