/**
 * What a text reads as: the guards and casts of each type, as SQL.
 *
 * A guard stands before every cast because the engine's own cast reads `1.5` as the integer 2, `1_000` as 1000 and
 * `0x1F` as 31. The types are pandas' own: dates stay text. Unlike pandas,
 * which has no missing integer or boolean, a column keeps its type when values are missing.
 *
 * @module
 */
import type { ColumnType } from "@ml-gates/gate";
import { quoteText } from "@ml-gates/queries";

/** `unsigned` holds whole numbers beyond 2^63 - 1 (and up to 2^64 - 1), `missing` a column without any value. */
export type TextType = ColumnType | "unsigned" | "missing";

/** The order in which a column's type is looked for: the first that every value fits. */
export const TEXT_TYPES: readonly [TextType, ...TextType[]] = [
  "missing",
  "boolean",
  "integer",
  "unsigned",
  "float",
  "text",
];

/** The type that is looked for after another. */
export function nextType(type: TextType): TextType {
  return TEXT_TYPES[TEXT_TYPES.indexOf(type) + 1] ?? "text";
}

const DIGITS = quoteText("[\\s\\v]*[+-]?[0-9]+[\\s\\v]*");
const DECIMALS = quoteText(
  "[\\s\\v]*[+-]?(([0-9]+\\.?[0-9]*|\\.[0-9]+)(e[+-]?[0-9]+)?|inf(inity)?)[\\s\\v]*",
);
const WHOLE = (x: string) => `regexp_full_match(${x}, ${DIGITS})`;

const CASTS: Readonly<Record<TextType, (x: string) => string>> = {
  missing: () => "CAST(NULL AS DOUBLE)",
  boolean: (x) => `CASE lower(${x}) WHEN 'true' THEN true WHEN 'false' THEN false END`,
  integer: (x) => `CASE WHEN ${WHOLE(x)} THEN TRY_CAST(${x} AS BIGINT) END`,
  unsigned: (x) => `CASE WHEN ${WHOLE(x)} THEN TRY_CAST(${x} AS UBIGINT) END`,
  // `1e999` is no float, as in pandas: only what says infinity is infinite.
  float: (x) =>
    `CASE WHEN regexp_full_match(${x}, ${DECIMALS}, 'i') AND (NOT isinf(TRY_CAST(${x} AS DOUBLE)) OR ${x} ILIKE '%inf%')
     THEN TRY_CAST(${x} AS DOUBLE) END`,
  text: (x) => x,
};

/** The typed value of a text expression; NULL where the text does not fit. */
export function castText(type: TextType, expression: string): string {
  return CASTS[type](expression);
}

/** A cast without its guard, and how many of the values it gives need the guard, as an aggregate. */
interface QuickCast {
  cast(x: string): string;
  unsure(value: string, x: string): string;
}

const QUICK: Readonly<Partial<Record<TextType, QuickCast>>> = {
  boolean: {
    cast: (x) =>
      `CASE ${x} WHEN 'true' THEN true WHEN 'false' THEN false WHEN 'True' THEN true WHEN 'False' THEN false END`,
    unsure: (value, x) => `count(${x}) - count(${value})`,
  },
  integer: {
    cast: (x) => `TRY_CAST(${x} AS BIGINT)`,
    // Below 100, whatever is no row of digits alone is longer than they are; to write a number takes longer than to cast it.
    unsure: (value, x) =>
      `count(${x}) - coalesce(count_if(CASE WHEN ${value} BETWEEN 0 AND 9 THEN strlen(${x}) = 1` +
      ` WHEN ${value} BETWEEN 10 AND 99 THEN strlen(${x}) = 2 ELSE CAST(${value} AS VARCHAR) = ${x} END), 0)`,
  },
  float: {
    cast: (x) => `TRY_CAST(${x} AS DOUBLE)`,
    // The engine takes 1_000 and +-5 for numbers. An aggregate each is cheaper than one whose condition has many parts.
    unsure: (value, x) =>
      `count(${x}) - count(${value}) + coalesce(count_if(contains(${x}, '_')), 0)` +
      ` + coalesce(count_if(contains(${x}, '+-')), 0) + ${countOverflown(value)}`,
  },
};

/** Not 0 when some float is infinite or not a number, or all are huge, as an aggregate: none of these has a finite sum. */
export function countOverflown(value: string): string {
  return `CAST(NOT isfinite(coalesce(sum(${value}), 0)) AS INTEGER)`;
}

/** The typed value of a text expression, right only where {@link countUnsure} is 0. */
export function castQuickly(type: TextType, expression: string): string {
  return (QUICK[type]?.cast ?? CASTS[type])(expression);
}

/** Not 0 when a quick cast may have got some text wrong, as an aggregate over its values. */
export function countUnsure(type: TextType, value: string, expression: string): string {
  return QUICK[type]?.unsure(value, expression) ?? `count(${expression}) - count(${value})`;
}

/** What each type's texts look like, and some others: a text that does not is none of them. */
const LOOKS: Readonly<Record<TextType, RegExp>> = {
  missing: /^(?!)/,
  boolean: /^(?:true|false)$/i,
  integer: /^\s*[+-]?\d+\s*$/,
  unsigned: /^\s*[+-]?\d+\s*$/,
  float: /^\s*[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|inf(?:inity)?)\s*$/i,
  text: /^/,
};

/** The first type from `start` on that none of the texts refutes. */
export function firstLikely(texts: readonly string[], start: TextType): TextType {
  const types = TEXT_TYPES.slice(TEXT_TYPES.indexOf(start));
  return types.find((type) => texts.every((text) => LOOKS[type].test(text))) ?? "text";
}

/** Whether such an aggregate leaves a doubt; one that has no answer does. */
export function isDoubt(answer: unknown): boolean {
  return answer === null || answer === undefined || Number(answer) !== 0;
}

/** How many of a column's texts do not fit the type, as an aggregate. */
export function countMisfits(type: TextType, expression: string): string {
  return type === "text" ? "0" : `count(${expression}) - count(${castText(type, expression)})`;
}

/**
 * Whether a type may be inferred for a column, as an aggregate; without rows only text holds. Whole numbers too large
 * for any integer stay text: as floats they would lose digits without a word.
 */
export function holds(type: TextType, expression: string): string {
  if (type === "missing") return `count(*) > 0 AND count(${expression}) = 0`;
  const fits = `count(${expression}) > 0 AND ${countMisfits(type, expression)} = 0`;
  return type === "float" ? `${fits} AND count(*) FILTER (WHERE NOT ${WHOLE(expression)}) > 0` : fits;
}

/** What pandas 2 reads as missing by default. */
export const MISSING_TEXTS: readonly string[] = [
  "",
  "#N/A",
  "#N/A N/A",
  "#NA",
  "-1.#IND",
  "-1.#QNAN",
  "-NaN",
  "-nan",
  "1.#IND",
  "1.#QNAN",
  "<NA>",
  "N/A",
  "NA",
  "NULL",
  "NaN",
  "None",
  "n/a",
  "nan",
  "null",
];
