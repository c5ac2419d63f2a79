export { evaluateSuite } from "./evaluate-suite.ts";
export { judgeMisfits, type TypeMisfit } from "./judge-misfits.ts";
export { judgeSuite } from "./judge-suite.ts";
export { measureSuite } from "./measure-suite.ts";
export { parseSuite } from "./parse-suite.ts";
export { planSuite, type SuitePlan } from "./plan-suite.ts";
export type { Evaluated, Question, RowCounts } from "./question.ts";
export { renderSuiteSummary } from "./render-suite-summary.ts";
export type { Expectation, Generation, Suite, WrittenKwargs } from "./suite.ts";
