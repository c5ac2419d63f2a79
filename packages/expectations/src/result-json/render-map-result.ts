/**
 * The `result` of an expectation about rows, in the four formats of Great Expectations.
 *
 * @module
 */
import { isJsonObject, type JsonValue, type ResultFormat } from "@ml-gates/gate";
import type { Column, CountedValue } from "@ml-gates/queries";
import { plain } from "../map-question.ts";
import type { Evaluated, RowCounts, UnexpectedRow } from "../question.ts";
import type { WrittenKwargs } from "../suite.ts";
import { countValues, orderCounts } from "./count-values.ts";
import { toResultValue } from "./result-value.ts";

/** How many values a partial list holds at most. */
export const PARTIAL_COUNT = 20;

/** How many values a complete list holds at most. */
export const COMPLETE_COUNT = 200;

type JsonRecord = Readonly<Record<string, JsonValue>>;

/** One expectation about rows and what its result depends on. */
export interface MapResult {
  readonly kwargs: WrittenKwargs;
  readonly counts: RowCounts;
  readonly samples: Evaluated["samples"];
  readonly format: ResultFormat;
  readonly columns: readonly Column[];
  /** Names of the columns that name a row; empty for its position. */
  readonly indexColumns: readonly string[];
  /** The most frequent unexpected values of all rows; counted over the sample when not given. */
  readonly counted: readonly CountedValue[] | undefined;
}

/** `result`; the lists hold the first rows in row order, and positions count from 0. */
export function renderMapResult(parts: MapResult): JsonRecord {
  const { format, counts } = parts;
  if (format === "BOOLEAN_ONLY") return {};
  const rows = parts.samples.slice(0, COMPLETE_COUNT);
  const values = rows.map(({ value }) => convert(parts, value));
  const basic = {
    element_count: counts.elements,
    unexpected_count: counts.unexpected,
    unexpected_percent: percentOf(counts.unexpected, counts.tested),
    partial_unexpected_list: values.slice(0, PARTIAL_COUNT),
    ...(parts.indexColumns.length === 0 ? {} : { unexpected_index_column_names: parts.indexColumns }),
    ...renderShares(counts),
  };
  if (format === "BASIC") return basic;
  const places = rows.map((row) => placeOf(parts, row));
  const summary = {
    ...basic,
    partial_unexpected_counts: countUnexpected(parts, values),
    partial_unexpected_index_list: places.slice(0, PARTIAL_COUNT),
  };
  if (format === "SUMMARY") return summary;
  const positions = rows.flatMap(({ row }) => (row === null ? [] : row - 1));
  return {
    ...summary,
    unexpected_list: values,
    unexpected_index_list: places,
    unexpected_index_query: `df.filter(items=[${positions.join(", ")}], axis=0)`,
  };
}

function countUnexpected(parts: MapResult, values: readonly JsonValue[]): JsonValue {
  const counts = parts.counted?.map(({ value, count }) => ({
    value: flatten(convert(parts, plain(value))),
    count,
  }));
  const ordered = counts ? orderCounts(counts) : countValues(values.map(flatten), PARTIAL_COUNT);
  return ordered.map((each) => ({ ...each }));
}

/** What a reader must know of the lists: that they were cut, and where; null when they hold everything. */
export function tellCut({ format, counts, samples, counted }: MapResult): JsonRecord | null {
  if (format === "BOOLEAN_ONLY") return null;
  const listed = Math.min(samples.length, format === "COMPLETE" ? COMPLETE_COUNT : PARTIAL_COUNT);
  if (listed >= counts.unexpected) return null;
  const all = format === "BASIC" || counted !== undefined || samples.length >= counts.unexpected;
  return { truncated: true, listed_rows: listed, ...(all ? {} : { counted_rows: samples.length }) };
}

/** The two null expectations report no missing values. */
function renderShares({ elements, missing, tested, unexpected }: RowCounts): JsonRecord {
  if (missing === null) return {};
  return {
    missing_count: missing,
    missing_percent: percentOf(missing, elements),
    unexpected_percent_total: percentOf(unexpected, elements),
    unexpected_percent_nonmissing: percentOf(unexpected, tested),
  };
}

/** In Great Expectations' order of operations, so that the last digit is the same. */
function percentOf(count: number, total: number): number | null {
  return total === 0 ? null : (count / total) * 100;
}

/** A position from 0, or an object of the tested columns and the columns that name the row. */
function placeOf(parts: MapResult, { row, value, names = [] }: UnexpectedRow): JsonValue {
  if (parts.indexColumns.length === 0) return row === null ? null : row - 1;
  const named = parts.indexColumns.map((name, index) => [
    name,
    toResultValue(names[index] ?? null, columnOf(parts, name)),
  ]);
  return { ...testedOf(parts, convert(parts, value)), ...Object.fromEntries(named) };
}

/** The tested columns by name: one, a pair, or a list of which the value is an object already. */
function testedOf({ kwargs }: MapResult, value: JsonValue): JsonRecord {
  const { column, column_A, column_B } = kwargs;
  if (typeof column === "string") return { [column]: value };
  if (Array.isArray(value)) {
    return { [String(column_A)]: value[0] ?? null, [String(column_B)]: value[1] ?? null };
  }
  return isJsonObject(value) ? value : {};
}

function convert(parts: MapResult, value: JsonValue): JsonValue {
  const { column, column_A, column_B } = parts.kwargs;
  if (typeof column === "string") return toResultValue(value, columnOf(parts, column));
  if (Array.isArray(value)) {
    return value.map((each, index) =>
      toResultValue(each, columnOf(parts, index === 0 ? column_A : column_B)),
    );
  }
  if (!isJsonObject(value)) return value;
  const members = Object.entries(value);
  return Object.fromEntries(
    members.map(([name, each]) => [name, toResultValue(each, columnOf(parts, name))]),
  );
}

function columnOf({ columns }: MapResult, name: JsonValue | undefined): Column | undefined {
  return columns.find((column) => column.name === name);
}

/** Rows of several columns are counted by their values alone. */
function flatten(value: JsonValue): JsonValue {
  return isJsonObject(value) ? Object.values(value) : value;
}
