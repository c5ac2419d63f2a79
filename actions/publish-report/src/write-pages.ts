/**
 * Writing the renderings, with a clear word when they cannot be written.
 *
 * @module
 */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { EvidenceError, quote } from "@ml-gates/gate";
import { type ActionHost, resolvePath } from "@ml-gates/runner";

/** Writes each text to its path, making folders as needed. @throws EvidenceError when one cannot be written. */
export async function writePages(host: ActionHost, pages: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(pages)) {
    try {
      await mkdir(dirname(resolvePath(host, path)), { recursive: true });
      await writeFile(resolvePath(host, path), text);
    } catch (error) {
      throw new EvidenceError([
        {
          message: `${quote(path)} cannot be written: ${quote(error instanceof Error ? error.message : error)}.`,
          remedy: "Give the job write permission there, or name another `report-dir`.",
        },
      ]);
    }
  }
}
