/**
 * The metrics and predictions a version is registered with: small ones live in the branch, large ones by address.
 *
 * @module
 */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { digestOf, EvidenceError, quote } from "@ml-gates/gate";
import { KEPT_FILES, type KeptName, type VersionRecord } from "./ledger-records.ts";
import type { Registration } from "./registry.ts";

/** Files up to this size are kept in the branch. */
const KEPT_BYTES = 5 << 20;

type Given = NonNullable<Registration["metrics"]>;

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
    if (path !== null && given !== null) files.set(path, given.bytes);
  }
  return { record, files };
}

/** Path of a kept file in the branch; null when the branch does not keep it. */
export function blobPath({ model, version, blobs }: VersionRecord, name: KeptName): string | null {
  return blobs[name] === null ? null : `models/${model}/versions/${version}/${blobs[name]}`;
}

/**
 * Passes bytes that are what was registered.
 *
 * @throws EvidenceError when their digest differs.
 */
export function verifyKept(bytes: Uint8Array, record: VersionRecord, name: KeptName): Uint8Array {
  const seen = digestOf(bytes);
  const wanted = record[name]?.digest;
  if (seen === wanted) return bytes;
  const message = `The ${name} of version ${record.version} of ${record.model} have digest ${seen}; ${wanted} was registered.`;
  throw new EvidenceError([
    { message, remedy: "Put the registered file back, or register the model again under other bytes." },
  ]);
}

/** @throws EvidenceError when a file too large for the branch is not at its address either. */
export async function readAtAddress(
  directory: string,
  record: VersionRecord,
  name: KeptName,
): Promise<Uint8Array> {
  const uri = record[name]?.uri ?? "";
  const isLocal = !/^[a-z][a-z0-9+.-]*:/i.test(uri);
  const bytes = isLocal ? await readFile(resolve(directory, uri)).catch(() => null) : null;
  if (bytes !== null) return bytes;
  const message = `The ${name} of version ${record.version} of ${record.model} are too large for the registry, and are not at ${quote(uri)}.`;
  throw new EvidenceError([
    {
      message,
      remedy: `Fetch them to a path in a step before, and name it as the baseline; their digest is ${record[name]?.digest}.`,
    },
  ]);
}

function describe(given: Given | null): VersionRecord["metrics"] {
  return given === null ? null : { uri: given.uri, digest: digestOf(given.bytes) };
}

/** The extension is kept, since a format is told by it; nothing else of the address reaches a path. */
function blobName(name: KeptName, given: Given | null): string | null {
  if (given === null || given.bytes.byteLength > KEPT_BYTES) return null;
  const [extension = ""] = /(\.[A-Za-z0-9]{1,10}){1,2}$/.exec(given.uri) ?? [];
  return `${name}${extension}`;
}
