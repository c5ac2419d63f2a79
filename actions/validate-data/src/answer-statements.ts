/**
 * Answers statements about one table. A statement that fails is halved until only what is guilty has failed.
 *
 * @module
 */
import type { SqlEngine } from "@ml-gates/engines";
import { EvidenceError } from "@ml-gates/gate";
import {
  type Answer,
  type Answers,
  type Ask,
  askId,
  failAnswers,
  halveStatement,
  planStatements,
  readAnswers,
  type Statement,
  type Table,
} from "@ml-gates/queries";
import { answerUncounted, type FirstAsk, isFull, likelyRows, planCounts } from "./samples-later.ts";

/** The answers: first what one scan counts, then what the counts leave open, such as the rows that show a fault. */
export async function answerStatements(
  engine: SqlEngine,
  table: Table,
  statements: readonly Statement[],
): Promise<Answers> {
  const asks = statements.flatMap((statement) => statement.asks);
  const counted = await answerEach(engine, table, planCounts(table, asks));
  return answerLater(engine, table, { statements, counted });
}

/** What has been asked for, and the answers of the scan that only counts. */
interface Counted {
  readonly statements: readonly Statement[];
  readonly counted: Answers;
}

/** What the counts leave open. */
export async function answerLater(
  engine: SqlEngine,
  table: Table,
  { statements, counted }: Counted,
): Promise<Answers> {
  const asks = statements.flatMap((statement) => statement.asks);
  const known = new Map([...counted, ...answerUncounted(table, asks, counted)]);
  const unknown = (): readonly Ask[] => asks.filter((ask) => !known.has(askId(ask)));
  const first = unknown().filter((ask) => ask.of === "first");
  for (const [id, answer] of await answerAmongFirst(engine, table, { first, counted })) known.set(id, answer);
  const open = planStatements(table, unknown());
  await engine.prepare(open.map(({ sql }) => sql));
  for (const [id, answer] of await answerEach(engine, table, open)) known.set(id, answer);
  return known;
}

/** The samples that lie among the first rows: where row numbers cost a reading of the file, most of it is spared. */
async function answerAmongFirst(
  engine: SqlEngine,
  table: Table,
  { first, counted }: { readonly first: readonly FirstAsk[]; readonly counted: Answers },
): Promise<Answers> {
  const rows = likelyRows(table, first, counted);
  if (rows === null) return new Map();
  const found: [string, Answer][] = [];
  for (const statement of planStatements(table, first)) {
    try {
      found.push(...readAnswers(statement, await engine.query(statement.sql, rows)));
    } catch (error) {
      // What is guilty is found among all rows.
      if (!(error instanceof EvidenceError)) throw error;
    }
  }
  return new Map(found.filter(([, answer]) => isFull(table, answer)));
}

async function answerEach(
  engine: SqlEngine,
  table: Table,
  statements: readonly Statement[],
): Promise<Answers> {
  const answers = new Map<string, Answer>();
  for (const statement of statements) {
    for (const [id, answer] of await answerOne(engine, table, statement)) answers.set(id, answer);
  }
  return answers;
}

async function answerOne(engine: SqlEngine, table: Table, statement: Statement): Promise<Answers> {
  try {
    return readAnswers(statement, await engine.query(statement.sql));
  } catch (error) {
    if (!(error instanceof EvidenceError)) throw error;
    const halves = halveStatement(table, statement);
    if (halves.length === 0) return failAnswers(statement, error.problems[0]?.message ?? error.message);
    return answerEach(engine, table, halves);
  }
}
