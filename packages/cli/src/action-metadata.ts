/**
 * `action.yml` as data: the one description of an action's inputs, for GitHub and for the command line alike. In the
 * bundle the data stand in this file's place (`scripts/build-bundle.ts`).
 *
 * @module
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

export interface InputMetadata {
  readonly description: string;
  readonly required?: boolean;
  readonly default?: string;
}

/** What an `action.yml` says of an action. */
export interface ActionMetadata {
  readonly name: string;
  readonly description: string;
  readonly inputs: Readonly<Record<string, InputMetadata>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
}

/** Reads an action's metadata from the installed package; `run` is the umbrella at its root. */
export function readActionMetadata(root: string, id: string): ActionMetadata {
  const path = id === "run" ? join(root, "action.yml") : join(root, "actions", id, "action.yml");
  const written = parse(readFileSync(path, "utf8")) as ActionMetadata;
  return { ...written, inputs: written.inputs ?? {}, outputs: written.outputs ?? {} };
}
