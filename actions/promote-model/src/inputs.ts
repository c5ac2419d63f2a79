/**
 * The inputs of promote-model: which of them stand for keys of the gate file, and the rest as typed values.
 *
 * @module
 */
import { InputError, nearestWord, type Problem, quote } from "@ml-gates/gate";
import type { Promotion } from "@ml-gates/registries";
import type { InputOverlay } from "@ml-gates/runner";

/** `config`, `report-dir` and `token` are read by the host. */
export const INPUTS: InputOverlay = {
  model: { path: ["artifact"], as: "text" },
  registry: { path: ["registry"], as: "yaml" },
  inconclusive: { path: ["inconclusive"], as: "text" },
};

const OPERATIONS = ["resolve", "register", "promote"] as const;

/** What the step was asked to do. */
export interface Inputs {
  readonly operation: (typeof OPERATIONS)[number];
  /** Null: the version with the model's own digest. */
  readonly version: string | null;
  /** Where the alias must point before it moves; null: at the version the gates compared with. */
  readonly from: Promotion["expect"] | null;
  /** Null: the alias of the gate file's registry. */
  readonly to: string | null;
  readonly reports: string;
  readonly evidenceDigest: string | null;
}

/**
 * Parses what does not stand for a key of the gate file.
 *
 * @throws InputError with every problem at once.
 */
export function parseInputs(inputs: Readonly<Record<string, string>>): Inputs {
  const text = (name: string): string => (inputs[name] ?? "").trim();
  const problems = RULES.flatMap((rule) => rule(text) ?? []);
  if (problems.length > 0) throw new InputError(problems);
  return {
    operation: OPERATIONS.find((each) => each === text("operation")) ?? "resolve",
    version: text("version") || null,
    from: parseFrom(text("from")),
    to: text("to") || null,
    reports: text("reports") || "ml-gates-report/*.json",
    evidenceDigest: text("evidence-digest") || null,
  };
}

function parseFrom(from: string): Inputs["from"] {
  if (from === "") return null;
  if (from === "any") return "any";
  return { version: from === "none" ? null : from };
}

type Rule = (text: (name: string) => string) => Problem | null;

const NUMBER = /^[1-9][0-9]{0,8}$/;

const RULES: readonly Rule[] = [
  (text) => {
    const operation = text("operation");
    if (OPERATIONS.some((each) => each === operation)) return null;
    const near = nearestWord(operation, OPERATIONS);
    return {
      message: `operation is ${quote(operation)}: wanted one of ${OPERATIONS.join(", ")}.`,
      remedy: near === null ? "Choose one of these words." : `Did you mean \`${near}\`?`,
    };
  },
  (text) => {
    const version = text("version");
    if (version === "" || NUMBER.test(version)) return null;
    return {
      message: `version is ${quote(version)}: wanted the number of a registered version.`,
      remedy: "Pass the output `version` of the step that registered the model, or leave it out.",
    };
  },
  (text) => {
    const from = text("from");
    if (["", "any", "none"].includes(from) || NUMBER.test(from)) return null;
    return {
      message: `from is ${quote(from)}: wanted a version's number, \`none\` or \`any\`.`,
      remedy: "Leave it out to expect the version that the gates compared with.",
    };
  },
  (text) => {
    const digest = text("evidence-digest");
    if (digest === "" && text("operation") === "promote") {
      return {
        message:
          "evidence-digest is empty: a promotion is anchored to the reports that the gate job vouched for.",
        remedy: `Pass the gate job's output: \`evidence-digest: ${EXPRESSION}\`.`,
      };
    }
    if (digest === "" || /^sha256:[0-9a-f]{64}$/.test(digest)) return null;
    return {
      message: `evidence-digest is ${quote(digest)}: wanted \`sha256:\` and 64 hexadecimal digits.`,
      remedy: `Pass the gate job's output as it is: \`evidence-digest: ${EXPRESSION}\`.`,
    };
  },
];

/** In two parts, because this is text for a person and no template of ours. */
const EXPRESSION = ["$", "{{ needs.gates.outputs.evidence-digest }}"].join("");
