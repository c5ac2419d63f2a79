/**
 * Predictions that are made in the job: the command of `predictions: { evaluate }` scores the candidate and the baseline.
 *
 * @module
 */
import { existsSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { dirname, extname } from "node:path";
import {
  type EvaluateSection,
  EvidenceError,
  type GateFile,
  type PredictionsSection,
  quote,
} from "@ml-gates/gate";
import { openMlflow } from "@ml-gates/registries";
import type { ActionHost } from "./action-host.ts";
import { fetchBaseline } from "./fetch-baseline.ts";
import { makeBaselinePath } from "./keep-baseline.ts";
import { resolvePath } from "./read-file.ts";
import { runCommand } from "./run-command.ts";

/** A chain has several gates that read the same predictions: a process makes them once. */
const MADE = new Map<string, Promise<PredictionsSection>>();

/**
 * The gate file with `predictions` that lie in files. Without `evaluate` it is the file itself. A baseline model that is
 * not there at a readable source is a first run: no predictions of it are made.
 *
 * @throws EvidenceError with the end of the command's log when it fails, runs too long or leaves no predictions.
 */
export async function evaluateModels(host: ActionHost, file: GateFile): Promise<GateFile> {
  const { predictions, artifact } = file;
  if (predictions === null || predictions.evaluate === null || artifact === null) return file;
  const id = JSON.stringify([host.directory, artifact, predictions]);
  const made =
    MADE.get(id) ?? makePredictions(host, file, { ...predictions, evaluate: predictions.evaluate });
  MADE.set(id, made);
  return { ...file, predictions: await made };
}

type Evaluated = PredictionsSection & { readonly evaluate: EvaluateSection };

async function makePredictions(
  host: ActionHost,
  file: GateFile,
  predictions: Evaluated,
): Promise<PredictionsSection> {
  const { evaluate, candidate } = predictions;
  const score = (role: string, model: string, output: string) =>
    scoreModel(host, evaluate, { role, model, output });
  await score("candidate", resolvePath(host, file.artifact ?? ""), resolvePath(host, candidate));
  const output = await makeBaselinePath(host, extname(candidate));
  const model = await findBaselineModel(host, file, evaluate);
  if (model === null) host.log("The baseline's model is not there yet: no predictions of it are made.");
  else await score("baseline", model, output);
  return { ...predictions, evaluate: null, baseline: { kind: "file", path: output } };
}

/** A local file, or MLflow's own address of the version; null on a first run. */
async function findBaselineModel(
  host: ActionHost,
  file: GateFile,
  { baselineModel: source }: EvaluateSection,
): Promise<string | null> {
  if (source.kind === "mlflow") {
    const found = await openMlflow(host.environment).find({ model: source.model, ...source.pointer });
    return found && `models:/${found.model}/${found.version}`;
  }
  const fetched = await fetchBaseline(host, file, { source, which: "predictions" });
  return "absent" in fetched ? null : fetched.path;
}

interface Scoring {
  readonly role: string;
  readonly model: string;
  readonly output: string;
}

async function scoreModel(
  host: ActionHost,
  { command, timeoutMinutes }: EvaluateSection,
  { role, model, output }: Scoring,
): Promise<void> {
  // A file of an earlier run must not be taken for this one's.
  await rm(output, { force: true });
  await mkdir(dirname(output), { recursive: true });
  const startedAt = host.now().getTime();
  const { code, fault, tail } = await runCommand(host, {
    words: command,
    variables: { ML_GATES_ROLE: role, ML_GATES_MODEL: model, ML_GATES_OUTPUT: output },
    timeoutMs: timeoutMinutes * 60_000,
  });
  const wrote = existsSync(output);
  if (code === 0 && wrote) {
    host.log(`Evaluated the ${role} in ${Math.round((host.now().getTime() - startedAt) / 1000)} s.`);
    return;
  }
  const seen =
    code === null ? `did not end well: ${fault}` : code === 0 ? "wrote no predictions" : `ended with ${code}`;
  const message = `The evaluation of the ${role} (${quote(command.join(" "))}) ${seen}. Its log ends: ${tail.trim() || "(nothing)"}`;
  const remedy =
    "Let the command score the model at ML_GATES_MODEL, write the predictions to ML_GATES_OUTPUT and end with 0.";
  throw new EvidenceError([{ message, remedy }]);
}
