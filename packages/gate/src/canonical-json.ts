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
  return write(value, new Map());
}

/** `names` holds the keys met so far as they are written: thousands of findings have the same few. */
function write(value: JsonValue, names: Map<string, string>): string {
  if (typeof value === "string") return writeString(value);
  if (typeof value === "number") return String(roundExactly(value));
  if (value === null || typeof value !== "object") return String(value);
  return isArray(value) ? writeList(value, names) : writeObject(value, names);
}

/** Texts that need no escape, which are most, are told quickly. */
const UNESCAPED = /^[ !#-[\]-~]*$/;

function writeString(text: string): string {
  return UNESCAPED.test(text) ? `"${text}"` : JSON.stringify(text);
}

function writeList(values: readonly JsonValue[], names: Map<string, string>): string {
  let text = "";
  for (const value of values) text += `${text === "" ? "" : ","}${write(value, names)}`;
  return `[${text}]`;
}

function writeObject(object: { readonly [key: string]: JsonValue }, names: Map<string, string>): string {
  let text = "";
  for (const key of Object.keys(object).sort()) {
    const member = object[key];
    // As JSON has it: what is undefined is not there.
    if (member === undefined) continue;
    let name = names.get(key);
    if (name === undefined) {
      name = `${writeString(key)}:`;
      names.set(key, name);
    }
    text += `${text === "" ? "" : ","}${name}${write(member, names)}`;
  }
  return `{${text}}`;
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
