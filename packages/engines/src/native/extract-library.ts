/**
 * Takes the native library out of its tarball: two files, nothing else of it is written.
 *
 * @module
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

const BLOCK_BYTES = 512;
const LIBRARY = /^package\/(duckdb\.node|libduckdb\.so|libduckdb\.dylib|duckdb\.dll)$/;

/** A regular file of an archive. */
interface ArchiveEntry {
  readonly name: string;
  readonly content: Buffer;
}

/** Writes the library's files into a folder, for this user only. */
export async function extractLibrary(tarball: Buffer, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { gunzipSync } = await import("node:zlib");
  for (const { name, content } of parseTar(gunzipSync(tarball))) {
    const file = LIBRARY.exec(name)?.[1];
    if (file !== undefined) await writeFile(join(folder, file), content, { mode: 0o700 });
  }
}

/** The regular files of an unpacked tar archive (POSIX ustar; names up to 100 bytes, as npm writes these packages). */
function parseTar(archive: Buffer): readonly ArchiveEntry[] {
  const entries: ArchiveEntry[] = [];
  for (let start = 0; start + BLOCK_BYTES <= archive.length; ) {
    const name = textAt(archive, start, 100);
    if (name === "") break;
    const bytes = Number.parseInt(textAt(archive, start + 124, 12).trim(), 8);
    const body = start + BLOCK_BYTES;
    if (!(body + bytes <= archive.length)) throw new RangeError(`the archive ends within ${name}`);
    const kind = textAt(archive, start + 156, 1);
    if (kind === "0" || kind === "") entries.push({ name, content: archive.subarray(body, body + bytes) });
    start = body + Math.ceil(bytes / BLOCK_BYTES) * BLOCK_BYTES;
  }
  return entries;
}

function textAt(archive: Buffer, start: number, length: number): string {
  const field = archive.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.toString("latin1", 0, end === -1 ? length : end);
}
