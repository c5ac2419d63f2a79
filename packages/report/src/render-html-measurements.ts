/**
 * The page's tables of what the gates measured, such as rates by group.
 *
 * @module
 */
import type { GateRow } from "./gate-row.ts";
import { type Html, html, trusted } from "./html.ts";
import { listMeasuredTables, type MeasuredTable } from "./measured-tables.ts";

/** One table per list of records a gate measured; null when there is none. */
export function renderMeasurements(gates: readonly GateRow[]): Html | null {
  const tables = gates.flatMap(({ name, report }) =>
    listMeasuredTables(report?.measurements ?? null).map((table) => renderTable(name, table)),
  );
  return tables.length === 0 ? null : html`<h2>Measurements</h2>${tables}`;
}

/** Longer tables are folded. */
const OPEN_ROWS = 12;
const NUMBER = /^[+-]?[\d.]+(e[+-]?\d+)?$/;

function renderTable(gate: string, { title, columns, rows, rest }: MeasuredTable): Html {
  const numeric = columns.map((_, index) =>
    rows.every((row) => NUMBER.test(row[index] ?? "") || row[index] === "–"),
  );
  const side = (index: number): string => (numeric[index] ? "number" : "text");
  const label = `${gate}: ${title}`;
  return html`
<details${trusted(rows.length > OPEN_ROWS ? "" : " open")}><summary>${label} (${rows.length + rest})</summary>
<div class="scroll" role="region" aria-label="${label}" tabindex="0"><table>
<thead><tr>${columns.map((column, index) => html`<th scope="col" class="${side(index)}">${column}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row) => html`
<tr>${row.map((cell, index) => html`<td class="${side(index)}">${cell}</td>`)}</tr>`,
  )}
</tbody></table></div>
${rest > 0 ? html`<p class="soft">${rest} more rows are in the report file.</p>` : null}</details>`;
}
