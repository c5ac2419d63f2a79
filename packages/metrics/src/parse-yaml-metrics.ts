/**
 * Reads a YAML metrics file: a map of maps of numbers.
 *
 * @module
 */
import { quote } from "@ml-gates/gate";
import { type Document, isAlias, isMap, isScalar, isSeq, type Node, parseDocument, type YAMLMap } from "yaml";
import { type Leaf, MAX_DEPTH, MAX_ENTRIES, type NonMetric, textLeaf } from "./metric-values.ts";
import { type MetricsText, refuseMetrics } from "./metrics-fault.ts";

/** The YAML parser needs about 200 bytes of memory a character: a stranger's file must not take them all. */
const MAX_CHARACTERS = 4 << 20;

/** Each alias costs a search of the document, and aliases of aliases multiply. */
const MAX_ALIASES = 100;

/** @throws InputError with every fault, each at its line. */
export function parseYamlMetrics(source: MetricsText): readonly Leaf[] {
  if (source.text.length > MAX_CHARACTERS) {
    throw refuse(
      source,
      0,
      `it holds ${source.text.length} characters; at most ${MAX_CHARACTERS} are read as YAML`,
    );
  }
  const document = readDocument(source);
  if (!isMap(document.contents)) throw refuse(source, 0, "wanted a map of metrics at its top");
  const walk: Walk = { source, document, leaves: [], visits: 0, aliases: 0 };
  walkMap(walk, document.contents, []);
  return walk.leaves;
}

interface Walk {
  readonly source: MetricsText;
  readonly document: Document;
  readonly leaves: Leaf[];
  visits: number;
  aliases: number;
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

function walkMap(walk: Walk, map: YAMLMap, path: readonly string[]): void {
  const seen = new Set<string>();
  for (const { key, value } of map.items) {
    const offset = offsetOf(key);
    if (!isScalar(key)) throw refuse(walk.source, offset, "a key is not a plain text");
    const name = key.source ?? String(key.value);
    if (seen.has(name)) throw refuse(walk.source, offset, `the key ${quote(name)} stands twice in one map`);
    seen.add(name);
    walkValue(walk, resolveAlias(walk, value, offset), { path: [...path, name], offset });
  }
}

function walkValue(
  walk: Walk,
  node: unknown,
  { path, offset }: { readonly path: readonly string[]; readonly offset: number },
): void {
  if (path.length > MAX_DEPTH) throw refuse(walk.source, offset, `maps are nested deeper than ${MAX_DEPTH}`);
  walk.visits += 1;
  if (walk.visits > MAX_ENTRIES)
    throw refuse(walk.source, offset, `it holds more than ${MAX_ENTRIES} entries`);
  if (isMap(node)) walkMap(walk, node, path);
  else walk.leaves.push({ name: path.join("."), value: leafOf(node), offset });
}

function resolveAlias(walk: Walk, node: unknown, offset: number): unknown {
  if (!isAlias(node)) return node;
  walk.aliases += 1;
  if (walk.aliases > MAX_ALIASES)
    throw refuse(walk.source, offset, `it holds more than ${MAX_ALIASES} aliases`);
  return node.resolve(walk.document);
}

function leafOf(node: unknown): number | NonMetric {
  if (isSeq(node)) return "a list";
  const value = isScalar(node) ? node.value : null;
  if (typeof value === "number") return value;
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "boolean") return "a boolean";
  return typeof value === "string" ? textLeaf(value) : "null";
}

function offsetOf(node: unknown): number {
  return (node as Partial<Node> | null)?.range?.[0] ?? 0;
}

function refuse(source: MetricsText, offset: number, seen: string) {
  const message = `The metrics file cannot be read: ${seen}.`;
  const remedy = "Write a map of names and numbers, such as `accuracy: 0.91`.";
  return refuseMetrics(source, [{ offset, message, remedy }]);
}
