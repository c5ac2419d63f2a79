/**
 * Writes a validation's result JSON where the user wants it.
 *
 * @module
 */
import { mkdir, realpath, writeFile } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, relative } from "node:path";
import { EvidenceError, type JsonValue, quote } from "@ml-gates/gate";
import { type ActionHost, resolvePath } from "@ml-gates/runner";

/**
 * Writes the JSON, making the folders on the way. A path that a gate file names must lie within the working
 * directory: a stranger's gate file chooses no other place.
 *
 * @throws EvidenceError when it cannot be written.
 */
export async function writeResult(host: ActionHost, path: string, result: JsonValue): Promise<void> {
  const absolute = resolvePath(host, path);
  const given = (host.inputs["result-path"] ?? "") === path;
  if (!given && leaves(relative(host.directory, absolute))) throw outside(path);
  try {
    await mkdir(dirname(absolute), { recursive: true });
    const folder = await realpath(dirname(absolute));
    if (!given && leaves(relative(await realpath(host.directory), folder))) throw outside(path);
    await writeFile(join(folder, basename(absolute)), `${JSON.stringify(result, null, 2)}\n`);
  } catch (error) {
    if (error instanceof EvidenceError) throw error;
    const message = `The result cannot be written to ${quote(path)}: ${quote(error instanceof Error ? error.message : error)}.`;
    throw new EvidenceError([
      { message, remedy: "Let the job write there, or set `result-path` to another file." },
    ]);
  }
}

function leaves(path: string): boolean {
  return path === ".." || path.startsWith("../") || path.startsWith("..\\") || isAbsolute(path);
}

function outside(path: string): EvidenceError {
  const message = `The gate file's \`result-path\` is ${quote(path)}, which lies outside the working directory.`;
  return new EvidenceError([
    { message, remedy: "Name a file within it, or give the path as the input `result-path`." },
  ]);
}
