/**
 * What MLflow knows of a version: the metrics of its run and of its logged model, on which data, from which commit.
 *
 * @module
 */
import { EvidenceError, quote } from "@ml-gates/gate";
import type { AskMlflow, JsonObject, MlflowQuestion } from "./ask-mlflow.ts";
import type { MlflowVersion } from "./find-version.ts";
import { objectAt, objectsAt, taggedAt, textAt } from "./read-json.ts";

/** Data a model was evaluated or trained on. */
export interface Dataset {
  readonly name: string;
  /** As MLflow computed it; short, and comparable with other digests of MLflow only. */
  readonly digest: string;
  /** MLflow's `mlflow.data.context`, such as `eval`; null when it was not said. */
  readonly context: string | null;
}

/** A version's facts. */
export interface VersionFacts {
  /** As `runs/get` answers, with the logged model's metrics before the run's: what a reader of runs reads. */
  readonly answer: JsonObject;
  readonly params: Readonly<Record<string, string>>;
  readonly datasets: readonly Dataset[];
  /** Commit of the training code. */
  readonly commit: string | null;
  /** Where the run's artifacts are; null without a run. */
  readonly artifacts: { readonly runId: string; readonly root: string } | null;
}

/** @throws EvidenceError when the run or logged model that the version names cannot be read. */
export async function readVersionFacts(ask: AskMlflow, version: MlflowVersion): Promise<VersionFacts> {
  const logged = version.modelId === null ? null : await demand(ask, version, loggedModel(version.modelId));
  const model = logged === null ? {} : objectAt(logged, "model");
  const runId = version.runId ?? textAt(objectAt(model, "info"), "source_run_id");
  const found =
    runId === null
      ? null
      : await demand(ask, version, { path: "runs/get", query: { run_id: runId, run_uuid: runId } });
  if (logged === null && found === null) throw withoutRun(version);
  return readFacts(model, found === null ? {} : objectAt(found, "run"));
}

function loggedModel(modelId: string): MlflowQuestion {
  return { path: `logged-models/${encodeURIComponent(modelId)}` };
}

/**
 * Facts of a logged model and a run, as MLflow answers them. A run keeps the last value of a name, whatever data it was
 * measured on; a logged model keeps one for each data set, so its word is taken first, and a name with several is none.
 *
 * @example
 * readFacts({}, { data: { params: [{ key: "depth", value: "3" }] } }).params; // => { depth: "3" }
 */
export function readFacts(model: JsonObject, run: JsonObject): VersionFacts {
  const data = objectAt(run, "data");
  const modelData = objectAt(model, "data");
  const info = objectAt(run, "info");
  const params = [...objectsAt(data, "params"), ...objectsAt(modelData, "params")];
  const [runId, root] = [textAt(info, "run_id"), textAt(info, "artifact_uri")];
  const logged = readLogged(objectsAt(modelData, "metrics"));
  const stated = objectsAt(data, "metrics").filter(({ key }) => !logged.some((each) => each["key"] === key));
  const body = { data: { metrics: [...stated, ...logged], params }, inputs: objectAt(run, "inputs") };
  return {
    answer: { run: { info: { run_id: runId ?? textAt(objectAt(model, "info"), "model_id") }, ...body } },
    params: Object.fromEntries(params.flatMap((each) => keyed(each, textAt(each, "value") ?? ""))),
    datasets: readDatasets(run, model),
    commit: taggedAt(objectsAt(data, "tags"), "mlflow.source.git.commit"),
    artifacts: runId === null || root === null ? null : { runId, root },
  };
}

function keyed<Value>(entry: JsonObject, value: Value): readonly (readonly [string, Value])[] {
  const key = textAt(entry, "key");
  return key === null ? [] : [[key, value]];
}

/** Of several values on the same data the latest step counts, as in a run; the same value on all data is one. */
function readLogged(written: readonly JsonObject[]): readonly JsonObject[] {
  const byKey = Map.groupBy(written, (entry) => textAt(entry, "key"));
  byKey.delete(null);
  return [...byKey].flatMap(([, entries]) => {
    const onData = new Map<string, JsonObject>();
    for (const entry of entries) {
      const data = JSON.stringify([textAt(entry, "dataset_name"), textAt(entry, "dataset_digest")]);
      const before = onData.get(data);
      if (before === undefined || isLater(entry, before)) onData.set(data, entry);
    }
    const latest = [...onData.values()];
    const [first = {}, ...others] = latest;
    if (others.length === 0 || others.some(({ value }) => value !== first["value"])) return latest;
    const { dataset_name: _name, dataset_digest: _digest, ...everywhere } = first;
    return [everywhere];
  });
}

function isLater(entry: JsonObject, before: JsonObject): boolean {
  const order = (of: JsonObject) => [Number(of["step"] ?? 0), Number(of["timestamp"] ?? 0)] as const;
  const [[step, at], [otherStep, otherAt]] = [order(entry), order(before)];
  return step > otherStep || (step === otherStep && at >= otherAt);
}

function readDatasets(run: JsonObject, model: JsonObject): readonly Dataset[] {
  const inputs = objectsAt(objectAt(run, "inputs"), "dataset_inputs").map((input) => ({
    ...nameDataset(objectAt(input, "dataset"), "name", "digest"),
    context: taggedAt(objectsAt(input, "tags"), "mlflow.data.context"),
  }));
  const measured = objectsAt(objectAt(model, "data"), "metrics").map((metric) => ({
    ...nameDataset(metric, "dataset_name", "dataset_digest"),
    context: null,
  }));
  const seen = new Set<string>();
  return [...inputs, ...measured].filter(({ name, digest }) => {
    const id = JSON.stringify([name, digest]);
    return digest !== "" && seen.size !== seen.add(id).size;
  });
}

function nameDataset(of: JsonObject, name: string, digest: string) {
  return { name: textAt(of, name) ?? "", digest: textAt(of, digest) ?? "" };
}

async function demand(ask: AskMlflow, version: MlflowVersion, question: MlflowQuestion): Promise<JsonObject> {
  const answer = await ask(question);
  if ("value" in answer) return answer.value;
  const message = `Version ${version.version} of ${version.model} cannot be read from MLflow: ${answer.status} ${answer.code}, ${quote(answer.message)}.`;
  const remedy = "Its run may have been deleted or be on another server: name a version whose run is there.";
  throw new EvidenceError([{ message, remedy }]);
}

function withoutRun({ model, version }: MlflowVersion): EvidenceError {
  const message = `Version ${version} of ${model} names neither a run nor a logged model: MLflow has no metrics of it.`;
  const remedy = "Register the model from the run that made it (`run_id`), with its metrics logged there.";
  return new EvidenceError([{ message, remedy }]);
}
