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
  type Problem,
} from "@ml-gates/gate";
import { type Action, type ActionHost, type ActionResult, readGate } from "@ml-gates/runner";
import { countPredictions } from "./count-predictions.ts";
import { INPUTS } from "./inputs.ts";

/** Are the disparities between groups within the stated limits? */
export const assessFairness: Action = { id: "assess-fairness", inconclusive: "warn", run };

async function run(host: ActionHost): Promise<ActionResult> {
  const gate = await readGate(host, INPUTS);
  const { fairness, predictions } = requireSections(gate.file);
  // Before the data are read: a wrong check is told at once.
  planLimits(fairness);
  const { counts, evidence } = await countPredictions(host, {
    engine: gate.file.engine,
    predictions,
    by: listColumns(fairness),
    missing: fairness.missing,
  });
  const { findings, measurements } = judgeFairness(fairness, counts);
  return {
    inconclusive: gate.file.inconclusive,
    judgements: [
      {
        gate: { id: "assess-fairness", key: null, mode: fairness.mode },
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

function requireSections({ fairness, predictions }: GateFile): {
  readonly fairness: FairnessSection;
  readonly predictions: PredictionsSection;
} {
  const columns = predictions?.columns;
  const problems = [
    ...(fairness === null ? [lacks("no `fairness`", "Add `fairness` with `by` and `checks`")] : []),
    ...(predictions === null
      ? [lacks("no `predictions`", "Add `predictions` with `candidate` and `columns`")]
      : []),
    ...(columns?.label === null ? [lacks("no `label` column", "Name it under `predictions.columns`")] : []),
    ...(columns?.prediction === null
      ? [
          lacks(
            "a `prediction` column",
            "Name it under `predictions.columns`: decisions are judged, not scores",
          ),
        ]
      : []),
    ...(columns?.weight ? [describeWeight(columns.weight)] : []),
  ];
  if (problems.length > 0 || fairness === null || predictions === null) throw new InputError(problems);
  return { fairness, predictions };
}

function lacks(what: string, remedy: string): Problem {
  return {
    message: `There is nothing to assess: the gate file has ${what}.`,
    remedy: `${remedy}, or give the inputs.`,
  };
}

/** An unweighted number in place of a weighted one would be a wrong number. */
function describeWeight(column: string): Problem {
  return {
    message: `The gate file names the weight column \`${column}\`, but assess-fairness cannot weigh rows.`,
    remedy: "Remove `weight` from `predictions.columns` to judge rows as they are.",
  };
}
