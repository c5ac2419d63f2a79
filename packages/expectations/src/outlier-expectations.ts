/**
 * Expectations about values far from the rest of their column: first the column's statistics, then its rows.
 *
 * @module
 */
import { type Ask, type Column, presentValue, quoteNumber, type SqlValue } from "@ml-gates/queries";
import { comparable, findColumn, NotEvaluable } from "./comparable.ts";
import { type Definition, define } from "./define.ts";
import { defaulting, flag, type KwargType, number, required } from "./kwarg-types.ts";
import { about, unlessVacuous } from "./map-expectations.ts";
import { askRows, whereRows } from "./map-question.ts";
import { asDouble, operandOf, requireNumbers, sampleDeviation } from "./numeric-column.ts";
import { leadTo, type Question } from "./question.ts";
import type { Generation } from "./suite.ts";
import { tellName, tellValue } from "./tell.ts";

const method: KwargType<"iqr" | "std"> = {
  read: (value) => (value === "iqr" || value === "std" ? value : { wanted: "iqr or std" }),
};

const multiplier: KwargType<number> = {
  read: (value) =>
    typeof value === "number" && value >= 0 ? number.read(value) : { wanted: "a number of at least 0" },
};

const REMEDY =
  "Look at these rows: another unit, a code for missing values or a shifted column is the usual cause. If the values are right, allow for them with `mostly` or a wider limit.";

/** What is far away: statistics of the column, and from them a condition, in words and in SQL. */
interface Distance {
  readonly column: Column;
  readonly mostly: number;
  readonly statistics: Readonly<Record<string, Ask>>;
  /** Numbers, or null where there is none; the members of a list are numbered. */
  condition(statistics: Readonly<Record<string, number | null>>): string;
  readonly fault: readonly [one: string, many: string];
}

function askDistant({ column, mostly, statistics, condition, fault }: Distance): Question {
  return leadTo(statistics, (answers) => {
    const read = Object.entries(answers).flatMap(([name, answer]) =>
      [answer]
        .flat()
        .map((each, index) => [
          Array.isArray(answer) ? `${name}${index}` : name,
          readStatistic(column, each),
        ]),
    );
    const unexpected = whereRows(column, condition(Object.fromEntries(read)));
    return askRows({ column, mostly, testsMissing: false, unexpected, fault, remedy: REMEDY });
  });
}

/** Great Expectations finds no outliers beside an infinite statistic; here that is no pass. */
function readStatistic(column: Column, answer: SqlValue): number | null {
  if (answer === null) return null;
  if (typeof answer === "number" && Number.isFinite(answer)) return answer;
  const message = `${tellName(column.name)}: the values have no finite statistics to measure against.`;
  throw new NotEvaluable(message);
}

function moments(column: Column) {
  const operand = operandOf(column);
  return { mean: asDouble(`avg(${operand})`), deviation: sampleDeviation(operand) };
}

/** Without a deviation there is no z-score: as expected to Great Expectations 1.x, unexpected to 0.18. */
function withoutDeviation(column: Column, generation: Generation): string {
  return generation === "1.x" ? "FALSE" : `${presentValue(column)} IS NOT NULL`;
}

interface ZScores {
  readonly column: Column;
  readonly threshold: number;
  readonly doubleSided: boolean;
  readonly generation: Generation;
}

function beyondThreshold({ column, threshold, doubleSided, generation }: ZScores): Distance["condition"] {
  return ({ mean = null, deviation = null }) => {
    if (mean === null || deviation === null || deviation === 0) return withoutDeviation(column, generation);
    const z = `(${operandOf(column)} - ${quoteNumber(mean)}) / ${quoteNumber(deviation)}`;
    return doubleSided
      ? `abs(${z}) >= ${quoteNumber(Math.abs(threshold))}`
      : `${z} >= ${quoteNumber(threshold)}`;
  };
}

/** Outside the closed interval that begins and ends a multiple of the quartiles' distance from them. */
function outsideFences(column: Column, factor: number): Omit<Distance, "mostly"> {
  const operand = operandOf(column);
  return {
    column,
    // One aggregate sorts the values once.
    statistics: { quartile: { of: "rows", sql: `quantile_cont(${operand}, [0.25, 0.75])` } },
    condition: ({ quartile0: lower = null, quartile1: upper = null }) => {
      if (lower === null || upper === null) return "FALSE";
      const reach = factor * (upper - lower);
      return `${operand} < ${quoteNumber(lower - reach)} OR ${operand} > ${quoteNumber(upper + reach)}`;
    },
    fault: sideOf(`${tellValue(factor)} interquartile ranges of the quartiles`),
  };
}

/** As far from the mean as a multiple of the deviation; where that is 0, everything but the mean. */
function farFromMean(column: Column, factor: number): Omit<Distance, "mostly"> {
  const operand = operandOf(column);
  return {
    column,
    statistics: moments(column),
    condition: ({ mean = null, deviation = null }) => {
      if (mean === null || deviation === null) return "FALSE";
      const reach = factor * deviation;
      return reach <= 0
        ? `${operand} <> ${quoteNumber(mean)}`
        : `abs(${operand} - ${quoteNumber(mean)}) >= ${quoteNumber(reach)}`;
    },
    fault: sideOf(`${tellValue(factor)} standard deviations of the mean`),
  };
}

function sideOf(reach: string): readonly [string, string] {
  return [`does not lie within ${reach}`, `do not lie within ${reach}`];
}

function requireScale(column: Column): Column {
  if (comparable(column).kind === "number") return column;
  const message = `The column ${tellName(column.name)} of type ${column.sqlType} holds no numbers.`;
  throw new NotEvaluable(message, column);
}

export const OUTLIER_EXPECTATIONS: Readonly<Record<string, Definition>> = {
  expect_column_value_z_scores_to_be_less_than: define({
    kwargs: { ...about, threshold: required(number), double_sided: defaulting(flag, true) },
    ask: ({ column: name, mostly, threshold, double_sided: doubleSided }, table, { generation }) => {
      const column = findColumn(table, name);
      const reached = `${doubleSided ? "an absolute z-score" : "a z-score"} of ${tellValue(threshold)} or more`;
      return unlessVacuous(column, () =>
        askDistant({
          column,
          mostly,
          statistics: moments(requireNumbers(column)),
          condition: beyondThreshold({ column, threshold, doubleSided, generation }),
          fault: [`has ${reached}`, `have ${reached}`],
        }),
      );
    },
  }),
  expect_column_values_to_not_be_outliers: define({
    kwargs: { ...about, method: defaulting(method, "iqr"), multiplier: defaulting(multiplier, 1.5) },
    ask: (kwargs, table) => {
      const column = findColumn(table, kwargs.column);
      const distance = kwargs.method === "iqr" ? outsideFences : farFromMean;
      return unlessVacuous(column, () =>
        askDistant({ ...distance(requireScale(column), kwargs.multiplier), mostly: kwargs.mostly }),
      );
    },
  }),
};
