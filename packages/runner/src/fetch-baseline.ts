/**
 * The production baseline as a local file, wherever it is kept, or why there is none yet.
 *
 * @module
 */
import type { BaselineSource, EvidenceOrigin, GateFile } from "@ml-gates/gate";
import { describeAge } from "@ml-gates/report";
import type { ActionHost } from "./action-host.ts";
import { fetchFile, fetchFromGit } from "./fetch-committed.ts";
import { fetchFromMlflow } from "./fetch-mlflow.ts";
import { fetchFromRegistry } from "./fetch-registered.ts";

/** A file as it was read, with the origin a report states. */
export interface ReadFile {
  /** Absolute path of a local copy: what a query engine opens. */
  readonly path: string;
  /** As the user wrote it. */
  readonly uri: string;
  readonly digest: string;
  /** Version or commit behind a registry or git source. */
  readonly version: string | null;
  /** What the source tells beside: commit, time, data. */
  readonly origin: EvidenceOrigin;
}

/** A baseline, or why there is none: a first run is an outcome of its own. */
export type FetchedBaseline = ReadFile | { readonly absent: string };

/** Which of a version's files is wanted. */
export interface WantedBaseline {
  readonly source: BaselineSource;
  readonly which: "metrics" | "predictions";
}

/**
 * The baseline's metrics or predictions as a local file; the log tells its version, commit and age. No branch, model or
 * file at a readable source is a first run (`absent`).
 *
 * @throws EvidenceError when the source cannot be read, or when the model is there without the alias.
 */
export async function fetchBaseline(
  host: ActionHost,
  gate: GateFile,
  wanted: WantedBaseline,
): Promise<FetchedBaseline> {
  const fetched = await fetchFrom(host, gate, wanted);
  if (!("absent" in fetched)) tellOrigin(host, fetched);
  return fetched;
}

function fetchFrom(host: ActionHost, gate: GateFile, wanted: WantedBaseline): Promise<FetchedBaseline> {
  const { source, which } = wanted;
  if (source.kind === "file") return fetchFile(host, source.path);
  if (source.kind === "git") return fetchFromGit(host, source);
  if (source.kind === "mlflow") return fetchFromMlflow(host, source, which);
  return fetchFromRegistry(host, gate, which);
}

function tellOrigin(host: ActionHost, { uri, version, origin }: ReadFile): void {
  const { commit = null, createdAt = null } = origin;
  const facts = [
    version === null || version === commit ? [] : `version ${version}`,
    commit === null ? [] : `commit ${commit.slice(0, 12)}`,
    createdAt === null ? [] : describeAge(createdAt, host.now()),
  ].flat();
  if (facts.length > 0) host.log(`Baseline ${uri}: ${facts.join(", ")}.`);
}
