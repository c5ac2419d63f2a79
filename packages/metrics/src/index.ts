export { type BehaviourCase, listKeys, type Wanted } from "./behaviour/behaviour-case.ts";
export { type Behaviour, judgeBehaviour } from "./behaviour/judge-behaviour.ts";
export { parseCases } from "./behaviour/parse-cases.ts";
export type { Absent, Comparison, PastBaseline, PredictionEvidence } from "./comparison.ts";
export { type Direction, directionOf } from "./directions.ts";
export { drawCurves, type ModelCurves } from "./draw-curves.ts";
export { decideChecks, type JudgedComparison, judgeComparison } from "./judge-comparison.ts";
export type { Fact, MetricDetail, MetricValues, Uncertainty } from "./metric-values.ts";
export {
  findColumnProblems,
  findPairingProblems,
  findPredictionsProblems,
  findValueProblems,
  type NamedPredictions,
} from "./pairing-problems.ts";
export { parseMetrics } from "./parse-metrics.ts";
export { parseParameters } from "./parse-parameters.ts";
export { chooseClasses, planMeasures, type RankPlan } from "./plan-measures.ts";
export { ranksDecide } from "./ranks-decide.ts";
export { summarizeFindings } from "./summarize.ts";
