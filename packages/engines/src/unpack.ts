/**
 * Unpacks gzip and zstd files into the engine's private folder: the engine's own reader takes a file that was cut
 * short for a whole one and says nothing.
 *
 * @module
 */
import { createReadStream, createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileFault } from "./fault.ts";
import type { Format } from "./read-format.ts";
import type { SourceFile } from "./source-files.ts";

/** A file whose bytes are plain text, wherever it was unpacked to. */
export interface PlainFile {
  /** Absolute path of the plain bytes. */
  readonly path: string;
  /** The source's own name, for messages. */
  readonly name: string;
  /** Whether `path` is ours to remove. */
  readonly unpacked: boolean;
}

const READ_BYTES = 1 << 20;

/** The file's plain bytes: the file itself when it is not packed. */
export async function unpack(
  file: SourceFile,
  packed: Format["packed"],
  target: { folder: string; name: string },
): Promise<PlainFile> {
  if (packed === null) return { path: file.path, name: file.name, unpacked: false };
  const path = join(target.folder, target.name);
  const { createGunzip, createZstdDecompress } = await import("node:zlib");
  const plain = packed === "gzip" ? createGunzip() : createZstdDecompress();
  try {
    await pipeline(
      createReadStream(file.path, { highWaterMark: READ_BYTES }),
      plain,
      createWriteStream(path),
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const remedy = "It may be cut short: write it again, and compare its size with the source's.";
    throw fileFault(file.name, `cannot be unpacked as ${packed}: ${reason}`, remedy);
  }
  if ((await stat(path)).size === 0) {
    throw fileFault(file.name, "holds nothing: 0 bytes when unpacked", "Look at the step that writes it.");
  }
  return { path, name: file.name, unpacked: true };
}
