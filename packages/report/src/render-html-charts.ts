/**
 * The page's charts, each with its caption.
 *
 * @module
 */
import { type Chart, findCharts } from "./charts/find-charts.ts";
import type { GateRow } from "./gate-row.ts";
import { type Html, html, trusted } from "./html.ts";

const LEGENDS: Readonly<Record<Chart["kind"], string>> = {
  intervals: "A dot is the estimate, the line its interval; red fails, violet is open, green passes.",
  curves: "Each line bears its name.",
  histogram: "Of each pair the left bar is the reference, the right one the current rows.",
};

/** Those of the gates that need a reader first; drawing takes longer than all else of the page. */
const MOST_CHARTS = 16;
/** The legs of a matrix draw one chart many times over. */
const MOST_ALIKE = 4;

/** The charts of all gates; null when there is none, and then nothing is loaded to draw them. */
export async function renderCharts(gates: readonly GateRow[]): Promise<Html | null> {
  const charts = gates.flatMap(({ name, report }) =>
    report === null ? [] : findCharts(report).map((chart) => ({ name, chart })),
  );
  if (charts.length === 0) return null;
  const shown = chooseCharts(charts);
  const rest = charts.length - shown.length;
  const { drawChart } = await import("./charts/draw-chart.ts");
  const figures = shown.map(
    ({ name, chart }) => html`
<figure><figcaption><strong><bdi>${name}</bdi>: ${chart.title}</strong> <span class="soft">${LEGENDS[chart.kind]}</span></figcaption>${trusted(drawChart(chart))}</figure>`,
  );
  return html`<h2 id="charts">Charts</h2><div class="figures">${figures}</div>${rest > 0 ? html`<p class="soft">${rest} more are left out: their numbers are in the tables.</p>` : null}`;
}

function chooseCharts<Named extends { readonly chart: Chart }>(charts: readonly Named[]): readonly Named[] {
  const counts = new Map<string, number>();
  const apart = charts.filter(({ chart: { title } }) => {
    const count = (counts.get(title) ?? 0) + 1;
    counts.set(title, count);
    return count <= MOST_ALIKE;
  });
  return apart.slice(0, MOST_CHARTS);
}
