/**
 * Values of a column that must stand in a column of another declared table: a foreign key.
 *
 * @module
 */
import { quoteName, readRows, type SqlValue } from "@ml-gates/queries";
import { findColumn } from "./comparable.ts";
import { type Definition, define } from "./define.ts";
import { required, text } from "./kwarg-types.ts";
import { countOf, type Evaluated } from "./question.ts";
import { tellCount, tellList, tellName } from "./tell.ts";

/** Missing values refer to nothing and are not tested; missing values there are no target. */
function writeQuery(column: string, table: string, target: string): string {
  const value = `batch.${quoteName(column)}`;
  return (
    `WITH orphans AS (SELECT ${value} AS value FROM batch WHERE ${value} IS NOT NULL` +
    ` AND NOT EXISTS (SELECT 1 FROM ${quoteName(table)} AS target WHERE target.${quoteName(target)} = ${value}))` +
    ` SELECT (SELECT count(*) FROM batch) AS elements, (SELECT count(${value}) FROM batch) AS tested,` +
    " (SELECT count(*) FROM orphans) AS unexpected," +
    " (SELECT list(value) FROM (SELECT DISTINCT value FROM orphans ORDER BY value LIMIT 10)) AS first"
  );
}

/** The definition of `values_in_other_table`. */
export const VALUES_IN_OTHER_TABLE: Definition = define({
  kwargs: { column: required(text), other_table: required(text), other_column: required(text) },
  ask: ({ column, other_table, other_column }, table) => {
    const { name } = findColumn(table, column);
    const sql = writeQuery(name, other_table, other_column);
    const target = `${tellName(other_table)}.${tellName(other_column)}`;
    return {
      asks: { rows: { of: "query", sql, tables: [other_table] } },
      judge: ({ rows }) => judgeOrphans(tellName(name), target, rows ?? null),
    };
  },
});

function judgeOrphans(name: string, target: string, answer: SqlValue): Evaluated {
  const [row = {}] = readRows(answer);
  const elements = countOf(row["elements"]);
  const tested = countOf(row["tested"]);
  const unexpected = countOf(row["unexpected"]);
  const first =
    Array.isArray(row["first"]) && row["first"].length > 0 ? `, such as ${tellList(row["first"])}` : "";
  return {
    success: unexpected === 0,
    observed: null,
    counts: { elements, missing: elements - tested, tested, unexpected },
    samples: [],
    exception: null,
    why: `${name}: ${tellCount(unexpected)} of ${tellCount(tested)} values are not in ${target}${first}. Wanted: at most 0.`,
    remedy: "Load the missing rows of the other table, or correct the values that refer to nothing.",
  };
}
