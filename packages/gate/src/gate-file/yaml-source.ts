/**
 * YAML text that remembers where everything stands: the gate file and the fragments laid over it by inputs.
 *
 * @module
 */
import { type Document, isCollection, isMap, isScalar, LineCounter, type Node, parseDocument } from "yaml";
import { type Problem, quote } from "../errors.ts";

export type KeyPath = readonly (string | number)[];

/** A place in a text; `path` names the file or the input. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** A parsed text: its plain value, its problems, and the place of each of its keys. */
export interface YamlSource {
  /** `undefined` when the text is not YAML. */
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** The place of the value at a key path; of its key when `key` is set. The nearest parent's when it is absent. */
  locate(keyPath: KeyPath, key?: string): Place;
}

const MAX_CHARACTERS = 1 << 20;
const MAX_ALIASES = 100;

/**
 * Parses YAML 1.2 without merge keys. Duplicate keys, syntax errors, several documents and aliases that
 * multiply are problems, each with its place.
 *
 * @example
 * parseYaml("a: 1", "f.yml").value; // => { a: 1 }
 * parseYaml("a: 1\na: 2", "f.yml").problems.length; // => 1
 */
export function parseYaml(text: string, path: string): YamlSource {
  if (text.length > MAX_CHARACTERS)
    return unreadable(path, `holds ${text.length} characters; at most ${MAX_CHARACTERS} are read.`);
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, merge: false });
    const place = (offset: number): Place => {
      const { line, col } = lines.linePos(offset);
      return { path, line: Math.max(line, 1), column: Math.max(col, 1) };
    };
    const problems = document.errors.map((error) => ({
      ...describe(error.code, error.message),
      ...place(error.pos[0]),
    }));
    const broken = document.errors.some(({ code }) => code !== "DUPLICATE_KEY");
    return {
      value: broken ? undefined : document.toJS({ maxAliasCount: MAX_ALIASES }),
      problems,
      locate: (keyPath, key) => place(offsetOf(document, keyPath, key)),
    };
  } catch (error) {
    return unreadable(
      path,
      `cannot be read as YAML: ${quote(error instanceof Error ? error.message : error)}.`,
    );
  }
}

function describe(code: string, message: string): Problem {
  if (code === "DUPLICATE_KEY") {
    return { message: "The same key stands twice in one map.", remedy: "Keep one of the two." };
  }
  return { message: `Not YAML: ${message}.`, remedy: "Correct the text here." };
}

function unreadable(path: string, message: string): YamlSource {
  const place = { path, line: 1, column: 1 };
  const remedy = "Write a plain YAML map; see docs/gate-file.md.";
  return {
    value: undefined,
    problems: [{ message: `The text ${message}`, remedy, ...place }],
    locate: () => place,
  };
}

function offsetOf(document: Document, keyPath: KeyPath, key: string | undefined): number {
  for (let length = keyPath.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(keyPath.slice(0, length), true);
    const found = nodeOffset(node, length === keyPath.length ? key : undefined);
    if (found !== null) return found;
  }
  return 0;
}

function nodeOffset(node: unknown, key: string | undefined): number | null {
  if (key !== undefined && isMap(node)) {
    const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
    if (pair && isScalar(pair.key) && pair.key.range) return pair.key.range[0];
  }
  return isCollection(node) || isScalar(node) ? ((node as Node).range?.[0] ?? null) : null;
}
