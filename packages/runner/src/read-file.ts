/**
 * Files of the working directory, with a clear word for every way they can fail.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { isAbsolute, resolve } from "node:path";
import { EvidenceError, quote } from "@ml-gates/gate";
import type { ActionHost } from "./action-host.ts";

const DEFAULT_MAX_BYTES = 64 << 20;

/**
 * The text of a small file under the working directory, UTF-8.
 *
 * @throws EvidenceError when it is missing, a directory, larger than `maxBytes`, or not UTF-8.
 */
export async function readTextFile(
  host: ActionHost,
  path: string,
  maxBytes: number = DEFAULT_MAX_BYTES,
): Promise<{ readonly text: string; readonly digest: string }> {
  const absolute = resolvePath(host, path);
  const size = await sizeOf(absolute, path);
  if (size > maxBytes) {
    throw fault(
      path,
      `holds ${size} bytes; at most ${maxBytes} are read`,
      "Name the right file, or write a smaller one.",
    );
  }
  const bytes = await readFile(absolute).catch((error: unknown) => {
    throw fault(path, `cannot be read: ${reasonOf(error)}`, "Let the job's user read it.");
  });
  return { text: decode(bytes, path), digest: `sha256:${createHash("sha256").update(bytes).digest("hex")}` };
}

/** As {@link readTextFile}; null for a file that is not there. */
export async function readTextIfThere(
  host: ActionHost,
  path: string,
): Promise<{ readonly text: string; readonly digest: string } | null> {
  const found = await stat(resolvePath(host, path)).catch(
    (error: unknown) => error as { readonly code?: string },
  );
  return "code" in found && found.code === "ENOENT" ? null : readTextFile(host, path);
}

/** SHA-256 of a file of any size, streamed. @throws EvidenceError when it cannot be read. */
export async function digestFile(host: ActionHost, path: string): Promise<string> {
  const absolute = resolvePath(host, path);
  await sizeOf(absolute, path);
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(absolute)) hash.update(chunk as Buffer);
  return `sha256:${hash.digest("hex")}`;
}

/** A path as the user wrote it, from the host's working directory. */
export function resolvePath(host: ActionHost, path: string): string {
  return isAbsolute(path) ? path : resolve(host.directory, path);
}

async function sizeOf(absolute: string, path: string): Promise<number> {
  const found = await stat(absolute).catch((error: unknown) => {
    const missing = (error as { readonly code?: string }).code === "ENOENT";
    throw fault(
      path,
      missing ? "is not there" : `cannot be read: ${reasonOf(error)}`,
      "Write it before this step, or correct the path; paths start from the working directory.",
    );
  });
  if (found.isFile()) return found.size;
  throw fault(
    path,
    found.isDirectory() ? "is a directory; wanted a file" : "is not a plain file",
    "Name the file itself.",
  );
}

function decode(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw fault(path, "is not UTF-8 text", "Write it as UTF-8.");
  }
}

function fault(path: string, seen: string, remedy: string): EvidenceError {
  return new EvidenceError([{ message: `The file ${quote(path)} ${seen}.`, remedy }]);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
