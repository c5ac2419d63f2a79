/**
 * An expectation turned into what must be asked of a table, and how the answers are judged.
 *
 * @module
 */
import type { JsonValue, Sample } from "@ml-gates/gate";
import type { Ask, SqlValue } from "@ml-gates/queries";

/** The counts behind an expectation about rows; `missing` is null where Great Expectations reports none. */
export interface RowCounts {
  readonly elements: number;
  readonly missing: number | null;
  /** The denominator of `mostly`. */
  readonly tested: number;
  readonly unexpected: number;
}

/** A row that shows the fault, with the values of the columns that name it where they were asked for. */
export interface UnexpectedRow extends Sample {
  readonly names?: readonly JsonValue[];
}

/** An expectation evaluated, in the terms of Great Expectations, with the sentences a reviewer reads. */
export interface Evaluated {
  readonly success: boolean;
  /** `observed_value`; null for expectations about rows. */
  readonly observed: JsonValue;
  readonly counts: RowCounts | null;
  /** The first unexpected rows, in row order. */
  readonly samples: readonly UnexpectedRow[];
  /** Great Expectations' whole `result`, for expectations without counts; `observed_value` alone when not given. */
  readonly result?: Readonly<Record<string, JsonValue>>;
  /** Why it could not be evaluated; `success` is then false. */
  readonly exception: string | null;
  readonly why: string;
  /** What to do when it did not succeed. */
  readonly remedy: string;
}

/** What to ask, by names of the question's own choosing, and how to judge the answers under these names. */
export interface Question {
  readonly asks: Readonly<Record<string, Ask>>;
  /** The question these answers lead to; null when they suffice. All questions of one round share one more scan. */
  next?(answers: Readonly<Record<string, SqlValue>>): Question | null;
  judge(answers: Readonly<Record<string, SqlValue>>): Evaluated;
}

/** A question that is only asked to know what to ask next. */
export function leadTo(
  asks: Question["asks"],
  next: (answers: Readonly<Record<string, SqlValue>>) => Question,
): Question {
  const judge = () => {
    throw new TypeError("a leading question has no judgement");
  };
  return { asks, next, judge };
}

/** A question without anything to ask. */
export function answered(evaluated: Evaluated): Question {
  return { asks: {}, judge: () => evaluated };
}

/** An expectation that cannot be evaluated, and why. */
export function raise(exception: string, remedy: string): Evaluated {
  return { success: false, observed: null, counts: null, samples: [], exception, why: exception, remedy };
}

/** An answer that is a count. An engine that answers otherwise is broken: our defect, not the data's. */
export function countOf(answer: SqlValue | undefined): number {
  const count = typeof answer === "bigint" || typeof answer === "number" ? Number(answer) : Number.NaN;
  if (!Number.isInteger(count) || count < 0) throw new TypeError(`a count was wanted, not ${String(answer)}`);
  return count;
}
