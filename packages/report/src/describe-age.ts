/**
 * How old something is, as a person says it.
 *
 * @module
 */

const UNITS = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

/**
 * The age in the largest unit that fits, such as `12 days old`.
 *
 * @example
 * describeAge("2026-01-01T00:00:00Z", new Date("2026-01-03T12:00:00Z")); // => "2 days old"
 */
export function describeAge(createdAt: string, now: Date): string {
  const age = now.getTime() - Date.parse(createdAt);
  for (const [unit, length] of UNITS) {
    const count = Math.floor(age / length);
    if (count >= 1) return `${count} ${unit}${count === 1 ? "" : "s"} old`;
  }
  return "just made";
}
