/**
 * The one comment a reviewer reads: verdict first, what needs a reader next, everything else folded.
 *
 * @module
 */
import { digestReports, type GateReport } from "@ml-gates/gate";
import { writeState } from "./comment-state.ts";
import { escapeMarkdown, markdownCode } from "./escape-markdown.ts";
import { foldReports, nameReport } from "./expected-reports.ts";
import { findTroubles, rankFinding } from "./finding-row.ts";
import { sayBlocks, sayOverall, soleModel, summariseRows, VERDICT_WORDS } from "./gate-row.ts";
import { type Merged, mergeSections, type Remembered } from "./merge-sections.ts";
import { countMetrics, listMetrics } from "./metric-row.ts";
import { plainText } from "./plain-text.ts";
import { renderChart } from "./render-chart.ts";
import { type Detail, renderDetails } from "./render-details.ts";
import { renderPast } from "./render-history.ts";
import { METRIC_ROWS, renderGateTable, renderMetricTable, renderTroubles } from "./render-overview.ts";

/** What the reports do not say of themselves; null and nothing where it is not known. */
export interface RunFacts {
  /** Expected gates that left no report. */
  readonly missing: readonly string[];
  readonly commit: string | null;
  /** What reproduces the verdict on a developer's machine. */
  readonly command: string | null;
  readonly runUrl: string | null;
  /** Page of the repository, such as `https://github.com/acme/model`; for the link that proposes a waiver. */
  readonly repositoryUrl?: string | null;
  /** Reports by the rules the change proposes: shown, never deciding. */
  readonly proposed?: readonly GateReport[];
}

/** What a comment needs besides: the key tells it from others of the same repository. */
export interface CommentFacts extends RunFacts {
  /** Letters, digits, `.`, `_`, `-`. */
  readonly key: string;
}

/** Facts of a run of which nothing is known. */
export const NO_FACTS: RunFacts = { missing: [], commit: null, command: null, runUrl: null };

/** GitHub takes more, but not everywhere: its older servers count differently. */
export const COMMENT_BYTES = 60_000;

/** What is left out, step by step, until the comment fits. Failing rows are in every step. */
const LADDER: readonly Omit<Detail, "metrics">[] = [
  { findings: 500, passing: true, evidence: true, measured: 20, text: 300 },
  { findings: 100, passing: true, evidence: true, measured: 8, text: 200 },
  { findings: 100, passing: false, evidence: false, measured: 0, text: 200 },
  { findings: 20, passing: false, evidence: false, measured: 0, text: 120 },
  { findings: 0, passing: false, evidence: false, measured: 0, text: 120 },
  { findings: 0, passing: false, evidence: false, measured: 0, text: 40 },
];

/**
 * The first line of a comment, by which it is found again.
 *
 * @example
 * commentMarker("employment"); // => "<!-- ml-gates:v1:employment -->"
 */
export function commentMarker(key: string): string {
  return `<!-- ml-gates:v1:${key} -->`;
}

/**
 * The comment as Markdown, at most `budget` bytes of UTF-8, at most 25 lines of it visible at once. What `standing`
 * says of other jobs, of earlier pushes and of gates that did not run again is kept.
 *
 * @example
 * renderComment([], { ...NO_FACTS, key: "x" }).split("\n")[0]; // => "<!-- ml-gates:v1:x -->"
 */
export function renderComment(
  reports: readonly GateReport[],
  facts: CommentFacts,
  {
    standing = null,
    recalled = [],
    budget = COMMENT_BYTES,
  }: Partial<Remembered> & { readonly budget?: number } = {},
): string {
  const settled = {
    merged: mergeSections(reports, facts, { standing, recalled }),
    footer: renderFooter(reports, facts),
    metrics: listMetrics(reports, METRIC_ROWS).rest > 0,
  };
  let comment = "";
  for (const step of LADDER) {
    const detail = { ...step, ...settled };
    if (!mayFit(reports, detail, budget)) continue;
    comment = renderStep(reports, facts, detail);
    if (Buffer.byteLength(comment) <= budget) break;
  }
  return comment;
}

/** No row takes fewer bytes: steps that cannot fit are not written to find that out. */
const FEWEST_BYTES = 60;

function mayFit(
  reports: readonly GateReport[],
  { findings: most, passing, metrics }: Detail,
  budget: number,
): boolean {
  const rows = reports.map((report) => {
    const { findings } = report;
    const shown = passing ? findings.length : findings.filter((each) => rankFinding(each) < 4).length;
    return Math.min(most, shown) + (metrics ? Math.min(most, countMetrics(report)) : 0);
  });
  return most === 0 || rows.reduce((sum, count) => sum + count, 0) * FEWEST_BYTES <= budget;
}

function renderStep(
  reports: readonly GateReport[],
  facts: CommentFacts,
  step: Detail & { readonly footer: string; readonly merged: Merged },
): string {
  const { merged } = step;
  const sections = [
    [commentMarker(facts.key), writeState(merged.state), renderHeadline(reports, facts, merged)].join("\n"),
    renderPast(merged),
    renderGateTable(merged.gates, step.text, merged.stale),
    renderMetricTable(reports, { rows: METRIC_ROWS, text: step.text }),
    renderTroubles(merged.gates, step.text),
    ...renderDetails(merged.gates, step),
    step.measured === 0 ? "" : renderChart(reports, merged.state.pushes),
    step.footer,
  ];
  return `${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

/** The verdict, whether it stops the job, and what each gate came to. */
export function renderHeadline(
  reports: readonly GateReport[],
  facts: RunFacts,
  { overall, gates }: Merged,
): string {
  const proposal = sayProposal(reports, facts.proposed ?? []);
  const { mark } = VERDICT_WORDS[overall.verdict];
  const model = soleModel(reports);
  const about = model === null ? "" : ` · ${escapeMarkdown(model, 60)}`;
  return [
    `### ${mark} ml-gates: ${sayOverall(overall.verdict)}${about}`,
    "",
    `The change **${sayBlocks(overall)}**. ${escapeMarkdown(summariseRows(gates), 300)}`,
    ...(proposal === null ? [] : ["", proposal]),
  ].join("\n");
}

/** What the change's own rules would say, where they are not the rules that decided; null where they are. */
export function sayProposal(reports: readonly GateReport[], proposed: readonly GateReport[]): string | null {
  if (reports.every(({ policy }) => !policy?.proposedDigest)) return null;
  const verdict = proposed.length === 0 ? null : VERDICT_WORDS[foldReports(proposed, []).verdict].word;
  const under = verdict === null ? "They did not decide" : `Under them the verdict would be: ${verdict}`;
  return `This change proposes other rules than its base has. ${under}. To use them, merge them first, alone.`;
}

/** What was judged, by which evidence, and how to see the same verdict at home. */
export function renderFooter(reports: readonly GateReport[], facts: RunFacts): string {
  const commit = facts.commit === null ? null : `Commit ${markdownCode(facts.commit.slice(0, 12))}`;
  const run = facts.runUrl !== null && isWebAddress(facts.runUrl) ? `[this run](${facts.runUrl})` : null;
  const evidence = `evidence ${markdownCode(digestReports(reports), 19)}`;
  const command =
    facts.command === null ? null : `the same verdict locally: ${markdownCode(facts.command, 200)}`;
  const parts = [commit, evidence, run, command, renderWaiver(reports, facts.repositoryUrl ?? null)];
  return `<sub>${parts.filter((part) => part !== null).join(" · ")}</sub>`;
}

const MOST_WAIVED = 10;

/** A link to an issue that proposes a waiver of what fails, filled in but for reason, owner and date. */
function renderWaiver(reports: readonly GateReport[], repository: string | null): string | null {
  const failing = reports.flatMap((report) =>
    findTroubles(report.findings)
      .filter(({ outcome, waiver }) => outcome === "fail" && waiver === null)
      .map(({ id }) => `- ${plainText(nameReport(report), 60)}: ${plainText(id, 80)}`),
  );
  if (failing.length === 0 || repository === null || !isWebAddress(repository)) return null;
  const body = [
    "Findings:",
    ...failing.slice(0, MOST_WAIVED),
    "",
    "Reason: ",
    "Owner: ",
    "Expires (YYYY-MM-DD): ",
  ];
  const query = new URLSearchParams({ title: "Waive a finding of ml-gates", body: body.join("\n") });
  const plain = query.toString().replaceAll(/[()'*!~_]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
  return `[propose a waiver](${repository}/issues/new?${plain})`;
}

/** Whether the text is an address without anything that could end a link or an attribute. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[\w.:/-]+$/.test(text);
}
