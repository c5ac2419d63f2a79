/**
 * One scan of a table for the facts of all its columns: what is there, what is missing, where the numbers lie.
 *
 * @module
 */
import type { QueryPlan } from "../paired-predictions.ts";
import { readCount } from "../read-number.ts";
import type { Row, SqlValue, Table } from "../table.ts";
import { type MeasuredColumn, projectMeasured } from "./measured-column.ts";

/** The facts of one column on one side. */
export interface ColumnFacts {
  readonly name: string;
  readonly rows: number;
  /** Rows with a value, infinite ones included. */
  readonly present: number;
  readonly infinite: number;
  /** Of the finite values; null without any, and for categories. */
  readonly lowest: number | null;
  readonly highest: number | null;
  readonly mean: number | null;
  /** Of the population (n in the denominator). */
  readonly deviation: number | null;
  /** Approximate; null for numbers. */
  readonly distinct: number | null;
}

/**
 * Facts of every column in one aggregate scan.
 *
 * @example
 * planColumnFacts({ from: "t", columns: [], rowNumber: "r" }, []).read([{ total: 3 }]); // => []
 */
export function planColumnFacts(
  table: Table,
  columns: readonly MeasuredColumn[],
): QueryPlan<readonly ColumnFacts[]> {
  const asked = columns.flatMap(({ scale }, index) =>
    scale === "number" ? askNumber(index) : askCategory(index),
  );
  const finite = columns.map((column, index) => finiteValue(column, index));
  return {
    sql:
      `SELECT count(*) AS total${asked.map((sql) => `, ${sql}`).join("")} ` +
      `FROM (SELECT *${finite.join("")} FROM ${projectMeasured({ table, columns })})`,
    read: ([row]) => columns.map((column, index) => readFacts(row, column, index)),
  };
}

function finiteValue({ infinite }: MeasuredColumn, index: number): string {
  const value = infinite ? `CASE WHEN isfinite(x${index}) THEN x${index} END` : `x${index}`;
  return `, ${value} AS f${index}`;
}

function askNumber(index: number): readonly string[] {
  return [
    `count(x${index}) AS present_${index}`,
    `count(f${index}) AS finite_${index}`,
    ...["min", "max", "avg", "stddev_pop"].map((name) => `${name}(f${index}) AS ${name}_${index}`),
  ];
}

function askCategory(index: number): readonly string[] {
  return [`count(x${index}) AS present_${index}`, `approx_count_distinct(x${index}) AS distinct_${index}`];
}

function readFacts(row: Row | undefined, { name, scale }: MeasuredColumn, index: number): ColumnFacts {
  const isNumber = scale === "number";
  const present = readCount(row, `present_${index}`);
  return {
    name,
    rows: readCount(row, "total"),
    present,
    infinite: isNumber ? present - readCount(row, `finite_${index}`) : 0,
    lowest: readMoment(row?.[`min_${index}`]),
    highest: readMoment(row?.[`max_${index}`]),
    mean: readMoment(row?.[`avg_${index}`]),
    deviation: readMoment(row?.[`stddev_pop_${index}`]),
    distinct: isNumber ? null : readCount(row, `distinct_${index}`),
  };
}

/** Sums of huge values overflow: then there is no moment to speak of. */
function readMoment(value: SqlValue | undefined): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}
