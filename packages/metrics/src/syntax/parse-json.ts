/**
 * Reads JSON as Python writes it: bare NaN and Infinity are values, duplicate keys are faults.
 *
 * `JSON.parse` refuses the first, hides the second, and says neither line nor depth.
 *
 * @module
 */
import { type InputError, quote } from "@ml-gates/gate";
import { type MetricsText, refuseMetrics } from "../metrics-fault.ts";
import { MAX_DEPTH, MAX_VALUES, type Tree } from "./tree.ts";

/** One JSON value, and nothing behind it. @throws InputError at the line of the first fault. */
export function parseJson(source: MetricsText): Tree {
  const [first, second] = parseJsonSequence(source);
  if (first === undefined) throw refuse({ source, at: 0, values: 0 }, "a value is wanted here");
  if (second !== undefined) throw refuse({ source, at: second.offset, values: 0 }, "more text follows");
  return first;
}

/** JSON values one behind the other, as in a file of JSON lines. @throws InputError at the first fault. */
export function parseJsonSequence(source: MetricsText): readonly Tree[] {
  const reader: Reader = { source, at: 0, values: 0 };
  const found: Tree[] = [];
  skipSpace(reader);
  while (reader.at < source.text.length) {
    if (
      found.length > 0 &&
      !/[\r\n][ \t\r\n]*$/.test(source.text.slice(Math.max(0, reader.at - 99), reader.at))
    )
      throw refuse(reader, "more text follows");
    found.push(readValue(reader, 0));
    skipSpace(reader);
  }
  return found;
}

interface Reader {
  readonly source: MetricsText;
  at: number;
  values: number;
}

function readValue(reader: Reader, depth: number): Tree {
  if (depth > MAX_DEPTH) throw refuse(reader, `it is nested deeper than ${MAX_DEPTH}`);
  reader.values += 1;
  if (reader.values > MAX_VALUES) throw refuse(reader, `it holds more than ${MAX_VALUES} values`);
  const offset = reader.at;
  const first = reader.source.text[offset];
  if (first === "{") return { kind: "map", entries: readMap(reader, depth), offset };
  if (first === "[") return { kind: "list", items: readList(reader, depth), offset };
  return { kind: "scalar", value: first === '"' ? readString(reader) : readWord(reader), offset };
}

function readMap(reader: Reader, depth: number): ReadonlyMap<string, Tree> {
  const entries = new Map<string, Tree>();
  readMembers(reader, "{}", () => {
    const start = reader.at;
    const key = readString(reader);
    if (entries.has(key)) throw refuse(reader, `the key ${quote(key)} stands twice in one map`, start);
    skipSpace(reader);
    expect(reader, ":");
    skipSpace(reader);
    entries.set(key, readValue(reader, depth + 1));
  });
  return entries;
}

function readList(reader: Reader, depth: number): readonly Tree[] {
  const items: Tree[] = [];
  readMembers(reader, "[]", () => items.push(readValue(reader, depth + 1)));
  return items;
}

/** Comma-separated members between a pair of brackets. */
function readMembers(reader: Reader, [open, close]: string, readMember: () => void): void {
  expect(reader, open ?? "");
  skipSpace(reader);
  if (reader.source.text[reader.at] === close) {
    reader.at += 1;
    return;
  }
  for (;;) {
    readMember();
    skipSpace(reader);
    if (reader.source.text[reader.at] !== ",") break;
    reader.at += 1;
    skipSpace(reader);
  }
  expect(reader, close ?? "");
}

const WORD = /-?Infinity|NaN|true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;

function readWord(reader: Reader): number | boolean | null {
  WORD.lastIndex = reader.at;
  const [word] = WORD.exec(reader.source.text) ?? [];
  if (word === undefined) throw refuse(reader, "a value is wanted here");
  reader.at += word.length;
  if (word === "true" || word === "false") return word === "true";
  return word === "null" ? null : Number(word);
}

function readString(reader: Reader): string {
  const { text } = reader.source;
  const start = reader.at;
  if (text[start] !== '"') throw refuse(reader, "a text in double quotes is wanted here");
  let end = start + 1;
  while (end < text.length && text[end] !== '"') end += text[end] === "\\" ? 2 : 1;
  reader.at = end + 1;
  try {
    return String(JSON.parse(text.slice(start, end + 1)));
  } catch {
    throw refuse(reader, "a text is not closed or not escaped as JSON wants it", start);
  }
}

const SPACE = /[ \t\r\n]*/y;

function skipSpace(reader: Reader): void {
  SPACE.lastIndex = reader.at;
  reader.at += SPACE.exec(reader.source.text)?.[0].length ?? 0;
}

function expect(reader: Reader, letter: string): void {
  if (reader.source.text[reader.at] !== letter) throw refuse(reader, `${quote(letter)} is wanted here`);
  reader.at += 1;
}

function refuse(reader: Reader, seen: string, offset = reader.at): InputError {
  const message = `The metrics file is not JSON: ${seen}.`;
  return refuseMetrics(reader.source, [{ offset, message, remedy: "Correct it here, or write it again." }]);
}
