/**
 * The digest of a model's own bytes: what reports vouch for and what promotion compares.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { lstat, open, readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { canonicalJson, digestOf, EvidenceError, quote } from "@ml-gates/gate";

/**
 * SHA-256 of a model file, or of a folder's canonical manifest: the JSON list of `[relative path, digest]` of every
 * file in it, sorted by path in code-unit order with `/` between the parts. Symbolic links are refused, since what
 * they name can change without the model.
 *
 * @throws EvidenceError when the path is missing, is or holds a link or a device, or is a folder without files.
 */
export async function hashModel(directory: string, path: string): Promise<string> {
  const root = resolve(directory, path);
  if ((await kindOf(root, path)) === "file") return hashFile(root, path);
  const files = await listFiles(root, "", path);
  if (files.length === 0) {
    throw unfit(path, "is a folder without files", "Save the model there before this step.");
  }
  const manifest: [string, string][] = [];
  for (const file of files.toSorted()) {
    manifest.push([file, await hashFile(join(root, file), `${path}/${file}`)]);
  }
  return digestOf(canonicalJson(manifest));
}

async function listFiles(root: string, folder: string, shown: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of await readdir(join(root, folder))) {
    const relative = folder === "" ? name : `${folder}/${name}`;
    const kind = await kindOf(join(root, relative), `${shown}/${relative}`);
    found.push(...(kind === "file" ? [relative] : await listFiles(root, relative, shown)));
  }
  return found;
}

async function kindOf(absolute: string, shown: string): Promise<"file" | "folder"> {
  const found = await lstat(absolute).catch((error: unknown) => {
    throw unfit(shown, `cannot be read: ${reasonOf(error)}`, REMEDY);
  });
  if (found.isFile()) return "file";
  if (found.isDirectory()) return "folder";
  const kind = found.isSymbolicLink() ? "a symbolic link" : "neither a file nor a folder";
  throw unfit(shown, `is ${kind}`, "Save the model as plain files: only its own bytes can be vouched for.");
}

async function hashFile(absolute: string, shown: string): Promise<string> {
  const hash = createHash("sha256");
  try {
    // A link put here since the look above is refused too.
    const file = await open(absolute, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    for await (const chunk of file.createReadStream()) hash.update(chunk as Buffer);
  } catch (error) {
    throw unfit(shown, `cannot be read: ${reasonOf(error)}`, REMEDY);
  }
  return `sha256:${hash.digest("hex")}`;
}

const REMEDY =
  "Save the model there before this step, or correct the path; it starts from the working directory.";

function unfit(path: string, seen: string, remedy: string): EvidenceError {
  return new EvidenceError([{ message: `The model ${quote(path)} ${seen}.`, remedy }]);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
