/**
 * Dates and times of a suite as points in time.
 *
 * @module
 */

const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?(?:\.(\d{1,6}))?)?(Z|[+-]\d{2}:\d{2})?$/;

/**
 * An ISO 8601 date or time as microseconds since 1970-01-01 in UTC, which is also assumed where no offset is
 * written; null for anything else, a 31st of February included.
 *
 * @example
 * parseInstant("1970-01-02"); // => 86400000000
 * parseInstant("2024-02-31"); // => null
 */
export function parseInstant(text: string): number | null {
  const [, date, time = "00:00", seconds = ":00", fraction = "", offset = "Z"] = ISO.exec(text) ?? [];
  if (date === undefined) return null;
  const midnight = Date.parse(`${date}T00:00:00Z`);
  const milliseconds = Date.parse(`${date}T${time}${seconds}${offset}`);
  if (Number.isNaN(midnight) || Number.isNaN(milliseconds)) return null;
  if (new Date(midnight).toISOString().slice(0, 10) !== date) return null;
  return milliseconds * 1000 + Number(fraction.padEnd(6, "0"));
}

/**
 * Microseconds since 1970 as ISO 8601 text in UTC.
 *
 * @example
 * tellInstant(86400000000); // => "1970-01-02T00:00:00.000Z"
 */
export function tellInstant(microseconds: number | bigint): string {
  const date = new Date(Number(microseconds) / 1000);
  return Number.isNaN(date.getTime()) ? `${microseconds} µs since 1970` : date.toISOString();
}
