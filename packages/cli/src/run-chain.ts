/**
 * The umbrella: every judging gate of the gate file, then one report. It never promotes and never touches traffic.
 *
 * @module
 */
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { type GateFile, InputError, quote } from "@ml-gates/gate";
import {
  type Action,
  type ActionHost,
  type ActionRun,
  type Gate,
  performAction,
  readGate,
  resolvePath,
  runAction,
  tell,
} from "@ml-gates/runner";
import { loadAction } from "./actions.ts";

/** The judging gates, in the order a reader wants them, and when the gate file asks for each. */
const GATES: readonly (readonly [id: string, asked: (file: GateFile) => boolean])[] = [
  ["validate-data", ({ data }) => data.length > 0],
  ["detect-drift", ({ drift }) => drift !== null],
  ["compare-models", ({ metrics }) => metrics !== null],
  ["assess-fairness", ({ fairness }) => fairness !== null],
];

const OVERLAY = {
  engine: { path: ["engine"], as: "yaml" },
  inconclusive: { path: ["inconclusive"], as: "text" },
} as const;

/** Runs the gates, then publishes their reports. Never throws. */
export async function runChain(host: ActionHost): Promise<ActionRun> {
  await removeEarlier(host);
  const plan: { made: Plan | null } = { made: null };
  const planning: Action = {
    id: "ml-gates",
    inconclusive: "warn",
    async run() {
      plan.made = planGates(await readGate(host, OVERLAY), host.inputs["gates"] ?? "");
      return { judgements: [] };
    },
  };
  const failed = await performAction(planning, host);
  if (plan.made === null) return tell(host, failed);
  const { asked, proposes } = plan.made;
  const paths = await runGates(host, asked);
  const proposed = proposes ? await runGates(underOwnRules(host), asked) : [];
  return publish(host, { asked, paths, proposed });
}

/** Which gates to run, and whether the change proposes other rules than its base has. */
interface Plan {
  readonly asked: readonly string[];
  readonly proposes: boolean;
}

/** Reports of an earlier run in the same folder would be taken for this one's. */
async function removeEarlier(host: ActionHost): Promise<void> {
  const folder = resolvePath(host, host.inputs["report-dir"] || "ml-gates-report");
  const written = new RegExp(`^(?:ml-gates|${GATES.map(([id]) => id).join("|")})(?:\\.[\\w-]+)?\\.json$`);
  for (const name of await readdir(folder).catch(() => [])) {
    if (written.test(name)) await rm(join(folder, name)).catch(() => undefined);
  }
}

/** Gates run one after the other: each takes the engine's whole memory. */
async function runGates(host: ActionHost, asked: readonly string[]): Promise<readonly string[]> {
  const paths: string[] = [];
  for (const id of asked) {
    const { paths: written } = await performAction(await loadAction(id), {
      ...host,
      inputs: inputsFor(host),
    });
    paths.push(...written);
  }
  return paths;
}

function inputsFor({ inputs }: ActionHost): ActionHost["inputs"] {
  const kept = ["config", "report-dir", "token", "engine", "inconclusive"];
  return Object.fromEntries(Object.entries(inputs).filter(([name]) => kept.includes(name)));
}

/** The same host, judging by the rules the change proposes; the reports lie apart. */
function underOwnRules(host: ActionHost): ActionHost {
  const folder = `${host.inputs["report-dir"] || "ml-gates-report"}/proposed`;
  return { ...host, run: { ...host.run, proposed: true }, inputs: { ...host.inputs, "report-dir": folder } };
}

/** Paths of reports, and the gates that must have left one. */
interface Published {
  readonly asked: readonly string[];
  readonly paths: readonly string[];
  readonly proposed: readonly string[];
}

async function publish(host: ActionHost, { asked, paths, proposed }: Published): Promise<ActionRun> {
  const inputs = {
    ...inputsFor(host),
    reports: paths.join("\n"),
    proposed: proposed.join("\n"),
    expect: asked.join(", "),
    comment: host.inputs["comment"] ?? "",
  };
  return runAction(await loadAction("publish-report"), { ...host, inputs });
}

/** @throws InputError when `gates` names what is none, or what the gate file has no section for. */
function planGates({ file, policy }: Gate, wanted: string): Plan {
  const present = GATES.filter(([, isAsked]) => isAsked(file)).map(([id]) => id);
  const names = wanted.split(/[\s,]+/).filter((name) => name !== "");
  const unknown = names.filter((name) => !present.includes(name));
  const asked = names.length === 0 ? present : present.filter((id) => names.includes(id));
  if (unknown.length === 0) return { asked, proposes: policy.proposedDigest !== null };
  throw new InputError(
    unknown.map((name) => ({
      message: `The input gates names ${quote(name)}, for which the gate file has no section; it has ${present.join(", ")}.`,
      remedy: "Correct the name, or add the section.",
    })),
  );
}
