/**
 * Inputs laid over the gate file: what an input says replaces what the file says there.
 *
 * @module
 */
import type { Problem } from "../errors.ts";
import type { Locate } from "./validate.ts";
import { type KeyPath, parseYaml, type YamlSource } from "./yaml-source.ts";

/** An input's text and the key of the gate file it stands for. */
export interface Fragment {
  /** The input's name, such as `checks`. */
  readonly input: string;
  readonly path: KeyPath;
  /** `yaml`: a map or list; `list`: texts separated by commas; `text`: the text itself. */
  readonly as: "text" | "yaml" | "list";
  readonly text: string;
}

/** The merged value, where each of its keys stands, and what could not be read. */
export interface Laid {
  readonly value: unknown;
  readonly problems: readonly Problem[];
  readonly locate: Locate;
  /** Whether a key path was given by an input: its line is then not one of the gate file. */
  fromInput(keyPath: KeyPath): boolean;
}

/** Merges fragments over a gate file; without a file they are laid over `version: 1` alone. */
export function layOver(file: YamlSource | null, fragments: readonly Fragment[]): Laid {
  const base = file === null ? { version: 1 } : file.value;
  const read = fragments.map((fragment) => ({ ...fragment, source: readFragment(fragment) }));
  const owner = (keyPath: KeyPath) => read.findLast(({ path }) => startsWith(keyPath, path));
  return {
    value: read.reduce((value, { path, source }) => setIn(value, path, source.value), base),
    problems: [...(file?.problems ?? []), ...read.flatMap(({ source }) => source.problems)],
    locate: (keyPath, key) => {
      const fragment = owner(keyPath);
      if (fragment) return fragment.source.locate(keyPath.slice(fragment.path.length), key);
      return file?.locate(keyPath, key) ?? { path: "inputs", line: 1, column: 1 };
    },
    fromInput: (keyPath) => owner(keyPath) !== undefined || file === null,
  };
}

function readFragment({ as, input, text }: Fragment): YamlSource {
  if (as === "yaml") return parseYaml(text, `input ${input}`);
  const value = as === "text" ? text : text.split(",").flatMap((part) => part.trim() || []);
  return { value, problems: [], locate: () => ({ path: `input ${input}`, line: 1, column: 1 }) };
}

function startsWith(keyPath: KeyPath, prefix: KeyPath): boolean {
  return prefix.length <= keyPath.length && prefix.every((part, index) => keyPath[index] === part);
}

/** A copy with one value replaced; maps and lists on the way are made when they are missing. */
function setIn(target: unknown, [key, ...rest]: KeyPath, value: unknown): unknown {
  if (key === undefined) return value;
  if (typeof key === "number") {
    const list = Array.isArray(target) ? [...target] : [];
    list[key] = setIn(list[key], rest, value);
    return list;
  }
  const map = typeof target === "object" && target !== null && !Array.isArray(target) ? target : {};
  return { ...map, [key]: setIn((map as Record<string, unknown>)[key], rest, value) };
}
