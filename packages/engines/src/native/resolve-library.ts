/**
 * Finds the folder with the native library: the one that is named, `node_modules`, the caches, else npm.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { EvidenceError, quote } from "@ml-gates/gate";
import { extractLibrary } from "./extract-library.ts";
import { fetchTarball } from "./fetch-tarball.ts";
import { findInstalled } from "./find-installed.ts";
import { type NativePackage, nativePackageFor, readMachine } from "./native-package.ts";
import {
  type CacheService,
  cacheKey,
  openCacheService,
  readTarball,
  tarballPath,
  writeTarball,
} from "./tarball-cache.ts";

/** What decides where the library is looked for. */
export interface LibrarySettings {
  /** Relative native paths start here. */
  readonly directory: string;
  /** A folder with the library; null to look for one. */
  readonly nativePath: string | null;
  readonly environment: Readonly<Record<string, string | undefined>>;
  log(line: string): void;
}

/** A library found: its folder, and whether that was unpacked for this process alone. */
export interface Library {
  readonly folder: string;
  readonly unpacked: boolean;
}

/** @throws EvidenceError naming what is missing, and `engine: { native-path }` as the way without a network. */
export async function resolveLibrary(settings: LibrarySettings): Promise<Library> {
  if (settings.nativePath !== null)
    return { folder: await namedFolder(resolve(settings.directory, settings.nativePath)), unpacked: false };
  const wanted = nativePackageFor(readMachine());
  const installed = await findInstalled(wanted, import.meta.url);
  if (installed !== null) return { folder: installed, unpacked: false };
  const { environment, log } = settings;
  const service = (await tolerate(log, "looked for", () => openCacheService(environment))) ?? null;
  return { folder: await provideLibrary(wanted, { environment, log, service }), unpacked: true };
}

async function namedFolder(folder: string): Promise<string> {
  const found = await stat(join(folder, "duckdb.node")).catch(() => null);
  if (found?.isFile()) return folder;
  const message = `native-path is ${quote(folder)}, where no file duckdb.node is.`;
  throw new EvidenceError([
    { message, remedy: "Name the folder that holds duckdb.node and libduckdb beside it." },
  ]);
}

/** What `provideLibrary` works with. */
export interface ProvideSettings extends Pick<LibrarySettings, "environment" | "log"> {
  readonly service: CacheService | null;
}

/**
 * Unpacks the verified tarball of a package into a private folder and returns the folder.
 *
 * @throws EvidenceError naming both hashes when what npm fetched is not what was pinned.
 */
export async function provideLibrary(wanted: NativePackage, settings: ProvideSettings): Promise<string> {
  const temp = await mkdtemp(join(settings.environment["RUNNER_TEMP"] || tmpdir(), "ml-gates-native-"));
  try {
    const path = tarballPath(wanted, settings.environment);
    const tarball =
      (await keptTarball(wanted, path, settings)) ??
      (await freshTarball(wanted, { ...settings, path, temp }));
    await extractLibrary(tarball, temp);
    return temp;
  } catch (error) {
    await rm(temp, { recursive: true, force: true });
    throw error;
  }
}

async function keptTarball(wanted: NativePackage, path: string | null, { service, log }: ProvideSettings) {
  if (path === null) return null;
  const kept = verified(wanted, await readTarball(path), () =>
    log(`The tarball in ${path} is not the one pinned.`),
  );
  if (kept !== null || service === null) return kept;
  const restored = await tolerate(log, "restored", () => service.restoreCache([path], cacheKey(wanted)));
  if (restored === undefined) return null;
  return verified(wanted, await readTarball(path), () =>
    log("The tarball of the Actions cache is not the one pinned."),
  );
}

interface FreshSettings extends ProvideSettings {
  readonly path: string | null;
  readonly temp: string;
}

async function freshTarball(
  wanted: NativePackage,
  { path, temp, service, environment, log }: FreshSettings,
): Promise<Buffer> {
  log(`Fetching ${wanted.name}@${wanted.version} through npm.`);
  const tarball = await fetchTarball(wanted, { folder: join(temp, "npm"), environment });
  if (verified(wanted, tarball) === null) throw wrongHash(wanted, hashOf(tarball));
  if (path === null) return tarball;
  await tolerate(log, "kept", () => writeTarball(path, tarball));
  if (service !== null) await tolerate(log, "saved", () => service.saveCache([path], cacheKey(wanted)));
  return tarball;
}

function verified(wanted: NativePackage, tarball: Buffer | null, otherwise?: () => void): Buffer | null {
  if (tarball === null || hashOf(tarball) === wanted.sha512) return tarball;
  otherwise?.();
  return null;
}

function hashOf(tarball: Buffer): string {
  return createHash("sha512").update(tarball).digest("base64");
}

function wrongHash({ name, version, sha512 }: NativePackage, seen: string): EvidenceError {
  const message = `The tarball of ${name}@${version} has the SHA-512 ${seen}; pinned is ${sha512}.`;
  const remedy =
    "Look at the npm registry or mirror of the user's npm configuration: it serves other bytes than were published.";
  return new EvidenceError([{ message, remedy }]);
}

async function tolerate<T>(
  log: (line: string) => void,
  done: string,
  attempt: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await attempt();
  } catch (error) {
    log(`The engine's library could not be ${done} in a cache, which is not fatal: ${String(error)}`);
    return undefined;
  }
}
