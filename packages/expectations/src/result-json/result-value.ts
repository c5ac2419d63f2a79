/**
 * A value of the data as a result JSON writes it: NaN as null, decimals as numbers, dates and times as ISO 8601.
 *
 * @module
 */
import type { JsonValue } from "@ml-gates/gate";
import type { Column } from "@ml-gates/queries";

/** `2024-01-02 03:04:05.12+00` as the engine writes it; Python writes `T`, six digits and minutes of the offset. */
const TIMESTAMP = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.(\d{1,6}))?([+-]\d{2})?(:\d{2})?$/;

/**
 * A value of a column, or of a column that is not known. NaN is missing. Infinities and whole numbers beyond 2^53 stay text: JSON
 * has no word for the first and readers round the second.
 *
 * @example
 * toResultValue("2024-01-02 03:04:05", { name: "seen", family: "timestamp", sqlType: "TIMESTAMP" }); // => "2024-01-02T03:04:05"
 * toResultValue("12.50", { name: "fee", family: "float", sqlType: "DECIMAL(9,2)" }); // => 12.5
 */
export function toResultValue(value: JsonValue, column: Column | undefined): JsonValue {
  if (typeof value !== "string" || column === undefined) return value;
  if (column.family === "float" && value === "NaN") return null;
  if (column.family === "timestamp") return value.replace(TIMESTAMP, writeIso);
  const number = column.sqlType.startsWith("DECIMAL") ? Number(value) : Number.NaN;
  return Number.isFinite(number) ? number : value;
}

function writeIso(
  _text: string,
  date: string,
  time: string,
  ...[fraction, hours, minutes]: readonly (string | undefined)[]
): string {
  const micros = fraction === undefined ? "" : `.${fraction.padEnd(6, "0")}`;
  return `${date}T${time}${micros}${hours === undefined ? "" : `${hours}${minutes ?? ":00"}`}`;
}
