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
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/**
 * Gauges: `ml_gates_verdict` (1 for the verdict a gate has, 0 for the others), `ml_gates_blocks`, `ml_gates_findings`
 * by outcome, `ml_gates_observed`, `ml_gates_baseline`, `ml_gates_limit` of each judged number, and
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
    ...distinct(samples).map(({ labels, value }) => `${name}{${sayLabels(labels)}} ${value}`),
  ]);
  return `${[...lines, "# EOF"].join("\n")}\n`;
}

function labelsOf({ gate, subject, run }: GateReport): Sample["labels"] {
  const leg = Object.entries(run.leg).map(([name, value]) => `${name}=${value}`);
  return { gate: gate.id, key: gate.key ?? "", model: subject.model ?? "", leg: leg.sort().join(",") };
}

function listVerdicts(report: GateReport): readonly Sample[] {
  return VERDICTS.map((verdict) => ({
    labels: { ...labelsOf(report), verdict },
    value: Number(report.verdict === verdict),
  }));
}

function countFindings(report: GateReport): readonly Sample[] {
  return OUTCOMES.map((outcome) => ({
    labels: { ...labelsOf(report), outcome },
    value: report.findings.filter((finding) => finding.outcome === outcome).length,
  }));
}

function listNumbers(
  reports: readonly GateReport[],
  numberOf: (finding: Finding) => number | null,
): readonly Sample[] {
  const samples = reports.flatMap((report) =>
    report.findings.filter(isMeasured).flatMap((finding) => {
      const value = numberOf(finding);
      return value === null ? [] : [{ labels: { ...labelsOf(report), finding: finding.id }, value }];
    }),
  );
  return samples.slice(0, MOST_FINDINGS);
}

function listTimes(report: GateReport): readonly Sample[] {
  const at = Date.parse(report.run.startedAt);
  return Number.isNaN(at) ? [] : [{ labels: labelsOf(report), value: at / 1000 }];
}

/** A series may stand once: of two with the same labels the first. */
function distinct(samples: readonly Sample[]): readonly Sample[] {
  const seen = new Set<string>();
  return samples.filter(({ labels }) => {
    const key = sayLabels(labels);
    return !seen.has(key) && seen.add(key);
  });
}

function sayLabels(labels: Sample["labels"]): string {
  const escaped = (text: string): string =>
    plainText(text, 200).replaceAll("\\", "\\\\").replaceAll('"', '\\"');
  return Object.entries(labels)
    .map(([name, value]) => `${name}="${escaped(value)}"`)
    .join(",");
}
