/**
 * The part of a comment that is seen at once: at most 25 lines with headline and footer, the worst rows first.
 *
 * @module
 */
import type { GateReport } from "@ml-gates/gate";
import type { Section } from "./comment-state.ts";
import { escapeMarkdown, markdownCode, markdownProse } from "./escape-markdown.ts";
import { describeFinding, type FindingRow, findTroubles, rankFinding } from "./finding-row.ts";
import { type GateRow, VERDICT_WORDS } from "./gate-row.ts";
import { listLevels, listMetrics, type MetricRow } from "./metric-row.ts";

const GATE_ROWS = 5;
/** Rows of the table of metrics that is seen at once. */
export const METRIC_ROWS = 4;
const TROUBLES = 4;

/** Gate, verdict, findings, summary; gates beyond the first few are counted. */
export function renderGateTable(
  gates: readonly GateRow[],
  text: number,
  stale: readonly Section[] = [],
): string {
  const rows = gates
    .slice(0, GATE_ROWS)
    .map((gate) => [
      escapeMarkdown(gate.name, Math.min(text, 60)),
      sayVerdict(gate),
      escapeMarkdown(gate.counts, 100),
      markdownProse(gate.summary, Math.min(text, 160)),
    ]);
  const rest = gates.length - rows.length;
  const more = rest === 0 ? [] : [[`and ${rest} more`, "", "", "Below, folded."]];
  const room = Math.max(0, GATE_ROWS - gates.length);
  const grey = stale.slice(0, room).map((section) => staleCells(section, text));
  return tableOf([["Gate", "Verdict", "Findings", "Summary"], ...rows, ...more, ...grey]);
}

/** What an earlier commit came to: small, without its mark, and never counted. */
function staleCells({ name, verdict, counts, commit }: Section, text: number): string[] {
  const small = (cell: string): string => (cell === "" ? "" : `<sub>${cell}</sub>`);
  const when = `Of commit ${markdownCode(commit.slice(0, 12))}; it did not run on this one.`;
  return [
    small(escapeMarkdown(name, Math.min(text, 60))),
    small(`was ${VERDICT_WORDS[verdict].word}`),
    small(escapeMarkdown(counts)),
    small(when),
  ];
}

/** A verdict as every Markdown table shows it; bold where it stops the job. */
export function sayVerdict({ verdict, blocks }: Pick<GateRow, "verdict" | "blocks">): string {
  const { mark, word } = VERDICT_WORDS[verdict];
  // The mark and its word stay on one line.
  return `${mark}\u00A0${blocks ? `**${word}**` : word}`;
}

/** Baseline, candidate, change and limits of the metrics that are judged, those in trouble first. */
export function renderMetricTable(
  reports: readonly GateReport[],
  { rows: most, text }: { readonly rows: number; readonly text: number },
): string {
  const { rows: metrics, rest } = listMetrics(reports, most);
  if (metrics.length === 0) return "";
  const rows = metrics.map((metric) => metricCells(metric, text));
  const more = rest === 0 ? [] : [[`and ${rest} more`, "", "", "", "", ""]];
  const head = ["Metric", "Baseline", "Candidate", headChange(listLevels(reports)), "Limit", "Outcome"];
  return tableOf([head, ...rows, ...more], "lrrrll");
}

function headChange(levels: readonly number[]): string {
  const [level] = levels;
  if (level === undefined) return "Change";
  return levels.length === 1 ? `Change (${Math.round(level * 100)}\u00A0% interval)` : "Change (interval)";
}

function metricCells(row: MetricRow, text: number): string[] {
  const { baseline, observed, change, limit, mark, outcome } = row;
  return [
    nameCell(row, text),
    baseline,
    smallInterval(observed),
    smallInterval(change),
    limit,
    `${mark}\u00A0${escapeMarkdown(outcome, 60)}`,
  ];
}

/** Six columns must fit beside each other. */
function smallInterval(number: string): string {
  const at = number.indexOf(" (");
  return at === -1 ? number : `${number.slice(0, at)} <sub>${number.slice(at + 1)}</sub>`;
}

/** A name as code, with its group. */
function nameCell({ name, slice }: Pick<FindingRow, "name" | "slice">, text: number): string {
  const code = markdownCode(name, Math.min(text, 60));
  return slice === "" ? code : `${code} ${escapeMarkdown(slice, Math.min(text, 60))}`;
}

/** The worst of each gate first: failing and inconclusive findings, and the problems of gates that did not run, each with its remedy. */
export function renderTroubles(gates: readonly GateRow[], text: number): string {
  const lines = gates
    .flatMap((gate) => listTroubles(gate, text).map((trouble, turn) => ({ ...trouble, turn })))
    .sort((one, other) => one.rank - other.rank || one.turn - other.turn);
  const rest = lines.length - TROUBLES;
  const shown = lines.slice(0, TROUBLES).map(({ line }) => line);
  return [...shown, ...(rest > 0 ? [`- and ${rest} more, folded below`] : [])].join("\n");
}

interface Trouble {
  readonly rank: number;
  readonly line: string;
}

function listTroubles({ report, name, told }: GateRow, text: number): readonly Trouble[] {
  if (told === "elsewhere") return [];
  if (report === null)
    return [
      {
        rank: 0,
        line: sayTrouble({ mark: "🚫", name, why: "It left no report.", remedy: REMEDY_MISSING }, text),
      },
    ];
  const problems = report.error?.problems ?? [];
  return [
    ...problems.map(({ message, remedy }) => ({
      rank: 0,
      line: sayTrouble({ mark: "🚫", name, why: message, remedy }, text),
    })),
    ...findTroubles(report.findings).map((finding) => {
      const { mark } = describeFinding(finding);
      const line = sayTrouble({ ...finding, mark, name: finding.id }, text);
      return { rank: rankFinding(finding), line };
    }),
  ];
}

const REMEDY_MISSING = "Look at its job's log; or take it off `expect`, when it need not run.";

interface SaidTrouble {
  readonly mark: string;
  readonly name: string;
  readonly why: string;
  readonly remedy: string | null;
}

function sayTrouble({ mark, name, why, remedy }: SaidTrouble, text: number): string {
  const advice = remedy === null ? "" : ` **To do:** ${markdownProse(remedy, text)}`;
  return `- ${mark} ${markdownCode(name, Math.min(text, 80))} ${markdownProse(why, text)}${advice}`;
}

/** A Markdown table; `align` has `l` or `r` a column. Cells are not padded: padding costs bytes, not sense. */
export function tableOf([head = [], ...rows]: readonly (readonly string[])[], align = ""): string {
  const rule = head.map((_, column) => RULES[align[column] ?? ""] ?? "-");
  return [head, rule, ...rows].map((cells) => `${cells.map(openCell).join("")}|`).join("\n");
}

function openCell(cell: string): string {
  return cell === "" ? "| " : `| ${cell} `;
}

const RULES: Readonly<Record<string, string>> = { l: ":-", r: "-:" };
