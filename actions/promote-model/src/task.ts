/**
 * One step's work, and how any operation tells what it did.
 *
 * @module
 */
import {
  type Evidence,
  type Finding,
  type InconclusivePolicy,
  InputError,
  type JsonValue,
} from "@ml-gates/gate";
import { hashModel, type RegisteredVersion, type Registry } from "@ml-gates/registries";
import type { ActionHost, ActionResult, Gate } from "@ml-gates/runner";
import type { Inputs } from "./inputs.ts";

/** The action's folder name, and the gate id of its reports. */
export const ACTION_ID = "promote-model";

/** Everything parsed, nothing done yet. */
export interface Task {
  readonly host: ActionHost;
  readonly inputs: Inputs;
  readonly gate: Gate;
  readonly registry: Registry;
  /** The model's name in the registry. */
  readonly model: string;
  readonly alias: string;
}

/** The model's own bytes: where they are, and what they hash to. */
export interface ModelBytes {
  readonly path: string;
  readonly digest: string;
}

/**
 * Hashes the model at hand.
 *
 * @throws InputError when nothing says where it is; EvidenceError when it is not there.
 */
export async function readModel({ host, gate }: Task): Promise<ModelBytes> {
  const path = gate.file.artifact;
  if (path !== null) return { path, digest: await hashModel(host.directory, path) };
  const message =
    "Neither the input `model` nor the gate file's key `artifact` says where the model's bytes are.";
  const remedy = "Add `artifact: <path>` to the gate file, such as `artifact: out/model.json`.";
  throw new InputError([{ message, remedy }]);
}

/** What an operation came to. */
export interface Outcome {
  readonly summary: string;
  readonly findings: readonly Finding[];
  readonly version: RegisteredVersion | null;
  /** Whether this step wrote to the registry. */
  readonly changed: boolean;
  /** The ledger line of the pointer's move. */
  readonly sequence?: number | null;
  readonly evidence?: readonly Evidence[];
  readonly inconclusive?: InconclusivePolicy;
  /** What happened, for `measurements`. */
  readonly data: Readonly<Record<string, JsonValue>>;
}

/** One judgement and the action's own outputs. */
export function tellOutcome({ gate, inputs, model, alias }: Task, outcome: Outcome): ActionResult {
  const { summary, findings, version, changed, sequence = null, evidence = [] } = outcome;
  const subject = {
    ...gate.subject,
    model,
    version: version?.version ?? null,
    digest: version?.digest ?? null,
  };
  const data = { operation: inputs.operation, model, alias, changed, sequence, ...outcome.data };
  return {
    judgements: [
      {
        gate: { id: ACTION_ID, key: null, mode: null },
        summary,
        subject,
        policy: gate.policy,
        evidence,
        findings,
        measurements: { schema: "promotion/1", data },
      },
    ],
    inconclusive: outcome.inconclusive ?? null,
    outputs: {
      version: subject.version ?? "",
      digest: subject.digest ?? "",
      changed: String(changed),
      sequence: String(sequence ?? ""),
    },
  };
}
