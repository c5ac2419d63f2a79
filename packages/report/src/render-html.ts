/**
 * One page that needs nothing else: verdict, gates, findings, what was measured, on which evidence.
 *
 * @module
 */
import { digestReports, type Evidence, type GateReport } from "@ml-gates/gate";
import { foldReports } from "./expected-reports.ts";
import {
  type GateRow,
  listGates,
  sayBlocks,
  sayOverall,
  soleModel,
  summariseReports,
  VERDICT_WORDS,
} from "./gate-row.ts";
import { type Html, html, prose, trusted } from "./html.ts";
import { PAGE_POLICY, PAGE_SCRIPT, PAGE_STYLE } from "./page-assets.ts";
import { isWebAddress, type RunFacts, sayProposal } from "./render-comment.ts";
import { renderCharts } from "./render-html-charts.ts";
import { renderFindings } from "./render-html-findings.ts";
import { renderMeasurements } from "./render-html-measurements.ts";

/**
 * The page as one HTML file: no request leaves it, and no text of a report is read as markup.
 *
 * @example
 * renderHtml([], NO_FACTS) instanceof Promise; // => true
 */
export async function renderHtml(reports: readonly GateReport[], facts: RunFacts): Promise<string> {
  const gates = listGates(reports, facts.missing);
  const charts = await renderCharts(gates);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(PAGE_POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>ml-gates: ${sayOverall(foldReports(reports, facts.missing).verdict)}</title>
<style>${trusted(PAGE_STYLE)}</style>
</head>
<body>
<main>
${renderBanner(reports, facts)}
${renderGates(gates)}
${renderProblems(gates)}
${renderFindings(gates)}
${charts}
${renderMeasurements(gates)}
${renderEvidence(gates)}
</main>
<script>${trusted(PAGE_SCRIPT)}</script>
</body>
</html>
`;
  return page.html;
}

function renderBanner(reports: readonly GateReport[], facts: RunFacts): Html {
  const { missing, commit, runUrl, command, proposed = [] } = facts;
  const proposal = sayProposal(reports, proposed);
  const overall = foldReports(reports, missing);
  const { verdict } = overall;
  const model = soleModel(reports);
  return html`<header class="verdict ${verdict}">
<h1>${VERDICT_WORDS[verdict].mark} ${sayOverall(verdict)}${model === null ? null : html` · <bdi>${model}</bdi>`}</h1>
<p class="said">The change <strong>${sayBlocks(overall)}</strong>. ${summariseReports(reports, missing)}</p>${
    proposal === null
      ? null
      : html`
<p>${proposal}</p>`
  }
<p>${commit === null ? null : html`Commit <code>${commit.slice(0, 12)}</code> · `}evidence <code>${digestReports(reports).slice(0, 19)}</code>${renderLink(runUrl)}</p>
${command === null ? null : html`<p>The same verdict locally: <code>${command}</code></p>`}
</header>`;
}

/** Only a web address becomes a link. */
function renderLink(url: string | null): Html | null {
  return url !== null && isWebAddress(url) ? html` · <a href="${url}">the run</a>` : null;
}

function renderGates(gates: readonly GateRow[]): Html {
  const rows = gates.map(
    ({ name, verdict, counts, summary }) => html`
<tr><th scope="row"><bdi>${name}</bdi></th><td class="word ${verdict}">${sayMark(verdict)}</td><td data-label="Findings">${counts}</td><td class="why">${prose(summary)}</td></tr>`,
  );
  return html`<h2 id="gates">Gates</h2>
<div class="scroll cards" role="region" aria-labelledby="gates" tabindex="0"><table>
<thead><tr><th scope="col">Gate</th><th scope="col">Verdict</th><th scope="col">Findings</th><th scope="col">Summary</th></tr></thead>
<tbody>${rows}
</tbody></table></div>`;
}

function sayMark(verdict: GateRow["verdict"]): string {
  return `${VERDICT_WORDS[verdict].mark} ${VERDICT_WORDS[verdict].word}`;
}

const MOST_PROBLEMS = 200;

function renderProblems(gates: readonly GateRow[]): Html | null {
  const problems = gates.flatMap(({ name, report }) =>
    (report?.error?.problems ?? []).map((each) => ({ name, ...each })),
  );
  if (problems.length === 0) return null;
  const items = problems.slice(0, MOST_PROBLEMS).map(
    ({ name, message, remedy, path, line }) => html`
<li><p><strong><bdi>${name}</bdi></strong> ${path === undefined ? null : html`<code>${path}${line === undefined ? "" : `:${line}`}</code> `}${prose(message)}</p><p class="soft">To do: ${prose(remedy)}</p></li>`,
  );
  return html`<h2>Why a gate did not run</h2><ul>${items}</ul>`;
}

const MOST_EVIDENCE = 500;

function renderEvidence(gates: readonly GateRow[]): Html | null {
  const evidence = gates.flatMap(({ name, report }) =>
    (report?.evidence ?? []).map((each) => ({ name, ...each })),
  );
  if (evidence.length === 0) return null;
  return html`<h2 id="evidence">Evidence</h2>
<div class="scroll cards" role="region" aria-labelledby="evidence" tabindex="0"><table>
<thead><tr><th scope="col">Gate</th><th scope="col">Role</th><th scope="col">Origin</th><th scope="col" class="number">Rows</th><th scope="col">Digest</th></tr></thead>
<tbody>${evidence.slice(0, MOST_EVIDENCE).map(renderOrigin)}
</tbody></table></div>`;
}

function renderOrigin({
  name,
  role,
  uri,
  version,
  rows,
  digest,
}: Evidence & { readonly name: string }): Html {
  const origin = version === null ? uri : `${uri} (${version})`;
  return html`
<tr><th scope="row"><bdi>${name}</bdi></th><td data-label="Role">${role}</td><td data-label="Origin"><code>${origin}</code></td><td class="number" data-label="Rows">${rows}</td><td data-label="Digest">${digest === null ? "–" : html`<code>${digest.slice(0, 19)}</code>`}</td></tr>`;
}
