/**
 * Soda's data contracts, version 4: `dataset`, `columns` and `checks`.
 *
 * @module
 */
import { isJsonObject, type JsonValue, quote } from "@ml-gates/gate";
import type { JsonObject } from "../parse-expectation.ts";
import { takesRowCondition } from "../row-condition/takes-row-condition.ts";
import type { KeyPath } from "../suite-text.ts";
import {
  type Drafted,
  entriesOf,
  type FormatReading,
  joinFilters,
  loneKey,
  objectAt,
  refuseOthers,
} from "./format-reading.ts";
import { lookUp } from "./look-up.ts";
import { nameType } from "./name-type.ts";
import { simplify } from "./simplify.ts";
import { type LimitKwargs, readSodaLimits, SODA_KEYS } from "./threshold.ts";

const ROOT_KEYS = [
  ...["dataset", "description", "filter", "variables", "columns", "checks", "checks_schedule", "owner"],
  ...["soda_agent", "soda_runner", "check_attributes", "attributes", "scopes"],
];
const MISSING_KEYS = ["missing_values", "missing_format"];
const VALID_KEYS = [
  ...["valid_values", "invalid_values", "valid_min", "valid_max", "valid_length", "valid_min_length"],
  ...["valid_max_length", "valid_format", "invalid_format", "valid_reference_data"],
];
const COLUMN_KEYS = [
  ...[
    "name",
    "description",
    "data_type",
    "character_maximum_length",
    "optional",
    "checks",
    "check_attributes",
  ],
  ...["owner", "attributes", "tags"],
];
/** Keys that say something of a check and change nothing of its verdict. */
const TOLD_KEYS = ["name", "qualifier", "attributes", "threshold", "filter", "store_failed_rows"];
const THRESHOLD_KEYS = ["metric", "level", "unit", ...SODA_KEYS];

/** One check while it is read. */
interface Check {
  readonly type: string;
  readonly written: JsonObject;
  readonly keyPath: KeyPath;
  /** Null for a check of the dataset. */
  readonly column: JsonObject | null;
}

/** Adds the expectations of a contract. */
export function readSodaContract(reading: FormatReading): void {
  const { root } = reading;
  refuseOthers(reading, root, { keyPath: [], known: ROOT_KEYS, check: "This part of the contract" });
  for (const [written, keyPath] of entriesOf(root["columns"], ["columns"])) {
    const column = objectAt(reading, written, keyPath);
    refuseOthers(reading, column, {
      keyPath,
      known: [...COLUMN_KEYS, ...MISSING_KEYS, ...VALID_KEYS],
      check: `The column ${quote(column["name"])}`,
    });
    readChecks(reading, column, keyPath);
  }
  readChecks(reading, null, []);
}

function readChecks(reading: FormatReading, column: JsonObject | null, parent: KeyPath): void {
  const listed = (column ?? reading.root)["checks"];
  for (const [each, keyPath] of entriesOf(listed, [...parent, "checks"])) {
    const [type, value] = loneKey(each) ?? [];
    if (type === undefined) {
      reading.complain(
        keyPath,
        `${quote(each)} is no check.`,
        "Write one check an entry, as in `- missing:`.",
      );
      continue;
    }
    const check = { type, written: objectAt(reading, value, [...keyPath, type]), keyPath, column };
    readCheck(reading, check);
  }
}

function readCheck(reading: FormatReading, check: Check): void {
  const reader = lookUp(check.column === null ? DATASET_CHECKS : COLUMN_CHECKS, check.type);
  if (reader === undefined) {
    reading.refuse(check.keyPath, tellCheck(check), "no check of that name is evaluated here.");
    return;
  }
  const known = [...TOLD_KEYS, ...reader.keys];
  if (
    refuseOthers(reading, check.written, {
      keyPath: [...check.keyPath, check.type],
      known,
      check: tellCheck(check),
    })
  )
    return;
  const drafted = reader.draft(check, reading);
  if (typeof drafted === "string") reading.refuse(check.keyPath, tellCheck(check), drafted);
  else addLimited(reading, check, { ...reader, drafted });
}

function tellCheck({ type, column }: Check): string {
  const name = column?.["name"];
  return typeof name === "string" ? `The check ${quote(type)} of ${quote(name)}` : `The check ${quote(type)}`;
}

/** How one type of check is read; a text says why it cannot be. */
interface CheckReader {
  readonly keys: readonly string[];
  /** What holds when no threshold is written; null when one must be. */
  readonly fallback: LimitKwargs | null;
  draft(check: Check, reading: FormatReading): Drafted | readonly Drafted[] | string;
}

const NONE: LimitKwargs = { min_value: 0, max_value: 0 };

const COLUMN_CHECKS: Readonly<Record<string, CheckReader>> = {
  missing: {
    keys: MISSING_KEYS,
    fallback: NONE,
    draft: (check) => draftCount("missing_values_within_limits", check, missingKwargs(check)),
  },
  invalid: {
    keys: [...MISSING_KEYS, ...VALID_KEYS],
    fallback: NONE,
    draft: (check) => draftInvalid(check),
  },
  duplicate: {
    keys: MISSING_KEYS,
    fallback: NONE,
    draft: (check) => {
      const missing = missingKwargs(check);
      if (typeof missing === "string") return missing;
      const columns = [check.column?.["name"] ?? null];
      return { name: "duplicate_values_within_limits", kwargs: { columns, ...missing } };
    },
  },
  aggregate: { keys: ["function", ...MISSING_KEYS], fallback: null, draft: draftAggregate },
  metric: { keys: ["expression", "query"], fallback: null, draft: draftMetric },
  failed_rows: { keys: ["expression", "query"], fallback: NONE, draft: draftFailedRows },
};

const DATASET_CHECKS: Readonly<Record<string, CheckReader>> = {
  row_count: {
    keys: [],
    fallback: { min_value: 0, strict_min: true },
    draft: () => ({ name: "row_count_within_limits", kwargs: {} }),
  },
  duplicate: {
    keys: ["columns"],
    fallback: NONE,
    // Rows are compared as a whole here: a missing value equals another, and no row is left out of the base.
    draft: ({ written }) => ({
      name: "duplicate_values_within_limits",
      kwargs: { columns: written["columns"], nulls_are_equal: "yes", base: "rows" },
    }),
  },
  schema: { keys: ["allow_extra_columns", "allow_other_column_order"], fallback: NONE, draft: draftSchema },
  freshness: {
    keys: ["column", "now_variable"],
    fallback: null,
    draft: () => "it depends on the time of the run, and the same data must give the same verdict.",
  },
  metric: COLUMN_CHECKS["metric"] as CheckReader,
  failed_rows: COLUMN_CHECKS["failed_rows"] as CheckReader,
};

function draftCount(name: string, check: Check, kwargs: Drafted["kwargs"] | string): Drafted | string {
  if (typeof kwargs === "string") return kwargs;
  return { name, kwargs: { column: check.column?.["name"], ...kwargs } };
}

function draftInvalid(check: Check): Drafted | string {
  const settings = settingsOf(check, VALID_KEYS);
  const reference = settings["valid_reference_data"] ?? null;
  if (reference !== null) return draftReference(check, settings, reference);
  if (VALID_KEYS.every((key) => (settings[key] ?? null) === null)) return "it says nothing of what is valid.";
  const missing = missingKwargs(check);
  if (typeof missing === "string") return missing;
  const { valid_format, invalid_format, valid_reference_data: _, ...plain } = settings;
  const valid = regexOf(valid_format);
  const invalid = regexOf(invalid_format);
  if (valid === null || invalid === null) return "a format without a regex is not known here.";
  const kwargs = { ...plain, valid_regex: valid, invalid_regex: invalid, ...missing };
  return draftCount("invalid_values_within_limits", check, kwargs);
}

/** Values of another dataset: alone, without a threshold, which is all that a foreign key says. */
function draftReference(check: Check, settings: JsonObject, reference: JsonValue): Drafted | string {
  const alone = VALID_KEYS.every((key) => key === "valid_reference_data" || (settings[key] ?? null) === null);
  const missing = MISSING_KEYS.every((key) => (settingsOf(check, MISSING_KEYS)[key] ?? null) === null);
  if (!alone || !missing || (check.written["threshold"] ?? null) !== null) {
    return "valid_reference_data beside other settings or a threshold is not evaluated.";
  }
  const { dataset, column } = isJsonObject(reference) ? reference : {};
  const other = typeof dataset === "string" ? dataset.split("/").at(-1) : undefined;
  const kwargs = { column: check.column?.["name"], other_table: other, other_column: column };
  return { name: "values_in_other_table", kwargs };
}

const FUNCTIONS: Readonly<Record<string, string>> = {
  avg: "avg",
  sum: "sum",
  min: "min",
  max: "max",
  minlength: "min_length",
  maxlength: "max_length",
  avglength: "avg_length",
  min_length: "min_length",
  max_length: "max_length",
  avg_length: "avg_length",
};

function draftAggregate(check: Check): Drafted | string {
  const written = check.written["function"];
  const name = typeof written === "string" ? lookUp(FUNCTIONS, written.toLowerCase()) : undefined;
  if (name === undefined) return `the function ${quote(written)} is not evaluated.`;
  const missing = missingKwargs(check);
  if (typeof missing === "string") return missing;
  // Soda 4 leaves out only what is missing and invalid at once; which of the two is meant, the author must say.
  const column = check.column ?? {};
  if (VALID_KEYS.some((key) => (column[key] ?? null) !== null)) {
    return "the column says what is valid, and whether invalid values take part in an aggregate is not agreed.";
  }
  return draftCount("column_aggregate_within_limits", check, { function: name, ...missing });
}

function draftMetric({ written }: Check): Drafted | string {
  const query = written["query"] ?? null;
  if (query !== null) return { name: "query_result_within_limits", kwargs: { query } };
  if ((written["filter"] ?? null) !== null) return "a filter beside a metric of one's own is not evaluated.";
  return { name: "metric_within_limits", kwargs: { expression: written["expression"] } };
}

function draftFailedRows({ written }: Check): Drafted | string {
  const query = written["query"];
  if ((query ?? null) === null) {
    return { name: "failed_rows_within_limits", kwargs: { condition: written["expression"] } };
  }
  if ((written["threshold"] ?? null) !== null) return "a threshold on the rows of a query is not evaluated.";
  if ((written["filter"] ?? null) !== null) return "a filter beside a query is not evaluated.";
  return { name: "unexpected_rows_expectation", kwargs: { unexpected_rows_query: query } };
}

function draftSchema({ written }: Check, { root }: FormatReading): readonly Drafted[] {
  const columns = Array.isArray(root["columns"]) ? root["columns"].filter(isJsonObject) : [];
  const optional = columns.filter((column) => column["optional"] === true);
  const typed = columns.filter((column) => typeof column["data_type"] === "string");
  const long = columns.filter((column) => typeof column["character_maximum_length"] === "number");
  const listed = {
    column_list: columns.map((column) => column["name"] ?? null),
    optional_columns: optional.map((column) => column["name"] ?? null),
    allows_others: written["allow_extra_columns"] === true,
    any_order: written["allow_other_column_order"] === true,
    column_types: Object.fromEntries(
      typed.map((column) => [`${column["name"]}`, nameType(column["data_type"])]),
    ),
  };
  return [
    { name: "columns_as_listed", kwargs: listed },
    // Files know no longest text of a type; no value may be longer than the type that is promised.
    ...long.map((column) => ({
      name: "expect_column_value_lengths_to_be_between",
      kwargs: { column: column["name"], max_value: column["character_maximum_length"] },
    })),
  ];
}

/** The settings of a check: its own when it has any, else the column's. */
function settingsOf({ written, column }: Check, keys: readonly string[]): JsonObject {
  const own = keys.some((key) => (written[key] ?? null) !== null);
  const from = own ? written : (column ?? {});
  return Object.fromEntries(keys.map((key) => [key, from[key] ?? null]));
}

function missingKwargs(check: Check): Drafted["kwargs"] | string {
  const { missing_values, missing_format } = settingsOf(check, MISSING_KEYS);
  const regex = regexOf(missing_format);
  return regex === null
    ? "a format without a regex is not known here."
    : { missing_values, missing_regex: regex };
}

/** The pattern of a format; undefined for no format, null for one that has none. */
function regexOf(format: JsonValue | undefined): JsonValue | undefined {
  if ((format ?? null) === null) return undefined;
  return isJsonObject(format ?? null) ? ((format as JsonObject)["regex"] ?? null) : null;
}

/** Adds what a check asks for, with its limits, its filter and its level. */
function addLimited(
  reading: FormatReading,
  check: Check,
  {
    drafted,
    fallback,
  }: { readonly drafted: Drafted | readonly Drafted[]; readonly fallback: CheckReader["fallback"] },
): void {
  const { written, keyPath, type } = check;
  const place = [...keyPath, type, "threshold"];
  const threshold = objectAt(reading, written["threshold"], place);
  refuseOthers(reading, threshold, { keyPath: place, known: THRESHOLD_KEYS, check: tellCheck(check) });
  const limits = readSodaLimits(threshold) ?? fallback;
  if (limits === null || typeof limits === "string") {
    const seen = limits ?? "it has no threshold, without which it says nothing";
    reading.complain(
      keyPath,
      `${tellCheck(check)}: ${seen}.`,
      "Write one limit, such as must_be_less_than: 10.",
    );
    return;
  }
  const list = "name" in drafted ? [drafted] : drafted;
  const filter = joinFilters(reading.root["filter"], written["filter"]);
  for (const { name, kwargs } of list) {
    const more = takesLimits(name)
      ? limitedKwargs({ threshold, limits, filter, name })
      : domainOf(name, filter);
    if (filter !== null && !FILTERED.has(name) && !SHAPES.has(name) && !takesRowCondition(name)) {
      reading.refuse(keyPath, tellCheck(check), "a filter is not applied to it.");
      continue;
    }
    const severity = threshold["level"] === "warn" ? "warning" : "critical";
    reading.add(keyPath, { ...simplify(name, { ...kwargs, ...more }), severity, check: tellCheck(check) });
  }
}

/** What looks at rows, and takes a filter. */
const FILTERED = new Set([
  ...["missing_values_within_limits", "invalid_values_within_limits", "duplicate_values_within_limits"],
  ...["column_aggregate_within_limits", "failed_rows_within_limits", "row_count_within_limits"],
]);
/** What looks at the columns only. */
const SHAPES = new Set(["columns_as_listed"]);

function domainOf(name: string, filter: string | null): Drafted["kwargs"] {
  return filter === null || !takesRowCondition(name)
    ? {}
    : { row_condition: filter, condition_parser: "sql" };
}

function takesLimits(name: string): boolean {
  return name.endsWith("_within_limits");
}

function limitedKwargs(parts: {
  readonly threshold: JsonObject;
  readonly limits: LimitKwargs;
  readonly filter: string | null;
  readonly name: string;
}): Drafted["kwargs"] {
  const { threshold, limits, filter, name } = parts;
  const percent = threshold["metric"] === "percent" ? { unit: "percent" } : {};
  return {
    ...limits,
    ...(name.includes("aggregate") || name.includes("row_count") ? {} : percent),
    row_filter: filter,
  };
}
