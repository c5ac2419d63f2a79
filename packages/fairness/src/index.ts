export { type AdverseImpact, measureAdverseImpact } from "./adverse-impact.ts";
export {
  type AggregateMethod,
  aggregateDifference,
  aggregateRatio,
  type MetricValues,
  measureExtremes,
  measureFairlearn,
} from "./aggregates.ts";
export { readAttributions } from "./attributions-problems.ts";
export { measureCalibration } from "./calibration.ts";
export * from "./columns-problems.ts";
export * from "./counts-problems.ts";
export { findCountsTableProblems } from "./counts-table-problems.ts";
export * from "./disparities.ts";
export { generalizedEntropy } from "./entropy.ts";
export * from "./evidence-problems.ts";
export { judgeExplanations, listImportances } from "./judge-explanations.ts";
export { type JudgedFairness, judgeFairness } from "./judge-fairness.ts";
export { listDisparities } from "./list-disparities.ts";
export { measureContrast, type RateContrast } from "./measure-contrast.ts";
export { type Estimate, type Measure, measureValue, type Needs } from "./measures.ts";
export * from "./metric-frame.ts";
export { measureAequitas, measureAif360 } from "./peers.ts";
export { type DisparityLimit, listColumns, listNeeds, planLimits } from "./plan-limits.ts";
export * from "./rates.ts";
export { summarizeDisparities } from "./summarize.ts";
