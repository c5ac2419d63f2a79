/**
 * Runs what a suite asks, until nothing is open.
 *
 * @module
 */
import type { SqlEngine } from "@ml-gates/engines";
import { planApart, planNext, type SuitePlan } from "@ml-gates/expectations";
import {
  type Answer,
  type Answers,
  askId,
  type QueryAsk,
  type TestedAsk,
  valuesFor,
} from "@ml-gates/queries";
import { answerStatements } from "./answer-statements.ts";
import { queryApart, type Sight } from "./query-apart.ts";
import { testValues } from "./test-values.ts";

/** The answers to a plan, round by round. */
export async function querySuite(
  engine: SqlEngine,
  plan: SuitePlan,
  sight: Sight | null = null,
): Promise<Answers> {
  const answers = await answerStatements(engine, plan.table, plan.statements);
  return continueSuite(engine, plan, { sight, answers });
}

/** What its own queries see, and the answers to the plan's own statements. */
export interface Continued {
  readonly sight: Sight | null;
  readonly answers: Answers;
}

/** The answers to a plan whose first round has been run. */
export async function continueSuite(
  engine: SqlEngine,
  plan: SuitePlan,
  { sight, answers: first }: Continued,
): Promise<Answers> {
  const answers = new Map<string, Answer>(first);
  for (;;) {
    const apart = planApart(plan, answers);
    for (const ask of apart) answers.set(askId(ask), await answerApart(ask, answers, { engine, sight }));
    const statements = planNext(plan, answers);
    if (statements.length === 0 && apart.length === 0) return answers;
    for (const [id, answer] of await answerStatements(engine, plan.table, statements))
      answers.set(id, answer);
  }
}

interface Apart {
  readonly engine: SqlEngine;
  readonly sight: Sight | null;
}

async function answerApart(
  ask: TestedAsk | QueryAsk,
  answers: Answers,
  { engine, sight }: Apart,
): Promise<Answer> {
  if (ask.of === "tested") return testValues(ask.test, answers.get(askId(valuesFor(ask))) ?? NOT_FETCHED);
  return sight === null ? NO_QUERIES : queryApart(engine, ask, sight);
}

const NO_QUERIES: Answer = { failure: "Queries of the suite are not run here." };
const NOT_FETCHED: Answer = { failure: "The values were not fetched." };
