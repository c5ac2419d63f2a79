/**
 * A question about all rows made one about some of them.
 *
 * @module
 */
import { type JsonValue, quote } from "@ml-gates/gate";
import type { Ask } from "@ml-gates/queries";
import type { Question } from "../question.ts";

/** The rows that take part: their condition as SQL, and as it was written. */
export interface Domain {
  readonly where: string;
  readonly written: JsonValue;
}

/** The same question, asked of the rows of a domain only; so are the questions it leads to. */
export function inDomain(question: Question, domain: Domain): Question {
  const asks = Object.fromEntries(
    Object.entries(question.asks).map(([name, ask]) => [name, limit(ask, domain.where)]),
  );
  const limited: Question = {
    asks,
    judge: (answers) => {
      const evaluated = question.judge(answers);
      return evaluated.exception === null
        ? { ...evaluated, why: `${evaluated.why} Only rows that meet ${quote(domain.written)} count.` }
        : evaluated;
    },
  };
  if (question.next === undefined) return limited;
  const next: Question["next"] = (answers) => {
    const led = question.next?.(answers) ?? null;
    return led === null ? null : inDomain(led, domain);
  };
  return { ...limited, next };
}

/** Conditions hold where they are TRUE. */
function limit(ask: Ask, where: string): Ask {
  if (ask.of === "query") return ask;
  return { ...ask, where: ask.where === undefined ? where : `${where} AND (${ask.where})` };
}
