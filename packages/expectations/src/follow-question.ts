/**
 * Questions that lead to further questions: what is still open, and where it ends.
 *
 * @module
 */
import { type Answers, type Ask, askId, type SqlValue } from "@ml-gates/queries";
import { askDefinition } from "./define.ts";
import { type Evaluated, type Question, raise } from "./question.ts";

const REMEDY =
  "Compare the expectation with the column's type and values; the other expectations were evaluated.";

type Values = Readonly<Record<string, SqlValue>>;

/** What a question, or the one it leads to, still waits for. */
export function findOpenAsks(question: Question, answers: Answers): readonly Ask[] {
  const open = Object.values(question.asks).filter((ask) => !answers.has(askId(ask)));
  if (open.length > 0) return open;
  const values = readValues(question, answers);
  const next = "failure" in values ? null : leadOn(question, values.values);
  return next === null ? [] : findOpenAsks(next, answers);
}

/** A question's judgement, once nothing is open; an answer that could not be had is an exception of its own. */
export function judgeQuestion(question: Question, answers: Answers): Evaluated {
  const read = readValues(question, answers);
  if ("failure" in read) return raise(`The check could not be evaluated: ${read.failure}`, REMEDY);
  const next = leadOn(question, read.values);
  return next === null ? question.judge(read.values) : judgeQuestion(next, answers);
}

function leadOn(question: Question, values: Values): Question | null {
  return question.next === undefined ? null : askDefinition(() => question.next?.(values) ?? null);
}

function readValues(
  { asks }: Question,
  answers: Answers,
): { readonly values: Values } | { readonly failure: string } {
  const values: Record<string, SqlValue> = {};
  for (const [name, ask] of Object.entries(asks)) {
    const answer = answers.get(askId(ask)) ?? { failure: "The question was not put to the engine." };
    if ("failure" in answer) return answer;
    values[name] = answer.value;
  }
  return { values };
}
