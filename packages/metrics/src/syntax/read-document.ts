/**
 * What kind of text a metrics file is, told from the text alone, and its content as a tree or as rows.
 *
 * @module
 */
import { type MetricsText, refuseMetrics } from "../metrics-fault.ts";
import { parseJson, parseJsonSequence } from "./parse-json.ts";
import { type Delimiter, parseTable } from "./parse-table.ts";
import { parseTomlTree } from "./parse-toml.ts";
import { parseYamlTree } from "./parse-yaml.ts";
import type { MapTree, Tree } from "./tree.ts";

/** A metrics file after its syntax is read: one tree, or rows of named cells. */
export type MetricsDocument =
  | { readonly kind: "tree"; readonly root: Tree; readonly frontMatter: boolean }
  | { readonly kind: "rows"; readonly rows: readonly MapTree[]; readonly history: boolean };

/** @throws InputError when the text is not what it starts as. */
export function readDocument(source: MetricsText): MetricsDocument {
  refuseBinary(source);
  const { text } = source;
  const frontMatter = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text)?.[0];
  if (frontMatter !== undefined) return readFrontMatter(source, frontMatter);
  if (isHistory(text)) return { kind: "rows", rows: readHistory(text), history: true };
  if (isToml(text)) return tree(parseTomlTree(source));
  if (/^\s*(?:\{\s*["}]|\[\s*(?:[{[\]"0-9-]|NaN|Infinity))/.test(text)) return readJson(source);
  const delimiter = findDelimiter(text);
  if (delimiter !== null) return { kind: "rows", rows: parseTable(source, delimiter), history: false };
  return tree(parseYamlTree(source));
}

function tree(root: Tree): MetricsDocument {
  return { kind: "tree", root, frontMatter: false };
}

function refuseBinary(source: MetricsText): void {
  const { text } = source;
  const offset = 0;
  if (text.startsWith("PK\u0003\u0004")) {
    const message = "The metrics file is a packed archive, such as an `.eval` log of Inspect.";
    throw refuseMetrics(source, [{ offset, message, remedy: "Unpack it first: `inspect log dump`." }]);
  }
  if (!text.includes("\u0000")) return;
  const message = "The metrics file is binary, or UTF-16: it holds zero bytes.";
  throw refuseMetrics(source, [{ offset, message, remedy: "Write it as UTF-8 text." }]);
}

/** The head of a Markdown file; a YAML file that starts and ends with a marker has nothing behind it. */
function readFrontMatter({ text, path }: MetricsText, block: string): MetricsDocument {
  const root = parseYamlTree({ text: block.replace(/\r?\n---[ \t]*(?:\r?\n)?$/, "\n"), path });
  if (/\S/.test(text.slice(block.length)) && !(root.kind === "map" && root.entries.has("model-index"))) {
    const message = "The text between the `---` lines has no `model-index`, and more text follows it.";
    const remedy = "Name a model card with results, or keep one YAML document in the file.";
    throw refuseMetrics({ text, path }, [{ offset: 0, message, remedy }]);
  }
  return { kind: "tree", root, frontMatter: true };
}

/** One JSON value, or a map a line. */
function readJson(source: MetricsText): MetricsDocument {
  const isLines = /^\s*\{[^\r\n]*\}[ \t]*\r?\n\s*\{/.test(source.text);
  if (!isLines) return tree(parseJson(source));
  const found = parseJsonSequence(source);
  const maps = found.filter((value) => value.kind === "map");
  const odd = found.find(({ kind }) => kind !== "map");
  if (odd === undefined) return { kind: "rows", rows: maps, history: false };
  const message = "A line of the metrics file is not a JSON map.";
  throw refuseMetrics(source, [{ offset: odd.offset, message, remedy: "Write one map a line." }]);
}

const KEY = String.raw`(?:[\w-]+|"[^"\n]*"|'[^'\n]*')(?:\s*\.\s*(?:[\w-]+|"[^"\n]*"|'[^'\n]*'))*\s*`;
const TOML_HEAD = new RegExp(String.raw`^\[\[?\s*${KEY}\]\]?\s*(?:#.*)?$`);
const TOML_ENTRY = new RegExp(`^${KEY}=`);

/** The first line that says anything is `key =`, or a table's head with such a line or another head behind it. */
function isToml(text: string): boolean {
  const [first = "", second = ""] = text
    .slice(0, 100_000)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
  if (TOML_ENTRY.test(first)) return true;
  return TOML_HEAD.test(first) && (TOML_ENTRY.test(second) || TOML_HEAD.test(second));
}

const HISTORY_LINE = /^\d{10,16} (\S+) -?\d+(?: (\S+) (\S+))?$/;

/** MLflow's file store: `timestamp value step`, and in newer versions the dataset's name and digest. */
function isHistory(text: string): boolean {
  const lines = text.trimEnd().split(/\r?\n/);
  return lines.every((line) => HISTORY_LINE.test(line));
}

function readHistory(text: string): readonly MapTree[] {
  let offset = 0;
  return text
    .trimEnd()
    .split("\n")
    .map((line) => {
      const [timestamp = "", value = "", step = "", name = null, digest = null] = line.trim().split(" ");
      const number = Number(value);
      const scalar = (given: string | number | null) => ({ kind: "scalar", value: given, offset }) as const;
      const entries = new Map<string, Tree>([
        ["timestamp", scalar(Number(timestamp))],
        ["value", scalar(Number.isNaN(number) ? value : number)],
        ["step", scalar(Number(step))],
        ["dataset_name", scalar(name)],
        ["dataset_digest", scalar(digest)],
      ]);
      const row: MapTree = { kind: "map", entries, offset };
      offset += line.length + 1;
      return row;
    });
}

/** The letter that parts the first line into cells; null where that line reads as `key: value`. */
function findDelimiter(text: string): Delimiter | null {
  const [first = ""] = text.split(/\r?\n/, 1);
  if (/^[^"]*:(?:\s|$)/.test(first) || /^\s*[#{[-]/.test(first)) return null;
  const delimiters: readonly Delimiter[] = ["\t", ",", ";"];
  return delimiters.find((delimiter) => first.includes(delimiter)) ?? null;
}
