/**
 * Reads YAML into a tree: unique keys, few aliases, no depth that could exhaust the reader.
 *
 * @module
 */
import { type InputError, quote } from "@ml-gates/gate";
import { type Document, isAlias, isMap, isScalar, isSeq, type Node, parseDocument, type YAMLMap } from "yaml";
import { type MetricsText, refuseMetrics } from "../metrics-fault.ts";
import { MAX_DEPTH, type Tree } from "./tree.ts";

/** The YAML parser needs about 200 bytes of memory a character: a stranger's file must not take them all. */
const MAX_CHARACTERS = 4 << 20;

/** Aliases multiply: each use is walked again. */
const MAX_VALUES = 200_000;

/** Each alias costs a search of the document, and aliases of aliases multiply. */
const MAX_ALIASES = 100;

/** @throws InputError with every fault, each at its line. */
export function parseYamlTree(source: MetricsText): Tree {
  if (source.text.length > MAX_CHARACTERS) {
    const seen = `it holds ${source.text.length} characters; at most ${MAX_CHARACTERS} are read as YAML`;
    throw refuse(source, 0, seen);
  }
  const document = readDocument(source);
  return walk({ source, document, values: 0, aliases: 0 }, document.contents, { offset: 0, depth: 0 });
}

interface Walk {
  readonly source: MetricsText;
  readonly document: Document;
  values: number;
  aliases: number;
}

interface Place {
  readonly offset: number;
  readonly depth: number;
}

function readDocument(source: MetricsText): Document {
  try {
    // Unique keys are checked while walking: the parser's own check takes time square in their number.
    const document = parseDocument(source.text, { prettyErrors: false, merge: false, uniqueKeys: false });
    if (document.errors.length === 0) return document;
    throw refuseMetrics(
      source,
      document.errors.slice(0, 20).map(({ message, pos: [offset] }) => ({
        offset,
        message: `The metrics file is not YAML: ${message}.`,
        remedy: "Correct it here, or write it again.",
      })),
    );
  } catch (error) {
    if (error instanceof RangeError) throw refuse(source, 0, `it is nested deeper than ${MAX_DEPTH}`);
    throw error;
  }
}

function walk(reader: Walk, given: unknown, { offset, depth }: Place): Tree {
  const node = resolveAlias(reader, given, offset);
  if (depth > MAX_DEPTH) throw refuse(reader.source, offset, `it is nested deeper than ${MAX_DEPTH}`);
  reader.values += 1;
  if (reader.values > MAX_VALUES)
    throw refuse(reader.source, offset, `it holds more than ${MAX_VALUES} values`);
  if (isMap(node)) return { kind: "map", entries: walkMap(reader, node, depth), offset };
  if (isSeq(node)) {
    const place = (item: unknown) => ({ offset: offsetOf(item) || offset, depth: depth + 1 });
    return { kind: "list", items: node.items.map((item) => walk(reader, item, place(item))), offset };
  }
  return { kind: "scalar", value: scalarOf(node), offset };
}

function walkMap(reader: Walk, map: YAMLMap, depth: number): ReadonlyMap<string, Tree> {
  const entries = new Map<string, Tree>();
  for (const { key, value } of map.items) {
    const offset = offsetOf(key);
    if (!isScalar(key)) throw refuse(reader.source, offset, "a key is not a plain text");
    const name = key.source ?? String(key.value);
    if (entries.has(name))
      throw refuse(reader.source, offset, `the key ${quote(name)} stands twice in one map`);
    entries.set(name, walk(reader, value, { offset, depth: depth + 1 }));
  }
  return entries;
}

function resolveAlias(reader: Walk, node: unknown, offset: number): unknown {
  if (!isAlias(node)) return node;
  reader.aliases += 1;
  if (reader.aliases > MAX_ALIASES)
    throw refuse(reader.source, offset, `it holds more than ${MAX_ALIASES} aliases`);
  return node.resolve(reader.document);
}

function scalarOf(node: unknown): string | number | boolean | null {
  const value = isScalar(node) ? node.value : null;
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "number" || typeof value === "boolean" || value === null) return value;
  return String(value);
}

function offsetOf(node: unknown): number {
  return (node as Partial<Node> | null)?.range?.[0] ?? 0;
}

function refuse(source: MetricsText, offset: number, seen: string): InputError {
  const message = `The metrics file cannot be read: ${seen}.`;
  const remedy = "Write a map of names and numbers, such as `accuracy: 0.91`.";
  return refuseMetrics(source, [{ offset, message, remedy }]);
}
