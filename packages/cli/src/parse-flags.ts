/**
 * Command-line words to inputs: the flags are the action's inputs, one API to learn.
 *
 * @module
 */
import { parseArgs } from "node:util";
import { InputError, nearestWord, type Problem, quote } from "@ml-gates/gate";
import type { ActionMetadata, InputMetadata } from "./action-metadata.ts";

/** Parsed words: inputs by name, and the words the command line alone has. */
export interface Flags {
  readonly inputs: Readonly<Record<string, string>>;
  readonly help: boolean;
  /** Git revision whose policy decides; null for the working directory's own. */
  readonly base: string | null;
}

/**
 * Parses `--name value`, `--name=value`, and `--name` alone for an input that is `false` by default; bare words are taken in the order of `positional`, which names the inputs they stand for.
 *
 * @throws InputError listing every word that is wrong, with the nearest flag.
 */
export function parseFlags(
  words: readonly string[],
  metadata: ActionMetadata,
  positional: readonly string[] = [],
): Flags {
  const names = [...Object.keys(metadata.inputs), "base"];
  const bare = Object.entries(metadata.inputs).flatMap(([name, input]) => (isSwitch(input) ? name : []));
  const options = Object.fromEntries(
    names.map((name) => [name, { type: bare.includes(name) ? ("boolean" as const) : ("string" as const) }]),
  );
  const help = { type: "boolean", short: "h" } as const;
  const { tokens } = parseArgs({
    args: [...words],
    options: { ...options, help },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given = new Map<string, string>();
  const problems = tokens.flatMap((token): readonly Problem[] => {
    if (token.kind === "option") return takeOption(token, { legal: [...names, "help"], bare, given });
    if (token.kind === "option-terminator") return [];
    return takeWord(token.value, positional, given);
  });
  if (problems.length > 0) throw new InputError(problems);
  const { help: asked, base, ...inputs } = Object.fromEntries(given);
  return { inputs: { ...defaultsOf(metadata), ...inputs }, help: asked !== undefined, base: base ?? null };
}

type Given = Map<string, string>;

interface Legal {
  readonly legal: readonly string[];
  /** Flags that need no value. */
  readonly bare: readonly string[];
  readonly given: Given;
}

/** An input that is off unless it is asked for: its name alone turns it on. */
function isSwitch({ default: stated }: InputMetadata): boolean {
  return String(stated) === "false";
}

function takeOption(
  { name, value }: { readonly name: string; readonly value: string | undefined },
  { legal, bare, given }: Legal,
): readonly Problem[] {
  if (!legal.includes(name)) return [unknownFlag(name, legal)];
  if (name !== "help" && !bare.includes(name) && value === undefined) {
    return [{ message: `--${name} has no value.`, remedy: `Write \`--${name} <value>\`.` }];
  }
  if (given.has(name) && name !== "help") return [repeated(name)];
  given.set(name, value ?? "true");
  return [];
}

function repeated(name: string): Problem {
  return { message: `--${name} is given twice.`, remedy: "Give it once." };
}

function takeWord(word: string, positional: readonly string[], given: Given): readonly Problem[] {
  const name = positional.find((each) => !given.has(each));
  if (name === undefined) {
    return [{ message: `${quote(word)} is no flag.`, remedy: "Write flags as `--name value`." }];
  }
  given.set(name, word);
  return [];
}

/** A GitHub expression such as `${{ github.token }}` means nothing here: such a default is no default. */
function defaultsOf(metadata: ActionMetadata): Readonly<Record<string, string>> {
  const stated = Object.entries(metadata.inputs).map(
    ([name, input]) => [name, String(input.default ?? "")] as const,
  );
  return Object.fromEntries(stated.filter(([, value]) => value !== "" && !value.includes("${{")));
}

function unknownFlag(name: string, legal: readonly string[]): Problem {
  const near = nearestWord(name, legal);
  return {
    message: `There is no flag --${name}; legal here: ${legal.map((each) => `--${each}`).join(", ")}.`,
    remedy: near === null ? "Remove it." : `Did you mean \`--${near}\`?`,
  };
}
