/**
 * The files of the repository, as git knows them: what the checks on the whole read.
 *
 * @module
 */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The repository's root. */
export const ROOT = join(import.meta.dirname, "..");

/** Paths of all files that are tracked, or new and not ignored; sorted. */
export function listFiles(pattern: RegExp = /^/): readonly string[] {
  const args = ["ls-files", "--cached", "--others", "--exclude-standard"];
  const listed = execFileSync("git", args, { cwd: ROOT, encoding: "utf8", maxBuffer: 64 << 20 });
  return [...new Set(listed.split("\n"))]
    .filter((path) => path !== "" && pattern.test(path) && existsSync(join(ROOT, path)))
    .sort();
}

/** A file's text. */
export function readSource(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}
