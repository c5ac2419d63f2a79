/**
 * Generic tests of dbt's properties files: `models:` with `data_tests:`, those of dbt itself, of dbt-utils and of
 * dbt-expectations.
 *
 * @module
 */
import { isJsonObject, type JsonValue, quote } from "@ml-gates/gate";
import type { JsonObject } from "../parse-expectation.ts";
import { takesRowCondition } from "../row-condition/takes-row-condition.ts";
import type { KeyPath } from "../suite-text.ts";
import { draftDbtExpectation } from "./dbt-expectations.ts";
import {
  chooseTable,
  complainOfSlips,
  type Drafted,
  entriesOf,
  type FormatReading,
  joinFilters,
  objectAt,
} from "./format-reading.ts";
import { lookUp } from "./look-up.ts";
import { simplify } from "./simplify.ts";
import { invertLimits, type LimitKwargs, readComparison } from "./threshold.ts";

const TABLE_LISTS = ["models", "seeds", "snapshots"];
const TEST_LISTS = ["data_tests", "tests"];

/** What a test says of itself and not of the data. */
const TOLD_KEYS = new Set([
  "name",
  "description",
  "alias",
  "tags",
  "meta",
  "store_failures",
  "store_failures_as",
  "docs",
]);
const CONFIG_KEYS = [
  "where",
  "severity",
  "error_if",
  "warn_if",
  "limit",
  "fail_calc",
  "enabled",
  "config",
  "arguments",
];

/** A model, a seed, a snapshot or a table of a source. */
interface Table {
  readonly name: string;
  readonly written: JsonObject;
  readonly keyPath: KeyPath;
}

/** One test while it is read. */
interface Test {
  readonly type: string;
  readonly given: JsonObject;
  readonly config: JsonObject;
  readonly keyPath: KeyPath;
  readonly column: string | null;
}

/** Adds the expectations of the tests of one table. */
export function readDbt(reading: FormatReading): void {
  const tables = tablesOf(reading);
  const called = reading.options.tables ?? [];
  // A table that is named is meant even when nothing is tested there.
  const meant = tables.filter(({ name }) => called.includes(name));
  const table = chooseTable(reading, meant.length > 0 ? meant : tables.filter(isTested));
  if (table === null) return;
  readTests(reading, table, null);
  for (const [each, keyPath] of entriesOf(table.written["columns"], [...table.keyPath, "columns"])) {
    const written = objectAt(reading, each, keyPath);
    const { name } = written;
    if (typeof name === "string") readTests(reading, { name, written, keyPath }, name);
  }
}

function tablesOf(reading: FormatReading): readonly Table[] {
  const { root } = reading;
  const listed = TABLE_LISTS.flatMap((key) => entriesOf(root[key], [key]));
  const sources = entriesOf(root["sources"], ["sources"]).flatMap(([source, keyPath]) =>
    isJsonObject(source) ? entriesOf(source["tables"], [...keyPath, "tables"]) : [],
  );
  return [...listed, ...sources].flatMap(([each, keyPath]) => {
    const written = objectAt(reading, each, keyPath);
    const { name } = written;
    return typeof name === "string" ? [{ name, written, keyPath }] : [];
  });
}

function isTested({ written }: Table): boolean {
  const columns = Array.isArray(written["columns"]) ? written["columns"].filter(isJsonObject) : [];
  return [written, ...columns].some((each) => TEST_LISTS.some((key) => Array.isArray(each[key])));
}

function readTests(reading: FormatReading, { written, keyPath }: Table, column: string | null): void {
  complainOfSlips(reading, written, { keyPath, meaningful: [...TEST_LISTS, "columns"] });
  for (const key of TEST_LISTS) {
    for (const [each, place] of entriesOf(written[key], [...keyPath, key])) {
      const test = readTest(reading, each, { keyPath: place, column });
      if (test !== null) addTest(reading, test);
    }
  }
}

/** `- unique`, `- unique: { … }` or `- { test_name: unique, … }`; null for a test that is switched off. */
function readTest(
  reading: FormatReading,
  each: JsonValue,
  { keyPath, column }: Pick<Test, "keyPath" | "column">,
): Test | null {
  const [first, ...more] = isJsonObject(each) ? Object.entries(each) : [];
  const long = isJsonObject(each) && typeof each["test_name"] === "string" ? each["test_name"] : null;
  const type = typeof each === "string" ? each : (long ?? first?.[0] ?? "");
  const beside = long === null ? Object.fromEntries(more) : (each as JsonObject);
  const inside = long === null ? objectAt(reading, first?.[1], [...keyPath, type]) : {};
  const written: JsonObject = { ...beside, ...inside };
  const config = { ...written, ...objectAt(reading, written["config"], [...keyPath, type, "config"]) };
  if (config["enabled"] === false) return null;
  const given = { ...written, ...objectAt(reading, written["arguments"], [...keyPath, type, "arguments"]) };
  const told = (key: string) => TOLD_KEYS.has(key) || CONFIG_KEYS.includes(key) || key === "test_name";
  const kept = Object.entries(given).filter(([key, value]) => !told(key) && value !== null);
  return { type, given: Object.fromEntries(kept), config, keyPath, column };
}

function tellTest({ type, column }: Test): string {
  return column === null ? `The test ${quote(type)}` : `The test ${quote(type)} of ${quote(column)}`;
}

function addTest(reading: FormatReading, test: Test): void {
  const drafted = draftTest(test);
  const unread = typeof drafted === "string" ? drafted : findUnread(test);
  if (unread !== null || typeof drafted === "string") {
    reading.refuse(test.keyPath, tellTest(test), unread ?? "");
    return;
  }
  const leveled = readLevels(test, drafted);
  if (typeof leveled === "string") {
    reading.refuse(test.keyPath, tellTest(test), leveled);
    return;
  }
  const { where } = test.config;
  const row_filter = joinFilters(where, drafted.kwargs["row_filter"]);
  for (const [severity, limits] of leveled) {
    const expectation = limitTest(drafted, limits, row_filter);
    if (expectation === null) {
      reading.refuse(test.keyPath, tellTest(test), "a condition on the rows is not evaluated for this test.");
    } else reading.add(test.keyPath, { ...expectation, severity, check: tellTest(test) });
  }
}

/** A test with its limits, of the rows that take part; null when it is not about rows. */
function limitTest(
  { name, kwargs: { row_filter: _, ...kwargs } }: Drafted,
  limits: LimitKwargs,
  row_filter: string | null,
): Drafted | null {
  if (name.endsWith("_within_limits")) return simplify(name, { ...limits, ...kwargs, row_filter });
  if (row_filter === null) return { name, kwargs };
  if (!takesRowCondition(name)) return null;
  return { name, kwargs: { ...kwargs, row_condition: row_filter, condition_parser: "sql" } };
}

function findUnread({ config }: Test): string | null {
  if ((config["limit"] ?? null) !== null) return "a limit on its failing rows is not evaluated.";
  return (config["fail_calc"] ?? null) === null ? null : "a fail_calc of one's own is not evaluated.";
}

type Level = readonly [severity: "critical" | "warning", limits: LimitKwargs];
const NONE: LimitKwargs = { min_value: 0, max_value: 0 };

/** What fails and what warns: `error_if` and `warn_if` say when, `severity: warn` that nothing fails. */
function readLevels({ config }: Test, { name, kwargs }: Drafted): readonly Level[] | string {
  const warns = `${config["severity"] ?? "error"}`.toLowerCase() === "warn";
  const written = [config["error_if"], config["warn_if"]].some((each) => (each ?? null) !== null);
  if (!written) return [[warns ? "warning" : "critical", NONE]];
  if (!COUNTED.has(name) || "min_value" in kwargs)
    return "error_if and warn_if are not evaluated for this test.";
  const error = readCondition(config["error_if"]);
  const warning = readCondition(config["warn_if"]);
  if (error === null || warning === null) return "error_if and warn_if must be comparisons such as `> 10`.";
  return warns
    ? [["warning", warning]]
    : [
        ["critical", error],
        ["warning", warning],
      ];
}

/** Tests that count the same things as dbt does. */
const COUNTED = new Set([
  "missing_values_within_limits",
  "duplicate_values_within_limits",
  "failed_rows_within_limits",
]);

function readCondition(when: JsonValue | undefined): LimitKwargs | null {
  if ((when ?? null) === null) return NONE;
  const limits = typeof when === "string" ? readComparison(when) : null;
  return limits === null ? null : invertLimits(limits);
}

type Drafting = (given: JsonObject, column: string) => Drafted | string;

const COLUMN_TESTS: Readonly<Record<string, Drafting>> = {
  not_null: (_, column) => ({ name: "missing_values_within_limits", kwargs: { column } }),
  unique: (_, column) => ({
    name: "duplicate_values_within_limits",
    kwargs: { columns: [column], counting: "repeated-values", base: "rows" },
  }),
  accepted_values: (given, column) => ({
    name: "invalid_values_within_limits",
    kwargs: { column, valid_values: given["values"] },
  }),
  relationships: draftRelationship,
  "dbt_utils.accepted_range": (given, column) => draftRange(column, given),
  "dbt_utils.not_null_proportion": ({ at_least }, column) => ({
    name: "valid_values_within_limits",
    kwargs: { column, unit: "percent", min_value: typeof at_least === "number" ? at_least * 100 : at_least },
  }),
  "dbt_utils.not_empty_string": (_, column) => ({
    name: "failed_rows_within_limits",
    kwargs: { condition: `trim(${quoteColumn(column)}) = ''` },
  }),
  "dbt_utils.expression_is_true": ({ expression }, column) => ({
    name: "failed_rows_within_limits",
    kwargs: { condition: `NOT (${quoteColumn(column)} ${expression})` },
  }),
};

const TABLE_TESTS: Readonly<Record<string, (given: JsonObject) => Drafted | string>> = {
  "dbt_utils.expression_is_true": ({ expression }) => ({
    name: "failed_rows_within_limits",
    kwargs: { condition: `NOT (${expression})` },
  }),
  "dbt_utils.unique_combination_of_columns": ({ combination_of_columns }) => ({
    name: "duplicate_values_within_limits",
    kwargs: {
      columns: combination_of_columns,
      counting: "repeated-values",
      base: "rows",
      nulls_are_equal: "yes",
    },
  }),
};

/** Arguments that each test takes; one that is not read would change what is meant. */
const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  accepted_values: ["values", "quote"],
  "dbt_utils.accepted_range": ["min_value", "max_value", "inclusive"],
  "dbt_utils.not_null_proportion": ["at_least"],
  "dbt_utils.expression_is_true": ["expression"],
  "dbt_utils.unique_combination_of_columns": ["combination_of_columns"],
};

function draftTest({ type, given, column }: Test): Drafted | string {
  const expectation = /^(?:\w+\.)?(expect_\w+)$/i.exec(type)?.[1]?.toLowerCase();
  if (expectation !== undefined) return draftDbtExpectation(expectation, given, column);
  const columnTest = lookUp(COLUMN_TESTS, type);
  const tableTest = lookUp(TABLE_TESTS, type);
  const extra = Object.keys(given).find(
    (key) => !(lookUp(ARGUMENTS, type) ?? []).includes(key) && !["column_name", "to", "field"].includes(key),
  );
  const named = column ?? (typeof given["column_name"] === "string" ? given["column_name"] : null);
  if (extra !== undefined && (columnTest ?? tableTest) !== undefined)
    return `${quote(extra)} is not known here.`;
  if (columnTest !== undefined && named !== null) return columnTest(given, named);
  return tableTest?.(given) ?? "no test of that name is known here.";
}

/** `ref('customers')` and `source('shop', 'customers')` name a table by its last word. */
function draftRelationship({ to, field }: JsonObject, column: string): Drafted | string {
  const names = typeof to === "string" ? [...to.matchAll(/["']([^"']+)["']/g)].map(([, name]) => name) : [];
  const other = names.at(-1) ?? (typeof to === "string" && /^\w+$/.test(to) ? to : undefined);
  if (other === undefined || typeof field !== "string") return "it names no table and field.";
  return {
    name: "values_in_other_table",
    kwargs: { column, other_table: other, other_column: field },
  };
}

function draftRange(column: string, { min_value, max_value, inclusive }: JsonObject): Drafted | string {
  const limits = [min_value, max_value].filter((each) => (each ?? null) !== null);
  if (limits.some((each) => typeof each !== "number")) return "its limits are no numbers.";
  const name = quoteColumn(column);
  const equal = inclusive === false ? "=" : "";
  const below = min_value === undefined ? [] : [`${name} <${equal} ${min_value}`];
  const above = max_value === undefined ? [] : [`${name} >${equal} ${max_value}`];
  return { name: "failed_rows_within_limits", kwargs: { condition: [...below, ...above].join(" OR ") } };
}

function quoteColumn(column: string): string {
  return `"${column.replaceAll('"', '""')}"`;
}
