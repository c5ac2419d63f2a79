/**
 * Opens served predictions and their labels and judges performance over time, concept drift and estimates.
 *
 * @module
 */
import {
  estimateBinary,
  estimateMulticlass,
  findMistypedColumns,
  findServedProblems,
  findUnknownNames,
  type JudgedWindows,
  judgeConcept,
  judgeEstimates,
  judgeWindows,
  measureConcept,
} from "@ml-gates/drift";
import type { OpenedTable, SqlEngine } from "@ml-gates/engines";
import {
  type Evidence,
  EvidenceError,
  type Finding,
  type PerformanceSection,
  type Problem,
} from "@ml-gates/gate";
import {
  planClassScores,
  planErrorsByStratum,
  planScores,
  planServedFacts,
  planWindowSteps,
  type QueryPlan,
  type ServedTables,
} from "@ml-gates/queries";
import type { JudgedPart } from "./compare-features.ts";

interface Opened {
  readonly served: ServedTables;
  readonly reference: ServedTables | null;
  readonly evidence: readonly Evidence[];
}

/** @throws EvidenceError when a file cannot be read, lacks a column, or its rows cannot be told apart. */
export async function judgePerformance(
  engine: SqlEngine,
  section: PerformanceSection,
): Promise<JudgedPart & Pick<JudgedWindows, "windows">> {
  const { served, reference, evidence } = await openServed(engine, section);
  const ask = async <Answer>(plan: QueryPlan<Answer>) => plan.read(await engine.query(plan.sql));
  refuse([
    ...findServedProblems(section, { path: section.predictions, facts: await ask(planServedFacts(served)) }),
    ...(reference === null || section.reference === null
      ? []
      : findServedProblems(section, {
          path: section.reference,
          facts: await ask(planServedFacts(reference)),
        })),
  ]);
  const over =
    section.objectives.length === 0
      ? { findings: [], windows: [] }
      : judgeWindows(section, await ask(planWindowSteps(served, section)));
  const findings: Finding[] = [...over.findings];
  if (reference !== null) {
    const hasLabels = served.labels !== null || hasColumn(served, section.columns.label);
    if (hasLabels) findings.push(await judgeChange(ask, { section, served, reference }));
    if (section.estimate) findings.push(...(await estimate(ask, { section, served, reference })));
  }
  return { findings, evidence, windows: over.windows };
}

type Ask = <Answer>(plan: QueryPlan<Answer>) => Promise<Answer>;

interface Periods {
  readonly section: PerformanceSection;
  readonly served: ServedTables;
  readonly reference: ServedTables;
}

/** Strata are the tenths of the reference's scores, or the decisions where there are no scores. */
async function judgeChange(ask: Ask, { section, served, reference }: Periods): Promise<Finding> {
  const scores = section.columns.score === null ? null : await ask(planScores(reference, "labelled"));
  const edges = scores === null ? null : tenths(scores);
  const before = await ask(planErrorsByStratum(reference, edges));
  return judgeConcept(section, measureConcept(before, await ask(planErrorsByStratum(served, edges))));
}

function tenths(scores: readonly { readonly score: number; readonly rows: number }[]): readonly number[] {
  const total = scores.reduce((sum, { rows }) => sum + rows, 0);
  const edges = new Set<number>();
  let seen = 0;
  for (const { score, rows } of scores) {
    const before = Math.floor((seen * 10) / total);
    seen += rows;
    if (Math.floor((seen * 10) / total) > before && seen < total) edges.add(score);
  }
  return [...edges];
}

async function estimate(ask: Ask, { section, served, reference }: Periods): Promise<readonly Finding[]> {
  const { scores } = section.columns;
  if (scores === null) {
    const labelled = await ask(planScores(reference, "labelled"));
    return judgeEstimates(estimateBinary(labelled, await ask(planScores(served, "all"))));
  }
  const classes = Object.keys(scores);
  const columns = Object.values(scores);
  const labelled = await ask(planClassScores(reference, columns));
  return judgeEstimates(estimateMulticlass(labelled, await ask(planClassScores(served, columns)), classes));
}

async function openServed(engine: SqlEngine, section: PerformanceSection): Promise<Opened> {
  const { columns } = section;
  const open = async (role: string, uri: string) => {
    const table = await engine.open({ path: uri });
    const evidence: Evidence = { role, uri, digest: table.digest, version: null, rows: table.rows };
    return { table, evidence };
  };
  const predictions = await open("predictions", section.predictions);
  const labels = section.labels === null ? null : await open("labels", section.labels);
  const reference =
    section.reference === null ? null : await open("reference-predictions", section.reference);
  const scores = [...(columns.score === null ? [] : [columns.score]), ...Object.values(columns.scores ?? {})];
  const decided = [columns.key, columns.prediction, ...scores];
  const needsLabel = section.labels === null && section.objectives.length > 0 ? [columns.label] : [];
  const unknown = (names: readonly string[], table: OpenedTable | undefined) =>
    table === undefined ? [] : findUnknownNames(names, [table]);
  refuse([
    ...unknown(
      [...decided, ...needsLabel, ...(columns.time === null ? [] : [columns.time])],
      predictions.table,
    ),
    ...findMistypedColumns(columns.time === null ? [] : [columns.time], predictions.table, "datetime"),
    ...[predictions, ...(reference === null ? [] : [reference])].flatMap(({ table }) =>
      findMistypedColumns(scores, table, "numeric"),
    ),
    ...unknown([columns.key, columns.label], labels?.table),
    ...unknown([...decided, columns.label], reference?.table),
  ]);
  return {
    served: { predictions: predictions.table, labels: labels?.table ?? null, columns },
    reference:
      reference === null
        ? null
        : { predictions: reference.table, labels: null, columns: { ...columns, time: null } },
    evidence: [predictions, labels, reference].flatMap((each) => each?.evidence ?? []),
  };
}

function hasColumn({ predictions }: ServedTables, name: string): boolean {
  return predictions.columns.some((column) => column.name === name);
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new EvidenceError(problems);
}
