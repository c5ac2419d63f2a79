/**
 * Verdicts, judged numbers and ages as OpenMetrics text: what a node exporter's textfile collector, a push gateway or
 * `promtool` reads. `docs/grafana-dashboard.json` draws it.
 *
 * @module
 */
import { type Finding, type GateReport, OUTCOMES, VERDICTS } from "@ml-gates/gate";
import { isMeasured } from "./finding-row.ts";
import { plainText } from "./plain-text.ts";

const MOST_FINDINGS = 2000;

interface Sample {
  /** As they stand between braces. */
  readonly labels: string;
  readonly value: number;
}

/**
 * Gauges: `ml_gates_verdict` (1 for the verdict a gate has, 0 for the others), `ml_gates_blocks`, `ml_gates_findings`
 * by outcome, `ml_gates_observed` and `ml_gates_baseline` of each judged number, and
 * `ml_gates_run_timestamp_seconds`, from which the age of a verdict follows.
 *
 * @example
 * renderOpenMetrics([]).endsWith("# EOF\n"); // => true
 */
export function renderOpenMetrics(reports: readonly GateReport[]): string {
  const families: readonly (readonly [name: string, help: string, samples: readonly Sample[]])[] = [
    ["ml_gates_verdict", "Whether this is the gate's verdict.", reports.flatMap(listVerdicts)],
    [
      "ml_gates_blocks",
      "Whether the gate stops the job.",
      reports.map((report) => ({ labels: labelsOf(report), value: Number(report.blocks) })),
    ],
    ["ml_gates_findings", "Findings by outcome.", reports.flatMap(countFindings)],
    ["ml_gates_observed", "The number that was judged.", listNumbers(reports, ({ observed }) => observed)],
    [
      "ml_gates_baseline",
      "The same number of the baseline.",
      listNumbers(reports, ({ baseline }) => baseline),
    ],
    ["ml_gates_run_timestamp_seconds", "When the gate ran.", reports.flatMap(listTimes)],
  ];
  const lines = families.flatMap(([name, help, samples]) => [
    `# TYPE ${name} gauge`,
    ...(name.endsWith("_seconds") ? [`# UNIT ${name} seconds`] : []),
    `# HELP ${name} ${help}`,
    ...[...listSeries(samples)].map(([labels, value]) => `${name}{${labels}} ${value}`),
  ]);
  return `${[...lines, "# EOF"].join("\n")}\n`;
}

function labelsOf({ gate, subject, run }: GateReport): string {
  const leg = Object.entries(run.leg).map(([name, value]) => `${name}=${value}`);
  return [
    sayLabel("gate", gate.id),
    sayLabel("key", gate.key ?? ""),
    sayLabel("model", subject.model ?? ""),
    sayLabel("leg", leg.sort().join(",")),
  ].join(",");
}

function listVerdicts(report: GateReport): readonly Sample[] {
  const labels = labelsOf(report);
  return VERDICTS.map((verdict) => ({
    labels: `${labels},${sayLabel("verdict", verdict)}`,
    value: Number(report.verdict === verdict),
  }));
}

function countFindings(report: GateReport): readonly Sample[] {
  const labels = labelsOf(report);
  return OUTCOMES.map((outcome) => ({
    labels: `${labels},${sayLabel("outcome", outcome)}`,
    value: report.findings.filter((finding) => finding.outcome === outcome).length,
  }));
}

function listNumbers(
  reports: readonly GateReport[],
  numberOf: (finding: Finding) => number | null,
): readonly Sample[] {
  const samples: Sample[] = [];
  for (const report of reports) {
    const labels = labelsOf(report);
    for (const finding of report.findings) {
      const value = isMeasured(finding) ? numberOf(finding) : null;
      if (value === null) continue;
      if (samples.length === MOST_FINDINGS) return samples;
      samples.push({ labels: `${labels},${sayLabel("finding", finding.id)}`, value });
    }
  }
  return samples;
}

function listTimes(report: GateReport): readonly Sample[] {
  const at = Date.parse(report.run.startedAt);
  return Number.isNaN(at) ? [] : [{ labels: labelsOf(report), value: at / 1000 }];
}

/** A series may stand once: of two with the same labels the first. */
function listSeries(samples: readonly Sample[]): ReadonlyMap<string, number> {
  const series = new Map<string, number>();
  for (const { labels, value } of samples) if (!series.has(labels)) series.set(labels, value);
  return series;
}

function sayLabel(name: string, value: string): string {
  return `${name}="${plainText(value, 200).replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}
