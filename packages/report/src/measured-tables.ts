/**
 * Whatever a gate measured, as tables: a report of any version, or a forged one, may hold anything here.
 *
 * @module
 */
import type { JsonValue, Measurements } from "@ml-gates/gate";
import { decimalsFor, formatNumber } from "./format-number.ts";
import { titleColumn, titleTable } from "./measured-titles.ts";

/** A table of cells that are still plain text of strangers. */
export interface MeasuredTable {
  /** Where it stands in the measurements, such as `columns · SEX · groups`. */
  readonly path: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Rows that were there and are not shown. */
  readonly rest: number;
}

const MOST = { tables: 20, rows: 200, columns: 12, across: 4, depth: 4, text: 120 } as const;

/** What only a chart makes readable. */
const CHARTED = /^(?:histogram|curves)$/;

type JsonRecord = { readonly [key: string]: JsonValue };

/**
 * Every list of records, and every map of records, within the measurements; what is neither is left out.
 *
 * @example
 * listMeasuredTables({ schema: "x/1", data: { byGroup: [{ group: "1", rate: 0.5 }] } }).map((table) => table.title); // => ["byGroup"]
 */
export function listMeasuredTables(measurements: Measurements | null): readonly MeasuredTable[] {
  const data: unknown = measurements?.data;
  if (!isRecord(data) || measurements === null) return [];
  const found = findTables([], data).slice(0, MOST.tables);
  return found.map(({ path, records }) => tableOf(measurements.schema, path, records));
}

/** Records that stand together, and where. */
interface Found {
  readonly path: readonly string[];
  readonly records: readonly JsonRecord[];
}

function findTables(path: readonly string[], value: JsonValue): readonly Found[] {
  if (path.length > MOST.depth) return [];
  if (Array.isArray(value)) return value.some(isRecord) ? [{ path, records: value.filter(isRecord) }] : [];
  if (!isRecord(value)) return [];
  const members = Object.entries(value);
  const isTable = path.length > 0 && members.length > 0;
  if (isTable && isGroup(value)) return [{ path, records: standOn(value) }];
  if (isTable && members.every(([, member]) => isFlat(member))) {
    const records = members.map(([key, member]) => ({ "": key, ...(isRecord(member) ? member : {}) }));
    return [{ path, records }];
  }
  return members.flatMap(([key, member]) => (CHARTED.test(key) ? [] : findTables([...path, key], member)));
}

/** One record of many members reads better downwards. */
function standOn(record: JsonRecord): readonly JsonRecord[] {
  const members = Object.entries(record);
  return members.length <= MOST.across ? [record] : members.map(([name, value]) => ({ "": name, value }));
}

function tableOf(schema: string, path: readonly string[], records: readonly JsonRecord[]): MeasuredTable {
  const shown = records.slice(0, MOST.rows);
  const named = new Set(shown.flatMap((record) => Object.keys(record)));
  const columns = [...named].filter((name) => !CHARTED.test(name)).slice(0, MOST.columns);
  const rows = shown.map((record) => columns.map((column) => sayCell(ownMember(record, column))));
  return {
    path: path.join(" · "),
    title: titleTable(schema, path),
    columns: columns.map(titleColumn),
    rows,
    rest: records.length - shown.length,
  };
}

/** A column may be called `toString`: what a record inherits is not in it. */
function ownMember(record: JsonRecord, name: string): JsonValue {
  return Object.hasOwn(record, name) ? (record[name] ?? null) : null;
}

function sayCell(value: JsonValue): string {
  if (typeof value === "number") return formatNumber(value, decimalsFor([value]));
  if (value === null) return "–";
  if (isInterval(value)) return `${sayCell(value["low"] ?? null)} … ${sayCell(value["high"] ?? null)}`;
  if (isRecord(value) && Object.values(value).every(isScalar)) {
    const parts = Object.entries(value).map(([key, part]) => `${key}=${sayCell(part)}`);
    return parts.join(", ").slice(0, MOST.text);
  }
  return typeof value === "string" ? value : JSON.stringify(value).slice(0, MOST.text);
}

function isInterval(value: JsonValue): value is JsonRecord {
  return isRecord(value) && Object.keys(value).join() === "low,high" && Object.values(value).every(isScalar);
}

/** A record that fits in a row: its members are scalars, or records of scalars such as a group or an interval. */
function isFlat(value: JsonValue): boolean {
  return isRecord(value) && Object.values(value).every((member) => isScalar(member) || isGroup(member));
}

function isGroup(value: JsonValue): boolean {
  return isRecord(value) && Object.values(value).every(isScalar);
}

function isScalar(value: JsonValue): boolean {
  return value === null || typeof value !== "object";
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
