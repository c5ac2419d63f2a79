/**
 * assess-fairness: stops a merge when the disparities between groups are beyond the stated limits.
 *
 * This file wires and decides nothing: parse, gather, judge; the boundary tells.
 *
 * @module
 */
import { judgeFairness, listColumns, planLimits, summarizeDisparities } from "@ml-gates/fairness";
import {
  type FairnessSection,
  type GateFile,
  InputError,
  type PredictionsSection,
  quote,
} from "@ml-gates/gate";
import { type Action, type ActionHost, type ActionResult, evaluateModels, readGate } from "@ml-gates/runner";
import { countPredictions } from "./count-predictions.ts";
import { INPUTS } from "./inputs.ts";

/** Are the disparities between groups within the stated limits? */
export const assessFairness: Action = { id: "assess-fairness", inconclusive: "warn", run };

async function run(host: ActionHost): Promise<ActionResult> {
  const gate = await readGate(host, INPUTS);
  const { fairness, predictions } = requireSections(gate.file);
  // Before the data are read: a wrong check is told at once.
  planLimits(fairness);
  await evaluateModels(host, gate.file);
  const { counts, evidence } = await countPredictions(host, {
    engine: gate.file.engine,
    predictions,
    by: listColumns(fairness),
    missing: fairness.missing,
  });
  const { findings, measurements } = judgeFairness(fairness, counts);
  return {
    inconclusive: gate.file.inconclusive,
    rules: gate.file,
    judgements: [
      {
        gate: { id: "assess-fairness", key: gate.file.model, mode: fairness.mode },
        summary: summarizeDisparities(findings),
        subject: gate.subject,
        policy: gate.policy,
        evidence: [evidence],
        findings,
        measurements,
      },
    ],
  };
}

/** The gate file's rules see to it that `fairness` comes with predictions, labels and decisions. */
function requireSections({ fairness, predictions }: GateFile): {
  readonly fairness: FairnessSection;
  readonly predictions: PredictionsSection;
} {
  if (fairness === null || predictions === null) {
    const message =
      "The gate file has no `fairness`, and no input stands for it: there is nothing to assess.";
    const remedy = "Add `fairness` with `by` and `checks`, or the inputs `by` and `checks`.";
    throw new InputError([{ message, remedy }]);
  }
  const { weight } = predictions.columns;
  if (weight === null) return { fairness, predictions };
  // An unweighted number in place of a weighted one would be a wrong number.
  const message = `The weight column ${quote(weight)} is named, but assess-fairness cannot weigh rows.`;
  const remedy = "Remove `weight` from `predictions.columns` to judge rows as they are.";
  throw new InputError([{ message, remedy }]);
}
