/**
 * What a gate measured, as Markdown tables: rates of missing values, data diff, slices, drift, groups, parameters.
 *
 * @module
 */
import type { Measurements } from "@ml-gates/gate";
import { escapeMarkdown } from "./escape-markdown.ts";
import { listMeasuredTables, type MeasuredTable } from "./measured-tables.ts";
import { tableOf } from "./render-overview.ts";

/** Tables that say again what findings or the chart say, or that only the page has room for. */
const ELSEWHERE =
  /^(?:overall|results|metrics|distances|curves|histograms|formats|recent|beside)(?: · |$)| · intervals$/;
/** A short list of what was set otherwise, which most readers pass by. */
const PARAMETERS = "parameters";
const MOST = { tables: 6, columns: 8, text: 40 } as const;

/** Each table with its title, at most `measured` rows of it. */
export function renderMeasured(
  measurements: Measurements | null,
  { measured }: { readonly measured: number },
): readonly string[] {
  if (measured === 0) return [];
  const tables = listMeasuredTables(measurements).filter(({ path }) => !ELSEWHERE.test(path));
  return tables
    .slice(0, MOST.tables)
    .map((table) =>
      table.path === PARAMETERS ? foldParameters(table, measured) : renderTable(table, measured),
    );
}

function foldParameters({ title, rows, rest, ...table }: MeasuredTable, measured: number): string {
  const columns = table.columns.map((column) => (column === "name" ? "parameter" : column));
  const summary = `<details><summary>${escapeMarkdown(title)} (${rows.length + rest})</summary>`;
  const body = renderRows({ ...table, title, columns, rows, rest }, measured);
  return [summary, "", body, "", "</details>"].join("\n");
}

function renderTable(table: MeasuredTable, most: number): string {
  return [`**${escapeMarkdown(table.title, 80)}**`, "", renderRows(table, most)].join("\n");
}

function renderRows({ columns, rows, rest }: MeasuredTable, most: number): string {
  const head = columns.slice(0, MOST.columns).map((column) => escapeMarkdown(column, MOST.text));
  const body = rows
    .slice(0, most)
    .map((row) => row.slice(0, MOST.columns).map((cell) => escapeMarkdown(cell, MOST.text)));
  const more = rows.length + rest - body.length;
  return [
    tableOf([head, ...body]),
    ...(more > 0 ? ["", `*${more} more rows are not shown here.*`] : []),
  ].join("\n");
}
