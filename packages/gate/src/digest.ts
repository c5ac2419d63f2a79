/**
 * SHA-256 digests in the form every report writes them.
 *
 * @module
 */
import { createHash } from "node:crypto";

/**
 * The digest of bytes or text (as UTF-8).
 *
 * @example
 * digestOf("abc"); // => "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
 */
export function digestOf(content: string | Uint8Array): string {
  return `sha256:${createHash("sha256").update(content).digest("hex")}`;
}
