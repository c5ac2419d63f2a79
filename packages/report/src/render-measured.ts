/**
 * What a gate measured, as Markdown tables: rates of missing values, data diff, slices, drift, groups, parameters.
 *
 * @module
 */
import type { Measurements } from "@ml-gates/gate";
import { escapeMarkdown } from "./escape-markdown.ts";
import { listMeasuredTables, type MeasuredTable } from "./measured-tables.ts";
import { tableOf } from "./render-overview.ts";

/** Tables that say again what findings say, or that only a chart makes readable. */
const ELSEWHERE = /^(?:results|metrics|distances|curves|histograms)(?: · |$)/;
const MOST = { tables: 6, columns: 8, text: 40 } as const;

/** Each table with its title, at most `measured` rows of it. */
export function renderMeasured(
  measurements: Measurements | null,
  { measured }: { readonly measured: number },
): readonly string[] {
  if (measured === 0) return [];
  const tables = listMeasuredTables(measurements).filter(({ title }) => !ELSEWHERE.test(title));
  return tables.slice(0, MOST.tables).map((table) => renderTable(table, measured));
}

function renderTable({ title, columns, rows, rest }: MeasuredTable, most: number): string {
  const head = columns.slice(0, MOST.columns).map((column) => escapeMarkdown(column, MOST.text));
  const body = rows
    .slice(0, most)
    .map((row) => row.slice(0, MOST.columns).map((cell) => escapeMarkdown(cell, MOST.text)));
  const more = rows.length + rest - body.length;
  const lines = [`**${escapeMarkdown(title, 80)}**`, "", tableOf([head, ...body])];
  return [...lines, ...(more > 0 ? ["", `*${more} more rows are not shown here.*`] : [])].join("\n");
}
