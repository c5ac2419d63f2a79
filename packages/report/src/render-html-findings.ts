/**
 * The page's table of findings, with a filter by outcome.
 *
 * @module
 */
import type { Finding, Outcome } from "@ml-gates/gate";
import { describeFinding, rankFinding } from "./finding-row.ts";
import type { GateRow } from "./gate-row.ts";
import { type Html, html, prose, trusted } from "./html.ts";

const MOST_ROWS = 5000;

interface Row {
  readonly gate: Html;
  readonly finding: Finding;
}

/** All findings, those that stop the job first; null when no gate judged anything. */
export function renderFindings(gates: readonly GateRow[]): Html | null {
  const rows = gates
    .flatMap(({ name, report }) => {
      const gate = html`${name}`;
      return (report?.findings ?? []).map((finding): Row => ({ gate, finding }));
    })
    .sort((one, other) => rankFinding(one.finding) - rankFinding(other.finding));
  if (rows.length === 0) return null;
  const shown = rows.slice(0, MOST_ROWS);
  return html`<h2 id="findings">Findings</h2>
${renderFilter(shown)}
<div class="scroll cards" role="region" aria-labelledby="findings" tabindex="0"><table>
<thead><tr><th scope="col">Check</th><th scope="col">Outcome</th><th scope="col" class="number">Baseline</th><th scope="col" class="number">Observed</th><th scope="col" class="number">Change</th><th scope="col">Limit</th><th scope="col">Why</th></tr></thead>
<tbody>${shown.map(renderRow)}
</tbody></table></div>
${rows.length > shown.length ? html`<p class="soft">${rows.length - shown.length} more are in the report files.</p>` : null}`;
}

const ORDER: readonly Outcome[] = ["fail", "not-evaluable", "inconclusive", "skipped", "pass"];

/** The script shows it: without one it could do nothing. */
function renderFilter(rows: readonly Row[]): Html {
  const boxes = ORDER.map((outcome) => renderBox(outcome, rows)).filter((box) => box !== null);
  return html`<fieldset id="filter" hidden><legend>Show</legend><label for="search">Search</label><input id="search" type="search" autocomplete="off">${boxes}<output id="count" class="soft"></output></fieldset>`;
}

function renderBox(outcome: Outcome, rows: readonly Row[]): Html | null {
  const count = rows.filter(({ finding }) => finding.outcome === outcome).length;
  if (count === 0) return null;
  return html`<label><input type="checkbox" value="${outcome}" checked> ${outcome} (${count})</label>`;
}

function renderRow({ gate, finding }: Row): Html {
  const { name, slice, mark, outcome, ...row } = describeFinding(finding);
  const { why, remedy } = finding;
  return html`
<tr data-outcome="${finding.outcome}"><th scope="row" class="check"><code>${name}</code> <bdi>${slice}</bdi><br><small class="soft">${gate}</small></th><td class="word ${finding.outcome}">${mark} ${outcome}</td>${renderNumber(BASELINE, row.baseline)}${renderNumber(OBSERVED, row.observed, row.observedInterval)}${renderNumber(CHANGE, row.change, row.changeInterval)}<td class="limit" data-label="Limit">${row.limit}</td><td class="why">${prose(why)}${renderSamples(finding)}${remedy === null ? null : html` <span class="remedy">To do: ${prose(remedy)}</span>`}</td></tr>`;
}

const [BASELINE, OBSERVED, CHANGE] = [trusted("Baseline"), trusted("Observed"), trusted("Change")];

function renderNumber(label: Html, text: string, interval = ""): Html {
  if (text === "–") return html`<td></td>`;
  const between = interval === "" ? null : html`<br><small class="soft">${interval}</small>`;
  return html`<td class="number" data-label="${label}">${text}${between}</td>`;
}

function renderSamples({ samples }: Finding): Html | null {
  if (samples.length === 0) return null;
  const seen = samples
    .slice(0, 5)
    .map(
      ({ row, value }) =>
        html` <code>${JSON.stringify(value).slice(0, 80)}</code>${row === null ? "" : ` in row ${row}`}`,
    );
  return html` Seen:${seen}.`;
}
