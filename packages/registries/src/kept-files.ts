/**
 * The metrics and predictions a version is registered with: small ones live in the branch, large ones by address.
 *
 * @module
 */
import { digestOf, EvidenceError } from "@ml-gates/gate";
import { KEPT_FILES, type KeptName, type VersionRecord } from "./ledger-records.ts";
import type { GivenFile, Registration } from "./registry.ts";

/** Files up to this size are kept in the branch. */
export const KEPT_BYTES = 5 << 20;

/** The version a registration makes, and the files to write beside it. */
export function planVersion(
  registration: Registration,
  version: string,
): { readonly record: VersionRecord; readonly files: ReadonlyMap<string, Uint8Array> } {
  const { model, digest, commit, at } = registration;
  const record: VersionRecord = {
    model,
    version,
    digest,
    commit,
    registeredAt: at.toISOString(),
    metrics: describe(registration.metrics),
    predictions: describe(registration.predictions),
    blobs: {
      metrics: blobName("metrics", registration.metrics),
      predictions: blobName("predictions", registration.predictions),
    },
  };
  const files = new Map<string, Uint8Array>();
  for (const name of KEPT_FILES) {
    const path = blobPath(record, name);
    const given = registration[name];
    if (path !== null && given !== null && "bytes" in given) files.set(path, given.bytes);
  }
  return { record, files };
}

/** Path of a kept file in the branch; null when the branch does not keep it. */
export function blobPath({ model, version, blobs }: VersionRecord, name: KeptName): string | null {
  return blobs[name] === null ? null : `models/${model}/versions/${version}/${blobs[name]}`;
}

/**
 * Passes a file that is what was registered.
 *
 * @throws EvidenceError when its digest differs.
 */
export function verifyKept(seen: string, record: VersionRecord, name: KeptName): void {
  const wanted = record[name]?.digest;
  if (seen === wanted) return;
  const message = `The ${name} of version ${record.version} of ${record.model} have digest ${seen}; ${wanted} was registered.`;
  throw new EvidenceError([
    { message, remedy: "Put the registered file back, or register the model again under other bytes." },
  ]);
}

/** The digest of a file to keep. */
export function digestGiven(given: GivenFile): string {
  return "digest" in given ? given.digest : digestOf(given.bytes);
}

function describe(given: GivenFile | null): VersionRecord["metrics"] {
  return given === null ? null : { uri: given.uri, digest: digestGiven(given) };
}

/** The extension is kept, since a format is told by it; nothing else of the address reaches a path. */
function blobName(name: KeptName, given: GivenFile | null): string | null {
  if (given === null || !("bytes" in given) || given.bytes.byteLength > KEPT_BYTES) return null;
  const [extension = ""] = /(\.[A-Za-z0-9]{1,10}){1,2}$/.exec(given.uri) ?? [];
  return `${name}${extension}`;
}
