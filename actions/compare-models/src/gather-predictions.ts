/**
 * Pairs the candidate's predictions with the baseline's, in SQL, and measures.
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
  type PredictionsSection,
  type Problem,
} from "@ml-gates/gate";
import {
  chooseClasses,
  findColumnProblems,
  findPairingProblems,
  findPredictionsProblems,
  findValueProblems,
  type PredictionEvidence,
} from "@ml-gates/metrics";
import {
  describePairs,
  type PairedTable,
  type PredictionsTable,
  type PredictionsTexts,
  planKeyRange,
  planPairing,
  planPairs,
  planPredictionsFacts,
  planPredictionsTexts,
} from "@ml-gates/queries";
import { type ActionHost, fetchBaseline, openEngine, type ReadFile } from "@ml-gates/runner";
import { ask, queryMeasures } from "./query-measures.ts";

/** What the predictions say, with the origin the report states. */
export interface GatheredPredictions {
  readonly found: PredictionEvidence;
  /** The same candidate beside the pinned anchor; null when none is named. */
  readonly anchor: PredictionEvidence | null;
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
  section: MetricsSection,
): Promise<GatheredPredictions | null> {
  if (predictions === null || !isComputable(predictions.columns)) return null;
  const file = { ...gate, predictions };
  const baseline = await fetchNamed(host, file, predictions.baseline);
  const anchor = await fetchNamed(host, file, predictions.anchor);
  const engine = await openEngine(host, gate.engine);
  try {
    const { fold } = predictions.columns;
    const by = [...new Set([...section.checks.flatMap((check) => check.by), ...(fold ? [fold] : [])])];
    const candidate = { path: predictions.candidate, uri: predictions.candidate, version: null, origin: {} };
    const after = await openPredictions(engine, candidate, {
      columns: predictions.columns,
      by,
      labelled: true,
    });
    const asked = { engine, section, predictions, after };
    const found = await compareWith(asked, baseline);
    const pinned = anchor === null ? null : await compareWith(asked, anchor);
    return {
      found: found.evidence,
      anchor: pinned?.evidence ?? null,
      evidence: [
        describeOrigin("candidate-predictions", after),
        ...(found.before === null ? [] : [describeOrigin("baseline-predictions", found.before)]),
        ...(pinned?.before ? [describeOrigin("anchor-predictions", pinned.before)] : []),
      ],
    };
  } finally {
    engine.close();
  }
}

function isComputable({ label, prediction, score, scores }: PredictionColumns): boolean {
  return label !== null && (prediction !== null || score !== null || Boolean(scores));
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
  readonly texts: PredictionsTexts;
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
  const keys = await ask(engine, planKeyRange(predictions));
  refuse(findPredictionsProblems(uri, await ask(engine, planPredictionsFacts(predictions, keys))));
  const texts = await ask(engine, planPredictionsTexts(predictions));
  return { uri, version, digest: table.digest, rows: table.rows, predictions, texts, origin };
}

interface Asked {
  readonly engine: SqlEngine;
  readonly section: MetricsSection;
  readonly predictions: PredictionsSection;
  readonly after: OpenedPredictions;
}

type Fetched = Awaited<ReturnType<typeof fetchNamed>>;

/** Measures the candidate beside one other version of the model, or alone when that is not there. */
async function compareWith({ engine, section, predictions, after }: Asked, other: Fetched) {
  const { columns } = predictions;
  const pairable = other === null || "absent" in other ? null : other;
  const before = pairable && (await openPredictions(engine, pairable, { columns, by: [], labelled: false }));
  const paired = pairUp({ section, after, before });
  for (const sql of planPairs(paired)) await engine.query(sql);
  if (before !== null) {
    const rows = { candidate: after.rows, baseline: before.rows };
    refuse(findPairingProblems(await ask(engine, planPairing(rows)), keysOf(paired)));
  }
  const found = await queryMeasures(engine, { section, predictions, paired, rows: after.rows });
  const baseline = other !== null && "absent" in other ? other : before && ("paired" as const);
  const evidence: PredictionEvidence = { columns, classes: paired.vocabulary.classes, baseline, ...found };
  return { evidence, before };
}

function keysOf({ pair: { candidate, baseline } }: PairedTable) {
  const [own, other] = [candidate, baseline].map((file) =>
    file?.table.columns.find(({ name }) => name === file.columns.key),
  );
  return own && other ? { candidate: own, baseline: other } : null;
}

function pairUp({
  section,
  after,
  before,
}: Pick<Asked, "section" | "after"> & { readonly before: OpenedPredictions | null }): PairedTable {
  const { texts, predictions } = after;
  const classes = chooseClasses(
    { after: texts, before: before?.texts ?? null },
    { ...predictions, checks: section.checks },
  );
  if (classes !== null) {
    const { labels, decisions } = texts;
    const named = predictions.columns.scores ? classes : null;
    refuse(
      findValueProblems({
        labels,
        candidate: decisions,
        baseline: before?.texts.decisions ?? null,
        classes: named,
      }),
    );
  }
  const pair = { candidate: predictions, baseline: before?.predictions ?? null };
  return describePairs(pair, { classes, groups: texts.groups });
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new EvidenceError(problems);
}

function describeOrigin(role: string, { uri, digest, version, rows, origin }: OpenedPredictions): Evidence {
  return { role, uri, digest, version, rows, ...origin };
}
