/**
 * One spelling for every JSON value, so that the same facts have the same bytes and the same digest.
 *
 * @module
 */

export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

const JUDGED_DIGITS = 12;

/**
 * Rounds a number that is judged or written to 12 significant digits: parallel sums differ in the last ones.
 * Non-finite numbers become null, which JSON can say.
 *
 * @example
 * roundJudged(0.1 + 0.2); // => 0.3
 * roundJudged(Number.NaN); // => null
 */
export function roundJudged(value: number): number | null {
  if (!Number.isFinite(value)) return null;
  // Most numbers were rounded when they were written, and their shortest text shows it.
  if (value === 0 || String(value).length <= JUDGED_DIGITS) return value === 0 ? 0 : value;
  return Number(value.toPrecision(JUDGED_DIGITS));
}

/**
 * JSON text with keys in code-unit order, no white space, and numbers rounded by {@link roundJudged}
 * (integers up to 2^53 are exact). After RFC 8785, but for the rounding.
 *
 * @example
 * canonicalJson({ b: 1, a: [0.1 + 0.2, null] }); // => '{"a":[0.3,null],"b":1}'
 */
export function canonicalJson(value: JsonValue): string {
  const parts: string[] = [];
  writeParts(value, parts);
  return parts.join("");
}

/** Into one list: a large report is thousands of short texts, which are joined once. */
function writeParts(value: JsonValue, parts: string[]): void {
  if (typeof value === "string") parts.push(JSON.stringify(value));
  else if (typeof value === "number") parts.push(String(roundExactly(value)));
  else if (value === null || typeof value !== "object") parts.push(String(value));
  else if (isArray(value)) {
    parts.push("[");
    for (const [index, member] of value.entries()) {
      if (index > 0) parts.push(",");
      writeParts(member, parts);
    }
    parts.push("]");
  } else writeMembers(value, parts);
}

function writeMembers(value: { readonly [key: string]: JsonValue }, parts: string[]): void {
  let before = "{";
  for (const key of Object.keys(value).sort()) {
    const member = value[key];
    // As JSON has it: what is undefined is not there.
    if (member === undefined) continue;
    parts.push(before, JSON.stringify(key), ":");
    before = ",";
    writeParts(member, parts);
  }
  parts.push(before === "{" ? "{}" : "}");
}

function roundExactly(value: number): number | null {
  return Number.isSafeInteger(value) ? value : roundJudged(value);
}

/**
 * Whether a value is an object, not a list and not null.
 *
 * @example
 * isJsonObject({ a: 1 }); // => true
 * isJsonObject([1]); // => false
 */
export function isJsonObject(value: JsonValue | undefined): value is { readonly [key: string]: JsonValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Whether a value is nested deeper than `most` levels.
 *
 * @example
 * isNestedDeeper([[1]], 1); // => true
 */
export function isNestedDeeper(value: unknown, most: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (most === 0) return true;
  for (const member of Object.values(value)) if (isNestedDeeper(member, most - 1)) return true;
  return false;
}

/** `Array.isArray` that also narrows readonly arrays. */
function isArray(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
