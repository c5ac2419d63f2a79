/**
 * Asks the engine for everything the paired rows can give.
 *
 * @module
 */
import type { SqlEngine } from "@ml-gates/engines";
import { digestOf, type MetricsSection, type PredictionsSection } from "@ml-gates/gate";
import {
  drawCurves,
  type PredictionEvidence,
  planMeasures,
  type RankPlan,
  ranksDecide,
} from "@ml-gates/metrics";
import {
  addClusters,
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
  type QueryPlan,
  type RankAsk,
  type ScoreRanges,
  type ScoreSteps,
} from "@ml-gates/queries";

/** Above this many rows ranks come from binned scores, as long as that decides nothing. */
const MOST_EXACT = 1_000_000;
const BINNED: ScoreSteps = { kind: "binned", bins: 1 << 12 };
const UNSHIFTED = { shift: 0, centre: 0 };
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
  const shifts = await queryEach(plan.losses, (loss) => ask(engine, planLossShift(paired, loss)));
  // Ranks come first: the engine answers the others while their columns are gone through here.
  const [ranks, losses, curves, decisions, rankings, examples] = await Promise.all([
    queryRanks(engine, asked, { ...scored, steps: coarse ? BINNED : EXACT }),
    queryEach(plan.losses, (loss, name) =>
      ask(engine, planLossSums(paired, loss, shifts[name] ?? UNSHIFTED)),
    ),
    plan.ranks[0]?.tasks === "binary" ? queryCurves(engine, paired, scored.ranges) : null,
    plan.decisions ? queryDecisions(engine, paired) : null,
    queryEach(plan.rankings, (metric) => ask(engine, planRankingSums(paired, metric))),
    plan.decisions && both ? queryExamples(engine, asked) : [],
  ]);
  const found: Found = { ranks, losses, curves, decisions, rankings, examples };
  const { columns } = predictions;
  const evidence = {
    columns,
    classes: paired.vocabulary.classes,
    baseline: both ? ("paired" as const) : null,
    ...found,
  };
  if (!coarse || !ranksDecide(section, evidence)) return found;
  return { ...found, ranks: await queryRanks(engine, asked, { ...scored, steps: EXACT }) };
}

async function queryEach<Asked, Answer>(
  named: Readonly<Record<string, Asked>>,
  query: (asked: Asked, name: string) => Promise<Answer>,
): Promise<Readonly<Record<string, Answer>>> {
  const answers = Object.entries(named).map(
    async ([name, asked]) => [name, await query(asked, name)] as const,
  );
  return Object.fromEntries(await Promise.all(answers));
}

async function queryDecisions(engine: SqlEngine, paired: PairedTable) {
  const counts = await ask(engine, planDecisionCounts(paired));
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

async function queryRanks(
  engine: SqlEngine,
  { paired }: MeasuresAsk,
  { plans, ...how }: { readonly plans: readonly RankPlan[] } & Omit<RankAsk, "tasks">,
): Promise<Found["ranks"]> {
  const ranks: { plan: RankPlan; sums: Found["ranks"][number]["sums"] }[] = [];
  for (const plan of plans) {
    const { sql, read } = planRankSums(paired, { tasks: plan.tasks, ...how });
    ranks.push({ plan, sums: read(await engine.queryColumns(sql)) });
  }
  return ranks;
}

async function queryCurves(
  engine: SqlEngine,
  paired: PairedTable,
  ranges: ScoreRanges,
): Promise<Found["curves"]> {
  const draw = async (side: "candidate" | "baseline") =>
    drawCurves(await ask(engine, planScoreBins(paired, { side, range: ranges[side] })));
  const [candidate, baseline] = await Promise.all([
    draw("candidate"),
    paired.pair.baseline === null ? null : draw("baseline"),
  ]);
  return { candidate, baseline };
}

async function queryExamples(
  engine: SqlEngine,
  { paired, predictions }: MeasuresAsk,
): Promise<Found["examples"]> {
  const rows = await ask(engine, planFlippedRows(paired, MOST_EXAMPLES));
  return rows.map(({ key, ...row }) => ({ id: predictions.showIds ? key : digestOf(key), ...row }));
}
