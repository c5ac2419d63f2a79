/**
 * Checks of other tools as questions: one count, percentage or aggregate that must lie within limits, or outside them.
 *
 * @module
 */
import type { Ask, SqlValue } from "@ml-gates/queries";
import { type Bounds, isWithin } from "./bounds.ts";
import { readSamples } from "./map-question.ts";
import { countOf, type Evaluated, type Question, type RowCounts } from "./question.ts";
import { roundExactly } from "./round-exactly.ts";
import { tellBounds, tellCount, tellValue } from "./tell.ts";

/** Limits on one number. */
export interface Limits {
  readonly bounds: Bounds;
  /** The number must lie outside the limits instead. */
  readonly outside: boolean;
}

/** How many rows, values or keys a check counts, and of how many. */
export interface CountRule {
  /** What is counted, such as `customer_id: the missing values`. */
  readonly subject: string;
  readonly limits: Limits;
  /** The base is asked for too. */
  readonly unit: "count" | "percent";
  /** Digits a percentage is rounded to before it is judged; null for none. */
  readonly digits: number | null;
  readonly asks: {
    readonly counted: Ask;
    /** Taken from what is counted. */
    readonly less?: Ask;
    /** What 100 percent are. */
    readonly base: Ask;
    readonly sample?: Ask;
  };
  readonly remedy: string;
}

/** The question behind a limited count. No percentage of nothing is 0, as the tools have it that write such checks. */
export function askCount(rule: CountRule): Question {
  return { asks: { ...rule.asks }, judge: (answers) => judgeCount(rule, answers) };
}

function judgeCount(rule: CountRule, answers: Readonly<Record<string, SqlValue>>): Evaluated {
  const less = rule.asks.less === undefined ? 0 : countOf(answers["less"]);
  const unexpected = countOf(answers["counted"]) - less;
  const elements = countOf(answers["base"]);
  const percent = elements === 0 ? 0 : (unexpected * 100) / elements;
  const value = rule.unit === "count" ? unexpected : roundTo(rule.digits, percent);
  const counts = { elements, missing: null, tested: elements, unexpected };
  const samples = readSamples(answers["sample"] ?? null);
  return {
    success: meets(value, rule.limits),
    observed: value,
    counts: unexpected > elements ? null : counts,
    samples,
    exception: null,
    why: `${rule.subject} are ${tellCounted(rule.unit, value, counts)}${tellFirst(samples[0])}; wanted: ${tellLimits(rule)}.`,
    remedy: rule.remedy,
  };
}

/** The first row that is counted; a missing value says nothing more. */
function tellFirst(first: Evaluated["samples"][number] | undefined): string {
  if (first === undefined) return "";
  const { value, row } = first;
  const shown = typeof value === "object" && value !== null ? JSON.stringify(value) : tellValue(value);
  return `, the first is ${shown.slice(0, 200)} in row ${row}`;
}

function roundTo(digits: number | null, value: number): number {
  return digits === null ? value : Number(value.toFixed(digits));
}

function tellCounted(unit: CountRule["unit"], value: number, { unexpected, elements }: RowCounts): string {
  const counted = `${tellCount(unexpected)} of ${tellCount(elements)}`;
  return unit === "count" ? counted : `${counted}, which is ${roundExactly(value)} %`;
}

/** One limited aggregate. */
export interface AggregateRule {
  readonly subject: string;
  readonly limits: Limits;
  readonly ask: Ask;
  /** The number in the answer; the answer itself when not given. */
  read?(answer: SqlValue): SqlValue;
  readonly remedy: string;
}

/** The question behind a limited aggregate. A missing or infinite value meets no limit. */
export function askAggregate(rule: AggregateRule): Question {
  return {
    asks: { value: rule.ask },
    judge: ({ value: answer = null }) => {
      const value = rule.read === undefined ? answer : rule.read(answer);
      const number = typeof value === "bigint" || typeof value === "number" ? Number(value) : Number.NaN;
      const observed = Number.isFinite(number) ? roundExactly(number) : null;
      const seen =
        observed === null ? "cannot be had, for lack of finite values" : `is ${tellValue(observed)}`;
      return {
        success: observed !== null && meets(observed, rule.limits),
        observed,
        counts: null,
        samples: [],
        exception: null,
        why: `${rule.subject} ${seen}; wanted: ${tellLimits({ ...rule, unit: "count" })}.`,
        remedy: rule.remedy,
      };
    },
  };
}

function meets(value: number, { bounds, outside }: Limits): boolean {
  return isWithin(value, bounds) !== outside;
}

function tellLimits({ limits, unit }: Pick<CountRule, "limits" | "unit">): string {
  const wanted = `${tellBounds(limits.bounds)}${unit === "percent" ? " %" : ""}`;
  return limits.outside ? `not ${wanted}` : wanted;
}
