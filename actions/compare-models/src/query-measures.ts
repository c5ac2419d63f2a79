/**
 * Asks the engine for everything the paired rows can give.
 *
 * @module
 */
import { setTimeout } from "node:timers/promises";
import type { SqlEngine } from "@ml-gates/engines";
import { digestOf, type MetricsSection, type PredictionsSection } from "@ml-gates/gate";
import {
  drawCurves,
  type ModelCurves,
  type PredictionEvidence,
  planMeasures,
  type RankPlan,
  ranksDecide,
} from "@ml-gates/metrics";
import {
  addClusters,
  type DecisionCounts,
  type Loss,
  type LossSums,
  type PairedTable,
  planClusterProducts,
  planDecisionCounts,
  planFlippedRows,
  planLossShift,
  planLossSums,
  planRankingSums,
  planRankSums,
  planScoreBins,
  planScoreRanges,
  planTogether,
  type QueryPlan,
  type RankAsk,
  type ScoreRanges,
  type ScoreSteps,
} from "@ml-gates/queries";

/** Above this many rows ranks come from binned scores, as long as that decides nothing. */
const MOST_EXACT = 1_000_000;
const BINNED: ScoreSteps = { kind: "binned", bins: 1 << 12 };
const NOTHING: QueryPlan<null> = { sql: "SELECT NULL", read: () => null };
const EXACT: ScoreSteps = { kind: "exact" };
/** Rows shown as examples, lost and gained each. */
const MOST_EXAMPLES = 20;

/** Runs one plan. */
export async function ask<Facts>(engine: SqlEngine, { sql, read }: QueryPlan<Facts>): Promise<Facts> {
  return read(await engine.query(sql));
}

/** What is asked, and of how many rows. */
export interface MeasuresAsk {
  readonly section: MetricsSection;
  readonly predictions: PredictionsSection;
  readonly paired: PairedTable;
  readonly rows: number;
}

type Found = Omit<PredictionEvidence, "columns" | "classes" | "baseline">;

/** Everything but the origin of the rows. The table `pairs` must be there. */
export async function queryMeasures(engine: SqlEngine, asked: MeasuresAsk): Promise<Found> {
  const { paired, section, predictions, rows } = asked;
  const plan = planMeasures(predictions.columns, paired.vocabulary.classes, section.checks);
  const both = paired.pair.baseline !== null;
  const scored = { plans: plan.ranks, ranges: await queryRanges(engine, paired, plan.ranks) };
  const coarse = rows > MOST_EXACT && !predictions.columns.scores;
  const scores = await queryColumns(engine, asked, { ...scored, steps: coarse ? BINNED : EXACT });
  const shifts = await queryEach(plan.losses, (loss) => ask(engine, planLossShift(paired, loss)));
  const isBinary = plan.ranks[0]?.tasks === "binary";
  const [ranks, counted] = await Promise.all([
    rankMeanwhile(scores),
    ask(
      engine,
      planTogether({
        losses: planTogether(planLosses(paired, plan.losses, shifts)),
        decisions: plan.decisions ? planDecisionCounts(paired) : NOTHING,
        candidate: isBinary ? planCurves(paired, scored.ranges, "candidate") : NOTHING,
        baseline: isBinary && both ? planCurves(paired, scored.ranges, "baseline") : NOTHING,
      }),
    ),
  ]);
  const { candidate, baseline } = counted;
  const found: Found = {
    ranks,
    losses: counted.losses,
    decisions: counted.decisions && (await countClusters(engine, paired, counted.decisions)),
    curves: candidate && { candidate, baseline },
    rankings: await queryEach(plan.rankings, (metric) => ask(engine, planRankingSums(paired, metric))),
    examples: plan.decisions && both ? await queryExamples(engine, asked) : [],
  };
  const { columns } = predictions;
  const evidence = {
    columns,
    classes: paired.vocabulary.classes,
    baseline: both ? ("paired" as const) : null,
    ...found,
  };
  if (!coarse || !ranksDecide(section, evidence)) return found;
  return { ...found, ranks: readRanks(await queryColumns(engine, asked, { ...scored, steps: EXACT })) };
}

async function queryEach<Asked, Answer>(
  named: Readonly<Record<string, Asked>>,
  query: (asked: Asked) => Promise<Answer>,
): Promise<Readonly<Record<string, Answer>>> {
  const answers: [string, Answer][] = [];
  for (const [name, asked] of Object.entries(named)) answers.push([name, await query(asked)]);
  return Object.fromEntries(answers);
}

async function countClusters(engine: SqlEngine, paired: PairedTable, counts: readonly DecisionCounts[]) {
  if (!paired.pair.candidate.columns.cluster) return counts;
  return addClusters(counts, await ask(engine, planClusterProducts(paired)));
}

async function queryRanges(
  engine: SqlEngine,
  paired: PairedTable,
  { length }: readonly RankPlan[],
): Promise<ScoreRanges> {
  const none = { low: 0, high: 0 };
  return length === 0 ? { candidate: none, baseline: none } : await ask(engine, planScoreRanges(paired));
}

function planLosses(
  paired: PairedTable,
  losses: Readonly<Record<string, Loss>>,
  shifts: Readonly<Record<string, Parameters<typeof planLossSums>[2]>>,
): Readonly<Record<string, QueryPlan<readonly LossSums[]>>> {
  return Object.fromEntries(
    Object.entries(losses).map(([name, loss]) => [
      name,
      planLossSums(paired, loss, shifts[name] ?? { shift: 0, centre: 0 }),
    ]),
  );
}

/** What one ranking is made of. */
interface RankedColumns {
  readonly plan: RankPlan;
  readonly read: ReturnType<typeof planRankSums>["read"];
  readonly columns: Parameters<RankedColumns["read"]>[0];
}

async function queryColumns(
  engine: SqlEngine,
  { paired }: MeasuresAsk,
  { plans, ...how }: { readonly plans: readonly RankPlan[] } & Omit<RankAsk, "tasks">,
): Promise<readonly RankedColumns[]> {
  const queried: RankedColumns[] = [];
  for (const plan of plans) {
    const { sql, read } = planRankSums(paired, { tasks: plan.tasks, ...how });
    queried.push({ plan, read, columns: await engine.queryColumns(sql) });
  }
  return queried;
}

function readRanks(queried: readonly RankedColumns[]): Found["ranks"] {
  return queried.map(({ plan, read, columns }) => ({ plan, sums: read(columns) }));
}

/** Milliseconds in which the statement asked beside reaches the engine, which answers it while ranks are read. */
const SENT = 10;

async function rankMeanwhile(queried: readonly RankedColumns[]): Promise<Found["ranks"]> {
  if (queried.length > 0) await setTimeout(SENT);
  return readRanks(queried);
}

function planCurves(
  paired: PairedTable,
  ranges: ScoreRanges,
  side: "candidate" | "baseline",
): QueryPlan<ModelCurves> {
  const { sql, read } = planScoreBins(paired, { side, range: ranges[side] });
  return { sql, read: (rows) => drawCurves(read(rows)) };
}

async function queryExamples(
  engine: SqlEngine,
  { paired, predictions }: MeasuresAsk,
): Promise<Found["examples"]> {
  const rows = await ask(engine, planFlippedRows(paired, MOST_EXAMPLES));
  return rows.map(({ key, ...row }) => ({ id: predictions.showIds ? key : digestOf(key), ...row }));
}
