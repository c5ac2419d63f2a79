/**
 * Data contracts of the Open Data Contract Standard, version 3: what the schema promises and its quality rules.
 *
 * @module
 */
import { isJsonObject, type JsonValue, quote } from "@ml-gates/gate";
import type { JsonObject } from "../parse-expectation.ts";
import type { KeyPath } from "../suite-text.ts";
import {
  chooseTable,
  complainOfSlips,
  type Drafted,
  entriesOf,
  type FormatReading,
  objectAt,
} from "./format-reading.ts";
import { lookUp } from "./look-up.ts";
import { readQualityRule } from "./odcs-quality.ts";

/** An object of the schema. */
interface Table {
  readonly name: string;
  readonly written: JsonObject;
  readonly keyPath: KeyPath;
}

/** A property of the object that is read. */
interface Property {
  readonly name: string;
  readonly written: JsonObject;
  readonly keyPath: KeyPath;
}

/** Adds the expectations of a contract. */
export function readOdcs(reading: FormatReading): void {
  const tables = entriesOf(reading.root["schema"], ["schema"]).flatMap(([each, keyPath]) => {
    const written = objectAt(reading, each, keyPath);
    const name = nameOf(written);
    return name === null ? [] : [{ name, written, keyPath }];
  });
  const table = chooseTable(reading, named(tables));
  if (table === null) return;
  const properties = entriesOf(table.written["properties"], [...table.keyPath, "properties"]).flatMap(
    ([each, keyPath]) => {
      const written = objectAt(reading, each, keyPath);
      const name = nameOf(written);
      return name === null ? [] : [{ name, written, keyPath }];
    },
  );
  readTable(reading, table, properties);
  for (const property of properties) readProperty(reading, property);
}

/** The name in the store, where it differs from that of the contract. */
function nameOf(written: JsonObject): string | null {
  const name = written["physicalName"] ?? written["name"];
  return typeof name === "string" ? name : null;
}

/** Objects may be called by either name. */
function named(tables: readonly Table[]): readonly Table[] {
  if (tables.length < 2) return tables;
  return tables.flatMap((table) => {
    const logical = table.written["name"];
    return typeof logical === "string" && logical !== table.name
      ? [table, { ...table, name: logical }]
      : [table];
  });
}

function readTable(
  reading: FormatReading,
  { written, keyPath }: Table,
  properties: readonly Property[],
): void {
  if (properties.length > 0) {
    const column_list = properties.map(({ name }) => name);
    reading.add([...keyPath, "properties"], { name: "columns_as_listed", kwargs: { column_list } });
  }
  const keys = properties.filter((property) => property.written["primaryKey"] === true);
  const [first, second] = keys;
  if (first !== undefined && second !== undefined) {
    reading.add([...first.keyPath, "primaryKey"], {
      name: "duplicate_values_within_limits",
      kwargs: { columns: keys.map(({ name }) => name), min_value: 0, max_value: 0 },
    });
  } else if (first !== undefined) {
    const kwargs = { column: first.name };
    reading.add([...first.keyPath, "primaryKey"], { name: "expect_column_values_to_be_unique", kwargs });
  }
  readRelationships(reading, written, { keyPath, column: null });
  for (const [rule, place] of entriesOf(written["quality"], [...keyPath, "quality"])) {
    readQualityRule(reading, rule, { keyPath: place, column: null });
  }
}

/** A property's own foreign key; the object's may be composite, and nested targets have no column. */
function readRelationships(
  reading: FormatReading,
  written: JsonObject,
  { keyPath, column }: { readonly keyPath: KeyPath; readonly column: string | null },
): void {
  for (const [each, place] of entriesOf(written["relationships"], [...keyPath, "relationships"])) {
    const relationship = objectAt(reading, each, place);
    const { from, to } = relationship;
    const ends = [column ?? lastOf(from), to].map((end) =>
      Array.isArray(end) && end.length === 1 ? end[0] : end,
    );
    const [source, target] = ends;
    const [other, other_column, ...deeper] = typeof target === "string" ? target.split(".") : [];
    if (typeof source !== "string" || other_column === undefined || deeper.length > 0) {
      reading.refuse(
        place,
        "The relationship",
        "only one column that refers to `table.column` is evaluated.",
      );
    } else {
      const kwargs = { column: source, other_table: other, other_column };
      reading.add(place, { name: "values_in_other_table", kwargs, check: "The relationship" });
    }
  }
}

function lastOf(from: JsonValue | undefined): JsonValue | undefined {
  return typeof from === "string" ? from.split(".").at(-1) : from;
}

/** Keys of a property that say what its values must be, and those that are like them. */
const PROPERTY_KEYS = [
  ...[
    "required",
    "unique",
    "primaryKey",
    "primaryKeyPosition",
    "logicalType",
    "logicalTypeOptions",
    "quality",
  ],
  ...[
    "enum",
    "relationships",
    "properties",
    "items",
    "physicalType",
    "physicalName",
    "partitioned",
    "partitionKeyPosition",
  ],
];

function readProperty(reading: FormatReading, property: Property): void {
  const { name: column, written, keyPath } = property;
  complainOfSlips(reading, written, { keyPath, meaningful: PROPERTY_KEYS });
  const add = (key: string, name: string, kwargs: Drafted["kwargs"] = {}) =>
    reading.add([...keyPath, key], {
      name,
      kwargs: { column, ...kwargs },
      check: `${quote(key)} of ${quote(column)}`,
    });
  readType(reading, property);
  if (written["required"] === true || written["primaryKey"] === true) {
    add(written["required"] === true ? "required" : "primaryKey", "expect_column_values_to_not_be_null");
  }
  if (written["unique"] === true) add("unique", "expect_column_values_to_be_unique");
  if (Array.isArray(written["enum"])) {
    const value_set = written["enum"].map((each) => (isJsonObject(each) ? (each["value"] ?? null) : each));
    add("enum", "expect_column_values_to_be_in_set", { value_set });
  }
  readTypeOptions(reading, property);
  for (const key of ["properties", "items", "map"]) {
    const nested = written[key] ?? null;
    if (nested !== null) refuse(reading, property, key, "nested values are not evaluated.");
  }
  readRelationships(reading, written, { keyPath, column });
  for (const [rule, place] of entriesOf(written["quality"], [...keyPath, "quality"])) {
    readQualityRule(reading, rule, { keyPath: place, column });
  }
}

function refuse(reading: FormatReading, { name, keyPath }: Property, key: string, reason: string): void {
  reading.refuse([...keyPath, key], `${quote(key)} of ${quote(name)}`, reason);
}

/** The physical type is that of the store the contract speaks of, which need not be the file that is judged. */
const LOGICAL_TYPES: Readonly<Record<string, readonly string[]>> = {
  string: ["varchar", "uuid"],
  integer: ["int"],
  number: ["int", "float", "decimal"],
  boolean: ["boolean"],
  object: ["struct", "map"],
  map: ["map", "struct"],
  array: ["list"],
};

function readType(reading: FormatReading, property: Property): void {
  const { name: column, written, keyPath } = property;
  const logical = written["logicalType"];
  if ((logical ?? null) === null) return;
  if (isTime(logical)) {
    reading.add([...keyPath, "logicalType"], {
      name: "values_are_instants",
      kwargs: { column, kind: logical },
    });
    return;
  }
  const type_list = typeof logical === "string" ? lookUp(LOGICAL_TYPES, logical) : undefined;
  if (type_list === undefined) {
    refuse(reading, property, "logicalType", `${quote(logical)} is no logical type.`);
    return;
  }
  reading.add([...keyPath, "logicalType"], {
    name: "expect_column_values_to_be_in_type_list",
    kwargs: { column, type_list },
  });
}

/** Options that say how something is written or shown, and nothing of its value. */
const TOLD_OPTIONS = new Set(["timezone", "defaultTimezone"]);

function readTypeOptions(reading: FormatReading, property: Property): void {
  const { name: column, written, keyPath } = property;
  const place = [...keyPath, "logicalTypeOptions"];
  const options = objectAt(reading, written["logicalTypeOptions"], place);
  const add = (key: string, name: string, kwargs: Drafted["kwargs"]) =>
    reading.add([...place, key], {
      name,
      kwargs: { column, ...kwargs },
      check: `${quote(key)} of ${quote(column)}`,
    });
  for (const [key, value] of Object.entries(options)) {
    if (value === null || TOLD_OPTIONS.has(key)) continue;
    const drafted = draftOption(key, value, { column, options, isTime: isTime(written["logicalType"]) });
    if (typeof drafted === "string") {
      reading.refuse([...place, key], `${quote(key)} of ${quote(column)}`, drafted);
    } else if (drafted !== null) add(key, drafted.name, drafted.kwargs);
  }
}

function isTime(logicalType: JsonValue | undefined): boolean {
  return logicalType === "date" || logicalType === "timestamp" || logicalType === "time";
}

/** One option as an expectation; null for one that says nothing by itself, a text for one that cannot be had. */
function draftOption(
  key: string,
  value: JsonValue,
  {
    column,
    options,
    isTime,
  }: { readonly column: string; readonly options: JsonObject; readonly isTime: boolean },
): Drafted | string | null {
  const between = "expect_column_values_to_be_between";
  const lengths = "expect_column_value_lengths_to_be_between";
  switch (key) {
    case "minLength":
      return { name: lengths, kwargs: { min_value: value } };
    case "maxLength":
      return { name: lengths, kwargs: { max_value: value } };
    case "pattern":
      return { name: "expect_column_values_to_match_regex", kwargs: { regex: value } };
    case "minimum":
      return {
        name: between,
        kwargs: { min_value: value, strict_min: options["exclusiveMinimum"] === true },
      };
    case "maximum":
      return {
        name: between,
        kwargs: { max_value: value, strict_max: options["exclusiveMaximum"] === true },
      };
    case "exclusiveMinimum":
      return typeof value === "boolean"
        ? null
        : { name: between, kwargs: { min_value: value, strict_min: true } };
    case "exclusiveMaximum":
      return typeof value === "boolean"
        ? null
        : { name: between, kwargs: { max_value: value, strict_max: true } };
    case "multipleOf":
      return draftMultiple(column, value);
    case "format":
      // Dates are typed, or texts in ISO 8601.
      return isTime ? null : "formats of values are not evaluated; write a pattern.";
    default:
      return "it is not evaluated.";
  }
}

function draftMultiple(column: string, value: JsonValue): Drafted | string {
  if (typeof value !== "number" || !Number.isInteger(value) || value <= 0)
    return "only whole multiples are evaluated.";
  const condition = `"${column.replaceAll('"', '""')}" % ${value} <> 0`;
  return {
    name: "failed_rows_within_limits",
    kwargs: { condition, min_value: 0, max_value: 0, column: undefined },
  };
}
