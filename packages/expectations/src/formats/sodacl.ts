/**
 * SodaCL, the checks of Soda's version 3: `checks for <dataset>:`. What needs a history of runs is refused.
 *
 * @module
 */
import { isJsonObject, type JsonValue, quote } from "@ml-gates/gate";
import type { JsonObject } from "../parse-expectation.ts";
import type { KeyPath } from "../suite-text.ts";
import {
  chooseTable,
  type Drafted,
  entriesOf,
  type FormatReading,
  joinFilters,
  loneKey,
  objectAt,
} from "./format-reading.ts";
import { lookUp } from "./look-up.ts";
import { nameType } from "./name-type.ts";
import { simplify } from "./simplify.ts";
import { invertLimits, type LimitKwargs, readComparison } from "./threshold.ts";

const CHECKS_FOR = /^checks for\s+(?<name>"[^"]+"|[^\s[]+)\s*(?:\[(?<part>[^\]]+)\])?$/;
const FILTER_FOR = /^filter\s+(?<name>"[^"]+"|[^\s[]+)\s*\[(?<part>[^\]]+)\]$/;
const CONFIGURATIONS_FOR = /^configurations for\s+(?<name>"[^"]+"|\S+)$/;
const METRIC = /^(?<metric>[a-z_]\w*)\s*(?:\((?<args>[^()]*)\))?\s*(?<rest>.*)$/i;

/** What a check says for its reader or its store and not for its verdict. */
const TOLD_KEYS = new Set(["name", "samples limit", "samples columns", "attributes", "identity", "title"]);

const SETTINGS: Readonly<Record<string, string>> = {
  "missing values": "missing_values",
  "missing regex": "missing_regex",
  "valid values": "valid_values",
  "invalid values": "invalid_values",
  "valid min": "valid_min",
  "valid max": "valid_max",
  "valid length": "valid_length",
  "valid min length": "valid_min_length",
  "valid max length": "valid_max_length",
  "valid regex": "valid_regex",
  "invalid regex": "invalid_regex",
};

/** Settings by column, as `configurations for` gives them. */
type Settings = Readonly<Record<string, JsonValue>>;

/** All checks for one dataset, or for one part of it. */
interface Dataset {
  readonly name: string;
  readonly keyPath: KeyPath;
  readonly part: string | null;
}

/** One check while it is read. */
interface Check {
  readonly line: string;
  readonly config: JsonObject;
  readonly keyPath: KeyPath;
  readonly filter: string | null;
  readonly settings: ReadonlyMap<string, Settings>;
}

/** Whether a key of a document is SodaCL's own. */
export function isSodaclKey(key: string): boolean {
  return [CHECKS_FOR, FILTER_FOR, CONFIGURATIONS_FOR, /^for each (?:dataset|table|column)\b/].some((shape) =>
    shape.test(key),
  );
}

/** Adds the expectations of the checks for one dataset. */
export function readSodacl(reading: FormatReading): void {
  const keys = Object.keys(reading.root);
  for (const key of keys) if (!isReadKey(key)) refuseKey(reading, key);
  const datasets = keys.flatMap((key) => datasetOf(key) ?? []);
  const byName = new Map(datasets.map((each) => [each.name.toLowerCase(), each]));
  const chosen = chooseTable(reading, [...byName.values()]);
  if (chosen === null) return;
  const settings = readConfigurations(reading, chosen.name);
  for (const dataset of datasets.filter(({ name }) => name.toLowerCase() === chosen.name.toLowerCase())) {
    const filter = dataset.part === null ? null : findFilter(reading, dataset);
    for (const [each, keyPath] of entriesOf(reading.root[`${dataset.keyPath[0]}`], dataset.keyPath)) {
      readEntry(reading, each, { keyPath, filter, settings });
    }
  }
}

function isReadKey(key: string): boolean {
  return [CHECKS_FOR, FILTER_FOR, CONFIGURATIONS_FOR].some((shape) => shape.test(key));
}

function refuseKey(reading: FormatReading, key: string): void {
  reading.refuse([key], `The section ${quote(key)}`, "sections of that kind are not evaluated here.");
}

function unquote(name: string): string {
  return name.trim().replace(/^(["'`])(.*)\1$/, "$2");
}

function datasetOf(key: string): Dataset | null {
  const { name, part } = CHECKS_FOR.exec(key)?.groups ?? {};
  return name === undefined ? null : { name: unquote(name), keyPath: [key], part: part ?? null };
}

/** The rows of a part: a filter that another section states. */
function findFilter(reading: FormatReading, { name, part, keyPath }: Dataset): string | null {
  for (const [key, value] of Object.entries(reading.root)) {
    const found = FILTER_FOR.exec(key)?.groups;
    if (found && unquote(found["name"] ?? "") === name && found["part"] === part && isJsonObject(value)) {
      const where = value["where"];
      if (typeof where === "string") return where;
    }
  }
  reading.complain(
    keyPath,
    `No filter states what ${quote(part)} is.`,
    "Write filter … [part]: where: a condition.",
  );
  return null;
}

function readConfigurations(reading: FormatReading, dataset: string): ReadonlyMap<string, Settings> {
  const byColumn = new Map<string, Settings>();
  for (const [key, value] of Object.entries(reading.root)) {
    const name = CONFIGURATIONS_FOR.exec(key)?.groups?.["name"];
    if (name === undefined || unquote(name).toLowerCase() !== dataset.toLowerCase()) continue;
    for (const [setting, setTo] of Object.entries(objectAt(reading, value, [key]))) {
      const [, what = "", column = ""] = /^(.*?) for (.+)$/.exec(setting) ?? [];
      const kwarg = lookUp(SETTINGS, what);
      if (kwarg === undefined) {
        reading.refuse([key, setting], `The setting ${quote(setting)}`, "it is not known here.");
      } else byColumn.set(unquote(column), { ...byColumn.get(unquote(column)), [kwarg]: setTo });
    }
  }
  return byColumn;
}

/** Reads one entry of a list of checks: a line, or a line with what belongs to it. */
export function readEntry(
  reading: FormatReading,
  entry: JsonValue,
  parts: Pick<Check, "keyPath" | "filter" | "settings">,
): void {
  const [line, value] = loneKey(entry) ?? [];
  if (line === undefined) {
    reading.complain(parts.keyPath, `${quote(entry)} is no check.`, "Write one check an entry.");
    return;
  }
  const config = objectAt(reading, value, [...parts.keyPath, line]);
  const check: Check = { ...parts, line: line.trim(), config };
  if (check.line === "schema") readSchema(reading, check);
  else if (check.line === "failed rows") readFailedRows(reading, check);
  else if (REFERENCE.test(check.line) && check.filter === null) readReference(reading, check);
  else readMetric(reading, check);
}

const REFERENCE = /^values in \((?<column>[^(),]+)\) must exist in (?<other>\S+) \((?<target>[^(),]+)\)$/;

function readReference(reading: FormatReading, check: Check): void {
  const { column = "", other = "", target = "" } = REFERENCE.exec(check.line)?.groups ?? {};
  const unread = Object.keys(check.config).find((key) => !TOLD_KEYS.has(key));
  if (unread !== undefined)
    reading.refuse(check.keyPath, tellCheck(check), `${quote(unread)} is not known here.`);
  reading.add(check.keyPath, {
    name: "values_in_other_table",
    kwargs: { column: unquote(column), other_table: unquote(other), other_column: unquote(target) },
  });
}

function tellCheck({ line }: Check): string {
  return `The check ${quote(line)}`;
}

/** The metrics, each as an expectation. */
const COUNTS: Readonly<Record<string, readonly [name: string, unit: "count" | "percent"]>> = {
  missing_count: ["missing_values_within_limits", "count"],
  missing_percent: ["missing_values_within_limits", "percent"],
  invalid_count: ["invalid_values_within_limits", "count"],
  invalid_percent: ["invalid_values_within_limits", "percent"],
  valid_count: ["valid_values_within_limits", "count"],
};

const AGGREGATES = new Set([
  ...["avg", "sum", "min", "max", "stddev", "stddev_pop", "stddev_samp", "variance", "var_pop", "var_samp"],
  ...["avg_length", "min_length", "max_length"],
]);

function readMetric(reading: FormatReading, check: Check): void {
  const { metric = "", args, rest = "" } = METRIC.exec(check.line)?.groups ?? {};
  const columns = (args ?? "")
    .split(",")
    .map(unquote)
    .filter((name) => name !== "");
  const limits = readLimits(check, rest);
  if (typeof limits === "string") {
    reading.refuse(check.keyPath, tellCheck(check), limits);
    return;
  }
  const drafted = draftMetric(check, metric, columns);
  if (typeof drafted === "string") {
    reading.refuse(check.keyPath, tellCheck(check), drafted);
    return;
  }
  const unread = findUnread(check, drafted, metric);
  if (unread !== null) {
    reading.refuse(check.keyPath, tellCheck(check), `${quote(unread)} is not known here.`);
    return;
  }
  addEach(reading, check, { drafted, limits });
}

type Leveled = readonly (readonly [severity: "critical" | "warning", limits: LimitKwargs])[];

/** The limits of a line itself, or those under `fail` and `warn`, each of which says when it goes off. */
function readLimits({ line, config }: Check, rest: string): Leveled | string {
  if (rest !== "") {
    const limits = readComparison(rest);
    return limits === null ? reasonOf(line) : [["critical", limits]];
  }
  const levels = [
    ["critical", config["fail"]],
    ["warning", config["warn"]],
  ] as const;
  const leveled = levels.flatMap(([severity, when]) => {
    if (when === undefined) return [];
    const limits = typeof when === "string" ? readComparison(when.replace(/^when\s+/, "")) : null;
    return [[severity, limits === null ? null : invertLimits(limits)] as const];
  });
  if (leveled.length === 0) return "it has no limit, without which it says nothing.";
  const read = leveled.flatMap(([severity, limits]) =>
    limits === null ? [] : [[severity, limits] as const],
  );
  return read.length < leveled.length ? "its fail or warn is no comparison such as `when > 5`." : read;
}

const REASONS: readonly (readonly [RegExp, string])[] = [
  [/^freshness\b/, "it depends on the time of the run, and the same data must give the same verdict."],
  [
    /^(?:change|anomaly|automated|distribution_difference)\b/,
    "it compares with earlier runs, of which none are kept.",
  ],
  [/^(?:values in|row_count same as)\b/, "this comparison with another dataset is not evaluated."],
  [/^group by\b/, "checks by group are not evaluated."],
];

function reasonOf(line: string): string {
  return REASONS.find(([shape]) => shape.test(line))?.[1] ?? "it is no check that is known here.";
}

function draftMetric(check: Check, metric: string, columns: readonly string[]): Drafted | string {
  const reason = REASONS.find(([shape]) => shape.test(check.line))?.[1];
  if (reason !== undefined) return reason;
  const query = check.config[`${metric} query`];
  if (query !== undefined) return draftQuery(check, query);
  const expression = check.config[`${metric} expression`];
  if (expression !== undefined) return draftExpression(check, expression);
  const [column] = columns;
  if (metric === "row_count") return { name: "row_count_within_limits", kwargs: {} };
  if (column === undefined) return reasonOf(check.line);
  if (metric === "duplicate_count" || metric === "duplicate_percent") return draftDuplicates(metric, columns);
  if (metric === "percentile") {
    const kwargs = { column, function: "percentile", percentile: Number(columns[1]) };
    return { name: "column_aggregate_within_limits", kwargs };
  }
  if (columns.length > 1) return reasonOf(check.line);
  return draftColumn(check, metric, column);
}

function draftQuery({ config, filter }: Check, query: JsonValue): Drafted | string {
  if (filter !== null || config["filter"] !== undefined) return "a filter beside a query is not evaluated.";
  return { name: "query_result_within_limits", kwargs: { query } };
}

function draftExpression({ config, filter }: Check, expression: JsonValue): Drafted | string {
  if (filter !== null || config["filter"] !== undefined)
    return "a filter beside a metric of one's own is not evaluated.";
  return { name: "metric_within_limits", kwargs: { expression } };
}

/** Settings of missing and valid values do not touch repeated ones here; NULL does. */
function draftDuplicates(metric: string, columns: readonly string[]): Drafted {
  const percent = metric === "duplicate_percent" ? { unit: "percent", digits: 2 } : {};
  const kwargs = { columns, counting: "repeated-values", base: "rows", ...percent };
  return { name: "duplicate_values_within_limits", kwargs };
}

function draftColumn(check: Check, metric: string, column: string): Drafted | string {
  const settings = mergeSettings(check, column);
  const [name, unit] = lookUp(COUNTS, metric) ?? [];
  const valid = Object.entries(settings).filter(([kwarg]) => kwarg.includes("valid_"));
  if (name !== undefined) {
    if (metric.startsWith("invalid") && valid.length === 0) return "it says nothing of what is valid.";
    const used = metric.startsWith("missing") ? withoutValidity(settings) : settings;
    return { name, kwargs: { column, ...used, ...(unit === "percent" ? { unit, digits: 2 } : {}) } };
  }
  if (!AGGREGATES.has(metric)) return reasonOf(check.line);
  if (
    valid.some(([kwarg]) => kwarg.startsWith("valid")) &&
    valid.some(([kwarg]) => kwarg.startsWith("invalid"))
  ) {
    return "valid and invalid settings beside each other are not agreed for an aggregate.";
  }
  const leaves_out = valid.length === 0 ? "missing" : "missing-or-invalid";
  return {
    name: "column_aggregate_within_limits",
    kwargs: { column, function: metric, ...settings, leaves_out },
  };
}

function withoutValidity(settings: Settings): Settings {
  return Object.fromEntries(Object.entries(settings).filter(([kwarg]) => kwarg.startsWith("missing")));
}

/** A check's own settings before those of the column; lists are joined. */
function mergeSettings({ config, settings }: Check, column: string): Settings {
  const merged: Record<string, JsonValue> = { ...settings.get(column) };
  for (const [written, kwarg] of Object.entries(SETTINGS)) {
    const own = config[written];
    if (own === undefined) continue;
    const general = merged[kwarg];
    merged[kwarg] = Array.isArray(own) && Array.isArray(general) ? [...general, ...own] : own;
  }
  return merged;
}

/** A key of a check that nothing here reads. */
function findUnread({ config }: Check, { kwargs }: Drafted, metric: string): string | null {
  const own = ["filter", "fail", "warn", `${metric} expression`, `${metric} query`];
  const isRead = (key: string) => {
    const setting = lookUp(SETTINGS, key);
    const used = setting !== undefined && (Object.hasOwn(kwargs, setting) || key.includes("valid"));
    return TOLD_KEYS.has(key) || own.includes(key) || used;
  };
  return Object.keys(config).find((key) => !isRead(key)) ?? null;
}

function addEach(
  reading: FormatReading,
  check: Check,
  { drafted, limits }: { readonly drafted: Drafted; readonly limits: Leveled },
): void {
  const row_filter = joinFilters(check.filter, check.config["filter"]);
  for (const [severity, limit] of limits) {
    reading.add(check.keyPath, {
      ...simplify(drafted.name, { ...drafted.kwargs, ...limit, row_filter }),
      severity,
      check: tellCheck(check),
    });
  }
}

function readFailedRows(reading: FormatReading, check: Check): void {
  const { config, keyPath } = check;
  const unread = Object.keys(config).find(
    (key) => !TOLD_KEYS.has(key) && !["fail condition", "fail query", "fail", "warn", "filter"].includes(key),
  );
  if (unread !== undefined) {
    reading.refuse(keyPath, tellCheck(check), `${quote(unread)} is not known here.`);
    return;
  }
  const leveled = config["fail"] === undefined && config["warn"] === undefined;
  const limits: Leveled | string = leveled
    ? [["critical", { min_value: 0, max_value: 0 }]]
    : readLimits(check, "");
  if (typeof limits === "string") {
    reading.refuse(keyPath, tellCheck(check), limits);
    return;
  }
  const query = config["fail query"];
  if (query === undefined) {
    const drafted = { name: "failed_rows_within_limits", kwargs: { condition: config["fail condition"] } };
    addEach(reading, check, { drafted, limits });
    return;
  }
  if (!leveled || check.filter !== null || config["filter"] !== undefined) {
    reading.refuse(keyPath, tellCheck(check), "a limit or a filter beside a query is not evaluated.");
    return;
  }
  reading.add(keyPath, { name: "unexpected_rows_expectation", kwargs: { unexpected_rows_query: query } });
}

function readSchema(reading: FormatReading, check: Check): void {
  const { config, keyPath } = check;
  const unread = Object.keys(config).find((key) => !TOLD_KEYS.has(key) && key !== "fail" && key !== "warn");
  if (unread !== undefined) reading.refuse(keyPath, tellCheck(check), `${quote(unread)} is not known here.`);
  for (const [level, severity] of [
    ["fail", "critical"],
    ["warn", "warning"],
  ] as const) {
    const place = [...keyPath, "schema", level];
    for (const [when, value] of Object.entries(objectAt(reading, config[level], place))) {
      const drafted = draftSchema(when, value);
      if (typeof drafted === "string")
        reading.refuse([...place, when], `${tellCheck(check)}, ${quote(when)}`, drafted);
      else for (const each of drafted) reading.add([...place, when], { ...each, severity });
    }
  }
}

function draftSchema(when: string, value: JsonValue): readonly Drafted[] | string {
  switch (when) {
    case "when required column missing":
      return [{ name: "columns_as_listed", kwargs: { column_list: value } }];
    case "when forbidden column present":
      return [{ name: "columns_as_listed", kwargs: { column_list: [], forbidden_columns: value } }];
    case "when wrong column type": {
      const types = isJsonObject(value) ? Object.entries(value) : [];
      const column_types = Object.fromEntries(types.map(([column, type]) => [column, nameType(type)]));
      return [
        { name: "columns_as_listed", kwargs: { column_list: Object.keys(column_types), column_types } },
      ];
    }
    case "when wrong column index": {
      const places = isJsonObject(value) ? Object.entries(value) : [];
      return places.map(([column, column_index]) => ({
        name: "expect_column_to_exist",
        kwargs: { column, column_index },
      }));
    }
    default:
      return "it compares with earlier runs, of which none are kept.";
  }
}
