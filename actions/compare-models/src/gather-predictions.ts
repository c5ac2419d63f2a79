/**
 * Pairs the candidate's predictions with the baseline's, in SQL, and counts.
 *
 * @module
 */
import type { SqlEngine } from "@ml-gates/engines";
import {
  type BaselineSource,
  type Evidence,
  EvidenceError,
  type EvidenceOrigin,
  type GateFile,
  type MetricsSection,
  type PredictionColumns,
  type Problem,
} from "@ml-gates/gate";
import {
  findColumnProblems,
  findPairingProblems,
  findPredictionsProblems,
  findValueProblems,
  type PredictionEvidence,
} from "@ml-gates/metrics";
import {
  type PredictionsPair,
  type PredictionsTable,
  planDecisionCounts,
  planDecisionValues,
  planPairing,
  planPredictionsFacts,
  planScoredRows,
  type QueryPlan,
} from "@ml-gates/queries";
import { type ActionHost, fetchBaseline, openEngine, type ReadFile } from "@ml-gates/runner";

/** What the predictions say, with the origin the report states. */
export interface GatheredPredictions {
  readonly found: PredictionEvidence;
  readonly evidence: readonly Evidence[];
}

/**
 * Null when the gate file names no predictions, or no columns that a metric can be computed from.
 *
 * @throws EvidenceError with counts when the rows of the files cannot be paired one to one.
 */
export async function gatherPredictions(
  host: ActionHost,
  { predictions, ...gate }: GateFile,
  { checks }: MetricsSection,
): Promise<GatheredPredictions | null> {
  if (predictions === null || !isComputable(predictions.columns)) return null;
  const by = [...new Set(checks.flatMap((check) => check.by))];
  const { columns } = predictions;
  const baseline = await fetchNamed(host, { ...gate, predictions }, predictions.baseline);
  const engine = await openEngine(host, gate.engine);
  try {
    const candidate = { path: predictions.candidate, uri: predictions.candidate, version: null, origin: {} };
    const after = await openPredictions(engine, candidate, { columns, by, labelled: true });
    const pairable = baseline === null || "absent" in baseline ? null : baseline;
    const before =
      pairable && (await openPredictions(engine, pairable, { columns, by: [], labelled: false }));
    const state = baseline !== null && "absent" in baseline ? baseline : before && "paired";
    return {
      found: { columns, by, baseline: state, ...(await queryPair(engine, after, before)) },
      evidence: [
        describeOrigin("candidate-predictions", after),
        ...(before === null ? [] : [describeOrigin("baseline-predictions", before)]),
      ],
    };
  } finally {
    engine.close();
  }
}

function isComputable({ label, prediction, score }: PredictionColumns): boolean {
  return label !== null && (prediction !== null || score !== null);
}

async function fetchNamed(host: ActionHost, gate: GateFile, source: BaselineSource | null) {
  return source === null ? null : await fetchBaseline(host, gate, { source, which: "predictions" });
}

interface OpenedPredictions {
  readonly uri: string;
  readonly version: string | null;
  readonly digest: string;
  readonly rows: number;
  readonly predictions: PredictionsTable;
  readonly origin: EvidenceOrigin;
}

async function openPredictions(
  engine: SqlEngine,
  { path, uri, version, origin }: Omit<ReadFile, "digest">,
  meaning: Pick<PredictionsTable, "columns" | "by"> & { readonly labelled: boolean },
): Promise<OpenedPredictions> {
  const table = await engine.open({ path });
  const predictions = { table, ...meaning };
  // The baseline may lack labels: the candidate's are those of the same rows.
  refuse(findColumnProblems({ uri, predictions }, { ...meaning, rows: table.rows }));
  refuse(findPredictionsProblems(uri, await ask(engine, planPredictionsFacts(predictions))));
  return { uri, version, digest: table.digest, rows: table.rows, predictions, origin };
}

async function queryPair(
  engine: SqlEngine,
  after: OpenedPredictions,
  before: OpenedPredictions | null,
): Promise<Pick<PredictionEvidence, "decisions" | "scores">> {
  const pair: PredictionsPair = { candidate: after.predictions, baseline: before?.predictions ?? null };
  if (pair.baseline !== null) {
    refuse(findPairingProblems(await ask(engine, planPairing(pair.candidate, pair.baseline))));
  }
  const { prediction, score } = pair.candidate.columns;
  if (prediction !== null) {
    refuse(findValueProblems(after.rows, await ask(engine, planDecisionValues(pair))));
  }
  return {
    decisions: prediction === null ? null : await ask(engine, planDecisionCounts(pair)),
    scores: score === null ? null : await ask(engine, planScoredRows(pair)),
  };
}

async function ask<Facts>(engine: SqlEngine, { sql, read }: QueryPlan<Facts>): Promise<Facts> {
  return read(await engine.query(sql));
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new EvidenceError(problems);
}

function describeOrigin(role: string, { uri, digest, version, rows, origin }: OpenedPredictions): Evidence {
  return { role, uri, digest, version, rows, ...origin };
}
