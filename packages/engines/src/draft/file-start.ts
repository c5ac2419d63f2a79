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
 * Whether a part of a file that begins `at`, the header aside, may hold what the engine's own reader takes for a float
 * and we do not: `1_000` and `+-5`. It gives no text to tell them by.
 */
export function mayMislead(bytes: Buffer, at: number): boolean {
  const start = at === 0 ? bytes.indexOf("\n") + 1 : 0;
  // Two signs may lie in two parts.
  return bytes.includes("_", start) || bytes.includes("+-", start) || bytes.at(-1) === PLUS;
}

const PLUS = 0x2b;

/** About how many rows a file of so many bytes has that begins like this. */
export function guessRows(start: Buffer, bytes: number): number {
  const part = start.subarray(0, 2 ** 16);
  const lines = part.reduce((count, byte) => count + Number(byte === 0x0a), 0);
  return Math.ceil((bytes / Math.max(1, part.length)) * lines);
}
