/**
 * Where the native library's tarball is kept between runs: the runner's tool cache, and the Actions cache behind it.
 *
 * No fault of a cache is fatal: it is one line in the log, and the tarball is fetched.
 *
 * @module
 */
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { NativePackage } from "./native-package.ts";

/** The part of the Actions cache this needs. */
export interface CacheService {
  restoreCache(paths: string[], key: string): Promise<string | undefined>;
  saveCache(paths: string[], key: string): Promise<unknown>;
}

/** The Actions cache, where its service is there; null elsewhere. */
export async function openCacheService(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<CacheService | null> {
  if (!environment["ACTIONS_RUNTIME_TOKEN"]) return null;
  const cache = await import("@actions/cache");
  return cache.isFeatureAvailable() ? cache : null;
}

/** The tarball's path in the tool cache (the runner's temporary folder where there is none); null off a runner. */
export function tarballPath(
  wanted: NativePackage,
  environment: Readonly<Record<string, string | undefined>>,
): string | null {
  const root = environment["RUNNER_TOOL_CACHE"] || environment["RUNNER_TEMP"];
  return root ? join(root, "ml-gates-duckdb", wanted.version, `${wanted.platform}.tgz`) : null;
}

/** The key under which the Actions cache holds the tarball. */
export function cacheKey({ version, platform }: NativePackage): string {
  return `ml-gates-duckdb-${version}-${platform}`;
}

/** The file's bytes, or null. */
export async function readTarball(path: string): Promise<Buffer | null> {
  return readFile(path).catch(() => null);
}

/** Writes the tarball so that no other process ever sees half of it. */
export async function writeTarball(path: string, tarball: Buffer): Promise<void> {
  const partial = `${path}.${process.pid}`;
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(partial, tarball);
    await rename(partial, path);
  } finally {
    await rm(partial, { force: true });
  }
}
