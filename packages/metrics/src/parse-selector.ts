/**
 * Names a metric whose own name holds dots, slashes, commas or spaces.
 *
 * @module
 */

/**
 * The keys of a selector: a JSON Pointer (RFC 6901), or keys in brackets and quotes, with plain ones before and
 * between them. Null for a text that is neither: it is a name to the letter.
 *
 * @example
 * parseSelector("/hellaswag/acc,none"); // => ["hellaswag", "acc,none"]
 * parseSelector('hellaswag["acc,none"]'); // => ["hellaswag", "acc,none"]
 * parseSelector("accuracy"); // => null
 */
export function parseSelector(text: string): readonly string[] | null {
  if (text.startsWith("/")) {
    return text
      .slice(1)
      .split("/")
      .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  }
  return SELECTOR.test(text) && text.includes("[") ? [...text.matchAll(KEY)].map(keyOf) : null;
}

const QUOTED = String.raw`\["(?:[^"\\]|\\.)*"\]|\['[^']*'\]|\[\d+\]`;
const SELECTOR = new RegExp(String.raw`^(?:[^\[\]."']+)?(?:${QUOTED}|\.[^\[\]."']+)*$`);
const KEY = new RegExp(String.raw`${QUOTED}|[^\[\]."']+`, "g");

function keyOf([key]: RegExpExecArray): string {
  if (key.startsWith('["')) return String(JSON.parse(key.slice(1, -1)));
  if (key.startsWith("['")) return key.slice(2, -2);
  return key.startsWith("[") ? key.slice(1, -1) : key;
}
