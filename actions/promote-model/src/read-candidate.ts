/**
 * The files a version is registered with: what the next gates will take as the baseline.
 *
 * @module
 */
import { readFile } from "node:fs/promises";
import { EvidenceError, type GateFile, quote } from "@ml-gates/gate";
import type { Registration } from "@ml-gates/registries";
import { type ActionHost, resolvePath } from "@ml-gates/runner";

/** @throws EvidenceError when a file that the gate file names cannot be read. */
export async function readCandidate(
  host: ActionHost,
  { metrics, predictions }: GateFile,
): Promise<Pick<Registration, "metrics" | "predictions">> {
  return {
    metrics: await readKept(host, metrics?.candidate ?? null),
    predictions: await readKept(host, predictions?.candidate ?? null),
  };
}

async function readKept(host: ActionHost, path: string | null): Promise<Registration["metrics"]> {
  if (path === null) return null;
  try {
    return { uri: path, bytes: await readFile(resolvePath(host, path)) };
  } catch (error) {
    const message = `The candidate's file ${quote(path)} cannot be read: ${quote(error instanceof Error ? error.message : error)}.`;
    throw new EvidenceError([
      { message, remedy: "Write it before this step: it is registered with the model." },
    ]);
  }
}
