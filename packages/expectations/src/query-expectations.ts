/**
 * Expectations about the rows that a suite's own queries give.
 *
 * @module
 */
import type { JsonValue } from "@ml-gates/gate";
import { type Row, readRows, type SqlValue } from "@ml-gates/queries";
import { type Definition, define } from "./define.ts";
import { defaulting, fraction, type KwargType, required, text } from "./kwarg-types.ts";
import { plain } from "./map-question.ts";
import { fillTemplate } from "./query-template.ts";
import type { Evaluated } from "./question.ts";
import type { Generation } from "./suite.ts";
import { tellCount, tellShare } from "./tell.ts";

/** A query, its placeholder filled in. */
const query: KwargType<string> = {
  read: (value) => {
    if (typeof value !== "string") return { wanted: "a query as text" };
    const filled = fillTemplate(value);
    return typeof filled === "string" ? filled : { wanted: `a query without ${filled.fault}` };
  },
};

/** Great Expectations keeps no more rows in its result. */
const MOST_ROWS = 200;
const TOTAL = "ml_gates_total";

const REMEDY =
  "Look at these rows with the query itself, and correct them, or the query if they may be there.";

/** All rows are counted, the first are kept. */
function countRows(sql: string): string {
  return (
    `WITH unexpected_rows_of_query AS MATERIALIZED (\n${sql}\n)` +
    ` SELECT (SELECT count(*) FROM unexpected_rows_of_query) AS ${TOTAL}, *` +
    ` FROM unexpected_rows_of_query LIMIT ${MOST_ROWS}`
  );
}

function judgeUnexpected(rows: readonly Row[], generation: Generation): Evaluated {
  const total = Number(rows[0]?.[TOTAL] ?? 0);
  const shown = rows.map(({ [TOTAL]: _, ...row }) => plain(row));
  const observed = generation === "1.x" ? total : `${total} unexpected ${total === 1 ? "row" : "rows"}`;
  const first = shown[0] === undefined ? "" : `; the first is ${tellRow(shown[0])}`;
  return {
    success: total === 0,
    observed,
    counts: null,
    samples: [],
    result: { observed_value: observed, details: { unexpected_rows: shown } },
    exception: null,
    why: `The query gives ${tellCount(total)} ${total === 1 ? "row" : "rows"}${first}; wanted: none.`,
    remedy: REMEDY,
  };
}

/** A row of a stranger's data, cut. */
function tellRow(row: JsonValue): string {
  const written = JSON.stringify(row);
  return written.length > 200 ? `${written.slice(0, 199)}…` : written;
}

function judgeMatch(base: readonly Row[], comparison: readonly Row[], mostly: number): Evaluated {
  const missing = subtract(comparison, base);
  const unexpected = subtract(base, comparison);
  const larger = Math.max(base.length, comparison.length);
  const matched = comparison.length - missing.length;
  const percent = larger === 0 ? 0 : (1 - matched / larger) * 100;
  const differing = larger - matched;
  const wanted = mostly === 1 ? "at most 0" : `at most ${tellShare(1 - mostly)}`;
  const list = (rows: readonly Row[]) => rows.slice(0, MOST_ROWS).map(plain);
  return {
    success: 100 - percent >= mostly * 100,
    observed: null,
    counts: null,
    samples: [],
    result: {
      unexpected_count: differing,
      unexpected_percent: percent,
      details: { missing_rows: list(missing), unexpected_rows: list(unexpected) },
    },
    exception: null,
    why: `${tellCount(differing)} of ${tellCount(larger)} rows of the two queries have no match; wanted: ${wanted}.`,
    remedy: "Run both queries side by side; the rows that only one of them gives show where the tables part.",
  };
}

/** The rows of one list that the other has not, each as often as it is missing. */
function subtract(rows: readonly Row[], others: readonly Row[]): readonly Row[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(rowKey(other), (left.get(rowKey(other)) ?? 0) + 1);
  return rows.filter((row) => {
    const count = left.get(rowKey(row)) ?? 0;
    left.set(rowKey(row), count - 1);
    return count <= 0;
  });
}

/** Rows are compared by their values in order, not by the names of their columns; 1, 1.0 and true are one value. */
function rowKey(row: Row): string {
  return JSON.stringify(Object.values(row).map(valueKey));
}

function valueKey(value: SqlValue): JsonValue {
  if (typeof value === "boolean") return Number(value);
  return typeof value === "string" ? ["text", value] : plain(value);
}

export const QUERY_EXPECTATIONS: Readonly<Record<string, Definition>> = {
  unexpected_rows_expectation: define({
    kwargs: { unexpected_rows_query: required(query) },
    ask: ({ unexpected_rows_query }, _, { generation }) => ({
      asks: { rows: { of: "query", sql: countRows(unexpected_rows_query), tables: [] } },
      judge: ({ rows }) => judgeUnexpected(readRows(rows ?? null), generation),
    }),
  }),
  expect_query_results_to_match_comparison: define({
    kwargs: {
      base_query: required(query),
      comparison_data_source_name: required(text),
      comparison_query: required(query),
      mostly: defaulting(fraction, 1),
    },
    ask: (kwargs) => ({
      asks: {
        base: { of: "query", sql: kwargs.base_query, tables: [] },
        comparison: {
          of: "query",
          sql: kwargs.comparison_query,
          tables: [kwargs.comparison_data_source_name],
        },
      },
      judge: ({ base, comparison }) =>
        judgeMatch(readRows(base ?? null), readRows(comparison ?? null), kwargs.mostly),
    }),
  }),
};
