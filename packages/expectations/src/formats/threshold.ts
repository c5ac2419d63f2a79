/**
 * Limits as other tools write them: `must_be_less_than: 5`, `mustBeBetween: [0, 10]`, `between 1 and 5`, `> 10`.
 *
 * @module
 */
import { isJsonObject, type JsonValue } from "@ml-gates/gate";
import type { JsonObject } from "../parse-expectation.ts";
import { lookUp } from "./look-up.ts";

/** Limits as arguments of an expectation. */
export interface LimitKwargs {
  readonly min_value?: number;
  readonly max_value?: number;
  readonly strict_min?: boolean;
  readonly strict_max?: boolean;
  readonly outside?: boolean;
}

/** Where a comparison stands in other words: as in Soda's contracts, as in the data contract standard. */
type Comparison = "=" | "!=" | ">" | ">=" | "<" | "<=";

/** The limits that a comparison sets. */
function limitsOfComparison(sign: Comparison, value: number): LimitKwargs {
  switch (sign) {
    case "=":
      return { min_value: value, max_value: value };
    case "!=":
      return { min_value: value, max_value: value, outside: true };
    case ">":
      return { min_value: value, strict_min: true };
    case ">=":
      return { min_value: value };
    case "<":
      return { max_value: value, strict_max: true };
    case "<=":
      return { max_value: value };
  }
}

/** The limits under which the given ones do not hold. */
export function invertLimits(limits: LimitKwargs): LimitKwargs {
  return { ...limits, outside: !(limits.outside ?? false) };
}

/** What the words of Soda's thresholds compare. */
export const SODA_COMPARISONS: Readonly<Record<string, Comparison>> = {
  must_be: "=",
  must_not_be: "!=",
  must_be_greater_than: ">",
  must_be_greater_than_or_equal: ">=",
  must_be_less_than: "<",
  must_be_less_than_or_equal: "<=",
};

const RANGE_COMPARISONS: Readonly<Record<string, Comparison>> = {
  greater_than: ">",
  greater_than_or_equal: ">=",
  less_than: "<",
  less_than_or_equal: "<=",
};

const ODCS_COMPARISONS: Readonly<Record<string, Comparison>> = {
  mustBe: "=",
  mustNotBe: "!=",
  mustBeGreaterThan: ">",
  mustBeGreaterOrEqualTo: ">=",
  mustBeLessThan: "<",
  mustBeLessOrEqualTo: "<=",
};

/** The keys of Soda's thresholds that compare. */
export const SODA_KEYS = [...Object.keys(SODA_COMPARISONS), "must_be_between", "must_be_not_between"];

/** The keys of the data contract standard that compare. */
export const ODCS_KEYS = [...Object.keys(ODCS_COMPARISONS), "mustBeBetween", "mustNotBeBetween"];

/** The limits a Soda threshold sets; null for none, a text for what is wrong. */
export function readSodaLimits(written: JsonObject): LimitKwargs | null | string {
  const keys = SODA_KEYS.filter((key) => (written[key] ?? null) !== null);
  const [key] = keys;
  if (key === undefined) return null;
  if (keys.length > 1) return `${keys.join(" and ")} stand beside each other; one is wanted`;
  const sign = SODA_COMPARISONS[key];
  if (sign !== undefined) return compared(sign, written[key], key);
  return readSodaRange(written[key], key);
}

function readSodaRange(written: JsonValue | undefined, key: string): LimitKwargs | string {
  if (!isJsonObject(written)) return `${key} holds no object with greater_than and less_than`;
  const found = Object.entries(written).map(([name, value]) => {
    const sign = lookUp(RANGE_COMPARISONS, name);
    return sign === undefined ? `${key} holds ${name}` : compared(sign, value, name);
  });
  const fault = found.find((each) => typeof each === "string");
  if (typeof fault === "string") return fault;
  const limits: LimitKwargs = Object.assign({}, ...found);
  const { min_value: min, max_value: max } = limits;
  if (found.length !== 2 || min === undefined || max === undefined)
    return `${key} wants one limit on each side`;
  if (key === "must_be_not_between") return readSodaOutside(limits, min, max);
  return min < max ? limits : `${key} has no room between its limits`;
}

/** What must lie outside is written by the sides that are allowed: less than the one, or greater than the other. */
function readSodaOutside(allowed: LimitKwargs, above: number, below: number): LimitKwargs | string {
  if (below >= above) return "must_be_not_between wants greater_than above less_than";
  return {
    min_value: below,
    max_value: above,
    strict_min: !(allowed.strict_max ?? false),
    strict_max: !(allowed.strict_min ?? false),
    outside: true,
  };
}

/** The limits a quality rule of the data contract standard sets; null for none, a text for what is wrong. */
export function readOdcsLimits(written: JsonObject): LimitKwargs | null | string {
  const keys = ODCS_KEYS.filter((key) => (written[key] ?? null) !== null);
  const [key] = keys;
  if (key === undefined) return null;
  if (keys.length > 1) return `${keys.join(" and ")} stand beside each other; one is wanted`;
  const sign = ODCS_COMPARISONS[key];
  if (sign !== undefined) return compared(sign, written[key], key);
  const range = written[key];
  const [min, max, ...more] = Array.isArray(range) ? range : [];
  if (typeof min !== "number" || typeof max !== "number" || more.length > 0)
    return `${key} is no list of two numbers`;
  return { min_value: min, max_value: max, ...(key === "mustNotBeBetween" ? { outside: true } : {}) };
}

function compared(sign: Comparison, value: JsonValue | undefined, key: string): LimitKwargs | string {
  return typeof value === "number" ? limitsOfComparison(sign, value) : `${key} is no number`;
}

const NUMBER = String.raw`(-?\d+(?:\.\d+)?)\s*%?`;
const COMPARED = new RegExp(String.raw`^(=|==|!=|<>|<=|>=|<|>)\s*${NUMBER}$`);
const BETWEEN = new RegExp(String.raw`^(not\s+)?between\s+([[(])?\s*${NUMBER}\s+and\s+${NUMBER}\s*([\])])?$`);

/**
 * Limits as SodaCL writes them; null when it means something else.
 *
 * Without brackets both ends belong to the range.
 */
export function readComparison(text: string): LimitKwargs | null {
  const [, sign, value] = COMPARED.exec(text.trim()) ?? [];
  if (sign !== undefined) return limitsOfComparison(normalize(sign), Number(value));
  const [all, not, open, min, max, close] = BETWEEN.exec(text.trim()) ?? [];
  if (all === undefined) return null;
  const range = {
    min_value: Number(min),
    max_value: Number(max),
    strict_min: open === "(",
    strict_max: close === ")",
  };
  return not === undefined ? range : { ...range, outside: true };
}

function normalize(sign: string): Comparison {
  if (sign === "==") return "=";
  return sign === "<>" ? "!=" : (sign as Comparison);
}
