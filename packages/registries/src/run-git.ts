/**
 * The git command line as the ledger uses it: no shell, no prompts, no hooks, nothing of the caller's git state.
 *
 * @module
 */
import { execFile } from "node:child_process";
import { EvidenceError, quote } from "@ml-gates/gate";

/** What a git command left: bytes, since a kept file may hold anything. */
export interface GitOutcome {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Variables by name, as `process.env` has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Where and with what a git command runs. */
export interface GitSetting {
  readonly directory: string;
  readonly environment: Environment;
  readonly input?: string | Uint8Array;
}

const SAFE = [
  "core.hooksPath=/dev/null",
  "core.fsmonitor=false",
  "core.splitIndex=false",
  "core.sparseCheckout=false",
  "gc.auto=0",
  "http.lowSpeedLimit=1000",
  "http.lowSpeedTime=60",
  "protocol.ext.allow=never",
].flatMap((setting) => ["-c", setting]);

/** Variables that would point git at another repository than the one in `directory`. */
const FOREIGN =
  /^GIT_(DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|COMMON_DIR|NAMESPACE|PREFIX|QUARANTINE_PATH|SHALLOW_FILE)$/;

const MAX_BYTES = 256 << 20;

/**
 * Runs git; a failing command is a result, not an exception.
 *
 * @throws EvidenceError when git itself cannot be started.
 */
export function runGit(args: readonly string[], setting: GitSetting): Promise<GitOutcome> {
  const { directory, environment, input = "" } = setting;
  return new Promise((resolve, reject) => {
    const options = { cwd: directory, env: environment, encoding: "buffer", maxBuffer: MAX_BYTES } as const;
    const child = execFile("git", [...SAFE, ...args], options, (error, stdout, stderr) => {
      const code = error === null ? 0 : error.code;
      if (typeof code !== "number") return reject(notStarted(directory, error));
      resolve({ code, stdout, stderr: redact(stderr.toString().trim()) });
    });
    // Git may end before it reads: its exit code says why, not the broken pipe.
    child.stdin?.on("error", () => {}).end(input);
  });
}

function notStarted(directory: string, error: Error | null): EvidenceError {
  const message = `Git did not run in ${quote(directory)}: ${quote(error?.message.split("\n")[0])}.`;
  return new EvidenceError([
    { message, remedy: "Install git 2.29 or later, and check that the folder is there." },
  ]);
}

/** The caller's environment, without what would lead git elsewhere, and with what keeps it from asking. */
export function cleanEnvironment(environment: Environment): Environment {
  const kept = Object.entries(environment).filter(([name]) => !FOREIGN.test(name));
  return { ...Object.fromEntries(kept), GIT_TERMINAL_PROMPT: "0", GCM_INTERACTIVE: "never", LC_ALL: "C" };
}

/** A text without the credentials an address may carry. */
export function redact(text: string): string {
  return text.replaceAll(/:\/\/[^/\s@]*@/g, "://***@");
}
