/**
 * The step's summary page: the same story as the comment, with nothing folded away that fits.
 *
 * @module
 */
import type { GateReport } from "@ml-gates/gate";
import { escapeMarkdown } from "./escape-markdown.ts";
import { listGates } from "./gate-row.ts";
import { mergeSections } from "./merge-sections.ts";
import { listMetrics } from "./metric-row.ts";
import { renderChart } from "./render-chart.ts";
import { NO_FACTS, type RunFacts, renderFooter, renderHeadline } from "./render-comment.ts";
import { type Detail, renderGateBody } from "./render-details.ts";
import {
  METRIC_ROWS,
  renderGateTable,
  renderMetricTable,
  renderTroubles,
  sayVerdict,
} from "./render-overview.ts";

/** GitHub drops a summary over 1 MiB as a whole. The space below it is for what other tools wrote to the step. */
export const SUMMARY_BYTES = 1_000_000;

const DETAIL: Omit<Detail, "metrics"> = {
  findings: 1000,
  passing: true,
  evidence: true,
  measured: 100,
  text: 300,
};

/**
 * The summary as Markdown; sections that do not fit in `budget` bytes are left out whole, and counted.
 *
 * @example
 * renderSummary([]).split("\n")[0]; // => "### 🚫 ml-gates: not everything ran"
 */
export function renderSummary(
  reports: readonly GateReport[],
  facts: RunFacts = NO_FACTS,
  budget: number = SUMMARY_BYTES,
): string {
  const gates = listGates(reports, facts.missing);
  const detail = { ...DETAIL, metrics: listMetrics(reports, METRIC_ROWS).rest > 0 };
  const sections = [
    renderHeadline(reports, facts, mergeSections(reports, facts, { standing: null })),
    renderGateTable(gates, DETAIL.text),
    renderMetricTable(reports, { rows: METRIC_ROWS, text: DETAIL.text }),
    renderTroubles(gates, DETAIL.text),
    ...gates.flatMap((gate) => {
      if (gate.report === null) return [];
      const heading = `#### ${escapeMarkdown(gate.name, 60)}: ${sayVerdict(gate)}`;
      return [[heading, ...renderGateBody(gate.report, detail)].join("\n\n")];
    }),
    renderChart(reports, []),
  ].filter((section) => section !== "");
  return cutSections(sections, renderFooter(reports, facts), budget);
}

function cutSections(sections: readonly string[], footer: string, budget: number): string {
  const left = (count: number): string =>
    `*${count} sections are left out for their size: see the report files.*`;
  let room = budget - Buffer.byteLength(footer) - Buffer.byteLength(left(sections.length)) - 6;
  const kept = sections.filter((section) => {
    room -= Buffer.byteLength(section) + 2;
    return room >= 0;
  });
  const cut = sections.length - kept.length;
  return `${[...kept, ...(cut === 0 ? [] : [left(cut)]), footer].join("\n\n")}\n`;
}
