/**
 * detect-drift: has the data, the label or the prediction moved away from the reference?
 *
 * This file wires and decides nothing: parse, gather, judge; the boundary tells.
 *
 * @module
 */
import { judgeDrift, judgePeer, summarizeDrift } from "@ml-gates/drift";
import { type DriftSection, type GateFile, InputError } from "@ml-gates/gate";
import { type Action, type ActionHost, type ActionResult, openEngine, readGate } from "@ml-gates/runner";
import { type ComparedSection, compareTables } from "./compare-tables.ts";
import { INPUTS } from "./inputs.ts";

/** Has the current data moved away from the reference? */
export const detectDrift: Action = { id: "detect-drift", inconclusive: "warn", run };

async function run(host: ActionHost): Promise<ActionResult> {
  const gate = await readGate(host, INPUTS);
  const section = requireSection(gate.file);
  const engine = await openEngine(host, gate.file.engine);
  try {
    const compared = await compareTables(engine, section as ComparedSection);
    const { findings, measurements } =
      section.compat !== null && compared.peer !== null
        ? judgePeer(section.compat, compared.peer, section)
        : judgeDrift(section, compared.unplanned, compared.counted);
    return {
      inconclusive: gate.file.inconclusive,
      judgements: [
        {
          gate: { id: "detect-drift", key: gate.file.model, mode: "screen" },
          summary: summarizeDrift(findings),
          subject: gate.subject,
          policy: gate.policy,
          evidence: compared.evidence,
          findings,
          measurements,
        },
      ],
    };
  } finally {
    engine.close();
  }
}

function requireSection({ drift }: GateFile): DriftSection {
  if (drift !== null) return drift;
  const message = "The gate file has no `drift`, and no input stands for it: there is nothing to compare.";
  const remedy = "Add `drift` with `reference` and `current`, or the inputs of these names.";
  throw new InputError([{ message, remedy }]);
}
