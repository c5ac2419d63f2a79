/**
 * What SQL cannot answer: tests of single values in JavaScript, and queries that a suite brings along.
 *
 * @module
 */
import type { Row, SqlValue } from "./table.ts";

/** A test of single values. Its functions are pure; they may be slow, so they run under a time limit. */
export interface ValueTest {
  /** Tells two tests apart. */
  readonly id: string;
  /** Makes the test, which says whether a value is unexpected. Both throw an Error with a reason when they cannot. */
  compile(): (value: SqlValue) => boolean;
}

/** How many rows hold a value that a test finds unexpected, and the first of these values. */
export interface TestedAsk {
  readonly of: "tested";
  readonly key: string;
  readonly test: ValueTest;
  readonly where?: string;
}

/** The rows a suite's own query gives. It sees the table as `batch`, and others by their names in the gate file. */
export interface QueryAsk {
  readonly of: "query";
  readonly sql: string;
  /** Tables that must be there beside `batch`. */
  readonly tables: readonly string[];
  readonly where?: never;
}

/**
 * The ask of the values that a test is run on.
 *
 * @example
 * valuesFor({ of: "tested", key: "x", test: { id: "odd" } }); // => { of: "values", key: "x" }
 */
export function valuesFor({ key, where }: TestedAsk): {
  readonly of: "values";
  readonly key: string;
  readonly where?: string;
} {
  return { of: "values", key, ...(where === undefined ? {} : { where }) };
}

/** How many unexpected values an answer names: no sample of rows holds more different ones. */
export const MOST_TESTED_VALUES = 200;

/** The answer to a tested ask. */
export interface Tested {
  /** Rows. */
  readonly unexpected: number;
  /** The first unexpected values in the order of their first rows. */
  readonly values: readonly SqlValue[];
}

/**
 * Reads the answer to a tested ask.
 *
 * @example
 * readTested({ unexpected: 3, values: ["x"] }); // => { unexpected: 3, values: ["x"] }
 */
export function readTested(answer: SqlValue): Tested {
  const { unexpected = null, values = null } = readStruct(answer);
  if (typeof unexpected !== "number" || !Array.isArray(values)) {
    throw new TypeError("a tested ask is answered by a count and values");
  }
  return { unexpected, values };
}

/**
 * Reads the answer to an ask of a query.
 *
 * @example
 * readRows([{ n: 3 }]); // => [{ n: 3 }]
 */
export function readRows(answer: SqlValue): readonly Row[] {
  if (!Array.isArray(answer)) throw new TypeError("a query is answered by rows");
  return answer.map(readStruct);
}

function readStruct(answer: SqlValue): Row {
  if (answer === null || typeof answer !== "object" || Array.isArray(answer)) {
    throw new TypeError("a struct was wanted");
  }
  return answer as Row;
}
