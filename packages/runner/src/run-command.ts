/**
 * A command of the change under judgement: no shell, no secrets of ours, a time limit, its last words kept.
 *
 * @module
 */
import { spawn } from "node:child_process";
import type { ActionHost } from "./action-host.ts";

/** What to run. */
export interface Command {
  /** A program and its arguments. */
  readonly words: readonly string[];
  /** Beside the job's own. */
  readonly variables: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
}

/** How it ended: `code` is null when it could not start, was killed or ran out of time. */
export interface CommandOutcome {
  readonly code: number | null;
  /** Why there is no code; null when there is one. */
  readonly fault: string | null;
  /** The end of what it wrote. */
  readonly tail: string;
}

/** Inputs and tokens of this action, and the files by which a step speaks to the runner: its verdict is not the command's. */
const OURS = /^(INPUT_.*|ACTIONS_.*|GITHUB_(TOKEN|OUTPUT|ENV|PATH|STATE|STEP_SUMMARY))$/;
const TAIL_CHARACTERS = 2000;

/** Runs it in the host's directory; a failing command is a result, not an exception. Its whole process group ends with it. */
export function runCommand(
  host: ActionHost,
  { words, variables, timeoutMs }: Command,
): Promise<CommandOutcome> {
  const kept = Object.entries(host.environment).filter(([name]) => !OURS.test(name));
  const [program = "", ...args] = words;
  return new Promise((resolve) => {
    const env = { ...Object.fromEntries(kept), ...variables };
    const child = spawn(program, args, {
      cwd: host.directory,
      env,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let tail = "";
    const keep = (chunk: Buffer): void => {
      tail = (tail + chunk.toString("utf8")).slice(-TAIL_CHARACTERS);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    let fault: string | null = null;
    const timer = setTimeout(() => {
      fault = `it ran longer than ${timeoutMs / 60_000} minutes`;
      killGroup(child.pid);
    }, timeoutMs);
    child.once("error", (error) => {
      clearTimeout(timer);
      resolve({ code: null, fault: error.message, tail });
    });
    child.once("exit", () => killGroup(child.pid));
    child.once("close", (code, signal) => {
      clearTimeout(timer);
      resolve({
        code: fault === null ? code : null,
        fault: fault ?? (signal && `it was ended by ${signal}`),
        tail,
      });
    });
  });
}

/** What the command left running would go on writing. */
function killGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch {
    // The group is gone already.
  }
}
