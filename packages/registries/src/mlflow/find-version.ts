/**
 * Which version of a model an alias or a number names. A model that is not there and an alias that is not there are
 * different things, and MLflow says them in ways that are easily confused.
 *
 * @module
 */
import { EvidenceError, quote } from "@ml-gates/gate";
import type { AskMlflow, JsonObject, MlflowAnswer } from "./ask-mlflow.ts";
import { instantAt, objectAt, objectsAt, textAt } from "./read-json.ts";

/** A version named by its alias or by its number. */
export type MlflowReference = {
  readonly model: string;
} & ({ readonly alias: string } | { readonly version: string });

/** A version as the registry knows it. */
export interface MlflowVersion {
  readonly model: string;
  readonly version: string;
  /** The run that made it; null when the registry does not say. */
  readonly runId: string | null;
  /** The logged model it was made from (MLflow 3), such as `m-…`; null when there is none. */
  readonly modelId: string | null;
  /** ISO 8601, UTC. */
  readonly createdAt: string | null;
}

/**
 * The version; null when the registry is readable and has no such model. MLflow answers 404 for a model or version that
 * is not there, but 400 for an alias, which is also its word for any bad argument: the model is asked for before either
 * is believed.
 *
 * @throws EvidenceError when the model is there without that alias or version.
 */
export async function findMlflowVersion(
  ask: AskMlflow,
  reference: MlflowReference,
): Promise<MlflowVersion | null> {
  const { model } = reference;
  const answer = await ask(
    "alias" in reference
      ? { path: "registered-models/alias", query: { name: model, alias: reference.alias } }
      : { path: "model-versions/get", query: { name: model, version: reference.version } },
  );
  if ("value" in answer) return readVersion(model, objectAt(answer.value, "model_version"));
  const registered = await ask({ path: "registered-models/get", query: { name: model } });
  if (!("value" in registered)) {
    if (registered.status === 404 && registered.code === "RESOURCE_DOES_NOT_EXIST") return null;
    throw unexpected(model, registered);
  }
  throw notThere(reference, objectAt(registered.value, "registered_model"), answer);
}

function readVersion(model: string, written: JsonObject): MlflowVersion {
  const version = textAt(written, "version");
  if (version === null) {
    const message = `MLflow's answer about ${quote(model)} names no version: ${quote(written)}.`;
    throw new EvidenceError([{ message, remedy: "Check that MLFLOW_TRACKING_URI is an MLflow server." }]);
  }
  const [, fromSource = null] = /^models:\/(m-[A-Za-z0-9-]+)$/.exec(textAt(written, "source") ?? "") ?? [];
  return {
    model,
    version,
    runId: textAt(written, "run_id"),
    modelId: textAt(written, "model_id") ?? fromSource,
    createdAt: instantAt(written, "creation_timestamp"),
  };
}

function notThere(
  reference: MlflowReference,
  registered: JsonObject,
  answer: Exclude<MlflowAnswer, { readonly value: JsonObject }>,
): EvidenceError {
  if ("version" in reference) {
    const message = `${reference.model} is registered in MLflow without a version ${quote(reference.version)}: ${quote(answer.message)}.`;
    return new EvidenceError([{ message, remedy: "Correct the version, or name an alias: `@champion`." }]);
  }
  const aliases = objectsAt(registered, "aliases").flatMap((each) => textAt(each, "alias") ?? []);
  const message = `${reference.model} is registered in MLflow without the alias ${quote(reference.alias)}; it has: ${aliases.slice(0, 20).join(", ") || "none"}.`;
  const remedy = "Set the alias on the production version, or correct it in `baseline`.";
  return new EvidenceError([{ message, remedy }]);
}

function unexpected(
  model: string,
  { status, code, message: told }: Exclude<MlflowAnswer, { readonly value: JsonObject }>,
): EvidenceError {
  const message = `MLflow answered ${status} ${code} about ${quote(model)}: ${quote(told)}.`;
  return new EvidenceError([{ message, remedy: "Correct the model's name, or ask the server's operator." }]);
}
