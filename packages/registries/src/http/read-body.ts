/**
 * Bodies of answers: small ones as text, large ones as a file, with their digest.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";

/** An answer as text. */
export interface TextAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
}

const MAX_CHARACTERS = 16 << 20;

/** Reads a body of at most 16 MiB. */
export async function readText(response: Response): Promise<TextAnswer> {
  let text = "";
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > MAX_CHARACTERS) throw new RangeError(`an answer of more than ${MAX_CHARACTERS} bytes`);
  }
  const contentType = response.headers.get("content-type") ?? "";
  return { status: response.status, contentType, text: text + decoder.decode() };
}

/** Writes a body to a file, replacing it, and returns its SHA-256. @throws RangeError when it is shorter than announced. */
export async function writeBody(response: Response, path: string): Promise<string> {
  const hash = createHash("sha256");
  let bytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.byteLength;
      done(null, chunk);
    },
  });
  const body = response.body === null ? Readable.from([]) : Readable.fromWeb(response.body);
  await pipeline(body, measure, createWriteStream(path));
  const announced = response.headers.get("content-length");
  const encoded = response.headers.has("content-encoding");
  if (announced !== null && !encoded && Number(announced) !== bytes)
    throw new RangeError(`the answer ended after ${bytes} of ${announced} bytes`);
  return `sha256:${hash.digest("hex")}`;
}
