/**
 * Writing files of the working directory, with a clear word when it cannot be done.
 *
 * @module
 */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { EvidenceError, quote } from "@ml-gates/gate";
import type { ActionHost } from "./action-host.ts";
import { resolvePath } from "./read-file.ts";

/** Writes a text, making folders as needed. @throws EvidenceError when it cannot be written. */
export async function writeText(host: ActionHost, path: string, text: string): Promise<void> {
  try {
    await makeFolder(dirname(resolvePath(host, path)));
    await writeFile(resolvePath(host, path), text);
  } catch (error) {
    const message = `${quote(path)} cannot be written: ${quote(error instanceof Error ? error.message : error)}.`;
    const remedy = "Give the job write permission there, or set `report-dir` to another folder.";
    throw new EvidenceError([{ message, remedy }]);
  }
}

/** Folder by folder: `mkdir` with `recursive` never ends where a file system refuses with ENOENT, as `/proc` does. */
async function makeFolder(folder: string): Promise<void> {
  const made = await mkdir(folder).catch((error: unknown) => error as { readonly code?: string });
  if (made === undefined || made.code === "EEXIST") return;
  if (made.code !== "ENOENT" || dirname(folder) === folder) throw made;
  await makeFolder(dirname(folder));
  await mkdir(folder);
}
