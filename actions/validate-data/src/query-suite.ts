/**
 * Runs a suite's statements, and isolates the check whose SQL fails.
 *
 * @module
 */
import type { SqlEngine } from "@ml-gates/engines";
import type { SuitePlan } from "@ml-gates/expectations";
import { EvidenceError } from "@ml-gates/gate";
import {
  type Answer,
  type Answers,
  failAnswers,
  halveStatement,
  readAnswers,
  type Statement,
  type Table,
} from "@ml-gates/queries";

/** The answers to a plan. A statement that fails is halved until only what is guilty has failed. */
export async function querySuite(engine: SqlEngine, { table, statements }: SuitePlan): Promise<Answers> {
  const answers = new Map<string, Answer>();
  for (const statement of statements) {
    for (const [id, answer] of await queryStatement(engine, table, statement)) answers.set(id, answer);
  }
  return answers;
}

async function queryStatement(engine: SqlEngine, table: Table, statement: Statement): Promise<Answers> {
  try {
    return readAnswers(statement, await engine.query(statement.sql));
  } catch (error) {
    if (!(error instanceof EvidenceError)) throw error;
    const halves = halveStatement(table, statement);
    if (halves.length === 0) return failAnswers(statement, error.problems[0]?.message ?? error.message);
    const answers = [];
    for (const half of halves) answers.push(...(await queryStatement(engine, table, half)));
    return new Map(answers);
  }
}
