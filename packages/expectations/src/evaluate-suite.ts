/**
 * From answers to results in Great Expectations' own terms.
 *
 * @module
 */
import { type Answers, askId, type SqlValue } from "@ml-gates/queries";
import type { PlannedExpectation, SuitePlan } from "./plan-suite.ts";
import { type Evaluated, raise } from "./question.ts";

const REMEDY =
  "Compare the expectation with the column's type and values; the other expectations were evaluated.";

/**
 * Evaluates every expectation, in the suite's order. One whose answers could not be had is an exception of its
 * own; the others stand.
 *
 * @example
 * evaluateSuite(planSuite(parseSuite('{"expectations": [{"type": "expect_table_row_count_to_equal", "kwargs": {"value": 3}}]}', "s.json"), { from: "t", columns: [], rowNumber: "r" }), new Map([["count(*)", { value: 3 }]]))[0].success; // => true
 */
export function evaluateSuite(plan: SuitePlan, answers: Answers): readonly Evaluated[] {
  return plan.planned.map((each) => evaluate(each, answers));
}

function evaluate({ question }: PlannedExpectation, answers: Answers): Evaluated {
  const values: Record<string, SqlValue> = {};
  for (const [name, ask] of Object.entries(question.asks)) {
    const answer = answers.get(askId(ask)) ?? { failure: "The question was not put to the engine." };
    if ("failure" in answer) return raise(`The check could not be evaluated: ${answer.failure}`, REMEDY);
    values[name] = answer.value;
  }
  return question.judge(values);
}
