/**
 * What changed since the pushes before: verdicts in a row, findings that are resolved, the gated metric as a chart.
 *
 * @module
 */
import type { Push } from "./comment-state.ts";
import { markdownCode } from "./escape-markdown.ts";
import { decimalsFor, formatNumber } from "./format-number.ts";
import { VERDICT_WORDS } from "./gate-row.ts";
import type { Merged } from "./merge-sections.ts";
import { tableOf } from "./render-overview.ts";

const MOST_RESOLVED = 5;
const MOST_PUSHES = 6;

/** One line of the last pushes and of what is resolved since the one before; empty on the first push. */
export function renderPast({ state: { pushes }, resolved }: Merged): string {
  if (pushes.length < 2) return "";
  const past = pushes
    .slice(-MOST_PUSHES)
    .map(({ commit, verdict }) => `${VERDICT_WORDS[verdict].mark} ${markdownCode(commit.slice(0, 7))}`);
  const shown = resolved.slice(0, MOST_RESOLVED).map((id) => markdownCode(id));
  const rest = resolved.length - shown.length;
  const gone =
    shown.length === 0 ? [] : [`Resolved: ${shown.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`];
  return [`Pushes: ${past.join(" → ")}`, ...gone].join(" · ");
}

/** The gated metric over the pushes, as a chart and as a table: not every reader's client draws charts. */
export function renderChart(pushes: readonly Push[]): string {
  const last = pushes.findLast(({ metric }) => metric !== null)?.metric;
  const points = pushes.flatMap(({ commit, metric }) =>
    metric !== null && metric.name === last?.name ? [{ commit, ...metric }] : [],
  );
  if (last == null || points.length < 2) return "";
  const decimals = decimalsFor(points.flatMap(({ baseline, candidate }) => [baseline, candidate]));
  const cells = points.map(({ commit, baseline, candidate }) => [
    markdownCode(commit.slice(0, 7)),
    formatNumber(baseline, decimals),
    formatNumber(candidate, decimals),
  ]);
  return [
    `<details><summary>📈 ${markdownCode(last.name, 60)} over the last pushes</summary>`,
    "",
    drawChart(last.name, points),
    "",
    tableOf([["Push", "Baseline", "Candidate"], ...cells], "lrr"),
    "",
    "</details>",
  ].join("\n");
}

type Point = Pick<Push, "commit"> & NonNullable<Push["metric"]>;

/** Mermaid reads quotes, brackets and line ends: a name keeps only what it does not read. */
function drawChart(name: string, points: readonly Point[]): string {
  const inert = (text: string): string => text.replaceAll(/[^\p{L}\p{N}_. -]/gu, " ");
  const series = (member: "baseline" | "candidate"): string =>
    points.map((point) => plainNumber(point[member])).join(", ");
  return [
    "```mermaid",
    "xychart-beta",
    `  title "${inert(name)}"`,
    `  x-axis [${points.map(({ commit }) => `"${inert(commit.slice(0, 7))}"`).join(", ")}]`,
    `  line "baseline" [${series("baseline")}]`,
    `  line "candidate" [${series("candidate")}]`,
    "```",
  ].join("\n");
}

/** Mermaid knows no exponents. */
function plainNumber(value: number): string {
  return value.toFixed(Math.min(12, decimalsFor([value])));
}
