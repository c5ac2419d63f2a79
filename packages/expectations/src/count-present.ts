/**
 * How many values each column holds: what a report's table of columns is made of.
 *
 * @module
 */
import { type Ask, type Column, presentValue, type Table } from "@ml-gates/queries";

/** Beyond this many columns only those that the suite asks about are counted: a scan of the others costs too much. */
const MOST_COLUMNS = 200;

/** Asks for the number of values that are not missing. */
export function askPresent(column: Column): Ask {
  return { of: "rows", sql: `count(${presentValue(column)})` };
}

/** What a suite's plan asks beside the suite. */
export function askColumns({ columns }: Table): readonly Ask[] {
  return columns.length > MOST_COLUMNS ? [] : columns.map(askPresent);
}
