/**
 * Loads the embedded engine's client, once a process, after its native library was found.
 *
 * @module
 */
import { rm } from "node:fs/promises";
import { EvidenceError } from "@ml-gates/gate";
import { setNativePath } from "./native-path.ts";
import { type Library, type LibrarySettings, resolveLibrary } from "./resolve-library.ts";

type Client = typeof import("@duckdb/node-api");

let loaded: Promise<Client> | null = null;

/** The client. @throws EvidenceError when its library cannot be had or does not load here. */
export function loadDuckdb(settings: LibrarySettings): Promise<Client> {
  loaded ??= load(settings).catch((error: unknown) => {
    loaded = null;
    throw error;
  });
  return loaded;
}

async function load(settings: LibrarySettings): Promise<Client> {
  const library = await resolveLibrary(settings);
  setNativePath(library.folder);
  try {
    return await import("@duckdb/node-api");
  } catch (error) {
    const message = `The embedded engine's library in ${library.folder} does not load: ${String(error)}.`;
    const remedy = "Name the folder of the library built for this platform in `engine: { native-path }`.";
    throw new EvidenceError([{ message, remedy }]);
  } finally {
    await removeUnpacked(library);
  }
}

/** A library that is loaded needs its file no more, except on Windows, where the runner empties its own folder. */
async function removeUnpacked({ folder, unpacked }: Library): Promise<void> {
  if (unpacked) await rm(folder, { recursive: true, force: true }).catch(() => undefined);
}
