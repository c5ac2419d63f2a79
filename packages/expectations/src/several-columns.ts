/**
 * Expectations about several columns of a row: which rows take part, how many are unexpected, and the first of them.
 *
 * @module
 */
import type { JsonValue } from "@ml-gates/gate";
import { type Ask, type Column, presentValue, quoteName, type SqlValue, type Table } from "@ml-gates/queries";
import { findColumn, type NotEvaluable } from "./comparable.ts";
import { defaulting, fraction, type KwargType, oneOf } from "./kwarg-types.ts";
import { readSamples } from "./map-question.ts";
import { countOf, type Evaluated, type Question, type RowCounts, raise } from "./question.ts";
import { tellCount, tellList, tellName, tellShare, tellValue } from "./tell.ts";

/** One expectation about several columns. */
export interface RowRule {
  readonly columns: readonly Column[];
  readonly mostly: number;
  /** SQL that holds for the rows that take part; null for all. */
  readonly kept: string | null;
  /** SQL that is TRUE for the unexpected rows, or a key that no two rows may share. */
  readonly unexpected: string | { readonly key: string };
  /** How the result JSON lists a row's values. */
  readonly shape: "pair" | "record";
  /** Columns that cannot be compared with each other, which matters only where both hold values. */
  readonly obstacle?: { readonly columns: readonly Column[]; readonly reason: NotEvaluable };
  readonly fault: readonly [one: string, many: string];
  readonly remedy: string;
}

const PAIR_WORDS = ["both_values_are_missing", "either_value_is_missing", "neither"] as const;
const LIST_WORDS = ["all_values_are_missing", "any_value_is_missing", "never"] as const;

/** Rows that are left out: of a pair, or of a list of columns. */
export type IgnoreRowIf = (typeof PAIR_WORDS)[number] | (typeof LIST_WORDS)[number];

const mostly = defaulting(fraction, 1);

export const pairKwargs = {
  mostly,
  ignore_row_if: defaulting(oneOf(...PAIR_WORDS) as KwargType<IgnoreRowIf>, "both_values_are_missing"),
};

export const listKwargs = {
  mostly,
  ignore_row_if: defaulting(oneOf(...LIST_WORDS) as KwargType<IgnoreRowIf>, "all_values_are_missing"),
};

/** The columns by name, in that order. @throws NotEvaluable when the table has not all of them. */
export function findColumns(table: Table, names: readonly string[]): readonly Column[] {
  return names.map((name) => findColumn(table, name));
}

/** SQL that holds for the rows that are not left out; null for all. */
export function keepRows(columns: readonly Column[], ignore: IgnoreRowIf): string | null {
  const present = columns.map((column) => `${presentValue(column)} IS NOT NULL`);
  if (ignore === "neither" || ignore === "never") return null;
  const all = ignore === "both_values_are_missing" || ignore === "all_values_are_missing";
  return `(${present.join(all ? " OR " : " AND ")})`;
}

/** The question behind a rule about rows of several columns. */
export function askSeveral(rule: RowRule): Question {
  const kept: Ask = { of: "rows", sql: "count(*)", ...(rule.kept === null ? {} : { where: rule.kept }) };
  const blocked = (rule.obstacle?.columns ?? []).map((column, index): [string, Ask] => [
    `blocked${index}`,
    { of: "rows", sql: `count(${presentValue(column)})` },
  ]);
  return {
    asks: {
      elements: { of: "rows", sql: "count(*)" },
      tested: kept,
      ...askUnexpected(rule),
      ...Object.fromEntries(blocked),
    },
    judge: (answers) => {
      const { obstacle } = rule;
      const stands = blocked.length > 0 && blocked.every(([name]) => countOf(answers[name]) > 0);
      return stands && obstacle
        ? raise(obstacle.reason.message, obstacle.reason.remedy)
        : judge(rule, answers);
    },
  };
}

function askUnexpected({ unexpected, kept, columns }: RowRule): Question["asks"] {
  if (typeof unexpected === "string") {
    const where = kept === null ? unexpected : `${kept} AND (${unexpected})`;
    return {
      unexpected: { of: "rows", sql: "count(*)", where },
      sample: { of: "first", value: keyOf(columns, ({ name }) => quoteName(name)), where },
    };
  }
  const grouped = { of: "groups", key: unexpected.key, ...(kept === null ? {} : { where: kept }) } as const;
  return { unexpected: { ...grouped, take: "repeated" }, sample: { ...grouped, take: "sample" } };
}

/** Several columns as one value, which is never NULL. Fields are numbered: names of columns may differ by case alone. */
export function keyOf(columns: readonly Column[], write: (column: Column) => string = presentValue): string {
  return `{${columns.map((column, index) => `'k${index}': ${write(column)}`).join(", ")}}`;
}

function judge(rule: RowRule, answers: Readonly<Record<string, SqlValue>>): Evaluated {
  const [elements, tested] = [countOf(answers["elements"]), countOf(answers["tested"])];
  const unexpected = countOf(answers["unexpected"]);
  const counts = { elements, missing: elements - tested, tested, unexpected };
  const samples = readSamples(answers["sample"] ?? null).map((sample) => ({
    ...sample,
    value: shape(rule, sample.value),
  }));
  return {
    success: tested === 0 || (tested - unexpected) / tested >= rule.mostly,
    observed: null,
    counts,
    samples,
    exception: null,
    why: tell(rule, counts, samples[0]),
    remedy: rule.remedy,
  };
}

function shape({ columns, shape }: RowRule, value: JsonValue): JsonValue {
  const fields = new Map(Object.entries(value ?? {}));
  const values = columns.map((_, index) => fields.get(`k${index}`) ?? null);
  if (shape === "pair") return values;
  return Object.fromEntries(columns.map(({ name }, index) => [name, values[index] ?? null]));
}

function tell(rule: RowRule, counts: RowCounts, first: Evaluated["samples"][number] | undefined): string {
  const names = rule.columns.map(({ name }) => tellName(name));
  const subject = names.length > 10 ? `${names.slice(0, 10).join(", ")} and more` : names.join(", ");
  if (counts.tested === 0) return `${subject}: there is no row to test.`;
  const share = `${tellCount(counts.unexpected)} of ${tellCount(counts.tested)} rows`;
  const shown = first ? `; the first is row ${first.row} with ${tellRow(first.value)}` : "";
  const wanted = rule.mostly === 1 ? "at most 0" : `at most ${tellShare(1 - rule.mostly)}`;
  return `${subject}: ${share} ${rule.fault[counts.unexpected === 1 ? 0 : 1]}${shown}. Wanted: ${wanted}.`;
}

function tellRow(value: JsonValue): string {
  const values = Array.isArray(value) ? value : Object.values(value ?? {});
  return values.length > 10 ? tellList(values) : values.map((each) => tellValue(each as SqlValue)).join(", ");
}
