export { asksRetraining } from "./asks-retraining.ts";
export * from "./choose-edges.ts";
export { type DomainAuc, measureDomainAuc } from "./classifier/domain-auc.ts";
export { type ClusterRows, clusterPermutation } from "./cluster-test.ts";
export * from "./compat/index.ts";
export * from "./distances.ts";
export {
  type Distribution,
  type FactsPair,
  hasTooManyCategories,
  type SettledColumn,
  settleColumn,
} from "./distribution.ts";
export { type ComparedColumns, type CountedColumns, type JudgedDrift, judgeDrift } from "./judge-drift.ts";
export { findSkewProblems, judgeSkew } from "./judge-skew.ts";
export * from "./ordered-distances.ts";
export * from "./paired-categories.ts";
export { binByReference, type PairedCounts, pairCounts } from "./paired-counts.ts";
export * from "./performance/index.ts";
export {
  type ColumnRole,
  findMistypedColumns,
  findUnknownNames,
  type PlannedColumn,
  planColumns,
  type UnplannedColumn,
} from "./plan-columns.ts";
export type { Slice } from "./plan-trials.ts";
export { seededRandom } from "./seeded-random.ts";
export { sparkline } from "./sparkline.ts";
export { summarizeDrift } from "./summarize.ts";
export { findUnjudged, reportNoRows } from "./unjudged.ts";
