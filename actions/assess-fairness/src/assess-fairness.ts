/**
 * assess-fairness: stops a merge when the disparities between groups are beyond the stated limits.
 *
 * This file wires and decides nothing: parse, gather, judge; the boundary tells.
 *
 * @module
 */
import { judgeFairness, planLimits, summarizeDisparities } from "@ml-gates/fairness";
import { type FairnessSection, type GateFile, InputError } from "@ml-gates/gate";
import {
  type Action,
  type ActionHost,
  type ActionResult,
  evaluateModels,
  openEngine,
  readGate,
} from "@ml-gates/runner";
import { auditExplanations } from "./audit-explanations.ts";
import { type Assessment, gatherEvidence } from "./gather-evidence.ts";
import { INPUTS } from "./inputs.ts";

/** Are the disparities between groups within the stated limits? */
export const assessFairness: Action = { id: "assess-fairness", inconclusive: "warn", run };

async function run(host: ActionHost): Promise<ActionResult> {
  const gate = await readGate(host, INPUTS);
  const fairness = requireFairness(gate.file);
  // Before the data are read: a wrong check is told at once.
  const limits = planLimits(fairness);
  const file = await evaluateModels(host, gate.file);
  const { found, evidence, audit } = await gather(host, file, { fairness, limits });
  const { findings, measurements } = judgeFairness(fairness, found);
  const all = [...findings, ...audit.findings];
  return {
    inconclusive: gate.file.inconclusive,
    rules: gate.file,
    judgements: [
      {
        gate: { id: "assess-fairness", key: gate.file.model, mode: fairness.mode },
        summary: summarizeDisparities(all),
        subject: gate.subject,
        policy: gate.policy,
        evidence: [...evidence, ...audit.evidence],
        findings: all,
        measurements: { ...measurements, data: { ...measurements.data, ...audit.measured } },
      },
    ],
  };
}

async function gather(host: ActionHost, gate: GateFile, assessment: Assessment) {
  const engine = await openEngine(host, gate.engine);
  try {
    const surroundings = { host, gate, engine };
    const gathered = await gatherEvidence(surroundings, assessment);
    return { ...gathered, audit: await auditExplanations(surroundings, assessment.fairness) };
  } finally {
    engine.close();
  }
}

function requireFairness({ fairness }: GateFile): FairnessSection {
  if (fairness !== null) return fairness;
  const message = "The gate file has no `fairness`, and no input stands for it: there is nothing to assess.";
  const remedy = "Add `fairness` with `by` and `checks`, or the inputs `by` and `checks`.";
  throw new InputError([{ message, remedy }]);
}
