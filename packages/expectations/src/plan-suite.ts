/**
 * From a suite and a table to the few statements that answer it.
 *
 * @module
 */
import {
  type Answers,
  type Ask,
  askId,
  planStatements,
  type QueryAsk,
  type Statement,
  type Table,
  type TestedAsk,
} from "@ml-gates/queries";
import { askColumns } from "./count-present.ts";
import { askDefinition } from "./define.ts";
import { findDefinition } from "./definitions.ts";
import { findOpenAsks } from "./follow-question.ts";
import { isMisread } from "./kwarg-types.ts";
import type { Question } from "./question.ts";
import { type Domain, inDomain } from "./row-condition/in-domain.ts";
import { parseRowCondition } from "./row-condition/parse-row-condition.ts";
import { writeCondition } from "./row-condition/write-condition.ts";
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
    boundsRows: suite.expectations.some(boundsRows),
    statements: planStatements(table, [ROW_COUNT, ...askColumns(table), ...asks]),
  };
}

/**
 * What is still to be run once the answers so far are there: one more scan for all checks that need a statistic of
 * the column before they can ask about its rows. Empty when nothing is open.
 *
 * @example
 * planNext(planSuite(parseSuite('{"expectations": [{"type": "expect_table_row_count_to_equal", "kwargs": {"value": 3}}]}', "s.json"), { from: "t", columns: [], rowNumber: "r" }), new Map([["count(*)", { value: 3 }]])); // => []
 */
export function planNext({ table, planned }: SuitePlan, answers: Answers): readonly Statement[] {
  return planStatements(
    table,
    planned.flatMap(({ question }) => findOpenAsks(question, answers)),
  );
}

/**
 * What no statement of this plan answers: tests of values, once the values are there, and the suite's own queries.
 *
 * @example
 * planApart(planSuite(parseSuite('{"expectations": [{"type": "expect_table_row_count_to_equal", "kwargs": {"value": 3}}]}', "s.json"), { from: "t", columns: [], rowNumber: "r" }), new Map([["count(*)", { value: 3 }]])); // => []
 */
export function planApart({ planned }: SuitePlan, answers: Answers): readonly (TestedAsk | QueryAsk)[] {
  const open = planned.flatMap(({ question }) => findOpenAsks(question, answers));
  const apart = open.filter((ask) => ask.of === "tested" || ask.of === "query");
  return [...new Map(apart.map((ask) => [askId(ask), ask])).values()];
}

function planExpectation(expectation: Expectation, table: Table): Question {
  const { name, kwargs, generation } = expectation;
  const definition = findDefinition(name);
  if (definition === null) throw new RangeError(`${name} was not parsed by parseSuite`);
  return askDefinition(() => {
    const domain = findDomain(expectation, table);
    const question = definition.ask(kwargs, table, { generation });
    return domain === null ? question : inDomain(question, domain);
  });
}

/** A count of some of the rows says nothing of the whole table. */
function boundsRows({ name, kwargs }: Expectation): boolean {
  const ofAll = ["row_condition", "row_filter"].every((key) => (kwargs[key] ?? null) === null);
  return ofAll && (findDefinition(name)?.boundsRows ?? false);
}

function findDomain({ kwargs, generation }: Expectation, table: Table): Domain | null {
  const condition = parseRowCondition(kwargs, generation);
  if (isMisread(condition)) throw new RangeError(`${condition.wanted}: parseSuite refuses this`);
  const written = kwargs["row_condition"] ?? null;
  return condition === null ? null : { where: writeCondition(condition, table), written };
}
