/**
 * From answers to results in Great Expectations' own terms.
 *
 * @module
 */
import type { Answers } from "@ml-gates/queries";
import { judgeQuestion } from "./follow-question.ts";
import type { SuitePlan } from "./plan-suite.ts";
import type { Evaluated } from "./question.ts";

/**
 * Evaluates every expectation, in the suite's order. One whose answers could not be had is an exception of its
 * own; the others stand.
 *
 * @example
 * evaluateSuite(planSuite(parseSuite('{"expectations": [{"type": "expect_table_row_count_to_equal", "kwargs": {"value": 3}}]}', "s.json"), { from: "t", columns: [], rowNumber: "r" }), new Map([["count(*)", { value: 3 }]]))[0].success; // => true
 */
export function evaluateSuite(plan: SuitePlan, answers: Answers): readonly Evaluated[] {
  return plan.planned.map(({ question }) => judgeQuestion(question, answers));
}
