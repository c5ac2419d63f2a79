/**
 * A kept file that is too large for the registry's branch, from where it was said to lie: a path, an http(s) address or
 * an artifact of an MLflow run.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { EvidenceError, quote } from "@ml-gates/gate";
import { ANSWER_LIMITS, httpGet, showAddress } from "./http/http-get.ts";
import { readText, writeBody } from "./http/read-body.ts";
import type { KeptName, VersionRecord } from "./ledger-records.ts";
import { openMlflow } from "./mlflow/open-mlflow.ts";
import type { Environment } from "./run-git.ts";

/** Which file, and the local one it becomes. */
export interface AddressRequest {
  readonly record: VersionRecord;
  readonly name: KeptName;
  readonly target: string;
  /** Folder that a path starts from. */
  readonly directory: string;
  readonly environment: Environment;
}

/** Writes the file and returns its SHA-256. @throws EvidenceError when it is not there or cannot be read. */
export async function fetchAtAddress(request: AddressRequest): Promise<string> {
  const uri = request.record[request.name]?.uri ?? "";
  const [, runId, artifact] = /^runs:\/([0-9a-f]{32})\/(.+)$/.exec(uri) ?? [];
  if (runId !== undefined && artifact !== undefined) return fetchFromRun(request, runId, artifact);
  if (/^https?:\/\//i.test(uri) && URL.canParse(uri)) return fetchOverHttp(request, new URL(uri));
  if (/^[a-z][a-z0-9+.-]*:/i.test(uri))
    throw notThere(request, `${quote(uri)}, which this tool does not read`);
  return copyFile(request, uri);
}

async function fetchFromRun(request: AddressRequest, runId: string, path: string): Promise<string> {
  const { record, environment, target } = request;
  const { model, version } = record;
  const mlflow = openMlflow(environment);
  const { artifacts } = await mlflow.readFacts({ model, version, runId, modelId: null, createdAt: null });
  if (artifacts === null) throw notThere(request, `the MLflow run ${runId}`);
  return mlflow.fetch({ artifacts, path, target });
}

const DOWNLOAD = { ...ANSWER_LIMITS, timeoutMs: 30 * 60_000 };

async function fetchOverHttp(request: AddressRequest, url: URL): Promise<string> {
  const remedy = fetchRemedy(request);
  return httpGet({ url, headers: {}, remedy }, DOWNLOAD, async (response) => {
    if (response.status === 200) return writeBody(response, request.target);
    await readText(response);
    throw notThere(request, `${showAddress(url)}, which answers ${response.status}`);
  });
}

async function copyFile(request: AddressRequest, path: string): Promise<string> {
  const hash = createHash("sha256");
  try {
    const source = createReadStream(resolve(request.directory, path));
    source.on("data", (chunk) => hash.update(chunk));
    await pipeline(source, createWriteStream(request.target));
  } catch {
    throw notThere(request, quote(path));
  }
  return `sha256:${hash.digest("hex")}`;
}

function notThere(request: AddressRequest, where: string): EvidenceError {
  const { record, name } = request;
  const message = `The ${name} of version ${record.version} of ${record.model} are too large for the registry, and are not at ${where}.`;
  return new EvidenceError([{ message, remedy: fetchRemedy(request) }]);
}

function fetchRemedy({ record, name }: AddressRequest): string {
  return `Fetch them to a path in a step before, and name it as the baseline; their digest is ${record[name]?.digest}.`;
}
