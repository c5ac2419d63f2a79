/**
 * Asks a data section's table what its suite wants to know.
 *
 * @module
 */
import type { DraftTable, OpenedTable, SqlEngine } from "@ml-gates/engines";
import { planSuite, type Suite, type SuitePlan } from "@ml-gates/expectations";
import { type DataSection, EvidenceError } from "@ml-gates/gate";
import { type Answers, type Ask, askId, readAnswers } from "@ml-gates/queries";
import { answerLater } from "./answer-statements.ts";
import type { SectionTables } from "./declare-tables.ts";
import { type Explanation, explainStatements } from "./explain.ts";
import { dropShort, planKeeping } from "./gather-keys.ts";
import { nameRows } from "./name-rows.ts";
import { continueSuite, querySuite } from "./query-suite.ts";
import { planCounts } from "./samples-later.ts";

/** A table, and what it answered. */
export interface Asked {
  readonly table: OpenedTable;
  readonly plan: SuitePlan;
  readonly answers: Answers;
  readonly explanation: Explanation;
}

interface Asking {
  readonly engine: SqlEngine;
  readonly tables: SectionTables;
  readonly section: DataSection;
  readonly suite: Suite;
}

/** One scan both proves a large text file's types and answers the suite; whatever goes wrong there is told by opening. */
export async function querySection(asking: Asking): Promise<Asked> {
  const { engine, tables, section, suite } = asking;
  const drafted = await queryDraft(asking);
  const table = nameRows(drafted?.table ?? (await tables.openSection(section)), section);
  const plan = drafted?.plan ?? planSuite(suite, table);
  const explanation = drafted?.explanation ?? explainStatements(engine, table);
  const sight = { batch: table, tables };
  const answers =
    drafted === null
      ? await querySuite(explanation.engine, plan, sight)
      : await continueSuite(explanation.engine, plan, { sight, answers: drafted.answers });
  return { table, plan, answers, explanation };
}

async function queryDraft(asking: Asking): Promise<Asked | null> {
  let draft = await asking.tables.draftSection(asking.section);
  while (draft !== null) {
    const plan = planSuite(asking.suite, nameRows(draft.table, asking.section));
    const explanation = explainStatements(asking.engine, draft.table);
    const answers = await answerDraft(explanation.engine, plan, draft);
    if (answers === null) {
      draft = (await draft.retry?.()) ?? null;
      continue;
    }
    const settled = await draft.settle(readChecks(draft, answers));
    if (settled !== null && "digest" in settled) {
      asking.tables.keepSection(asking.section, settled);
      return { table: settled, plan, answers, explanation };
    }
    draft = settled;
  }
  return null;
}

/** Each scan of a draft reads the text once more: beyond so many it is better stored, which costs as much. */
const MOST_SCANS = 32;

/** Null when the scan fails: opening the file then says whether the file or a check is at fault. */
async function answerDraft(engine: SqlEngine, plan: SuitePlan, draft: DraftTable): Promise<Answers | null> {
  const { table, statements } = plan;
  const asks = [...statements.flatMap((statement) => statement.asks), ...checksOf(draft)];
  const keeping = await planKeeping(draft, table, asks);
  const scans = keeping === null ? planCounts(table, asks) : [keeping];
  if (scans.length > MOST_SCANS) return null;
  try {
    const counted = new Map();
    for (const scan of scans) {
      for (const [id, answer] of readAnswers(scan, await engine.query(scan.sql))) counted.set(id, answer);
    }
    return await answerLater(engine, table, { statements, counted: dropShort(table, asks, counted) });
  } catch (error) {
    if (error instanceof EvidenceError) return null;
    throw error;
  }
}

function checksOf({ checks }: DraftTable): readonly Ask[] {
  return checks.map((sql) => ({ of: "rows", sql }));
}

function readChecks(draft: DraftTable, answers: Answers) {
  return checksOf(draft).map((ask) => {
    const answer = answers.get(askId(ask));
    return answer === undefined || "failure" in answer ? null : answer.value;
  });
}
