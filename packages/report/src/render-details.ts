/**
 * One folded section per gate: every finding, the evidence and its digests.
 *
 * @module
 */
import type { EvidenceOrigin, Finding, GateReport } from "@ml-gates/gate";
import { describeAge } from "./describe-age.ts";
import { escapeMarkdown, markdownCode, markdownProse } from "./escape-markdown.ts";
import { describeFinding, isMeasured, rankFinding, sortFindings } from "./finding-row.ts";
import { type GateRow, VERDICT_WORDS } from "./gate-row.ts";
import { renderMeasured } from "./render-measured.ts";
import { renderMetricTable, tableOf } from "./render-overview.ts";

/** How much of each gate is shown. */
export interface Detail {
  /** Rows a gate; 0 leaves the sections out. */
  readonly findings: number;
  readonly passing: boolean;
  readonly evidence: boolean;
  /** Rows of each table of what was measured; 0 leaves the tables out. */
  readonly measured: number;
  /** Whether each gate repeats its table of metrics: only where the one seen at once does not hold them all. */
  readonly metrics: boolean;
  /** Characters a text is cut at. */
  readonly text: number;
}

/** A section per gate that has a report. */
export function renderDetails(gates: readonly GateRow[], detail: Detail): readonly string[] {
  if (detail.findings === 0)
    return ["*Details are left out for their size: they are in the run's summary and in `report.html`.*"];
  return gates.flatMap((gate) => (gate.report === null ? [] : [foldGate(gate, gate.report, detail)]));
}

function foldGate(gate: GateRow, report: GateReport, detail: Detail): string {
  const { mark, word } = VERDICT_WORDS[gate.verdict];
  const counts = gate.counts === "" ? "" : ` · ${gate.counts}`;
  return [
    `<details><summary>${mark} <b>${escapeMarkdown(gate.name, 60)}</b>: ${word}${counts}</summary>`,
    "",
    ...renderGateBody(report, detail).flatMap((section) => [section, ""]),
    "</details>",
  ].join("\n");
}

/** What one gate found, as Markdown sections: problems, findings, evidence, origin of the rules. */
export function renderGateBody(report: GateReport, detail: Detail): readonly string[] {
  return [
    renderProblems(report, detail),
    detail.metrics ? renderMetricTable([report], { rows: detail.findings, text: detail.text }) : "",
    renderFindings(report.findings, detail),
    ...renderMeasured(report.measurements, detail),
    detail.evidence ? renderEvidence(report) : "",
    renderOrigin(report),
  ].filter((section) => section !== "");
}

function renderProblems({ error }: GateReport, detail: Detail): string {
  const problems = error?.problems ?? [];
  const lines = problems.slice(0, detail.findings).map(({ message, remedy, path, line }) => {
    const place = path === undefined ? "" : `${markdownCode(line === undefined ? path : `${path}:${line}`)} `;
    return `- ${place}${markdownProse(message, detail.text)} **To do:** ${markdownProse(remedy, detail.text)}`;
  });
  return [...lines, ...countRest(problems.length - lines.length)].join("\n");
}

/** Check, outcome and reason; what passes and stands in the gate's table of metrics is not said again. */
function renderFindings(findings: readonly Finding[], detail: Detail): string {
  const open = sortFindings(findings).filter((each) => detail.passing || rankFinding(each) < 4);
  const wanted = open.filter((each) => !(detail.metrics && isMeasured(each) && each.outcome === "pass"));
  if (wanted.length === 0) return findings.length === 0 ? "" : `All ${findings.length} findings pass.`;
  const shown = wanted.slice(0, detail.findings);
  const rows = shown.map((finding) => findingCells(finding, detail.text));
  const rest = countRest(findings.length - (open.length - wanted.length) - shown.length);
  return [tableOf([["Check", "Outcome", "Why"], ...rows]), ...(rest.length === 0 ? [] : ["", ...rest])].join(
    "\n",
  );
}

function findingCells(finding: Finding, text: number): readonly string[] {
  const { mark, outcome } = describeFinding(finding);
  return [
    markdownCode(finding.id, Math.min(text, 80)),
    `${mark}\u00A0${escapeMarkdown(outcome, 60)}`,
    sayWhy(finding, text),
  ];
}

function sayWhy({ why, requiredN, outcome, method, samples }: Finding, text: number): string {
  const parts = [markdownProse(why, text)];
  if (outcome === "inconclusive" && requiredN !== null)
    parts.push(`About ${Math.ceil(requiredN)} rows would settle it.`);
  if (samples.length > 0) parts.push(`Seen: ${samples.slice(0, 3).map(saySample).join(", ")}.`);
  if (method !== null) parts.push(`<sub>${escapeMarkdown(method, 40)}</sub>`);
  return parts.join(" ");
}

function saySample({ row, value }: Finding["samples"][number]): string {
  const shown = markdownCode(JSON.stringify(value), 40);
  return row === null ? shown : `${shown} in row ${row}`;
}

function renderEvidence({ evidence, run }: GateReport): string {
  if (evidence.length === 0) return "";
  const rows = evidence
    .slice(0, 20)
    .map(({ role, uri, version, rows, digest, ...origin }) => [
      escapeMarkdown(role, 40),
      markdownCode(version === null ? uri : `${uri} (${version.slice(0, 12)})`) +
        escapeMarkdown(describeOrigin(version, origin, run), 100),
      rows === null ? "" : String(rows),
      digest === null ? "" : markdownCode(digest, 19),
    ]);
  return tableOf([["Evidence", "Origin", "Rows", "Digest"], ...rows], "llrl");
}

/** Commit and age, as far as the source tells them. */
function describeOrigin(
  version: string | null,
  { commit = null, createdAt = null }: EvidenceOrigin,
  { startedAt }: GateReport["run"],
): string {
  const facts = [
    commit === null || commit === version ? [] : `commit ${commit.slice(0, 12)}`,
    createdAt === null ? [] : describeAge(createdAt, new Date(startedAt)),
  ].flat();
  return facts.length === 0 ? "" : `, ${facts.join(", ")}`;
}

/** Where the rules came from: a reviewer must see when a change was judged by its own file. */
function renderOrigin({ policy, digest }: GateReport): string {
  const sealed = `Report ${markdownCode(digest, 19)}.`;
  if (policy === null) return `<sub>${sealed}</sub>`;
  const origin = { base: "from the base", own: "from this change itself", inputs: "from the inputs" }[
    policy.source
  ];
  const path = policy.path === null ? "" : ` ${markdownCode(policy.path)}`;
  const proposed =
    policy.proposedDigest === null ? "" : " This change proposes another policy; it did not decide.";
  return `<sub>Rules${path} ${origin}.${proposed} ${sealed}</sub>`;
}

function countRest(rest: number): readonly string[] {
  return rest > 0 ? [`*${rest} more are not shown here.*`] : [];
}
