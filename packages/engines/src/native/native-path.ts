/**
 * Where the native library lies, told to the bindings before they are loaded.
 *
 * @module
 */
let folder: string | null = null;

/** Tells the bindings' folder. */
export function setNativePath(path: string): void {
  folder = path;
}

/** The bindings' folder. @throws Error when it was not told: a defect of the caller. */
export function nativePath(): string {
  if (folder === null)
    throw new Error("the native library's folder was not told before the bindings were loaded");
  return folder;
}
