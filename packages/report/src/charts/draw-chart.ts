/**
 * Charts as SVG, drawn by Observable Plot in a document of its own. This file is loaded only where there is something
 * to draw: the library is most of the page's code.
 *
 * @module
 */
import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom/worker";
import { escapeHtml } from "../html.ts";
import type { Chart, IntervalRow } from "./find-charts.ts";

const WIDTH = 480;
const FONT = "12";
const ROW = 22;

/** What charts are drawn in; none is left in it. */
const { document } = parseHTML("<html><body></body></html>");

/**
 * The chart as an `svg` element that takes its colours from the page.
 *
 * @example
 * drawChart({ kind: "curves", title: "roc", axes: ["x", "y"], diagonal: true, series: [{ name: "a", points: [[0, 0], [1, 1]] }] }).startsWith("<svg"); // => true
 */
export function drawChart(chart: Chart): string {
  const svg = Plot.plot({ document, width: WIDTH, ...optionsOf(chart) });
  // The page's policy allows no style but its own, and one name is enough for a picture.
  for (const style of svg.querySelectorAll("style")) style.remove();
  for (const part of svg.querySelectorAll("[aria-label], [aria-hidden], [aria-describedby]")) {
    for (const name of ["aria-label", "aria-hidden", "aria-describedby"]) part.removeAttribute(name);
  }
  svg.removeAttribute("class");
  svg.setAttribute("font-size", FONT);
  const named = `<svg role="img" aria-label="${escapeHtml(chart.title)}"`;
  return svg.outerHTML.replace("<svg", () => named);
}

function optionsOf(chart: Chart): Plot.PlotOptions {
  if (chart.kind === "intervals") return intervalOptions(chart);
  return chart.kind === "curves" ? curveOptions(chart) : histogramOptions(chart);
}

const COLOURS: Readonly<Record<string, string>> = {
  fail: "var(--fail)",
  "not-evaluable": "var(--fail)",
  inconclusive: "var(--open)",
  pass: "var(--pass)",
};
const colourOf = ({ outcome }: IntervalRow): string => COLOURS[outcome ?? ""] ?? "var(--link)";

function intervalOptions({ rows, axis, zero }: Extract<Chart, { kind: "intervals" }>): Plot.PlotOptions {
  // Two rows of one name stay two rows.
  const placed = rows.map((row, at) => ({ ...row, at: String(at), colour: colourOf(row) }));
  return {
    height: 76 + ROW * rows.length,
    marginLeft: 205,
    marginBottom: 42,
    x: { label: axis, grid: true },
    y: {
      label: null,
      domain: placed.map(({ at }) => at),
      tickFormat: (at: string) => placed[Number(at)]?.name ?? "",
    },
    marks: [
      ...(zero ? [Plot.ruleX([0], { strokeDasharray: "4 3" })] : []),
      Plot.link(placed, {
        x1: "low",
        x2: "high",
        y1: "at",
        y2: "at",
        stroke: (row: { readonly colour: string }) => row.colour,
        strokeWidth: 2,
      }),
      Plot.dot(placed, { x: "value", y: "at", r: 4, fill: (row: { readonly colour: string }) => row.colour }),
    ],
    color: { type: "identity" },
  };
}

const LINES = ["var(--link)", "var(--warn)", "var(--open)", "var(--pass)", "var(--fail)", "var(--soft)"];
const DASHES = ["none", "6 3", "2 2", "8 2 2 2", "1 3", "10 4"];

function curveOptions({
  series,
  axes: [x, y],
  diagonal,
}: Extract<Chart, { kind: "curves" }>): Plot.PlotOptions {
  const lines = series.map(({ points }, index) =>
    Plot.line(points, {
      stroke: LINES[index] ?? "currentColor",
      strokeWidth: 2,
      strokeDasharray: DASHES[index] ?? "none",
    }),
  );
  const unit = diagonal ? { domain: [0, 1] } : {};
  const even = Plot.line(
    [
      [0, 0],
      [1, 1],
    ],
    { stroke: "var(--line)" },
  );
  return {
    height: 340,
    marginBottom: 42,
    x: { label: x, grid: true, ...unit },
    y: { label: y, grid: true, ...unit },
    marks: [...(diagonal ? [even] : []), ...lines, ...labelEnds(series)],
  };
}

/** Each line bears its name where it ends, apart from the others'. */
function labelEnds(series: Extract<Chart, { kind: "curves" }>["series"]): readonly Plot.Markish[] {
  return series.map(({ name, points }, index) => {
    const middle = points[Math.floor(((index + 1) * points.length) / (series.length + 2))] ?? [0, 0];
    return Plot.text([middle], {
      text: () => name,
      dy: 12 * (index % 2 === 0 ? 1 : -1),
      dx: 8,
      textAnchor: "start",
      fill: LINES[index] ?? "currentColor",
      stroke: "var(--page)",
      strokeWidth: 4,
    });
  });
}

function histogramOptions({ bins }: Extract<Chart, { kind: "histogram" }>): Plot.PlotOptions {
  const bars = bins.flatMap(({ label, reference, current }, at) => [
    { at: String(at), label, side: "reference", share: reference },
    { at: String(at), label, side: "current", share: current },
  ]);
  return {
    height: 220,
    marginBottom: 70,
    fx: {
      label: null,
      padding: 0.1,
      domain: bins.map((_, at) => String(at)),
      tickFormat: (at: string) => bins[Number(at)]?.label ?? "",
      tickRotate: -35,
    },
    x: { axis: null, domain: ["reference", "current"] },
    y: { label: "share of rows", grid: true },
    marks: [
      Plot.barY(bars, {
        fx: "at",
        x: "side",
        y: "share",
        fill: (bar: { readonly side: string }) => (bar.side === "current" ? "var(--link)" : "var(--warn)"),
      }),
      Plot.ruleY([0]),
    ],
    color: { type: "identity" },
  };
}
