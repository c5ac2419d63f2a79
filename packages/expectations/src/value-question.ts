/**
 * Expectations about one number of a table: an aggregate of a column, or a count.
 *
 * @module
 */
import type { Ask, SqlValue } from "@ml-gates/queries";
import { type Bounds, isWithin } from "./bounds.ts";
import type { ValueKind } from "./comparable.ts";
import { tellInstant } from "./instant.ts";
import type { Evaluated, Question } from "./question.ts";
import { roundExactly } from "./round-exactly.ts";
import { tellValue } from "./tell.ts";

/** One limited value. */
export interface ValueRule {
  /** What is observed, such as `AGEP: the mean`. */
  readonly subject: string;
  readonly ask: Ask;
  readonly kind: ValueKind;
  /** Sums differ in their last digits from run to run, so they are rounded before they are judged. */
  readonly rounded: boolean;
  /** In the units the engine answers in: microseconds for times. */
  readonly bounds: Bounds;
  /** The limits in words. */
  readonly wanted: string;
  /** How the value reads; {@link tellValue} when not given. */
  tell?(value: number): string;
  readonly remedy: string;
}

/** The question behind a limited value. A missing or infinite value meets no limit, not even none. */
export function askValue(rule: ValueRule): Question {
  return { asks: { value: rule.ask }, judge: ({ value }) => judgeValue(rule, value ?? null) };
}

function judgeValue(rule: ValueRule, answer: SqlValue): Evaluated {
  const value = orderedOf(rule, answer);
  const observed = value === null ? null : observedOf(rule, value);
  const seen = observed === null ? "cannot be had, for lack of finite values" : `is ${tell(rule, observed)}`;
  return {
    success: value !== null && isWithin(value, rule.bounds),
    observed,
    counts: null,
    samples: [],
    exception: null,
    why: `${rule.subject} ${seen}; wanted: ${rule.wanted}.`,
    remedy: rule.remedy,
  };
}

function orderedOf(rule: ValueRule, answer: SqlValue): number | bigint | string | null {
  if (typeof answer === "string" || typeof answer === "bigint") return answer;
  if (typeof answer !== "number") return null;
  if (rule.rounded) return roundExactly(answer);
  return Number.isFinite(answer) ? answer : null;
}

function observedOf(rule: ValueRule, value: number | bigint | string): number | string {
  if (typeof value === "string") return value;
  return rule.kind === "time" ? tellInstant(value) : Number(value);
}

function tell(rule: ValueRule, observed: number | string): string {
  return rule.tell && typeof observed === "number" ? rule.tell(observed) : tellValue(observed);
}
