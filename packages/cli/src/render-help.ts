/**
 * Help texts, made from `action.yml`.
 *
 * @module
 */
import type { ActionMetadata } from "./action-metadata.ts";

const WIDTH = 96;

/** What stands before the flags. */
const WORDS: Readonly<Record<string, string>> = { run: "[gate file] ", compare: "<baseline> <candidate> " };

/** The help of one command: what it does, its flags with defaults, what it leaves, its exit codes. */
export function renderHelp(command: string, metadata: ActionMetadata): string {
  const flags = Object.entries(metadata.inputs).map(([name, { description, default: value, required }]) => {
    const shown =
      value === undefined || value === "" || value.includes("${{") ? "" : ` Default: \`${value}\`.`;
    return entry(`--${name}`, `${required ? "(required) " : ""}${description}${shown}`);
  });
  return [
    `ml-gates ${command}: ${metadata.description}`,
    "",
    `Usage: ml-gates ${command} ${WORDS[command] ?? ""}[flags]`,
    "",
    ...flags,
    entry(
      "--base",
      "Git revision whose policy decides, such as `origin/main`; the working directory's own by default.",
    ),
    entry("--help", "This text."),
    "",
    EXIT_CODES,
  ].join("\n");
}

/** The command's own help: every action with its sentence. */
export function renderOverview(
  actions: readonly (readonly [name: string, metadata: ActionMetadata])[],
): string {
  return [
    "ml-gates: gates between a machine-learning change and production.",
    "",
    "Usage: ml-gates <command> [flags]     ml-gates <command> --help",
    "",
    ...actions.map(([name, { description }]) => entry(name, description)),
    "",
    EXIT_CODES,
  ].join("\n");
}

const EXIT_CODES =
  "Exit codes: 0 does not block, 1 fail, 2 inconclusive that blocks, 3 the gate did not run, 70 our defect.";

function entry(name: string, text: string): string {
  return `  ${name}\n${wrap(text, 6)}`;
}

function wrap(text: string, indent: number): string {
  const lines: string[] = [""];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1) ?? "";
    if (last !== "" && last.length + word.length + 1 > WIDTH - indent) lines.push(word);
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return lines.map((line) => `${" ".repeat(indent)}${line}`).join("\n");
}
