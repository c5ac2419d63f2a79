/**
 * An MLflow server as the keeper of baselines: versions by alias, their facts, their files.
 *
 * @module
 */
import { ANSWER_LIMITS, type HttpLimits } from "../http/http-get.ts";
import type { Environment } from "../run-git.ts";
import { openAsk } from "./ask-mlflow.ts";
import { type ArtifactRequest, fetchArtifact, listArtifacts } from "./fetch-artifact.ts";
import { findMlflowVersion, type MlflowReference, type MlflowVersion } from "./find-version.ts";
import { readMlflowAddress } from "./mlflow-address.ts";
import { readVersionFacts, type VersionFacts } from "./version-facts.ts";

/** A server's models and runs, for reading. */
export interface Mlflow {
  /** Null when the server is readable and has no such model. @throws EvidenceError when the alias is not there. */
  find(reference: MlflowReference): Promise<MlflowVersion | null>;
  readFacts(version: MlflowVersion): Promise<VersionFacts>;
  /** Paths of the files at the top of the run's artifacts. */
  list(artifacts: NonNullable<VersionFacts["artifacts"]>): Promise<readonly string[]>;
  /** Downloads an artifact to a local file; its SHA-256. */
  fetch(request: ArtifactRequest): Promise<string>;
}

/** @throws InputError when MLFLOW_TRACKING_URI is missing or is no http address. */
export function openMlflow(environment: Environment, limits: HttpLimits = ANSWER_LIMITS): Mlflow {
  const tracking = readMlflowAddress(environment, "MLFLOW_TRACKING_URI");
  const askRegistry = openAsk(readMlflowAddress(environment, "MLFLOW_REGISTRY_URI"), limits);
  const ask = openAsk(tracking, limits);
  return {
    find: (reference) => findMlflowVersion(askRegistry, reference),
    readFacts: (version) => readVersionFacts(ask, version),
    list: (artifacts) => listArtifacts(ask, artifacts),
    fetch: (request) => fetchArtifact(tracking, request, limits),
  };
}
