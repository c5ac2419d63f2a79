export { type BehaviourCase, listKeys, type Wanted } from "./behaviour/behaviour-case.ts";
export { type Behaviour, judgeBehaviour } from "./behaviour/judge-behaviour.ts";
export { parseCases } from "./behaviour/parse-cases.ts";
export type { Absent, Comparison, PredictionEvidence } from "./comparison.ts";
export { type Direction, directionOf } from "./directions.ts";
export { type JudgedComparison, judgeComparison } from "./judge-comparison.ts";
export type { MetricValues, NonMetric } from "./metric-values.ts";
export {
  findColumnProblems,
  findPairingProblems,
  findPredictionsProblems,
  findValueProblems,
  type NamedPredictions,
} from "./pairing-problems.ts";
export { parseMetrics } from "./parse-metrics.ts";
export { summarizeFindings } from "./summarize.ts";
