/**
 * The first step of every judging action: its rules, typed, with where they came from.
 *
 * @module
 */
import type { GateFile, Policy } from "@ml-gates/gate";
import type { ActionHost } from "./action-host.ts";

/**
 * Which input stands for which key of the gate file: the path of the key, and whether the input's text is YAML
 * (a map or a list) or plain text. An input that is given replaces what the gate file says there.
 */
export type InputOverlay = Readonly<
  Record<string, { readonly path: readonly (string | number)[]; readonly as: "text" | "yaml" | "list" }>
>;

/** A file that belongs to the policy, such as a suite: read from the commit that decides. */
export interface PolicyFile {
  readonly path: string;
  readonly text: string;
  readonly digest: string;
}

export interface Gate {
  readonly file: GateFile;
  readonly policy: Policy;
  /** @throws EvidenceError when the file is not there or cannot be read. */
  readPolicyFile(path: string): Promise<PolicyFile>;
}

/**
 * Reads the gate file (input `config`, else `.github/ml-gates.yml`, else `ml-gates.yml`; none is fine when the
 * inputs say everything), lays the inputs over it and parses the whole.
 *
 * @throws InputError listing every problem with file, line and column.
 * @throws EvidenceError when the policy's commit cannot be read.
 */
export declare function readGate(host: ActionHost, overlay: InputOverlay): Promise<Gate>;
