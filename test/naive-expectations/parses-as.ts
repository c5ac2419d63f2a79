/**
 * Python's `strptime` for years, months, days, hours and minutes.
 *
 * @module
 */

const FIELDS: Readonly<Record<string, string>> = {
  "%Y": "(?<Y>\\d{4})",
  "%m": "(?<m>1[0-2]|0[1-9]|[1-9])",
  "%d": "(?<d>3[01]|[12]\\d|0[1-9]|[1-9]| [1-9])",
  "%H": "(?<H>2[0-3]|[01]\\d|\\d)",
  "%M": "(?<M>[0-5]\\d|\\d)",
};

/** Whether the whole text is a point in time in that format. */
export function parsesAs(format: string, text: string): boolean {
  const source = format.replaceAll(/%.|[.]/g, (token) => FIELDS[token] ?? `\\${token}`);
  const groups = new RegExp(`^${source}$(?![^])`).exec(text)?.groups;
  if (groups === undefined) return false;
  const [year, month, day] = [groups["Y"] ?? 1900, groups["m"] ?? 1, groups["d"] ?? 1].map(Number);
  if (year === 0) return false;
  const date = new Date(0);
  date.setUTCFullYear(year ?? 0, (month ?? 0) - 1, day ?? 0);
  return date.getUTCMonth() === (month ?? 0) - 1 && date.getUTCDate() === day;
}
