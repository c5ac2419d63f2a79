/**
 * The git command line, with nothing of the repository's own choosing: no hooks, no prompts, no external helpers.
 *
 * @module
 */
import { execFile } from "node:child_process";

/** What a git command left: bytes, since a file's content may be anything. */
export interface GitResult {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

const MAX_BYTES = 512 << 20;
const SAFE = [
  "-c",
  "core.hooksPath=/dev/null",
  "-c",
  "core.fsmonitor=false",
  "-c",
  "protocol.ext.allow=never",
];

/** Runs git in a directory; a failure is a result, not an exception. Code 127 means that git is not there. */
export function runGit(directory: string, args: readonly string[]): Promise<GitResult> {
  const env = { ...process.env, GIT_TERMINAL_PROMPT: "0", GIT_OPTIONAL_LOCKS: "0", LC_ALL: "C" };
  return new Promise((resolve) => {
    execFile(
      "git",
      [...SAFE, ...args],
      { cwd: directory, env, encoding: "buffer", maxBuffer: MAX_BYTES },
      (error, stdout, stderr) =>
        resolve({ code: codeOf(error), stdout, stderr: stderr.toString("utf8").trim() }),
    );
  });
}

function codeOf(error: { readonly code?: string | number | null | undefined } | null): number {
  if (error === null) return 0;
  return typeof error.code === "number" ? error.code : 127;
}
