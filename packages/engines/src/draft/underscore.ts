/**
 * Whether digit groups may stand in a text file: the engine's own reader takes `1_000` for a number, and gives no text
 * to tell it by.
 *
 * @module
 */
import { open } from "node:fs/promises";

/** Whether there is an underscore in a part of a file that begins `at`; the first line, the header, aside. */
export function holdsUnderscore(bytes: Buffer, at: number): boolean {
  return bytes.includes("_", at === 0 ? bytes.indexOf("\n") + 1 : 0);
}

/** Whether the first `size` bytes of a file hold one. */
export async function beginsUnderscored(path: string, size: number): Promise<boolean> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(size), 0, size, 0);
  return holdsUnderscore(buffer.subarray(0, bytesRead), 0);
}
