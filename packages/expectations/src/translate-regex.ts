/**
 * Python's regular expressions as RE2 understands them, with Python's Unicode meaning of `\d`, `\w` and `\s`.
 * What RE2 cannot say is refused, never guessed.
 *
 * @module
 */

/** The pattern for RE2, or what keeps the pattern from being translated. */
export type TranslatedRegex = { readonly pattern: string } | { readonly without: string };

const SPACE = "\\t-\\r\\x1c-\\x20\\x{85}\\p{Z}";
const WORD = "\\p{L}\\p{N}_";

/** Tokens of a pattern, the longest first; a set from `[` to `]` is one token. */
const TOKEN =
  /\[\^?\]?(?:\\[\s\S]|[^\]\\])*\]|\(\?#[^)]*\)|\(\?P=|\(\?<[=!]|\(\?[^\s)]|\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}|\\[\s\S]|[*+?]\+|\}\+|\{,\d+\}|[\s\S]/gu;

const REFUSED: readonly (readonly [RegExp, string])[] = [
  [/^\(\?(?:[=!]|<[=!])/, "look-around such as (?= or (?<!, which the engine does not have"],
  [/^(?:\(\?P=|\\[1-9])/, "back-references such as \\1, which the engine does not have"],
  [/^\(\?\(/, "conditional groups (?(…), which the engine does not have"],
  [/^\(\?>/, "atomic groups (?>…), which the engine does not have"],
  [/^[*+?}]\+$/, "possessive quantifiers such as *+, which the engine does not have"],
  [
    /^\\[bB]$/,
    "word boundaries \\b and \\B, which the engine knows for ASCII only; write (?:^|\\W) or (?:\\W|$)",
  ],
  [/^\\N$/, "named characters \\N{…}; write \\uXXXX"],
];

const REPLACED: Readonly<Record<string, string>> = {
  "\\d": "\\p{Nd}",
  "\\D": "\\P{Nd}",
  "\\w": `[${WORD}]`,
  "\\W": `[^${WORD}]`,
  "\\s": `[${SPACE}]`,
  "\\S": `[^${SPACE}]`,
  "\\Z": "\\z",
  // Python's $ also matches before a final line break.
  $: "(?:\\n?\\z)",
};

const REPLACED_IN_SET: Readonly<Record<string, string>> = {
  "\\d": "\\p{Nd}",
  "\\D": "\\P{Nd}",
  "\\w": WORD,
  "\\s": SPACE,
  "\\b": "\\x08",
  // Python reads [ in a set as itself; RE2 would begin a named class.
  "[": "\\[",
};

/**
 * Translates a Python pattern that is searched for, not anchored.
 *
 * @example
 * translateRegex("^\\d{4}").pattern; // => "^\\p{Nd}{4}"
 * translateRegex("(?!x)").without; // => "look-around such as (?= or (?<!, which the engine does not have"
 */
export function translateRegex(python: string): TranslatedRegex {
  if (python.includes("\0")) return { without: "a NUL character" };
  const tokens = python.match(TOKEN) ?? [];
  const multiline = /\(\?[a-zA-Z]*m/.test(python);
  const without = findFlag(python) ?? tokens.map(findRefused).find((reason) => reason !== null) ?? null;
  if (without !== null) return { without };
  return { pattern: tokens.map((token) => translateToken(token, multiline)).join("") };
}

function findFlag(python: string): string | null {
  const flags = [...python.matchAll(/\(\?([a-zA-Z]+)[):-]/g)].map(([, letters]) => letters ?? "").join("");
  const refused = /[aLux]/.exec(flags)?.[0];
  return refused ? `the flag (?${refused}), which the engine does not have` : null;
}

function findRefused(token: string): string | null {
  if (token.startsWith("[") && token.length > 1) {
    return /\\[WSN]/.test(token) ? "\\W, \\S or \\N inside a set, which the engine cannot say" : null;
  }
  return REFUSED.find(([shape]) => shape.test(token))?.[1] ?? null;
}

function translateToken(token: string, multiline: boolean): string {
  if (token.startsWith("[") && token.length > 1) return translateSet(token);
  if (token.startsWith("(?#")) return "";
  if (token.startsWith("{,")) return `{0${token.slice(1)}`;
  if (token === "$" && multiline) return token;
  return REPLACED[token] ?? translateEscape(token);
}

function translateSet(token: string): string {
  const [open = "[", inner = ""] = token.startsWith("[^")
    ? ["[^", token.slice(2, -1)]
    : ["[", token.slice(1, -1)];
  const parts = inner.match(/\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}|\\[\s\S]|[\s\S]/gu) ?? [];
  return `${open}${parts.map((part) => REPLACED_IN_SET[part] ?? translateEscape(part)).join("")}]`;
}

function translateEscape(token: string): string {
  if (/^\\[uU][0-9a-fA-F]{4,}$/.test(token)) return `\\x{${token.slice(2)}}`;
  return /^\\[^\p{ASCII}]/u.test(token) ? token.slice(1) : token;
}
