/**
 * How an expectation is defined: its arguments, the faults among them, and the question it asks of a table.
 *
 * @module
 */
import type { Table } from "@ml-gates/queries";
import { NotEvaluable } from "./comparable.ts";
import { type KwargSchema, type KwargsOf, readKwargs } from "./kwarg-types.ts";
import { type Question, raise } from "./question.ts";
import type { Generation, WrittenKwargs } from "./suite.ts";

/** What an expectation may know beside its arguments and its table. */
export interface Surroundings {
  readonly generation: Generation;
}

/** What an expectation with typed arguments consists of. */
export interface Parts<S extends KwargSchema> {
  readonly kwargs: S;
  /** What is wrong among arguments that are right one by one. */
  findFaults?(kwargs: KwargsOf<S>): readonly string[];
  /** Whether a suite with this expectation says how many rows a table must have. */
  readonly boundsRows?: boolean;
  /** @throws NotEvaluable when the table has not what the expectation is about. */
  ask(kwargs: KwargsOf<S>, table: Table, surroundings: Surroundings): Question;
}

/** A row of the table of expectations. */
export interface Definition {
  readonly kwargs: KwargSchema;
  readonly boundsRows: boolean;
  findFaults(written: WrittenKwargs): readonly string[];
  ask(written: WrittenKwargs, table: Table, surroundings: Surroundings): Question;
}

/** Ties the types of the arguments to the functions that use them, and forgets them for the table. */
export function define<S extends KwargSchema>(parts: Parts<S>): Definition {
  return {
    kwargs: parts.kwargs,
    boundsRows: parts.boundsRows ?? false,
    findFaults: (written) => parts.findFaults?.(readKwargs(parts.kwargs, written)) ?? [],
    ask: (written, table, surroundings) => parts.ask(readKwargs(parts.kwargs, written), table, surroundings),
  };
}

/** The question of a definition; what the table cannot answer becomes a question with that answer. */
export function askDefinition<Q extends Question | null>(ask: () => Q): Q | Question {
  try {
    return ask();
  } catch (error) {
    if (error instanceof NotEvaluable) return { asks: {}, judge: () => raise(error.message, error.remedy) };
    throw error;
  }
}
