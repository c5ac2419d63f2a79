/**
 * What the bytes of a text file say without being read as rows.
 *
 * @module
 */
import { open } from "node:fs/promises";

/** The first `size` bytes of a file. */
export async function readStart(path: string, size: number): Promise<Buffer> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(size), 0, size, 0);
  return buffer.subarray(0, bytesRead);
}

/**
 * Whether there is an underscore in a part of a file that begins `at`; the first line, the header, aside. The engine's
 * own reader takes `1_000` for a number, and gives no text to tell it by.
 */
export function holdsUnderscore(bytes: Buffer, at: number): boolean {
  return bytes.includes("_", at === 0 ? bytes.indexOf("\n") + 1 : 0);
}

/** About how many rows a file of so many bytes has that begins like this. */
export function guessRows(start: Buffer, bytes: number): number {
  const part = start.subarray(0, 2 ** 16);
  const lines = part.reduce((count, byte) => count + Number(byte === 0x0a), 0);
  return Math.ceil((bytes / Math.max(1, part.length)) * lines);
}
