/**
 * Writes a pattern for JavaScript with Python's meaning: what RE2 has no words for is tried value by value.
 *
 * @module
 */
import { RegexFault } from "./regex-parse.ts";
import { writeLimits } from "./regex-re2.ts";
import type { ClassLetter, RegexNode, SetItem } from "./regex-tree.ts";

/** A pattern as the constructor of RegExp takes it. */
export interface JavascriptRegex {
  readonly source: string;
  readonly flags: string;
}

const UNICODE = { d: "\\p{Nd}", w: "\\p{L}\\p{N}_", s: "\\t-\\r\\u{1c}-\\u{20}\\u{85}\\p{Z}" } as const;
const ASCII = { d: "0-9", w: "a-zA-Z0-9_", s: "\\t-\\r\\u{20}" } as const;

/**
 * The pattern for JavaScript.
 *
 * @throws RegexFault for what the two languages do not mean alike.
 */
export function writeJavascriptRegex(node: RegexNode): JavascriptRegex {
  findSet(node, new Set());
  const wholly = node.is === "case";
  // Searched for from the start: the engine's own search also tries the middle of characters beyond U+FFFF.
  const source = `^[^]*?(?:${write(wholly ? node.body : node)})`;
  const flags = wholly ? "iv" : "v";
  try {
    new RegExp(source, flags);
  } catch {
    throw new RegexFault("what the JavaScript engine here cannot read");
  }
  return { source, flags };
}

/**
 * The groups surely set after a part. In Python a reference to a group that took no part fails and a group keeps its
 * text over repeats; in JavaScript such a reference is empty and repeats forget it.
 */
function findSet(node: RegexNode, before: ReadonlySet<number>): ReadonlySet<number> {
  switch (node.is) {
    case "reference":
      if (before.has(node.group)) return before;
      throw new RegexFault(`a back-reference to group ${node.group}, which may have taken no part before it`);
    case "group": {
      const after = findSet(node.body, before);
      return node.group === null ? after : new Set([...after, node.group]);
    }
    case "case":
      return findSet(node.body, before);
    case "look":
    case "repeat": {
      const after = findSet(node.body, before);
      return node.is === "look" ? (node.negated ? before : after) : node.least > 0 ? after : before;
    }
    case "sequence":
      return node.parts.reduce((set, part) => findSet(part, set), before);
    case "choice": {
      const [first, ...others] = node.options.map((option) => findSet(option, before));
      return new Set([...(first ?? before)].filter((group) => others.every((other) => other.has(group))));
    }
    default:
      return before;
  }
}

function write(node: RegexNode): string {
  switch (node.is) {
    case "character":
      return writeCharacter(node.code);
    case "any":
      return node.lineBreaks ? "[^]" : "[^\\n]";
    case "class":
      return writeClass(node.letter, node.ascii);
    case "set":
      return `[${node.negated ? "^" : ""}${node.items.map(writeItem).join("")}]`;
    case "start":
      return node.ofLines ? "(?<=^|\\n)" : "^";
    case "end":
      return node.ofLines ? "(?=\\n|$)" : "(?=\\n?$)";
    case "very end":
      return "$";
    case "boundary":
      return writeBoundary(node.negated, node.ascii);
    case "reference":
      // Nothing after it can become part of its number.
      return `(?:\\${node.group})`;
    default:
      return writeNested(node);
  }
}

type Nested = Extract<RegexNode, { is: "group" | "case" | "repeat" | "sequence" | "choice" | "look" }>;

function writeNested(node: Nested): string {
  switch (node.is) {
    case "group":
      return `(${node.group === null ? "?:" : ""}${write(node.body)})`;
    case "case":
      return `(?${node.ignored ? "" : "-"}i:${write(node.body)})`;
    case "look":
      return `(?${node.behind ? "<" : ""}${node.negated ? "!" : "="}${write(node.body)})`;
    case "repeat": {
      // A look-around may be repeated in Python.
      const body = write(node.body.is === "look" ? { is: "group", group: null, body: node.body } : node.body);
      return `${body}${writeLimits(node.least, node.most)}${node.lazy ? "?" : ""}`;
    }
    case "sequence":
      return node.parts.map(write).join("");
    case "choice":
      return node.options.map(write).join("|");
  }
}

/** Python's \B does not match in an empty text. */
function writeBoundary(negated: boolean, ascii: boolean): string {
  const word = `[${(ascii ? ASCII : UNICODE).w}]`;
  return negated
    ? `(?!^$)(?:(?<=${word})(?=${word})|(?<!${word})(?!${word}))`
    : `(?:(?<=${word})(?!${word})|(?<!${word})(?=${word}))`;
}

function writeCharacter(code: number): string {
  const character = String.fromCodePoint(code);
  return /[a-zA-Z0-9_]/.test(character) ? character : `\\u{${code.toString(16)}}`;
}

function writeClass(letter: ClassLetter, ascii: boolean): string {
  const lower = letter.toLowerCase() as "d" | "w" | "s";
  return `[${letter === lower ? "" : "^"}${(ascii ? ASCII : UNICODE)[lower]}]`;
}

function writeItem(item: SetItem): string {
  if (!("first" in item)) return writeClass(item.letter, item.ascii);
  const first = writeCharacter(item.first);
  return item.first === item.last ? first : `${first}-${writeCharacter(item.last)}`;
}
