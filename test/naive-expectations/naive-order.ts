/**
 * Expectations that hold a row's number against the other rows: order, z-scores, outliers.
 *
 * @module
 */
import { mean, quantile, sampleDeviation } from "./naive-numbers.ts";
import { countPresent, type Kwargs } from "./naive-rows.ts";
import {
  type Cell,
  cellAt,
  columnOf,
  compareCells,
  isMissing,
  type NaiveTable,
  type Outcome,
  Raised,
} from "./naive-table.ts";

/** From the present numbers, in row order, to a test of the n-th of them. */
type OrderTester = (values: readonly number[], kwargs: Kwargs, more: More) => (index: number) => boolean;

interface More {
  /** The numbers with all their digits. */
  readonly cells: readonly Cell[];
  readonly generation: NaiveTable["generation"];
}

const TESTERS: Readonly<Record<string, OrderTester>> = {
  expect_column_values_to_be_increasing:
    (_, kwargs, { cells }) =>
    (index) =>
      falls(cells, index, kwargs, 1),
  expect_column_values_to_be_decreasing:
    (_, kwargs, { cells }) =>
    (index) =>
      falls(cells, index, kwargs, -1),
  expect_column_value_z_scores_to_be_less_than: (values, kwargs, { generation }) => {
    const [centre, deviation] = moments(values);
    const threshold = kwargs["threshold"] as number;
    // Without a deviation there is no score: unexpected to 0.18, as expected to 1.x.
    if (Number.isNaN(deviation) || deviation === 0) return () => generation === "0.18";
    return (index) => {
      const score = ((values[index] ?? 0) - centre) / deviation;
      return kwargs["double_sided"] === true ? Math.abs(score) >= Math.abs(threshold) : score >= threshold;
    };
  },
  expect_column_values_to_not_be_outliers: (values, kwargs) => {
    const multiplier = (kwargs["multiplier"] as number | undefined) ?? 1.5;
    return kwargs["method"] === "std"
      ? farFromMean(values, multiplier)
      : outsideQuartiles(values, multiplier);
  },
};

function falls(cells: readonly Cell[], index: number, kwargs: Kwargs, sign: 1 | -1): boolean {
  if (index === 0) return false;
  const difference = sign * compareCells(cells[index] ?? null, cells[index - 1] ?? null);
  return kwargs["strictly"] === true ? difference <= 0 : difference < 0;
}

/** An infinite value leaves nothing to measure against: Great Expectations passes everything, the gate nothing. */
function moments(values: readonly number[]): readonly [mean: number, deviation: number] {
  if (!values.every(Number.isFinite)) throw new Raised("there is no finite mean");
  return [mean(values), sampleDeviation(values)];
}

function farFromMean(values: readonly number[], multiplier: number): (index: number) => boolean {
  const [centre, deviation] = moments(values);
  return (index) => {
    const distance = Math.abs((values[index] ?? 0) - centre);
    if (Number.isNaN(deviation)) return false;
    return multiplier * deviation === 0 ? distance !== 0 : distance >= multiplier * deviation;
  };
}

function outsideQuartiles(values: readonly number[], multiplier: number): (index: number) => boolean {
  const [low, high] = [quantile(values, 0.25, "linear"), quantile(values, 0.75, "linear")];
  if (values.length > 0 && !Number.isFinite(high - low)) throw new Raised("there are no finite quartiles");
  const reach = multiplier * (high - low);
  return (index) => (values[index] ?? 0) < low - reach || (values[index] ?? 0) > high + reach;
}

/** The outcome of an expectation about order or distance; null for any other. */
export function interpretOrder(name: string, kwargs: Kwargs, table: NaiveTable): Outcome | null {
  const tester = TESTERS[name];
  if (tester === undefined) return null;
  const column = columnOf(table, kwargs["column"]);
  const present = table.rows.filter((row) => !isMissing(cellAt(column, row)));
  const numeric = column.kind === "integer" || column.kind === "float";
  if (!numeric && present.length > 0) throw new Raised("numbers were wanted");
  const cells = present.map((row) => cellAt(column, row));
  const isUnexpected = tester(cells.map(Number), kwargs, { cells, generation: table.generation });
  const mostly = (kwargs["mostly"] as number | undefined) ?? 1;
  return countPresent({ table, column, mostly, isUnexpected: (row) => isUnexpected(present.indexOf(row)) });
}
