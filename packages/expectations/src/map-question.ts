/**
 * Expectations about the values of one column, row by row: counts, share and first unexpected rows.
 *
 * @module
 */
import { createHash } from "node:crypto";
import type { JsonValue } from "@ml-gates/gate";
import {
  type Ask,
  type Column,
  presentValue,
  quoteName,
  quoteText,
  readFirstRows,
  readTested,
  type SqlValue,
  type TestedAsk,
} from "@ml-gates/queries";
import type { NotEvaluable } from "./comparable.ts";
import { countOf, type Evaluated, type Question, type RowCounts, raise } from "./question.ts";
import { tellCount, tellName, tellShare, tellValue } from "./tell.ts";

/** One expectation about rows. */
export interface MapRule {
  readonly column: Column;
  /** Smallest share of the tested rows that must be as expected. */
  readonly mostly: number;
  /** Asks for the number of unexpected rows and for the first of them, or for what a test finds. */
  readonly unexpected: { readonly count: Ask; readonly sample: Ask } | TestedAsk;
  /** Whether missing values are tested too, as for the two null expectations. */
  readonly testsMissing: boolean;
  /** What unexpected rows do: `["lies outside 0 … 120", "lie outside 0 … 120"]`. */
  readonly fault: readonly [one: string, many: string];
  readonly remedy: string;
}

/** Unexpected rows by a SQL condition, which is never true for a missing value. */
export function whereRows(column: Column, condition: string): MapRule["unexpected"] {
  return {
    count: { of: "rows", sql: "count(*)", where: condition },
    sample: { of: "first", value: quoteName(column.name), where: condition },
  };
}

/** Rows whose value occurs more than once: every occurrence counts. */
export function repeatedRows(column: Column): MapRule["unexpected"] {
  const key = presentValue(column);
  return { count: { of: "groups", key, take: "repeated" }, sample: { of: "groups", key, take: "sample" } };
}

/** The question behind a rule about rows. */
export function askRows(rule: MapRule): Question {
  const asks: Question["asks"] = {
    elements: { of: "rows", sql: "count(*)" },
    present: { of: "rows", sql: `count(${presentValue(rule.column)})` },
  };
  const { unexpected } = rule;
  if ("of" in unexpected) return askTested(rule, unexpected, asks);
  return {
    asks: { ...asks, unexpected: unexpected.count, sample: unexpected.sample },
    judge: (answers) => judgeRows(rule, answers),
  };
}

/** The values are tested first; the first rows that hold an unexpected one are looked for after that. */
function askTested(rule: MapRule, tested: TestedAsk, asks: Question["asks"]): Question {
  const judge = (answers: Readonly<Record<string, SqlValue>>, sample: SqlValue = null) =>
    judgeRows(rule, { ...answers, unexpected: readTested(answers["tested"] ?? null).unexpected, sample });
  return {
    asks: { ...asks, tested },
    next: (answers) => {
      const { values } = readTested(answers["tested"] ?? null);
      if (values.length === 0) return null;
      const digests = values.map((value) => quoteText(digestText(`${value}`)));
      const where = `sha256(${tested.key}) IN (${digests.join(", ")})`;
      return {
        asks: { sample: { of: "first", value: quoteName(rule.column.name), where } },
        judge: ({ sample }) => judge(answers, sample),
      };
    },
    judge: (answers) => judge(answers),
  };
}

/** Digests, because a value may be long and hold what SQL text cannot. */
function digestText(value: string): string {
  return createHash("sha256").update(value, "utf8").digest("hex");
}

/** The question whether there is any value that cannot be evaluated for the reason given. */
export function askWhetherVacuous(column: Column, { message, remedy }: NotEvaluable): Question {
  return {
    asks: {
      elements: { of: "rows", sql: "count(*)" },
      present: { of: "rows", sql: `count(${presentValue(column)})` },
    },
    judge: (answers) => {
      if (countOf(answers["present"]) > 0) return raise(message, remedy);
      const elements = countOf(answers["elements"]);
      const counts = { elements, missing: elements, tested: 0, unexpected: 0 };
      const why = tellNothing(column);
      return { success: true, observed: null, counts, samples: [], exception: null, why, remedy };
    },
  };
}

function tellNothing(column: Column): string {
  return `${tellName(column.name)}: there is no value to test.`;
}

function judgeRows(rule: MapRule, answers: Readonly<Record<string, SqlValue>>): Evaluated {
  const elements = countOf(answers["elements"]);
  const present = countOf(answers["present"]);
  const tested = rule.testsMissing ? elements : present;
  const unexpected = countOf(answers["unexpected"]);
  const counts = { elements, missing: rule.testsMissing ? null : elements - present, tested, unexpected };
  const samples = readSamples(answers["sample"] ?? null);
  return {
    success: tested === 0 || (tested - unexpected) / tested >= rule.mostly,
    observed: null,
    counts,
    samples,
    exception: null,
    why: tellRows(rule, counts, samples[0]),
    remedy: rule.remedy,
  };
}

function tellRows(rule: MapRule, counts: RowCounts, first: Evaluated["samples"][number] | undefined): string {
  const name = tellName(rule.column.name);
  if (counts.tested === 0) return tellNothing(rule.column);
  const share = `${tellCount(counts.unexpected)} of ${tellCount(counts.tested)}`;
  const noun = rule.testsMissing ? "rows" : "values";
  const fault = rule.fault[counts.unexpected === 1 ? 0 : 1];
  const shown = first ? `; the first is ${tellValue(first.value as SqlValue)} in row ${first.row}` : "";
  const wanted = rule.mostly === 1 ? "at most 0" : `at most ${tellShare(1 - rule.mostly)}`;
  return `${name}: ${share} ${noun} ${fault}${shown}. Wanted: ${wanted}.`;
}

/** The first unexpected rows. */
export function readSamples(answer: SqlValue): Evaluated["samples"] {
  return readFirstRows(answer).map(({ row, value, names }) => ({
    row,
    value: plain(value),
    ...(names === undefined ? {} : { names: names.map(plain) }),
  }));
}

/** A value of the data as JSON; what JSON cannot say becomes text. */
export function plain(value: SqlValue): JsonValue {
  if (typeof value === "bigint") return `${value}`;
  if (typeof value === "number" && !Number.isFinite(value)) return `${value}`;
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(plain);
  return Object.fromEntries(Object.entries(value).map(([field, member]) => [field, plain(member)]));
}
