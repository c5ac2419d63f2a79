/**
 * Which files a path or a glob stands for, and the digest of their bytes.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { glob, open, stat } from "node:fs/promises";
import { relative, resolve, sep } from "node:path";
import { digestOf, quote } from "@ml-gates/gate";
import { fileFault } from "./fault.ts";

/** One regular, non-empty file of a source. */
export interface SourceFile {
  /** Absolute. */
  readonly path: string;
  /** As messages name it: relative to the engine's directory where it lies inside. */
  readonly name: string;
  /** The first bytes, which tell the formats that have a mark. */
  readonly head: Buffer;
}

const HEAD_BYTES = 64;

/**
 * The files a source stands for, in order of their names. A path that is there is taken literally, even with
 * `[`, `*` or `?` in its name.
 */
export async function readSourceFiles(
  directory: string,
  path: string,
): Promise<readonly [SourceFile, ...SourceFile[]]> {
  const [first, ...rest] = await matchedPaths(directory, path);
  if (first === undefined) throw notThere(directory, path);
  const files: [SourceFile, ...SourceFile[]] = [await readHead(directory, first)];
  for (const other of rest) files.push(await readHead(directory, other));
  return files;
}

async function matchedPaths(directory: string, path: string): Promise<readonly string[]> {
  const literal = resolve(directory, path);
  if (path !== "" && (await statOf(literal)) !== null) return [literal];
  if (!isGlob(path)) return [];
  const found: string[] = [];
  for await (const entry of glob(path, { cwd: directory })) {
    const absolute = resolve(directory, entry);
    if ((await statOf(absolute))?.isFile()) found.push(absolute);
  }
  return found.sort();
}

function isGlob(path: string): boolean {
  return /[*?[{]/.test(path);
}

function notThere(directory: string, path: string): Error {
  const seen = isGlob(path) ? "is a glob that matches no file" : "is not there";
  return fileFault(
    path,
    `${seen} (looked in ${quote(directory)})`,
    "Correct the path, or run the step that writes the file before the gate.",
  );
}

async function statOf(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    if (isCode(error, "ENOENT") || isCode(error, "ENOTDIR")) return null;
    throw fileFault(path, `cannot be read: ${String(error)}`, "Give the job the right to read it.");
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}

async function readHead(directory: string, path: string): Promise<SourceFile> {
  const inside = relative(directory, path);
  const name = (inside.startsWith("..") ? path : inside).split(sep).join("/");
  const found = await statOf(path);
  if (found?.isDirectory())
    throw fileFault(name, "is a directory", `Name a file, or a glob such as ${quote(`${name}/*.parquet`)}.`);
  if (!found?.isFile()) throw fileFault(name, "is not a regular file", "Write the data to a file first.");
  if (found.size === 0)
    throw fileFault(
      name,
      "is empty (0 bytes)",
      "Look at the step that writes it: it stopped before the first byte.",
    );
  return { path, name, head: await readBytes(name, path) };
}

async function readBytes(name: string, path: string): Promise<Buffer> {
  try {
    await using file = await open(path);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    throw fileFault(name, `cannot be read: ${String(error)}`, "Give the job the right to read it.");
  }
}

/** Sees a part of a file, and where in it the part begins. */
export type See = (bytes: Buffer, at: number) => void;

/** SHA-256 of the file's bytes; for more files than one, of their sorted names and digests. `see` is shown all bytes. */
export async function readDigest(files: readonly SourceFile[], see: See = () => undefined): Promise<string> {
  const digests: string[] = [];
  const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  for (const { path } of files) digests.push(await digestFile(path, buffer, see));
  if (digests.length === 1) return digests.join("");
  return digestOf(files.map(({ name }, index) => `${digests[index]}  ${name}\n`).join(""));
}

const CHUNK_BYTES = 2 ** 20;

/** One buffer for all that is read: a stream takes a new one for each chunk, which costs as much as the hash. */
async function digestFile(path: string, buffer: Buffer, see: See): Promise<string> {
  await using file = await open(path);
  const hash = createHash("sha256");
  for (let at = 0; ; ) {
    const { bytesRead } = await file.read(buffer, 0, buffer.length, null);
    if (bytesRead === 0) return `sha256:${hash.digest("hex")}`;
    const bytes = buffer.subarray(0, bytesRead);
    hash.update(bytes);
    see(bytes, at);
    at += bytesRead;
  }
}
