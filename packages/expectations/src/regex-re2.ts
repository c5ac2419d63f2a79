/**
 * Writes a pattern for RE2, the engine's own: linear in time, without look-around and back-references.
 *
 * @module
 */
import type { ClassLetter, RegexNode, SetItem } from "./regex-tree.ts";

/** Ends the writing: RE2 cannot say this. */
class Unsaid extends Error {
  override readonly name = "Unsaid";
}

const UNICODE = { d: "\\p{Nd}", w: "\\p{L}\\p{N}_", s: "\\t-\\r\\x1c-\\x20\\x{85}\\p{Z}" } as const;
const ASCII = { d: "0-9", w: "a-zA-Z0-9_", s: "\\t-\\r\\x20" } as const;
const MOST_REPEATS = 1000;

/** Where a part stands: what follows it, and how often the parts around it repeat. */
interface Place {
  readonly asciiText: boolean;
  readonly last: boolean;
  readonly repeats: number;
}

/**
 * The pattern for RE2, which searches; null for what RE2 has no words for. In texts that are known to be ASCII it has
 * words for the boundaries of words, too.
 */
export function writeRe2(node: RegexNode, asciiText = false): string | null {
  try {
    return write(node, { asciiText, last: true, repeats: 1 });
  } catch (error) {
    if (error instanceof Unsaid) return null;
    throw error;
  }
}

function write(node: RegexNode, place: Place): string {
  switch (node.is) {
    case "character":
      return writeCharacter(node.code);
    case "any":
      return node.lineBreaks ? "(?s:.)" : ".";
    case "class":
      return writeClass(node.letter, node.ascii);
    case "set":
      return `[${node.negated ? "^" : ""}${node.items.map(writeItem).join("")}]`;
    case "start":
      return node.ofLines ? "(?m:^)" : "^";
    case "end":
      return writeEnd(node.ofLines, place);
    case "very end":
      return "\\z";
    case "boundary":
      // Python's \B does not match in an empty text, RE2's does.
      if ((node.ascii || place.asciiText) && !node.negated) return "\\b";
      throw new Unsaid();
    case "look":
    case "reference":
      throw new Unsaid();
    default:
      return writeNested(node, place);
  }
}

type Nested = Extract<RegexNode, { is: "group" | "case" | "repeat" | "sequence" | "choice" }>;

function writeNested(node: Nested, place: Place): string {
  switch (node.is) {
    case "group":
      return `(?:${write(node.body, place)})`;
    case "case":
      return `(?${node.ignored ? "" : "-"}i:${write(node.body, place)})`;
    case "repeat":
      return writeRepeat(node, place);
    case "choice":
      return node.options.map((option) => write(option, place)).join("|");
    case "sequence": {
      const end = node.parts.length - 1;
      return node.parts
        .map((part, index) => write(part, { ...place, last: place.last && index === end }))
        .join("");
    }
  }
}

/** Python's $ also matches before a final line break, without taking it. */
function writeEnd(ofLines: boolean, place: Place): string {
  if (ofLines) return "(?m:$)";
  if (!place.last) throw new Unsaid();
  return "(?:\\n?\\z)";
}

function writeRepeat(node: Extract<RegexNode, { is: "repeat" }>, place: Place): string {
  const repeats = place.repeats * Math.max(1, node.least, node.most ?? 0);
  if (repeats > MOST_REPEATS) throw new Unsaid();
  const body = write(node.body, { ...place, last: false, repeats });
  const lazy = node.lazy ? "?" : "";
  return `${body}${writeLimits(node.least, node.most)}${lazy}`;
}

/** Limits in braces, or their short sign. */
export function writeLimits(least: number, most: number | null): string {
  if (most === null && least < 2) return least === 0 ? "*" : "+";
  if (least === 0 && most === 1) return "?";
  if (least === most) return `{${least}}`;
  return `{${least},${most ?? ""}}`;
}

function writeCharacter(code: number): string {
  const character = String.fromCodePoint(code);
  if (/[a-zA-Z0-9_ ]/.test(character)) return character;
  if (code < 0x20 || code === 0x7f) return `\\x{${code.toString(16)}}`;
  return code < 0x80 ? `\\${character}` : character;
}

function writeClass(letter: ClassLetter, ascii: boolean): string {
  const lower = letter.toLowerCase() as "d" | "w" | "s";
  const negated = letter !== lower;
  if (lower === "d" && !ascii) return negated ? "\\P{Nd}" : UNICODE.d;
  return `[${negated ? "^" : ""}${(ascii ? ASCII : UNICODE)[lower]}]`;
}

function writeItem(item: SetItem): string {
  if ("first" in item) {
    const first = writeCharacter(item.first);
    return item.first === item.last ? first : `${first}-${writeCharacter(item.last)}`;
  }
  const { letter, ascii } = item;
  if (letter === "D" && !ascii) return "\\P{Nd}";
  if (letter === "d" || letter === "w" || letter === "s") return (ascii ? ASCII : UNICODE)[letter];
  throw new Unsaid();
}
