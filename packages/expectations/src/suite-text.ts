/**
 * The text of a suite, JSON or YAML, as a plain value that remembers on which line everything stands.
 *
 * @module
 */
import { InputError, type JsonValue, type Problem, quote } from "@ml-gates/gate";
import { isMap, isNode, isScalar, LineCounter, parseDocument, visit } from "yaml";
import { findPlaces, type JsonPlace } from "./json-places.ts";

/** The keys and indexes that lead to a value. */
export type KeyPath = readonly (string | number)[];

/** A place in the suite; lines and columns count from 1. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** A suite's value and where each part of it stands. */
export interface SuiteText {
  readonly value: JsonValue;
  /** The place of a value, or of its key where it has one. */
  locate(keyPath: KeyPath): Place;
}

const MAX_CHARACTERS = 8 << 20;

/** One broken bracket is followed by many more errors, none of which says more. */
const MAX_ERRORS = 20;

/** Reads the text; JSON is a subset of YAML 1.2 here. @throws InputError for text that is neither, and for keys that stand twice. */
export function parseSuiteText(text: string, path: string): SuiteText {
  if (text.length > MAX_CHARACTERS) {
    throw unreadable(path, `holds ${text.length} characters; at most ${MAX_CHARACTERS} are read`);
  }
  try {
    return readJson(text, path) ?? readText(text, path);
  } catch (error) {
    if (error instanceof InputError) throw error;
    // Nesting deeper than the parser's stack ends here.
    throw unreadable(path, `cannot be read: ${quote(error instanceof Error ? error.message : error)}`);
  }
}

function unreadable(path: string, seen: string): InputError {
  const remedy = "Write a suite as Great Expectations writes it, or split it into several.";
  return new InputError([{ message: `The suite ${seen}.`, remedy, path, line: 1, column: 1 }]);
}

/** Null for text that is not JSON, and where only a parser of YAML says what is wrong. */
function readJson(text: string, path: string): SuiteText | null {
  let value: JsonValue;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch {
    return null;
  }
  const root = findPlaces(text);
  if (root === null) return null;
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (const { index } of text.matchAll(/\n/g)) lines.addNewLine(index + 1);
  return { value, locate: (keyPath) => placeAt(lines, path, offsetIn(root, keyPath)) };
}

function offsetIn(root: JsonPlace, keyPath: KeyPath): number {
  let place: JsonPlace | undefined = root;
  let offset = root.offset;
  for (const part of keyPath) {
    place = place?.items.get(part);
    offset = place?.offset ?? offset;
  }
  return offset;
}

function placeAt(lines: LineCounter, path: string, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return { path, line: Math.max(line, 1), column: Math.max(col, 1) };
}

function readText(text: string, path: string): SuiteText {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, merge: false });
  const at = (offset: number): Place => placeAt(lines, path, offset);
  const problems: Problem[] = document.errors.slice(0, MAX_ERRORS).map(({ code, message, pos }) => ({
    ...describe(code, message),
    ...at(pos[0]),
  }));
  visit(document, {
    Alias: (_key, node) => {
      const message = `The alias *${node.source} stands for text written elsewhere; a suite must say what it means in place.`;
      problems.push({ message, remedy: "Write the value out.", ...at(node.range?.[0] ?? 0) });
    },
  });
  if (problems.length > 0) throw new InputError(problems);
  return {
    value: document.toJS() as JsonValue,
    locate: (keyPath) => at(offsetOf(document.contents, keyPath)),
  };
}

function describe(code: string, message: string): Pick<Problem, "message" | "remedy"> {
  return code === "DUPLICATE_KEY"
    ? { message: "The same key stands twice in one object.", remedy: "Keep one of the two." }
    : { message: `Neither JSON nor YAML: ${message}.`, remedy: "Correct the text here." };
}

function offsetOf(root: unknown, keyPath: KeyPath): number {
  let node = root;
  let offset = startOf(root) ?? 0;
  for (const part of keyPath) {
    const pair = isMap(node) ? node.items.find(({ key }) => isScalar(key) && key.value === part) : null;
    const next: unknown = pair ? pair.value : isNode(node) && "get" in node ? node.get(part, true) : null;
    offset = startOf(pair?.key) ?? startOf(next) ?? offset;
    node = next;
  }
  return offset;
}

function startOf(node: unknown): number | null {
  return isNode(node) ? (node.range?.[0] ?? null) : null;
}
