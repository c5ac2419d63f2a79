/**
 * The gate file's `predictions: { evaluate }`: a command that scores candidate and baseline on the same rows.
 *
 * @module
 */
import { type Problem, quote } from "../errors.ts";
import type { BaselineSource } from "./gate-file.ts";
import { parseBaseline } from "./parse-baseline.ts";

/** How predictions are made in the job. */
export interface EvaluateSection {
  /** A program and its arguments: no shell reads them. */
  readonly command: readonly string[];
  /** The production model: a file, or a version in MLflow. */
  readonly baselineModel: Exclude<BaselineSource, { kind: "registry" }>;
  readonly timeoutMinutes: number;
}

/** The section as its author typed it. */
export interface WrittenEvaluate {
  readonly command: string | readonly string[];
  readonly "baseline-model": string;
  readonly "timeout-minutes"?: number;
}

/** JSON Schema of `evaluate`. */
export const EVALUATE_SCHEMA = {
  type: "object",
  additionalProperties: false,
  required: ["command", "baseline-model"],
  description: "Makes the predictions of candidate and baseline on the same rows, in this job.",
  properties: {
    command: {
      type: ["string", "array"],
      minLength: 1,
      minItems: 1,
      items: { type: "string" },
      description:
        "Program and arguments, run once a model without a shell; reads the variables ML_GATES_MODEL and ML_GATES_OUTPUT. Such as `python score.py`.",
    },
    "baseline-model": {
      type: "string",
      minLength: 1,
      description:
        "The production model: a path, `git:<ref>:<path>` or `mlflow:<model>@<alias>`, such as `models/production.json`.",
    },
    "timeout-minutes": {
      type: "number",
      exclusiveMinimum: 0,
      maximum: 1440,
      description: "Time limit for one model; 60 by default.",
    },
  },
} as const;

/** What only a shell would understand: a text with it would not do what it looks like. */
const SHELL = /[|&;<>()$`\\"'*?~#\n]|\[|\]|^\s*\w+=/;

/** What is wrong with the section, beside what its schema says. */
export function findEvaluateFaults(
  written: WrittenEvaluate,
  { artifact, baseline }: { readonly artifact: boolean; readonly baseline: boolean },
): readonly Pick<Problem, "message" | "remedy">[] {
  const { command, "baseline-model": model } = written;
  const parsed = parseBaseline(model);
  const shell = typeof command === "string" ? SHELL.exec(command) : null;
  return [
    shell === null
      ? []
      : {
          message: `The command ${quote(command)} holds ${quote(shell[0])}, which only a shell understands, and none runs it.`,
          remedy: 'Write it as a list, such as `[bash, -c, "…"]`.',
        },
    "kind" in parsed && parsed.kind !== "registry"
      ? []
      : {
          message: `The baseline's model is ${quote(model)}: wanted a path, \`git:<ref>:<path>\` or \`mlflow:<model>@<alias>\`.`,
          remedy: "Name the production model; the registry of this file keeps no models.",
        },
    artifact
      ? []
      : {
          message: "`evaluate` scores the candidate's model, and nothing says where that is.",
          remedy: "Add `artifact: <path>`.",
        },
    baseline
      ? {
          message: "The baseline's predictions are both read (`baseline`) and made (`evaluate`).",
          remedy: "Keep one of the two.",
        }
      : [],
  ].flat();
}

/** Defaults filled; null for what is not there, and for what {@link findEvaluateFaults} refuses. */
export function buildEvaluate(written: WrittenEvaluate | undefined): EvaluateSection | null {
  if (written === undefined) return null;
  const { command } = written;
  const baselineModel = parseBaseline(written["baseline-model"]);
  if (!("kind" in baselineModel) || baselineModel.kind === "registry") return null;
  return {
    command: typeof command === "string" ? command.trim().split(/\s+/) : command,
    baselineModel,
    timeoutMinutes: written["timeout-minutes"] ?? 60,
  };
}
