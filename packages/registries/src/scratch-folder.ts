/**
 * A temporary folder for the life of the process, gone when it exits.
 *
 * @module
 */
import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Environment } from "./run-git.ts";

const folders = new Set<string>();

/** Makes an empty folder in the runner's temporary folder, else in the system's. */
export async function makeScratchFolder(environment: Environment): Promise<string> {
  const folder = await mkdtemp(join(environment["RUNNER_TEMP"] || tmpdir(), "ml-gates-ledger-"));
  if (folders.size === 0) process.once("exit", removeAll);
  folders.add(folder);
  return folder;
}

function removeAll(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
