/**
 * Local copies of what was fetched, in a folder that goes with the process.
 *
 * @module
 */
import { rmSync } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { digestOf, type EvidenceOrigin } from "@ml-gates/gate";
import type { ActionHost } from "./action-host.ts";
import type { ReadFile } from "./fetch-baseline.ts";

/** What is known of the bytes to keep. */
export interface Kept {
  readonly uri: string;
  readonly version: string;
  readonly origin: EvidenceOrigin;
  /** Formats are told by it; the address's own by default. */
  readonly extension?: string;
}

/** A path in a new folder, whose file ends as its format does. */
export async function makeBaselinePath(host: ActionHost, extension: string): Promise<string> {
  const folder = await mkdtemp(join(host.environment["RUNNER_TEMP"] || tmpdir(), "ml-gates-baseline-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return join(folder, `baseline${extension}`);
}

/** Writes bytes where a query engine can open them. */
export async function keepBaseline(
  host: ActionHost,
  bytes: Uint8Array,
  { uri, version, origin, extension }: Kept,
): Promise<ReadFile> {
  const path = await makeBaselinePath(host, extension ?? extname(uri));
  await writeFile(path, bytes);
  return { path, uri, digest: digestOf(bytes), version, origin };
}
