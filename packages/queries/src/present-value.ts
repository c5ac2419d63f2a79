/**
 * What counts as a value: NaN is missing, as pandas reads it.
 *
 * @module
 */
import { quoteName } from "./dialect.ts";
import type { Column } from "./table.ts";

/**
 * A column's value as SQL, in which NaN is NULL. Engines sort NaN above everything and one NaN makes a sum NaN.
 * `isnan`, because DuckDB decides `= NaN` by a Parquet file's statistics, which leave NaN out: always false.
 *
 * @example
 * presentValue({ name: "age", family: "integer", sqlType: "BIGINT" }); // => '"age"'
 * presentValue({ name: "x", family: "float", sqlType: "DOUBLE" }); // => 'CASE WHEN NOT isnan("x") THEN "x" END'
 */
export function presentValue(column: Column): string {
  const name = quoteName(column.name);
  const hasNan =
    column.family === "float" &&
    column.nanFree !== true &&
    !column.sqlType.toUpperCase().startsWith("DECIMAL");
  return hasNan ? `CASE WHEN NOT isnan(${name}) THEN ${name} END` : name;
}
