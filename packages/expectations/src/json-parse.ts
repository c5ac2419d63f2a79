/**
 * JSON as Python's `json.loads` reads it: NaN, Infinity and -Infinity are numbers.
 *
 * @module
 */
import type { ValueTest } from "@ml-gates/queries";

const WORDS = /"(?:[^"\\]|\\[\s\S])*"|-?Infinity|NaN/g;
/** Python refuses whole numbers with more digits. */
const LONG_NUMBER = /"(?:[^"\\]|\\[\s\S])*"|-?\d{4301,}(?![\d.eE])/g;

/** Stands, in a list of its own, for a word that JSON does not have; a list cannot be a key either. */
const STAND_IN = "\u0001ml-gates number ";

/**
 * Reads a text.
 *
 * @throws SyntaxError
 */
export function parsePythonJson(text: string): unknown {
  if ([...text.matchAll(LONG_NUMBER)].some(([token]) => !token.startsWith('"'))) {
    throw new SyntaxError("a whole number of more than 4300 digits");
  }
  if (!/NaN|Infinity/.test(text)) return JSON.parse(text);
  const replaced = text.replace(WORDS, (token) =>
    token.startsWith('"') ? token : JSON.stringify([`${STAND_IN}${token}`]),
  );
  return JSON.parse(replaced, (_, value: unknown) => standInOf(value) ?? value);
}

function standInOf(value: unknown): number | null {
  const [only] = Array.isArray(value) && value.length === 1 ? value : [];
  return typeof only === "string" && only.startsWith(STAND_IN) ? Number(only.slice(STAND_IN.length)) : null;
}

/** The test whether a text is no JSON. */
export const JSON_TEST: ValueTest = {
  id: "json",
  compile: () => (value) => {
    try {
      parsePythonJson(`${value}`);
      return false;
    } catch {
      return true;
    }
  },
};
