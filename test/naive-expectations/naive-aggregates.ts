/**
 * Expectations about one number of a column, and about the set of its values.
 *
 * @module
 */
import { divergence } from "./naive-divergence.ts";
import { type Interpolation, mean, quantile, sampleDeviation, sum } from "./naive-numbers.ts";
import { isOutside, type Kwargs } from "./naive-rows.ts";
import {
  type Cell,
  columnOf,
  compareCells,
  type NaiveColumn,
  type NaiveTable,
  type Outcome,
  observe,
  presentCells,
  Raised,
  sameCell,
  toCell,
} from "./naive-table.ts";

type Cells = readonly Cell[];

/** A number of the present cells; null or NaN when there is none. */
const NUMBERS: Readonly<Record<string, (values: readonly number[]) => number>> = {
  expect_column_mean_to_be_between: mean,
  expect_column_sum_to_be_between: sum,
  expect_column_median_to_be_between: (values) => quantile(values, 0.5, "midpoint"),
  expect_column_stdev_to_be_between: (values) => {
    if (!values.every(Number.isFinite)) throw new Raised("there is no finite deviation");
    return sampleDeviation(values);
  },
};

const COUNTS: Readonly<Record<string, (cells: Cells, rows: number) => number>> = {
  expect_column_unique_value_count_to_be_between: (cells) => distinct(cells).length,
  expect_column_proportion_of_unique_values_to_be_between: (cells) =>
    cells.length === 0 ? 0 : distinct(cells).length / cells.length,
  expect_column_proportion_of_non_null_values_to_be_between: (cells, rows) =>
    rows === 0 ? 0 : cells.length / rows,
};

type Judge = (cells: Cells, kwargs: Kwargs, column: NaiveColumn) => Outcome;

const JUDGES: Readonly<Record<string, Judge>> = {
  expect_column_min_to_be_between: (cells, kwargs, column) => extreme(cells, kwargs, column, -1),
  expect_column_max_to_be_between: (cells, kwargs, column) => extreme(cells, kwargs, column, 1),
  expect_column_distinct_values_to_be_in_set: (cells, kwargs, column) =>
    observe(cells.every((cell) => isIn(cell, setOf(kwargs, column)))),
  expect_column_distinct_values_to_contain_set: (cells, kwargs, column) =>
    observe(setOf(kwargs, column).every((member) => isIn(member, cells))),
  expect_column_distinct_values_to_equal_set: (cells, kwargs, column) => {
    const members = setOf(kwargs, column);
    return observe(
      cells.every((cell) => isIn(cell, members)) && members.every((member) => isIn(member, cells)),
    );
  },
  expect_column_most_common_value_to_be_in_set: (cells, kwargs, column) => {
    const modes = modesOf(cells);
    const members = setOf(kwargs, column);
    const met = kwargs["ties_okay"] === true ? modes.some((mode) => isIn(mode, members)) : modes.length === 1;
    // Times are told in ISO 8601, which is another's business.
    return observe(met && modes.some((mode) => isIn(mode, members)), column.kind === "time" ? null : modes);
  },
  expect_column_quantile_values_to_be_between: judgeQuantiles,
  expect_column_kl_divergence_to_be_less_than: (cells, kwargs) => {
    const value = divergence(cells, kwargs);
    const threshold = kwargs["threshold"] as number;
    return observe(value !== null && value <= threshold, value);
  },
};

function isIn(cell: Cell, cells: Cells): boolean {
  return cells.some((each) => sameCell(each, cell));
}

function distinct(cells: Cells): Cells {
  return cells.filter((cell, index) => cells.findIndex((each) => sameCell(each, cell)) === index);
}

function setOf(kwargs: Kwargs, column: NaiveColumn): Cells {
  return (kwargs["value_set"] as Cells)
    .filter((member) => member !== null)
    .map((member) => toCell(column, member));
}

function modesOf(cells: Cells): Cells {
  const counted = distinct(cells).map((cell) => ({
    cell,
    count: cells.filter((each) => sameCell(each, cell)).length,
  }));
  const most = Math.max(...counted.map(({ count }) => count));
  return counted.flatMap(({ cell, count }) => (count === most ? [cell] : [])).toSorted(compareCells);
}

function extreme(cells: Cells, kwargs: Kwargs, column: NaiveColumn, sign: 1 | -1): Outcome {
  for (const bound of [kwargs["min_value"], kwargs["max_value"]] as Cells) {
    if (bound !== null && bound !== undefined) toCell(column, bound);
  }
  const [value = null] = cells.toSorted((a, b) => -sign * compareCells(a, b));
  if (value === null || value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY)
    return observe(false);
  const observed = typeof value === "string" || typeof value === "boolean" ? null : Number(value);
  return observe(!isOutside(value, kwargs, (bound) => toCell(column, bound)), observed);
}

function judgeQuantiles(cells: Cells, kwargs: Kwargs): Outcome {
  const { quantiles, value_ranges } = kwargs["quantile_ranges"] as {
    readonly quantiles: readonly number[];
    readonly value_ranges: readonly (readonly (number | null)[])[];
  };
  const interpolation = (kwargs["allow_relative_error"] || "nearest") as Interpolation;
  const values = quantiles.map((q) => quantile(cells.map(Number), q, interpolation));
  const met = values.map((value, index) => {
    const [low = null, high = null] = value_ranges[index] ?? [];
    return (
      isClose(value, low) ||
      isClose(value, high) ||
      ((low === null || low <= value) && (high === null || value <= high))
    );
  });
  return observe(cells.length > 0 && !met.includes(false), cells.length > 0 ? values : null);
}

function isClose(value: number, bound: number | null): boolean {
  return bound !== null && Math.abs(value - bound) <= 1e-8 + 1e-4 * Math.abs(bound);
}

/** The outcome of an expectation about a column as a whole; null for any other. */
export function interpretAggregate(name: string, kwargs: Kwargs, table: NaiveTable): Outcome | null {
  const [number, count, judge] = [NUMBERS[name], COUNTS[name], JUDGES[name]];
  if (!number && !count && !judge) return null;
  const column = columnOf(table, kwargs["column"]);
  const cells = presentCells(table, column);
  if (judge) {
    if (name === "expect_column_quantile_values_to_be_between") refuseTexts(column, cells);
    return judge(cells, kwargs, column);
  }
  if (count) return within(count(cells, table.rows.length), kwargs);
  refuseTexts(column, cells);
  return within(number?.(cells.map(Number)) ?? Number.NaN, kwargs);
}

function refuseTexts({ kind }: NaiveColumn, cells: Cells): void {
  if (cells.length === 0) return;
  if (kind === "text" || kind === "time") throw new Raised("numbers were wanted");
}

/** What is judged is rounded to twelve digits. */
function within(value: number, kwargs: Kwargs): Outcome {
  if (!Number.isFinite(value)) return observe(false);
  const judged = Number.isSafeInteger(value) ? value : Number(value.toPrecision(12));
  return observe(!isOutside(judged, kwargs), value);
}
