/**
 * The production model's predictions of the same rows, or why there are none yet.
 *
 * @module
 */
import type { SqlEngine } from "@ml-gates/engines";
import { findAbsentColumns, findPairProblems } from "@ml-gates/fairness";
import { type Evidence, EvidenceError, type GateFile, type Problem } from "@ml-gates/gate";
import {
  type GroupedPredictions,
  type PredictionsTable,
  planFilePairing,
  planKeyRange,
  planPredictionsFacts,
  type QueryPlan,
} from "@ml-gates/queries";
import { type ActionHost, fetchBaseline } from "@ml-gates/runner";

/** The candidate, and where to look for the baseline. */
export interface WantedBaseline {
  readonly host: ActionHost;
  readonly engine: SqlEngine;
  readonly gate: GateFile;
  readonly candidate: { readonly uri: string; readonly predictions: GroupedPredictions };
}

/** The baseline's table, or the reason for its absence. */
export interface GatheredBaseline {
  readonly predictions: PredictionsTable | null;
  readonly absent: string | null;
  readonly evidence: readonly Evidence[];
}

/** @throws EvidenceError when the rows of both files are not the same. */
export async function gatherBaseline({
  host,
  engine,
  gate,
  candidate,
}: WantedBaseline): Promise<GatheredBaseline> {
  const source = gate.predictions?.baseline ?? null;
  if (source === null) return { predictions: null, absent: "no `baseline` is named", evidence: [] };
  const fetched = await fetchBaseline(host, gate, { source, which: "predictions" });
  if ("absent" in fetched) return { predictions: null, absent: fetched.absent, evidence: [] };
  const { uri, path, version } = fetched;
  const table = await engine.open({ path });
  const own = { ...candidate.predictions, by: [] };
  // The baseline may lack labels, weights and groups: the candidate's are those of the same rows.
  const columns = { ...own.columns, label: labelIn(table, own.columns.label), weight: null };
  const predictions = { table, columns, by: [] };
  refuse(findAbsentColumns(uri, { ...predictions, intersections: [], control: [], bins: {} }));
  const keyless = [candidate.uri, uri].filter(
    (_, index) => ![own.table, table][index]?.columns.some(({ name }) => name === columns.key),
  );
  refuse(
    keyless.map((name) => ({
      message: `${name} has no key column ${columns.key}: rows of both models cannot be paired.`,
      remedy: "Write the key of every row, or correct `columns`.",
    })),
  );
  const tell = async (file: PredictionsTable) =>
    await ask(engine, planPredictionsFacts(file, await ask(engine, planKeyRange(file))));
  const files = [
    { uri: candidate.uri, facts: await tell(own) },
    { uri, facts: await tell(predictions) },
  ];
  refuse(findPairProblems(files, await ask(engine, planFilePairing(own, predictions))));
  return {
    predictions,
    absent: null,
    evidence: [{ role: "baseline-predictions", uri, digest: table.digest, version, rows: table.rows }],
  };
}

function labelIn({ columns }: PredictionsTable["table"], label: string | null): string | null {
  return columns.some(({ name }) => name === label) ? label : null;
}

async function ask<Facts>(engine: SqlEngine, { sql, read }: QueryPlan<Facts>): Promise<Facts> {
  return read(await engine.query(sql));
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new EvidenceError(problems);
}
