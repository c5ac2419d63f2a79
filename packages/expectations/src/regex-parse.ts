/**
 * Reads a regular expression as Python 3.11's `re` does; what Python refuses is refused here.
 *
 * @module
 */
import { type ClassLetter, type RegexNode, type SetItem, widthOf } from "./regex-tree.ts";

/** Why a pattern cannot be read: Python's own complaint, or what is not supported. */
export class RegexFault extends Error {
  override readonly name = "RegexFault";
}

interface Flags {
  readonly ignoreCase: boolean;
  readonly ofLines: boolean;
  readonly lineBreaks: boolean;
  readonly verbose: boolean;
  readonly ascii: boolean;
}

const NO_FLAGS: Flags = {
  ignoreCase: false,
  ofLines: false,
  lineBreaks: false,
  verbose: false,
  ascii: false,
};

/** A pattern being read; characters are code points. */
interface Reader {
  readonly text: readonly string[];
  at: number;
  depth: number;
  behind: number;
  /** Groups that are closed, by number. */
  readonly closed: Map<number, RegexNode>;
  readonly names: Map<string, number>;
  opened: number;
}

const DEEPEST = 100;
const LONGEST = 20_000;

/**
 * The meaning of a pattern.
 *
 * @throws RegexFault
 */
export function parseRegex(pattern: string): RegexNode {
  if (pattern.length > LONGEST) throw new RegexFault(`more than ${LONGEST} characters`);
  const reader: Reader = {
    text: [...pattern],
    at: 0,
    depth: 0,
    behind: 0,
    closed: new Map(),
    names: new Map(),
    opened: 0,
  };
  const flags = readGlobalFlags(reader);
  const body = readChoice(reader, flags);
  if (reader.at < reader.text.length) throw new RegexFault("an unbalanced parenthesis");
  return flags.ignoreCase ? { is: "case", ignored: true, body } : body;
}

function peek(reader: Reader, ahead = 0): string {
  return reader.text[reader.at + ahead] ?? "";
}

function take(reader: Reader, wanted: string): boolean {
  if (
    !reader.text
      .slice(reader.at, reader.at + wanted.length)
      .join("")
      .startsWith(wanted)
  )
    return false;
  reader.at += wanted.length;
  return true;
}

/** The rest of the pattern, as far as a token can reach. */
function rest(reader: Reader): string {
  return reader.text.slice(reader.at, reader.at + 64).join("");
}

function readGlobalFlags(reader: Reader): Flags {
  let flags = NO_FLAGS;
  for (;;) {
    if (flags.verbose) skipVerbose(reader);
    const found = /^\(\?([aiLmsux]+)\)/.exec(rest(reader));
    if (found === null) return flags;
    flags = withFlags(flags, found[1] ?? "", "");
    reader.at += found[0].length;
  }
}

function withFlags(flags: Flags, on: string, off: string): Flags {
  if (on.includes("L")) throw new RegexFault("the flag (?L), which Python has for bytes only");
  const set = (letter: string, before: boolean) => (before || on.includes(letter)) && !off.includes(letter);
  return {
    ignoreCase: set("i", flags.ignoreCase),
    ofLines: set("m", flags.ofLines),
    lineBreaks: set("s", flags.lineBreaks),
    verbose: set("x", flags.verbose),
    ascii: on.includes("a") || (flags.ascii && !on.includes("u")),
  };
}

function skipVerbose(reader: Reader): void {
  for (;;) {
    if (/^[ \t\n\r\v\f]/.test(peek(reader))) reader.at += 1;
    else if (peek(reader) === "#") {
      while (reader.at < reader.text.length && peek(reader) !== "\n") reader.at += 1;
    } else return;
  }
}

function readChoice(reader: Reader, flags: Flags): RegexNode {
  if (++reader.depth > DEEPEST) throw new RegexFault(`groups nested deeper than ${DEEPEST}`);
  const options = [readSequence(reader, flags)];
  while (take(reader, "|")) options.push(readSequence(reader, flags));
  reader.depth -= 1;
  const [only] = options;
  return options.length === 1 && only !== undefined ? only : { is: "choice", options };
}

function readSequence(reader: Reader, flags: Flags): RegexNode {
  const parts: RegexNode[] = [];
  for (;;) {
    if (flags.verbose) skipVerbose(reader);
    if (reader.at >= reader.text.length || /^[|)]/.test(peek(reader))) return { is: "sequence", parts };
    const quantifier = /^(?:[*+?]|\{\d+\}|\{\d*,\d*\})/.exec(rest(reader));
    if (quantifier === null) {
      const part = readAtom(reader, flags);
      if (part !== null) parts.push(part);
    } else {
      const body = parts.pop();
      parts.push(readRepeat(reader, quantifier[0], body));
    }
  }
}

const PLACES: ReadonlySet<RegexNode["is"]> = new Set(["start", "end", "very end", "boundary"]);

function readRepeat(reader: Reader, written: string, body: RegexNode | undefined): RegexNode {
  if (body === undefined || PLACES.has(body.is)) throw new RegexFault(`nothing to repeat before ${written}`);
  if (body.is === "repeat") throw new RegexFault(`multiple repeat ${written}`);
  reader.at += written.length;
  const [least, most] = limitsOf(written);
  if (most !== null && least > most) throw new RegexFault(`the repeat ${written}, whose limits are reversed`);
  if (take(reader, "+")) {
    throw new RegexFault(`the possessive quantifier ${written}+; a plain one is wanted`);
  }
  return { is: "repeat", least, most, lazy: take(reader, "?"), body };
}

function limitsOf(written: string): readonly [number, number | null] {
  if (written === "*") return [0, null];
  if (written === "+") return [1, null];
  if (written === "?") return [0, 1];
  const [least = "", most = least] = written.slice(1, -1).split(",");
  return [Number(least), most === "" ? null : Number(most)];
}

function readAtom(reader: Reader, flags: Flags): RegexNode | null {
  const next = peek(reader);
  if (next === "(") return readGroup(reader, flags);
  if (next === "[") return readSet(reader, flags);
  if (next === "\\") return readEscape(reader, flags);
  reader.at += 1;
  if (next === ".") return { is: "any", lineBreaks: flags.lineBreaks };
  if (next === "^") return { is: "start", ofLines: flags.ofLines };
  if (next === "$") return { is: "end", ofLines: flags.ofLines };
  return { is: "character", code: next.codePointAt(0) ?? 0 };
}

function readGroup(reader: Reader, flags: Flags): RegexNode | null {
  if (peek(reader, 1) !== "?") {
    reader.at += 1;
    return readCapture(reader, flags, null);
  }
  if (take(reader, "(?:")) return { is: "group", group: null, body: readBody(reader, flags) };
  if (take(reader, "(?=")) return readLook(reader, flags, { behind: false, negated: false });
  if (take(reader, "(?!")) return readLook(reader, flags, { behind: false, negated: true });
  if (take(reader, "(?<=")) return readLook(reader, flags, { behind: true, negated: false });
  if (take(reader, "(?<!")) return readLook(reader, flags, { behind: true, negated: true });
  if (take(reader, "(?#")) return skipComment(reader);
  return readNamed(reader) ?? readScoped(reader, flags) ?? readOther(reader, flags);
}

function readCapture(reader: Reader, flags: Flags, name: string | null): RegexNode {
  const group = ++reader.opened;
  if (name !== null) {
    if (reader.names.has(name)) throw new RegexFault(`the group name ${name} twice`);
    reader.names.set(name, group);
  }
  const body = readBody(reader, flags);
  reader.closed.set(group, body);
  return { is: "group", group, body };
}

function readBody(reader: Reader, flags: Flags): RegexNode {
  const body = readChoice(reader, flags);
  if (!take(reader, ")")) throw new RegexFault("a parenthesis that is not closed");
  return body;
}

function readLook(
  reader: Reader,
  flags: Flags,
  { behind, negated }: { readonly behind: boolean; readonly negated: boolean },
): RegexNode {
  const before = reader.opened;
  const body = readBody(reader, flags);
  if (behind) {
    const [least, most] = widthOf(body, reader.closed);
    if (least !== most) throw new RegexFault("a look-behind without a fixed width");
    // JavaScript reads a look-behind from its end, so that groups in it are set in another order.
    if (refersWithin(body, before)) throw new RegexFault("a back-reference inside its own look-behind");
  }
  return { is: "look", behind, negated, body };
}

function refersWithin(node: RegexNode, before: number): boolean {
  if (node.is === "reference") return node.group > before;
  if ("body" in node) return refersWithin(node.body, before);
  if (node.is === "sequence") return node.parts.some((part) => refersWithin(part, before));
  return node.is === "choice" && node.options.some((option) => refersWithin(option, before));
}

function skipComment(reader: Reader): null {
  while (reader.at < reader.text.length && peek(reader) !== ")") reader.at += 1;
  if (!take(reader, ")")) throw new RegexFault("a comment that is not closed");
  return null;
}

/** Only what `(?P=name)` is; named groups are read by {@link readOther}. */
function readNamed(reader: Reader): RegexNode | null {
  const found = /^\(\?P=([^)]*)\)/.exec(rest(reader));
  if (found === null) return null;
  const group = reader.names.get(found[1] ?? "");
  if (group === undefined || !reader.closed.has(group)) {
    throw new RegexFault(`a reference to the group ${found[1]}, which is not closed before it`);
  }
  reader.at += found[0].length;
  return { is: "reference", group };
}

function readScoped(reader: Reader, flags: Flags): RegexNode | null {
  const found = /^\(\?([aLimsux]*)(?:-([imsx]+))?:/.exec(rest(reader));
  if (found === null) return null;
  reader.at += found[0].length;
  const inner = withFlags(flags, found[1] ?? "", found[2] ?? "");
  const body = readBody(reader, inner);
  return inner.ignoreCase === flags.ignoreCase
    ? { is: "group", group: null, body }
    : { is: "case", ignored: inner.ignoreCase, body };
}

function readOther(reader: Reader, flags: Flags): RegexNode {
  const named = /^\(\?P<([\p{L}_][\p{L}\p{N}_]*)>/u.exec(rest(reader));
  if (named !== null) {
    reader.at += [...named[0]].length;
    return readCapture(reader, flags, named[1] ?? "");
  }
  const seen = rest(reader);
  if (/^\(\?[aiLmsux]+\)/.test(seen)) throw new RegexFault("flags that do not stand at the start");
  if (seen.startsWith("(?>")) throw new RegexFault("an atomic group (?>…)");
  if (seen.startsWith("(?(")) throw new RegexFault("a conditional group (?(…)…)");
  throw new RegexFault(`the unknown group ${seen.slice(0, 4)}`);
}

const CLASS = /^[dDwWsS]$/;
const CONTROLS: Readonly<Record<string, number>> = { a: 7, b: 8, f: 12, n: 10, r: 13, t: 9, v: 11, "\\": 92 };

function readEscape(reader: Reader, flags: Flags): RegexNode {
  const letter = peek(reader, 1);
  const simple = simpleEscape(letter, flags);
  if (simple !== null) {
    reader.at += 2;
    return simple;
  }
  return readReference(reader) ?? { is: "character", code: readCharacter(reader) };
}

function simpleEscape(letter: string, { ascii }: Flags): RegexNode | null {
  if (CLASS.test(letter)) return { is: "class", letter: letter as ClassLetter, ascii };
  if (letter === "A") return { is: "start", ofLines: false };
  if (letter === "Z") return { is: "very end" };
  if (letter === "b" || letter === "B") return { is: "boundary", negated: letter === "B", ascii };
  return null;
}

/** `\1` to `\99`; three octal digits are a character. */
function readReference(reader: Reader): RegexNode | null {
  const found = /^\\(?!0|[0-3][0-7][0-7])([1-9]\d?)/.exec(rest(reader));
  if (found === null) return null;
  reader.at += found[0].length;
  const group = Number(found[1]);
  if (!reader.closed.has(group)) {
    throw new RegexFault(`a reference to the group ${group}, which is not closed before it`);
  }
  return { is: "reference", group };
}

const CODED = /^\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/;

/** An escaped character, in a set or outside. */
function readCharacter(reader: Reader): number {
  const seen = rest(reader);
  const coded = CODED.exec(seen);
  const octal = /^\\(0[0-7]{0,2}|[1-3][0-7]{2})/.exec(seen);
  const letter = peek(reader, 1);
  reader.at += coded?.[0].length ?? octal?.[0].length ?? 2;
  if (coded !== null) return checkedCode(Number.parseInt(coded[1] ?? coded[2] ?? coded[3] ?? "", 16));
  if (octal !== null) return Number.parseInt(octal[1] ?? "", 8);
  if (letter === "") throw new RegexFault("a backslash at the end");
  if (Object.hasOwn(CONTROLS, letter)) return CONTROLS[letter] ?? 0;
  if (letter === "N") throw new RegexFault("a character by name \\N{…}; write \\uXXXX");
  if (/^[A-Za-z0-9]$/.test(letter)) throw new RegexFault(`the bad escape \\${letter}`);
  return letter.codePointAt(0) ?? 0;
}

function checkedCode(code: number): number {
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))
    throw new RegexFault("a code that is no character");
  return code;
}

function readSet(reader: Reader, flags: Flags): RegexNode {
  reader.at += 1;
  const negated = take(reader, "^");
  const items: SetItem[] = [];
  while (items.length === 0 || peek(reader) !== "]") {
    if (reader.at >= reader.text.length) throw new RegexFault("a set [ that is not closed");
    items.push(readRange(reader, flags));
  }
  reader.at += 1;
  return { is: "set", negated, items };
}

function readRange(reader: Reader, flags: Flags): SetItem {
  const first = readMember(reader, flags);
  const ends = peek(reader) !== "-" || peek(reader, 1) === "]" || peek(reader, 1) === "";
  if (ends) return typeof first === "number" ? { first, last: first } : first;
  reader.at += 1;
  const last = readMember(reader, flags);
  if (typeof first !== "number" || typeof last !== "number" || first > last) {
    throw new RegexFault("a bad character range in a set");
  }
  return { first, last };
}

function readMember(reader: Reader, { ascii }: Flags): number | Extract<SetItem, { letter: ClassLetter }> {
  const [next, letter] = [peek(reader), peek(reader, 1)];
  if (next === "\\" && CLASS.test(letter)) {
    reader.at += 2;
    return { letter: letter as ClassLetter, ascii };
  }
  if (next === "\\") return readCharacter(reader);
  reader.at += 1;
  return next.codePointAt(0) ?? 0;
}
