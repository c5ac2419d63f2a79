/**
 * Expectations about a table: its columns, their types and the number of its rows, as a table of data.
 *
 * @module
 */
import type { JsonValue } from "@ml-gates/gate";
import { quoteName, readRows, type Table } from "@ml-gates/queries";
import { type Bounds, boundsOf, findBoundFaults, isWithin } from "./bounds.ts";
import { findColumn } from "./comparable.ts";
import { type Definition, define } from "./define.ts";
import {
  columnNames,
  count,
  defaulting,
  flag,
  fraction,
  optional,
  position,
  required,
  text,
  typeName,
  typeNames,
} from "./kwarg-types.ts";
import { countOf, type Question } from "./question.ts";
import { compareTexts } from "./result-json/count-values.ts";
import { tellBounds, tellCount, tellList, tellName } from "./tell.ts";
import { isOfType } from "./type-names.ts";
import { askValue } from "./value-question.ts";

const limits = { min_value: optional(count), max_value: optional(count) };
const closed = { strict_min: false, strict_max: false };

function exactly(value: number): Bounds {
  return boundsOf({ min_value: value, max_value: value, ...closed });
}

/** A question that the list of columns answers, without any query. */
function answer(parts: {
  readonly success: boolean;
  readonly observed: JsonValue;
  readonly why: string;
  /** Further members of Great Expectations' `result`; null for a result that is empty. */
  readonly details?: JsonValue;
}): Question {
  const remedy =
    "Restore the column's name, place or type at the source, or change the suite if the change is meant.";
  const { details, ...told } = parts;
  const result =
    details === undefined
      ? {}
      : { result: details === null ? {} : { observed_value: parts.observed, details } };
  const evaluated = { counts: null, samples: [], exception: null, remedy, ...told, ...result };
  return { asks: {}, judge: () => evaluated };
}

function answerColumnCount(table: Table, bounds: Bounds): Question {
  const observed = table.columns.length;
  const why = `The table has ${tellCount(observed)} columns; wanted: ${tellBounds(bounds)}.`;
  return answer({ success: isWithin(observed, bounds), observed, why });
}

function askRowCount(bounds: Bounds): Question {
  return askValue({
    subject: "The number of rows",
    ask: { of: "rows", sql: "count(*)" },
    kind: "number",
    rounded: false,
    bounds,
    wanted: tellBounds(bounds),
    tell: tellCount,
    remedy: "Look for rows lost or doubled on the way, or move the limits in the suite if the size is right.",
  });
}

/** The other table is another data section of the gate file. */
function askOtherRowCount(name: string): Question {
  const sql = `SELECT count(*) AS total FROM ${quoteName(name)}`;
  return {
    asks: { self: { of: "rows", sql: "count(*)" }, other: { of: "query", sql, tables: [name] } },
    judge: (answers) => {
      const self = countOf(answers["self"]);
      const other = countOf(readRows(answers["other"] ?? null)[0]?.["total"]);
      return {
        success: self === other,
        observed: { self, other },
        counts: null,
        samples: [],
        exception: null,
        why: `The number of rows is ${tellCount(self)}; wanted: ${tellCount(other)}, as in ${tellName(name)}.`,
        remedy: "Look for rows lost or doubled on the way from one table to the other.",
      };
    },
  };
}

function answerType(table: Table, name: string, types: readonly string[]): Question {
  const { sqlType } = findColumn(table, name);
  const success = types.some((type) => isOfType(sqlType, type));
  const wanted = types.join(" or ");
  return answer({
    success,
    observed: sqlType,
    why: `${tellName(name)}: the type is ${sqlType}; wanted: ${wanted}.`,
  });
}

function answerPlace(table: Table, name: string, index: number | null): Question {
  const names = table.columns.map((column) => column.name);
  const place = names.indexOf(name);
  const wanted = index === null || index >= 0 ? index : names.length + index;
  const seen = place === -1 ? "is not there" : `is column ${place}, counted from 0`;
  return answer({
    success: place !== -1 && (wanted === null || wanted === place),
    observed: null,
    details: null,
    why: `The column ${tellName(name)} ${seen}; wanted: ${index === null ? "anywhere" : `at ${index}`}.`,
  });
}

function answerOrder(table: Table, wanted: readonly string[]): Question {
  const names = table.columns.map((column) => column.name);
  const success = wanted.length === names.length && wanted.every((name, index) => name === names[index]);
  const place = wanted.findIndex((name, index) => name !== names[index]);
  const first = place === -1 ? wanted.length : place;
  const why = success
    ? "The columns are the listed ones in the listed order."
    : `Column ${first}, counted from 0, is ${nameAt(names, first)}; wanted: ${nameAt(wanted, first)}.`;
  return answer({
    success,
    observed: names,
    why,
    ...(success ? {} : { details: listMismatched(names, wanted) }),
  });
}

/** The shorter side is padded with null. */
function listMismatched(names: readonly string[], wanted: readonly string[]): JsonValue {
  const places = Array.from({ length: Math.max(names.length, wanted.length) }, (_, place) => place);
  const mismatched = places.flatMap((place) => {
    const [expected, found] = [wanted[place] ?? null, names[place] ?? null];
    return expected === found ? [] : { "Expected Column Position": place, Expected: expected, Found: found };
  });
  return { mismatched };
}

function nameAt(names: readonly string[], index: number): string {
  const name = names[index];
  return name === undefined ? "none" : tellName(name);
}

function answerSet(table: Table, wanted: readonly string[], exact: boolean): Question {
  const names = table.columns.map((column) => column.name);
  const missing = wanted.filter((name) => !names.includes(name));
  const others = names.filter((name) => !wanted.includes(name));
  const unlisted = exact ? others : [];
  const success = missing.length === 0 && unlisted.length === 0;
  const faults = [
    ...(missing.length === 0 ? [] : [`Missing columns: ${tellList(missing)}.`]),
    ...(unlisted.length === 0 ? [] : [`Columns that the suite does not list: ${tellList(unlisted)}.`]),
  ];
  const mode = exact ? "exactly the listed columns" : "at least the listed columns";
  const mismatched = {
    ...(others.length === 0 ? {} : { unexpected: others.toSorted(compareTexts) }),
    ...(missing.length === 0 ? {} : { missing: missing.toSorted(compareTexts) }),
  };
  return answer({
    success,
    observed: names.toSorted(compareTexts),
    ...(others.length + missing.length === 0 ? {} : { details: { mismatched } }),
    why: [...faults, `Wanted: ${mode}.`].join(" "),
  });
}

const typed = { column: required(text), mostly: defaulting(fraction, 1) };

export const TABLE_EXPECTATIONS: Readonly<Record<string, Definition>> = {
  expect_column_to_exist: define({
    kwargs: { column: required(text), column_index: optional(position) },
    ask: ({ column, column_index }, table) => answerPlace(table, column, column_index),
  }),
  expect_table_column_count_to_equal: define({
    kwargs: { value: required(count) },
    ask: ({ value }, table) => answerColumnCount(table, exactly(value)),
  }),
  expect_table_column_count_to_be_between: define({
    kwargs: limits,
    findFaults: (kwargs) => findBoundFaults({ ...kwargs, ...closed }),
    ask: (kwargs, table) => answerColumnCount(table, boundsOf({ ...kwargs, ...closed })),
  }),
  expect_table_row_count_to_equal: define({
    kwargs: { value: required(count) },
    boundsRows: true,
    ask: ({ value }) => askRowCount(exactly(value)),
  }),
  expect_table_row_count_to_be_between: define({
    kwargs: limits,
    boundsRows: true,
    findFaults: (kwargs) => findBoundFaults({ ...kwargs, ...closed }),
    ask: (kwargs) => askRowCount(boundsOf({ ...kwargs, ...closed })),
  }),
  expect_table_columns_to_match_ordered_list: define({
    kwargs: { column_list: required(columnNames) },
    ask: ({ column_list }, table) => answerOrder(table, column_list),
  }),
  expect_table_columns_to_match_set: define({
    kwargs: { column_set: required(columnNames), exact_match: defaulting(flag, true) },
    ask: ({ column_set, exact_match }, table) => answerSet(table, column_set, exact_match),
  }),
  expect_table_row_count_to_equal_other_table: define({
    kwargs: { other_table_name: required(text) },
    boundsRows: true,
    ask: ({ other_table_name }) => askOtherRowCount(other_table_name),
  }),
  expect_column_type_to_be: define({
    kwargs: { column: required(text), type_: required(typeName) },
    ask: ({ column, type_ }, table) => answerType(table, column, [type_]),
  }),
  expect_column_values_to_be_of_type: define({
    kwargs: { ...typed, type_: required(typeName) },
    ask: ({ column, type_ }, table) => answerType(table, column, [type_]),
  }),
  expect_column_values_to_be_in_type_list: define({
    kwargs: { ...typed, type_list: required(typeNames) },
    ask: ({ column, type_list }, table) => answerType(table, column, type_list),
  }),
};
