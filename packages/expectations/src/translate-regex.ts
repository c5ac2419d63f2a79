/**
 * Python's regular expressions with Python's meaning, Unicode `\d`, `\w`, `\s` and `\b` included: for RE2 where it has
 * the words, else for JavaScript. What neither means alike is refused, never guessed.
 *
 * @module
 */
import { type JavascriptRegex, writeJavascriptRegex } from "./regex-javascript.ts";
import { parseRegex, RegexFault } from "./regex-parse.ts";
import { writeRe2 } from "./regex-re2.ts";
import type { RegexNode } from "./regex-tree.ts";

/** One pattern that is searched for, not anchored; at least one of the two is there. */
export interface TranslatedRegex {
  readonly python: string;
  /** Null when RE2 has no words for it. */
  readonly re2: string | null;
  /** The same for texts of nothing but ASCII. */
  readonly asciiRe2: string | null;
  /** Null when JavaScript does not mean the same. */
  readonly javascript: JavascriptRegex | null;
}

/**
 * Translates a Python pattern, or says what keeps it from being translated.
 *
 * @example
 * translateRegex("^\\d{4}").re2; // => "^\\p{Nd}{4}"
 * translateRegex("a(?!b)").javascript.source; // => "^[^]*?(?:a(?!b))"
 * translateRegex("a++").without; // => "the possessive quantifier ++; a plain one is wanted"
 */
export function translateRegex(python: string): TranslatedRegex | { readonly without: string } {
  if (python.includes("\0")) return { without: "a NUL character" };
  try {
    const tree = parseRegex(python);
    const re2 = writeRe2(tree);
    const asciiRe2 = re2 ?? writeRe2(tree, true);
    return {
      python,
      re2,
      asciiRe2,
      javascript: re2 === null ? writeJavascriptRegex(tree) : javascriptOf(tree),
    };
  } catch (error) {
    if (error instanceof RegexFault) return { without: error.message };
    throw error;
  }
}

function javascriptOf(tree: RegexNode): JavascriptRegex | null {
  try {
    return writeJavascriptRegex(tree);
  } catch (error) {
    if (error instanceof RegexFault) return null;
    throw error;
  }
}
