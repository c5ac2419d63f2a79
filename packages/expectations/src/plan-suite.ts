/**
 * From a suite and a table to the few statements that answer it.
 *
 * @module
 */
import { type Ask, planStatements, type Statement, type Table } from "@ml-gates/queries";
import { askDefinition } from "./define.ts";
import { findDefinition } from "./definitions.ts";
import type { Question } from "./question.ts";
import type { Expectation, Suite } from "./suite.ts";

/** One expectation and what it asks of the table. */
export interface PlannedExpectation {
  readonly expectation: Expectation;
  readonly question: Question;
}

/** What to run, and what each expectation waits for. */
export interface SuitePlan {
  readonly table: Table;
  readonly planned: readonly PlannedExpectation[];
  /** Whether the suite itself says how many rows there must be. */
  readonly boundsRows: boolean;
  readonly statements: readonly Statement[];
}

/** Asked of every table, so that one without rows is never taken for a good one. */
export const ROW_COUNT: Ask = { of: "rows", sql: "count(*)" };

/**
 * Plans a suite: at most one scan of aggregates, samples included, and one grouped query per column whose values
 * are compared with each other. Expectations about what the table has not are answered without a query.
 *
 * @example
 * planSuite(parseSuite('{"expectations": [{"type": "expect_table_row_count_to_equal", "kwargs": {"value": 3}}]}', "s.json"), { from: "t", columns: [], rowNumber: "r" }).statements.length; // => 1
 */
export function planSuite(suite: Suite, table: Table): SuitePlan {
  const planned = suite.expectations.map((expectation) => ({
    expectation,
    question: planExpectation(expectation, table),
  }));
  const asks = planned.flatMap(({ question }) => Object.values(question.asks));
  return {
    table,
    planned,
    boundsRows: suite.expectations.some(({ name }) => findDefinition(name)?.boundsRows ?? false),
    statements: planStatements(table, [ROW_COUNT, ...asks]),
  };
}

function planExpectation({ name, kwargs }: Expectation, table: Table): Question {
  const definition = findDefinition(name);
  if (definition === null) throw new RangeError(`${name} was not parsed by parseSuite`);
  return askDefinition(() => definition.ask(kwargs, table));
}
