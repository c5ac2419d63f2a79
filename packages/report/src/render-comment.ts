/**
 * The one comment a reviewer reads: verdict first, what needs a reader next, everything else folded.
 *
 * @module
 */
import { digestReports, type GateReport } from "@ml-gates/gate";
import { escapeMarkdown, markdownCode } from "./escape-markdown.ts";
import { foldReports } from "./expected-reports.ts";
import { listGates, sayBlocks, sayOverall, soleModel, summariseReports, VERDICT_WORDS } from "./gate-row.ts";
import { listMetrics } from "./metric-row.ts";
import { type Detail, renderDetails } from "./render-details.ts";
import { METRIC_ROWS, renderGateTable, renderMetricTable, renderTroubles } from "./render-overview.ts";

/** What the reports do not say of themselves; null and nothing where it is not known. */
export interface RunFacts {
  /** Expected gates that left no report. */
  readonly missing: readonly string[];
  readonly commit: string | null;
  /** What reproduces the verdict on a developer's machine. */
  readonly command: string | null;
  readonly runUrl: string | null;
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
  { findings: 500, passing: true, evidence: true, text: 300 },
  { findings: 100, passing: true, evidence: true, text: 200 },
  { findings: 100, passing: false, evidence: false, text: 200 },
  { findings: 20, passing: false, evidence: false, text: 120 },
  { findings: 0, passing: false, evidence: false, text: 120 },
  { findings: 0, passing: false, evidence: false, text: 40 },
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
 * The comment as Markdown, at most `budget` bytes of UTF-8, at most 25 lines of it visible at once.
 *
 * @example
 * renderComment([], { ...NO_FACTS, key: "x" }).split("\n")[0]; // => "<!-- ml-gates:v1:x -->"
 */
export function renderComment(
  reports: readonly GateReport[],
  facts: CommentFacts,
  budget: number = COMMENT_BYTES,
): string {
  const settled = {
    footer: renderFooter(reports, facts),
    metrics: listMetrics(reports).length > METRIC_ROWS,
  };
  let comment = "";
  for (const step of LADDER) {
    comment = renderStep(reports, facts, { ...step, ...settled });
    if (Buffer.byteLength(comment) <= budget) break;
  }
  return comment;
}

function renderStep(
  reports: readonly GateReport[],
  facts: CommentFacts,
  step: Detail & { readonly footer: string },
): string {
  const gates = listGates(reports, facts.missing);
  const sections = [
    `${commentMarker(facts.key)}\n${renderHeadline(reports, facts)}`,
    renderGateTable(gates, step.text),
    renderMetricTable(reports, { rows: METRIC_ROWS, text: step.text }),
    renderTroubles(gates, step.text),
    ...renderDetails(gates, step),
    step.footer,
  ];
  return `${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

/** The verdict, whether it stops the job, and what each gate came to. */
export function renderHeadline(reports: readonly GateReport[], facts: RunFacts): string {
  const { missing } = facts;
  const proposal = sayProposal(reports, facts.proposed ?? []);
  const { verdict } = foldReports(reports, missing);
  const { mark } = VERDICT_WORDS[verdict];
  const model = soleModel(reports);
  const about = model === null ? "" : ` · ${escapeMarkdown(model, 60)}`;
  return [
    `### ${mark} ml-gates: ${sayOverall(verdict)}${about}`,
    "",
    `The change **${sayBlocks(reports, missing)}**. ${escapeMarkdown(summariseReports(reports, missing), 300)}`,
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
  return `<sub>${[commit, evidence, run, command].filter((part) => part !== null).join(" · ")}</sub>`;
}

/** Whether the text is an address without anything that could end a link or an attribute. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[\w.:/-]+$/.test(text);
}
