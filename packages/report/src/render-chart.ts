/**
 * The gated metric over the last baselines, or over the pushes where no report has any: as a chart, and as a table, since
 * not every reader's client draws charts.
 *
 * @module
 */
import type { GateReport } from "@ml-gates/gate";
import type { Push } from "./comment-state.ts";
import { markdownCode } from "./escape-markdown.ts";
import { decimalsFor, formatNumber } from "./format-number.ts";
import { plainText } from "./plain-text.ts";
import { findRecent, type RecentMetric } from "./recent-baselines.ts";
import { tableOf } from "./render-overview.ts";

/** One line a column, but for the first, which names the points. */
interface Drawing {
  readonly metric: string;
  readonly over: string;
  readonly columns: readonly string[];
  readonly points: readonly { readonly label: string; readonly values: readonly number[] }[];
}

/** Chart and table, folded; empty where there is nothing to compare. */
export function renderChart(reports: readonly GateReport[], pushes: readonly Push[]): string {
  const recent = findRecent(reports);
  const drawing = recent === null ? planPushes(pushes) : planBaselines(recent);
  if (drawing === null) return "";
  const { metric, over, columns, points } = drawing;
  const decimals = decimalsFor(points.flatMap(({ values }) => values));
  const cells = points.map(({ label, values }) => [
    markdownCode(label),
    ...values.map((value) => formatNumber(value, decimals)),
  ]);
  return [
    `<details><summary>📈 ${markdownCode(metric, 60)} over the last ${over}</summary>`,
    "",
    drawChart(drawing),
    "",
    tableOf([columns, ...cells], "lrr".slice(0, columns.length)),
    "",
    "</details>",
  ].join("\n");
}

function planBaselines({ name, points }: RecentMetric): Drawing {
  return {
    metric: name,
    over: "baselines",
    columns: ["Version", "Value"],
    points: points.map(({ version, value }) => ({ label: shortVersion(version), values: [value] })),
  };
}

function planPushes(pushes: readonly Push[]): Drawing | null {
  const last = pushes.findLast(({ metric }) => metric !== null)?.metric;
  const points = pushes.flatMap(({ commit, metric }) =>
    metric !== null && metric.name === last?.name
      ? [{ label: commit.slice(0, 7), values: [metric.baseline, metric.candidate] }]
      : [],
  );
  if (last == null || points.length < 2) return null;
  return { metric: last.name, over: "pushes", columns: ["Push", "Baseline", "Candidate"], points };
}

/** A commit as git abbreviates it. */
function shortVersion(version: string): string {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(version) ? version.slice(0, 7) : plainText(version, 20);
}

/** Mermaid's own first colour is hardly seen on white; these are seen on white and on black. */
const COLOURS = '%%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "#2f81f7, #d29922"}}}}%%';

function drawChart({ metric, columns, points }: Drawing): string {
  const lines = columns.slice(1).map((column, index) => {
    const values = points.map((point) => plainNumber(point.values[index] ?? 0));
    return `  line "${column.toLowerCase()}" [${values.join(", ")}]`;
  });
  return [
    "```mermaid",
    COLOURS,
    "xychart-beta",
    `  title "${inert(metric)}"`,
    `  x-axis [${points.map(({ label }) => `"${inert(label)}"`).join(", ")}]`,
    ...lines,
    "```",
  ].join("\n");
}

/** Mermaid reads quotes, brackets and line ends: a name keeps only what it does not read; and it wants one. */
function inert(text: string): string {
  return plainText(text, 60).replaceAll(/[^\p{L}\p{N}_. -]/gu, " ") || "unnamed";
}

/** Mermaid knows no exponents. */
function plainNumber(value: number): string {
  return Math.abs(value) < 1e21 ? value.toFixed(Math.min(12, decimalsFor([value]))) : String(BigInt(value));
}
