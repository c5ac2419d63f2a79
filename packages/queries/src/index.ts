export * from "./attributions.ts";
export * from "./comparable-text.ts";
export {
  type ConfusionCounts,
  type CountedRows,
  type CountsByGroup,
  type GroupCounts,
  type GroupedPredictions,
  MOST_GROUPS,
  type PairedCell,
  planCountsByGroup,
} from "./count-by-group.ts";
export { type AreasByGroup, type GroupArea, planAreasByGroup } from "./count-by-group-areas.ts";
export {
  type GroupBins,
  type PairedBin,
  planBinsByGroup,
  SCORE_BINS,
  type ScoreBin,
  sumBins,
} from "./count-by-group-bins.ts";
export {
  BEFORE,
  type GroupMoments,
  type MomentFamily,
  type MomentsByGroup,
  planMomentsByGroup,
} from "./count-by-group-moments.ts";
export {
  type Groupings,
  type GroupKey,
  listGroupColumns,
  listGroupings,
  nameBins,
  planCutPoints,
} from "./count-by-group-sets.ts";
export { type CountColumns, type CountsTable, planCountsTable } from "./count-by-group-table.ts";
export * from "./count-decisions.ts";
export * from "./count-distinct.ts";
export * from "./count-sampled.ts";
export * from "./count-scores.ts";
export * from "./dialect.ts";
export * from "./drift/index.ts";
export * from "./find-examples.ts";
export * from "./first-rows.ts";
export { type GroupValue, MOST_VALUES, readGroupValues } from "./group-values.ts";
export * from "./named-predictions.ts";
export { type OrderedAsk, orderedId } from "./ordered-rows.ts";
export * from "./pair-files.ts";
export * from "./pair-predictions.ts";
export * from "./paired-predictions.ts";
export * from "./plan-gathered.ts";
export {
  type Answer,
  type Answers,
  type Ask,
  askId,
  failAnswers,
  type GroupFact,
  halveStatement,
  planStatements,
  type RowsAsk,
  readAnswers,
  type Statement,
} from "./plan-statements.ts";
export * from "./plan-together.ts";
export * from "./predictions-facts.ts";
export * from "./present-value.ts";
export * from "./quote-number.ts";
export type { RankedStatistic, RankSums } from "./rank-groups.ts";
export * from "./rank-queries.ts";
export * from "./rank-scores.ts";
export { planSliceSums, type SliceSums, type SumsAsk } from "./slice-sums.ts";
export { type Loss, type LossSums, planLossShift, planLossSums } from "./sum-losses.ts";
export * from "./table.ts";
export {
  MOST_TESTED_VALUES,
  type QueryAsk,
  readRows,
  readTested,
  type Tested,
  type TestedAsk,
  type ValueTest,
  valuesFor,
} from "./tested-values.ts";
