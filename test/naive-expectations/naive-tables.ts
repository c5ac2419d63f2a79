/**
 * Expectations about a table: which columns it has, and how many rows.
 *
 * @module
 */
import { isOutside, type Kwargs } from "./naive-rows.ts";
import { type NaiveTable, type Outcome, observe } from "./naive-table.ts";

type Names = readonly string[];

const TABLES: Readonly<Record<string, (kwargs: Kwargs, names: Names, rows: number) => Outcome>> = {
  expect_column_to_exist: (kwargs, names) => {
    const place = names.indexOf(`${kwargs["column"]}`);
    const index = (kwargs["column_index"] as number | undefined) ?? null;
    return observe(place !== -1 && (index === null || place === (index < 0 ? names.length + index : index)));
  },
  expect_table_column_count_to_equal: (kwargs, names) =>
    observe(names.length === kwargs["value"], names.length),
  expect_table_column_count_to_be_between: (kwargs, names) =>
    observe(!isOutside(names.length, kwargs), names.length),
  expect_table_row_count_to_equal: (kwargs, _, rows) => observe(rows === kwargs["value"], rows),
  expect_table_row_count_to_be_between: (kwargs, _, rows) => observe(!isOutside(rows, kwargs), rows),
  expect_table_columns_to_match_ordered_list: (kwargs, names) =>
    observe(JSON.stringify(kwargs["column_list"]) === JSON.stringify(names)),
  expect_table_columns_to_match_set: (kwargs, names) => {
    const wanted = kwargs["column_set"] as Names;
    const superset = wanted.every((name) => names.includes(name));
    return observe(
      superset && (kwargs["exact_match"] === false || names.every((name) => wanted.includes(name))),
    );
  },
};

/** The outcome of an expectation about the table itself; null for any other. */
export function interpretTable(name: string, kwargs: Kwargs, table: NaiveTable): Outcome | null {
  const names = table.columns.map((column) => column.name);
  return TABLES[name]?.(kwargs, names, table.rows.length) ?? null;
}
