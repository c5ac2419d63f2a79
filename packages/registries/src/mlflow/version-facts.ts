/**
 * What MLflow knows of a version: the metrics of its run and of its logged model, on which data, from which commit.
 *
 * @module
 */
import { EvidenceError, type JsonValue, quote } from "@ml-gates/gate";
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
  /** By name; a text is why there is no number, such as `NaN`. */
  readonly metrics: Readonly<Record<string, number | string>>;
  readonly params: Readonly<Record<string, string>>;
  readonly datasets: readonly Dataset[];
  /** Commit of the training code. */
  readonly commit: string | null;
  /** Where the run's artifacts are; null without a run. */
  readonly artifacts: { readonly runId: string; readonly root: string } | null;
}

/** MLflow stores an infinite value as the largest double. */
const LARGEST = 1.7976931348623157e308;

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
 * readFacts({}, { data: { metrics: [{ key: "f1", value: "NaN" }, { key: "auc", value: 0.8 }] } }).metrics; // => { f1: "NaN", auc: 0.8 }
 */
export function readFacts(model: JsonObject, run: JsonObject): VersionFacts {
  const data = objectAt(run, "data");
  const modelData = objectAt(model, "data");
  const info = objectAt(run, "info");
  const params = [...objectsAt(data, "params"), ...objectsAt(modelData, "params")];
  const [runId, root] = [textAt(info, "run_id"), textAt(info, "artifact_uri")];
  const stated = objectsAt(data, "metrics").flatMap((each) => keyed(each, readValue(each["value"])));
  return {
    metrics: Object.fromEntries([...stated, ...readLogged(objectsAt(modelData, "metrics"))]),
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

function readValue(value: JsonValue | undefined): number | string {
  if (typeof value === "string") return value;
  if (typeof value !== "number") return "NaN";
  return Math.abs(value) >= LARGEST ? (value > 0 ? "Infinity" : "-Infinity") : value;
}

/** Of several values on the same data the latest step counts, as in a run. */
function readLogged(written: readonly JsonObject[]): readonly (readonly [string, number | string])[] {
  const byKey = new Map<string, Map<string, JsonObject>>();
  for (const entry of written) {
    const key = textAt(entry, "key");
    if (key === null) continue;
    const onData = byKey.get(key) ?? new Map<string, JsonObject>();
    const data = `${textAt(entry, "dataset_name") ?? "unnamed data"} (${textAt(entry, "dataset_digest") ?? "no digest"})`;
    const before = onData.get(data);
    if (before === undefined || isLater(entry, before)) onData.set(data, entry);
    byKey.set(key, onData);
  }
  return [...byKey].map(([key, onData]) => {
    const values = new Set([...onData.values()].map(({ value }) => readValue(value)));
    const [only] = values;
    if (values.size === 1 && only !== undefined) return [key, only];
    return [key, `measured on several data sets: ${[...onData.keys()].join(", ")}`];
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
