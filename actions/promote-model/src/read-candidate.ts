/**
 * The files a version is registered with: what the next gates will take as the baseline.
 *
 * @module
 */
import { readFile, stat } from "node:fs/promises";
import { EvidenceError, type GateFile, quote } from "@ml-gates/gate";
import { digestGiven, type GivenFile, KEPT_BYTES, type Registration } from "@ml-gates/registries";
import { type ActionHost, digestFile, resolvePath } from "@ml-gates/runner";

/** @throws EvidenceError when a file that the gate file names cannot be read. */
export async function readCandidate(
  host: ActionHost,
  { metrics, predictions }: GateFile,
): Promise<Pick<Registration, "metrics" | "predictions">> {
  const scored = await readKept(host, predictions?.candidate ?? null);
  const storedAt = predictions?.storedAt ?? null;
  return {
    metrics: await readKept(host, metrics?.candidate ?? null),
    predictions:
      scored === null || storedAt === null
        ? scored
        : { ...scored, uri: fillAddress(storedAt, digestGiven(scored)) },
  };
}

/** A version's file must stay where it is when the next one is stored: `{digest}` makes the address its own. */
function fillAddress(template: string, digest: string): string {
  return template.replaceAll("{digest}", digest.replace("sha256:", ""));
}

async function readKept(host: ActionHost, path: string | null): Promise<GivenFile | null> {
  if (path === null) return null;
  const absolute = resolvePath(host, path);
  try {
    const { size } = await stat(absolute);
    if (size > KEPT_BYTES) return { uri: path, digest: await digestFile(host, path) };
    return { uri: path, bytes: await readFile(absolute) };
  } catch (error) {
    const message = `The candidate's file ${quote(path)} cannot be read: ${quote(error instanceof Error ? error.message : error)}.`;
    throw new EvidenceError([
      { message, remedy: "Write it before this step: it is registered with the model." },
    ]);
  }
}
