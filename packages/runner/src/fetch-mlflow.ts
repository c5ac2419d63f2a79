/**
 * A baseline of MLflow: the metrics its run or logged model has, or a file its run left.
 *
 * @module
 */
import { extname } from "node:path";
import { EvidenceError, type MlflowSource } from "@ml-gates/gate";
import { isInsecure, type Mlflow, openMlflow, type VersionFacts } from "@ml-gates/registries";
import type { ActionHost } from "./action-host.ts";
import type { FetchedBaseline, WantedBaseline } from "./fetch-baseline.ts";
import { keepBaseline, makeBaselinePath } from "./keep-baseline.ts";

/**
 * Metrics come from the logged model and the run, predictions from the run's artifacts.
 *
 * @throws EvidenceError when the server cannot be read, or the model is there without the alias.
 */
export async function fetchFromMlflow(
  host: ActionHost,
  source: MlflowSource,
  which: WantedBaseline["which"],
): Promise<FetchedBaseline> {
  for (const name of ["MLFLOW_TRACKING_PASSWORD", "MLFLOW_TRACKING_TOKEN"]) {
    const secret = host.environment[name];
    if (secret) host.mask(secret);
  }
  const mlflow = openMlflow(host.environment);
  const found = await mlflow.find({ model: source.model, ...source.pointer });
  const unverified = isInsecure(host.environment) ? { unverified: "MLFLOW_TRACKING_INSECURE_TLS" } : {};
  if (found === null)
    return { absent: `no model ${source.model} in MLflow${isInsecure(host.environment) ? UNVERIFIED : ""}` };
  const facts = await mlflow.readFacts(found);
  const { commit, datasets } = facts;
  const version = {
    uri: nameSource(source),
    version: found.version,
    origin: {
      ...{ commit, createdAt: found.createdAt, datasets, parameters: cutParameters(facts.params) },
      ...unverified,
    },
  };
  if (which === "metrics" && source.artifact === null) {
    const bytes = Buffer.from(`${JSON.stringify(facts.answer, null, 2)}\n`);
    return keepBaseline(host, bytes, { ...version, extension: ".json" });
  }
  const artifacts = requireArtifacts(facts, version.uri);
  const artifact = source.artifact ?? (await findPredictions(mlflow, artifacts, version.uri));
  const path = await makeBaselinePath(host, extname(artifact));
  const digest = await mlflow.fetch({ artifacts, path: artifact, target: path });
  return { path, digest, ...version };
}

const UNVERIFIED = ", whose certificate was not verified (MLFLOW_TRACKING_INSECURE_TLS)";

const MOST_PARAMETERS = 100;
const LONGEST_PARAMETER = 500;

/** A report has a size; a parameter may be a whole configuration file. */
function cutParameters(params: VersionFacts["params"]): Readonly<Record<string, string>> {
  const kept = Object.entries(params).toSorted(([left], [right]) => (left < right ? -1 : 1));
  const cut = kept
    .slice(0, MOST_PARAMETERS)
    .map(([name, value]) => [name, value.slice(0, LONGEST_PARAMETER)]);
  return Object.fromEntries(cut) as Readonly<Record<string, string>>;
}

function nameSource({ model, pointer, artifact }: MlflowSource): string {
  const named = "alias" in pointer ? `@${pointer.alias}` : `/${pointer.version}`;
  return `mlflow:${model}${named}${artifact === null ? "" : `:${artifact}`}`;
}

type Artifacts = NonNullable<VersionFacts["artifacts"]>;

function requireArtifacts({ artifacts }: VersionFacts, uri: string): Artifacts {
  if (artifacts !== null) return artifacts;
  const message = `${uri} was not registered from a run: MLflow has no files of it.`;
  const remedy = "Register the model from the run that logged its predictions (`run_id`).";
  throw new EvidenceError([{ message, remedy }]);
}

const PREDICTIONS = /^predictions\.(parquet|csv|tsv|jsonl|ndjson|json)(\.gz)?$/;

/** The one file at the top of the run's artifacts that is called `predictions`. */
async function findPredictions(mlflow: Mlflow, artifacts: Artifacts, uri: string): Promise<string> {
  const listed = await mlflow.list(artifacts);
  const [first, ...others] = listed.filter((path) => PREDICTIONS.test(path));
  if (first !== undefined && others.length === 0) return first;
  const seen = listed.slice(0, 20).join(", ") || "none";
  const message = `The run behind ${uri} has ${first === undefined ? "no" : `${others.length + 1}`} predictions files at the top of its artifacts: ${seen}.`;
  const remedy = `Name the artifact: \`${uri}:<path>\`; or log one file as \`predictions.parquet\`.`;
  throw new EvidenceError([{ message, remedy }]);
}
