/**
 * Whatever a gate measured, as tables: a report of any version, or a forged one, may hold anything here.
 *
 * @module
 */
import type { JsonValue, Measurements } from "@ml-gates/gate";
import { decimalsFor, formatNumber } from "./format-number.ts";

/** A table of cells that are still plain text of strangers. */
export interface MeasuredTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Rows that were there and are not shown. */
  readonly rest: number;
}

const MOST = { tables: 20, rows: 200, columns: 12, depth: 4, text: 120 } as const;

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
  return isRecord(data) ? findTables([], data).slice(0, MOST.tables) : [];
}

function findTables(path: readonly string[], value: JsonValue): readonly MeasuredTable[] {
  if (path.length > MOST.depth) return [];
  if (Array.isArray(value)) return value.some(isRecord) ? [tableOf(path, value.filter(isRecord))] : [];
  if (!isRecord(value)) return [];
  const members = Object.entries(value);
  if (path.length > 0 && members.length > 0 && isGroup(value)) return [tableOf(path, [value])];
  if (path.length > 0 && members.length > 0 && members.every(([, member]) => isFlat(member))) {
    return [
      tableOf(
        path,
        members.map(([key, member]) => ({ "": key, ...(isRecord(member) ? member : {}) })),
      ),
    ];
  }
  return members.flatMap(([key, member]) => (CHARTED.test(key) ? [] : findTables([...path, key], member)));
}

function tableOf(path: readonly string[], records: readonly JsonRecord[]): MeasuredTable {
  const shown = records.slice(0, MOST.rows);
  const named = new Set(shown.flatMap((record) => Object.keys(record)));
  const columns = [...named].filter((name) => !CHARTED.test(name)).slice(0, MOST.columns);
  const rows = shown.map((record) => columns.map((column) => sayCell(ownMember(record, column))));
  return { title: path.join(" · "), columns, rows, rest: records.length - shown.length };
}

/** A column may be called `toString`: what a record inherits is not in it. */
function ownMember(record: JsonRecord, name: string): JsonValue {
  return Object.hasOwn(record, name) ? (record[name] ?? null) : null;
}

function sayCell(value: JsonValue): string {
  if (typeof value === "number") return formatNumber(value, decimalsFor([value]));
  if (value === null) return "–";
  if (isRecord(value) && Object.values(value).every(isScalar)) {
    const parts = Object.entries(value).map(([key, part]) => `${key}=${sayCell(part)}`);
    return parts.join(", ").slice(0, MOST.text);
  }
  return typeof value === "string" ? value : JSON.stringify(value).slice(0, MOST.text);
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
