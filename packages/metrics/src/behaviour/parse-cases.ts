/**
 * From the lines of a cases file to cases, or to every problem at once.
 *
 * @module
 */
import { InputError, isJsonObject, type JsonValue, nearestWord, type Problem, quote } from "@ml-gates/gate";
import type { BehaviourCase, Wanted } from "./behaviour-case.ts";

const MOST_CASES = 50_000;
const MOST_GROUPS = 500;
const MOST_PROBLEMS = 50;
const LONGEST_TEXT = 200;

type Line = { readonly [key: string]: JsonValue };

/**
 * Parses JSON lines: `key` and one of `prediction`, `score` with `within`, `same-as` (with `within` for scores) or
 * `at-least` (with `by`); `group` names the finding, which is the kind of the case when it is not given.
 *
 * @throws InputError with every line that is none.
 *
 * @example
 * parseCases('{ "key": 7, "prediction": 1 }', "cases.jsonl")[0].wanted; // => { kind: "exact", prediction: "1" }
 * parseCases('{ "key": "b", "at-least": "a", "by": 0.1, "group": "age" }', "cases.jsonl")[0].group; // => "age"
 */
export function parseCases(text: string, path: string): readonly BehaviourCase[] {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const problems: Problem[] = [];
  const cases = lines.flatMap((line, index): readonly BehaviourCase[] => {
    if (line.trim() === "" || problems.length >= MOST_PROBLEMS) return [];
    const parsed = parseLine(line);
    if (typeof parsed !== "string") return [parsed];
    problems.push({ path, line: index + 1, message: `The case ${parsed}.`, remedy: REMEDY });
    return [];
  });
  const groups = new Set(cases.map(({ group }) => group)).size;
  if (problems.length > 0) throw new InputError(problems);
  if (cases.length > 0 && cases.length <= MOST_CASES && groups <= MOST_GROUPS) return cases;
  const message = `${path} holds ${cases.length} cases in ${groups} groups: wanted 1 to ${MOST_CASES} in at most ${MOST_GROUPS}.`;
  throw new InputError([{ path, message, remedy: "Keep the cases that say most, in fewer groups." }]);
}

const REMEDY =
  'Write it as one JSON object a line, such as `{ "key": 7, "prediction": 1 }` (docs/gate-file.md).';

/** The case, or what is wrong with the line. */
function parseLine(text: string): BehaviourCase | string {
  const line = parseObject(text);
  if (line === null) return `is no JSON object: ${quote(text)}`;
  const [name, ...others] = Object.keys(KINDS).filter((word) => line[word] !== undefined);
  if (name === undefined || others.length > 0)
    return `has ${others.length === 0 ? "none" : "more than one"} of ${Object.keys(KINDS).join(", ")}`;
  const kind = KINDS[name];
  const legal = ["key", "group", name, ...(kind?.also ?? [])];
  const unknown = Object.keys(line).find((word) => !legal.includes(word));
  if (unknown !== undefined) return describeUnknown(unknown, legal);
  const key = nameRow(line["key"]);
  if (key === null) return `has ${quote(line["key"])} as \`key\`: wanted a text or a number`;
  const wanted = kind?.read(line) ?? null;
  if (wanted === null) return `has a value that \`${name}\` does not take: ${quote(line)}`;
  if ("other" in wanted && wanted.other === key) return `compares the row ${quote(key)} with itself`;
  const group = line["group"] ?? wanted.kind;
  if (typeof group !== "string" || group === "" || group.length > LONGEST_TEXT)
    return `has ${quote(group)} as \`group\`: wanted a text of at most ${LONGEST_TEXT} characters`;
  return { key, group, wanted };
}

interface Kind {
  readonly also: readonly string[];
  /** Null when a value is not of the kind. */
  read(line: Line): Wanted | null;
}

const KINDS: Readonly<Record<string, Kind>> = {
  prediction: {
    also: [],
    read(line) {
      const { prediction } = line;
      const isPlain = nameRow(prediction) !== null || typeof prediction === "boolean";
      return isPlain ? { kind: "exact", prediction: String(prediction) } : null;
    },
  },
  score: {
    also: ["within"],
    read({ score, within }) {
      return isFiniteNumber(score) && isTolerance(within) ? { kind: "tolerance", score, within } : null;
    },
  },
  "same-as": {
    also: ["within"],
    read({ "same-as": same, within = null }) {
      const other = nameRow(same);
      if (other === null || !(within === null || isTolerance(within))) return null;
      return { kind: "invariance", other, within };
    },
  },
  "at-least": {
    also: ["by"],
    read({ "at-least": least, by = 0 }) {
      const other = nameRow(least);
      return other !== null && isTolerance(by) ? { kind: "direction", other, by } : null;
    },
  },
};

function describeUnknown(word: string, legal: readonly string[]): string {
  const near = nearestWord(word, legal);
  return `has the unknown key ${quote(word)}${near === null ? "" : ` (did you mean \`${near}\`?)`}; legal here: ${legal.join(", ")}`;
}

function parseObject(text: string): Line | null {
  try {
    const value = JSON.parse(text) as JsonValue;
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}

/** A NUL character has no place in SQL text, so no row is called so. */
function nameRow(value: JsonValue | undefined): string | null {
  if (isFiniteNumber(value)) return String(value);
  return typeof value === "string" && value.length <= LONGEST_TEXT && !value.includes("\0") ? value : null;
}

function isFiniteNumber(value: JsonValue | undefined): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

function isTolerance(value: JsonValue | undefined): value is number {
  return isFiniteNumber(value) && value >= 0;
}
