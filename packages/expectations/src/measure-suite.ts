/**
 * What a suite's answers say beyond the findings: the table's shape and every result in Great Expectations' terms.
 *
 * @module
 */
import type { JsonValue, Measurements } from "@ml-gates/gate";
import { type Answers, askId, type Column } from "@ml-gates/queries";
import { askPresent } from "./count-present.ts";
import { evaluateSuite } from "./evaluate-suite.ts";
import { identifyExpectations } from "./identify-expectations.ts";
import type { SuitePlan } from "./plan-suite.ts";
import { countOf, type Evaluated } from "./question.ts";
import { roundExactly } from "./round-exactly.ts";

/**
 * The measurements of a validation report, schema `validation/1`.
 *
 * @example
 * measureSuite(planSuite(parseSuite('{"expectations": [{"type": "expect_table_row_count_to_equal", "kwargs": {"value": 3}}]}', "s.json"), { from: "t", columns: [], rowNumber: "r" }), new Map([["count(*)", { value: 3 }]]), 3).data.results[0].observed_value; // => 3
 */
export function measureSuite(plan: SuitePlan, answers: Answers, rows: number): Measurements {
  const ids = identifyExpectations(plan);
  const results = evaluateSuite(plan, answers).map((evaluated, index) =>
    resultOf(ids[index] ?? "", evaluated),
  );
  const columns = plan.table.columns.map((column) => measureColumn(column, answers, rows));
  return { schema: "validation/1", data: { rows, columns, results } };
}

/** A column that was not counted has no number of missing values. */
function measureColumn(column: Column, answers: Answers, rows: number): JsonValue {
  const answer = answers.get(askId(askPresent(column)));
  const missing = answer !== undefined && "value" in answer ? rows - countOf(answer.value) : null;
  const share = missing === null || rows === 0 ? null : roundExactly(missing / rows);
  return { name: column.name, type: column.sqlType, rows, missing, missing_share: share };
}

function resultOf(id: string, { success, observed, counts, exception }: Evaluated): JsonValue {
  return {
    id,
    success,
    observed_value: typeof observed === "number" ? roundExactly(observed) : observed,
    element_count: counts?.elements ?? null,
    missing_count: counts?.missing ?? null,
    unexpected_count: counts?.unexpected ?? null,
    exception,
  };
}
