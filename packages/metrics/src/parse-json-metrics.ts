/**
 * Reads a JSON metrics file as Python writes it: bare NaN and Infinity are values, duplicate keys are faults.
 *
 * `JSON.parse` refuses the first, hides the second, and says neither line nor depth.
 *
 * @module
 */
import { quote } from "@ml-gates/gate";
import { type Leaf, MAX_DEPTH, MAX_ENTRIES, type NonMetric, textLeaf } from "./metric-values.ts";
import { type MetricsText, refuseMetrics } from "./metrics-fault.ts";

/** @throws InputError at the line of the first fault. */
export function parseJsonMetrics(source: MetricsText): readonly Leaf[] {
  const reader: Reader = { source, at: 0, leaves: [] };
  skipSpace(reader);
  readMap(reader, []);
  skipSpace(reader);
  if (reader.at < source.text.length) throw refuse(reader, "more text follows the map");
  return reader.leaves;
}

interface Reader {
  readonly source: MetricsText;
  at: number;
  readonly leaves: Leaf[];
}

function readMap(reader: Reader, path: readonly string[]): void {
  if (path.length > MAX_DEPTH) throw refuse(reader, `maps are nested deeper than ${MAX_DEPTH}`);
  const seen = new Set<string>();
  readMembers(reader, "{}", () => {
    const start = reader.at;
    const key = readString(reader);
    if (seen.has(key)) throw refuse(reader, `the key ${quote(key)} stands twice in one map`, start);
    seen.add(key);
    skipSpace(reader);
    expect(reader, ":");
    skipSpace(reader);
    readValue(reader, [...path, key]);
  });
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

function readValue(reader: Reader, path: readonly string[]): void {
  const start = reader.at;
  const first = reader.source.text[start];
  if (first === "{") readMap(reader, path);
  else keep(reader, path, { value: readLeaf(reader, first), offset: start });
}

function readLeaf(reader: Reader, first: string | undefined): number | NonMetric {
  if (first === '"') return textLeaf(readString(reader));
  if (first !== "[") return readWord(reader);
  skipList(reader);
  return "a list";
}

function keep(reader: Reader, path: readonly string[], leaf: Omit<Leaf, "name">): void {
  if (reader.leaves.length >= MAX_ENTRIES) throw refuse(reader, `it holds more than ${MAX_ENTRIES} entries`);
  reader.leaves.push({ name: path.join("."), ...leaf });
}

/** Lists hold no metrics: brackets are counted, strings stepped over, nothing is kept. */
function skipList(reader: Reader): void {
  const { text } = reader.source;
  let depth = 0;
  do {
    const letter = text[reader.at];
    if (letter === undefined) throw refuse(reader, "a list is not closed");
    if (letter === '"') {
      readString(reader);
      continue;
    }
    if (letter === "[" || letter === "{") depth += 1;
    if (letter === "]" || letter === "}") depth -= 1;
    reader.at += 1;
  } while (depth > 0);
}

const WORD = /-?Infinity|NaN|true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;

function readWord(reader: Reader): number | NonMetric {
  WORD.lastIndex = reader.at;
  const [word] = WORD.exec(reader.source.text) ?? [];
  if (word === undefined) throw refuse(reader, "a value is wanted here");
  reader.at += word.length;
  if (word === "true" || word === "false") return "a boolean";
  return word === "null" ? "null" : Number(word);
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

function refuse(reader: Reader, seen: string, offset = reader.at) {
  const message = `The metrics file is not a JSON map of metrics: ${seen}.`;
  return refuseMetrics(reader.source, [{ offset, message, remedy: "Correct it here, or write it again." }]);
}
