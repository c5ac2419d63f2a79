/**
 * The native library among installed packages: as Node resolves it from this module, so that a workspace's own
 * `node_modules` is never looked at unless this module lies in it.
 *
 * @module
 */
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { NativePackage } from "./native-package.ts";

/** The folder of the package, of the pinned version; null when it is not installed above the module. */
export async function findInstalled(
  wanted: Pick<NativePackage, "name" | "version">,
  moduleUrl: string,
): Promise<string | null> {
  for (let folder = dirname(fileURLToPath(moduleUrl)); ; folder = dirname(folder)) {
    const candidate = join(folder, "node_modules", wanted.name);
    if ((await versionIn(candidate)) === wanted.version) return candidate;
    if (dirname(folder) === folder) return null;
  }
}

async function versionIn(folder: string): Promise<unknown> {
  try {
    const described: unknown = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
    return typeof described === "object" && described !== null && "version" in described
      ? described.version
      : null;
  } catch {
    return null;
  }
}
