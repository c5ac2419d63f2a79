/**
 * Opens the predictions and counts labels and decisions by group, in SQL.
 *
 * @module
 */
import { findAbsentColumns, findCountsProblems } from "@ml-gates/fairness";
import {
  type EngineSettings,
  type Evidence,
  EvidenceError,
  type FairnessSection,
  type PredictionsSection,
  type Problem,
} from "@ml-gates/gate";
import { type CountsByGroup, planCountsByGroup } from "@ml-gates/queries";
import { type ActionHost, openEngine } from "@ml-gates/runner";

/** Which predictions are counted, and how. */
export interface WantedCounts extends Pick<FairnessSection, "by" | "missing"> {
  readonly engine: EngineSettings;
  readonly predictions: PredictionsSection;
}

/** The counts, with the origin the report states. */
export interface CountedPredictions {
  readonly counts: CountsByGroup;
  readonly evidence: Evidence;
}

/** @throws EvidenceError when the file cannot be read, lacks a column, or holds rows that cannot be counted. */
export async function countPredictions(
  host: ActionHost,
  { engine: settings, predictions, by, missing }: WantedCounts,
): Promise<CountedPredictions> {
  const { candidate: uri, columns } = predictions;
  const engine = await openEngine(host, settings);
  try {
    const table = await engine.open({ path: uri });
    const opened = { table, columns, by };
    refuse(findAbsentColumns(uri, opened));
    const plan = planCountsByGroup(opened);
    const counts = plan.read(await engine.query(plan.sql));
    refuse(findCountsProblems({ uri, columns, counts }, { missing }));
    const { digest, rows } = table;
    return { counts, evidence: { role: "predictions", uri, digest, version: null, rows } };
  } finally {
    engine.close();
  }
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new EvidenceError(problems);
}
