/**
 * The command `compare`: two files, no configuration, plain sentences.
 *
 * @module
 */
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EvidenceError, InputError, quote } from "@ml-gates/gate";
import { type ActionHost, resolvePath } from "@ml-gates/runner";
import { loadAction } from "../actions.ts";
import { planMetrics } from "./compare-metrics.ts";
import { type ComparedFiles, planPredictions } from "./compare-predictions.ts";
import { type FileKind, guessKind } from "./guess-kind.ts";
import { renderFinding } from "./render-comparison.ts";

/** Compares and tells. It blocks nothing. @throws InputError or EvidenceError when it could not compare. */
export async function runCompare(host: ActionHost): Promise<void> {
  const { a = "", b = "" } = host.inputs;
  if (a === "" || b === "") {
    const message = "Two files are compared, and not two are named.";
    throw new InputError([{ message, remedy: "Write `ml-gates compare <baseline> <candidate>`." }]);
  }
  const files = { baseline: resolvePath(host, a), candidate: resolvePath(host, b) };
  const lines = await compareFiles(host, files);
  host.log(`a ${a} (baseline), b ${b} (candidate)`);
  for (const line of lines) host.log(line);
}

async function compareFiles(host: ActionHost, files: ComparedFiles): Promise<readonly string[]> {
  const kinds = await Promise.all([readKind(files.baseline), readKind(files.candidate)]);
  if (kinds[0] !== kinds[1]) {
    const message = `The first file holds ${kinds[0]} and the second ${kinds[1]}.`;
    throw new InputError([{ message, remedy: "Name two files of one kind." }]);
  }
  if (kinds[0] === "predictions") return judge(host, await planPredictions(host, files));
  const { inputs, told } = await planMetrics(host, files);
  if (inputs === null && told.length === 0) return ["The files have no number in common."];
  return [...(inputs === null ? [] : await judge(host, inputs)), ...told];
}

/** The action's own judge, in an empty folder: a gate file of the working directory says nothing here. */
async function judge(host: ActionHost, inputs: ActionHost["inputs"]): Promise<readonly string[]> {
  const directory = await mkdtemp(join(tmpdir(), "ml-gates-compare-"));
  try {
    const compareModels = await loadAction("compare-models");
    const { judgements } = await compareModels.run({ ...host, directory, inputs });
    return judgements.flatMap(({ findings }) => findings.flatMap(renderFinding));
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** Long enough for the names of a table's columns. */
const START = 1 << 16;

async function readKind(path: string): Promise<FileKind> {
  return guessKind(path, await readStart(path));
}

async function readStart(path: string): Promise<string> {
  try {
    const file = await open(path);
    const { buffer, bytesRead } = await file
      .read(Buffer.alloc(START), 0, START, 0)
      .finally(() => file.close());
    return buffer.toString("utf8", 0, bytesRead);
  } catch (error) {
    const seen = error instanceof Error ? error.message : String(error);
    const message = `${quote(path)} cannot be read: ${quote(seen)}.`;
    throw new EvidenceError([{ message, remedy: "Name a file that is there." }]);
  }
}
