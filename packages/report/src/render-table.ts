/**
 * The verdict as plain text: what the command line prints.
 *
 * @module
 */
import type { GateReport } from "@ml-gates/gate";
import { foldReports } from "./expected-reports.ts";
import { describeFinding, findTroubles } from "./finding-row.ts";
import { type GateRow, listGates, sayBlocks, summariseReports, VERDICT_WORDS } from "./gate-row.ts";
import { logText } from "./plain-text.ts";
import { widthOf, wrapText } from "./text-width.ts";

/** Up to this many columns are used, however wide the terminal is. */
export const TABLE_COLUMNS = 100;

const FEWEST_COLUMNS = 72;
const MOST_TROUBLES = 20;

/**
 * The table of gates, then every failing and inconclusive finding with its reason and remedy. No colours.
 *
 * @example
 * renderTable([]).trimEnd().split("\n").at(-1); // => "The change stops here. No gate reported."
 */
export function renderTable(
  reports: readonly GateReport[],
  missing: readonly string[] = [],
  columns: number = TABLE_COLUMNS,
): string {
  const gates = listGates(reports, missing);
  const width = Math.max(FEWEST_COLUMNS, Math.min(columns, TABLE_COLUMNS));
  const troubles = gates.flatMap((gate) => sayTroubles(gate, width));
  const shown = troubles.slice(0, MOST_TROUBLES);
  const rest = troubles.length - shown.length;
  return [
    ...drawBox([HEAD, ...gates.map(cellsOf)], width),
    ...shown.flatMap((lines) => ["", ...lines]),
    ...(rest > 0 ? ["", `and ${rest} more: see the report files`] : []),
    "",
    ...wrapText(
      logText(
        `The change ${sayBlocks(foldReports(reports, missing))}. ${summariseReports(reports, missing)}`,
      ),
      width,
    ),
    "",
  ].join("\n");
}

const HEAD = ["Gate", "Verdict", "Findings", "Summary"] as const;

function cellsOf({ name, verdict, counts, summary }: GateRow): readonly string[] {
  return [logText(name, 80), VERDICT_WORDS[verdict].word, counts, logText(summary, 120)];
}

/** The last column takes what room is left, and wraps. */
function drawBox(rows: readonly (readonly string[])[], width: number): readonly string[] {
  const widths = [0.3, 0.18, 0.18].map((share, index) =>
    Math.min(Math.floor(share * width), Math.max(...rows.map((row) => widthOf(row[index] ?? "")))),
  );
  widths.push(Math.max(1, width - widths.reduce((sum, each) => sum + each + 3, 4)));
  const rule = (left: string, middle: string, right: string): string =>
    `${left}${widths.map((each) => "─".repeat(each + 2)).join(middle)}${right}`;
  const lines = rows.map((row) => drawRow(row, widths));
  const [head = [], ...body] = lines;
  return [rule("┌", "┬", "┐"), ...head, rule("├", "┼", "┤"), ...body.flat(), rule("└", "┴", "┘")];
}

function drawRow(row: readonly string[], widths: readonly number[]): readonly string[] {
  const cells = widths.map((width, index) => wrapText(row[index] ?? "", width));
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) => {
    const parts = cells.map((lines, index) => padTo(lines[line] ?? "", widths[index] ?? 0));
    return `│ ${parts.join(" │ ")} │`;
  });
}

function padTo(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

function sayTroubles({ name, report }: GateRow, width: number): readonly (readonly string[])[] {
  const problems = (report?.error?.problems ?? []).map(({ message, remedy, path, line }) => {
    const place = path === undefined ? "" : ` · ${path}${line === undefined ? "" : `:${line}`}`;
    return sayTrouble(`did not run · ${name}${place}`, [message, remedy], width);
  });
  const findings = findTroubles(report?.findings ?? []).map((finding) =>
    sayTrouble(
      `${describeFinding(finding).outcome} · ${name} · ${finding.id}`,
      [finding.why, finding.remedy],
      width,
    ),
  );
  return [...problems, ...findings];
}

function sayTrouble(
  head: string,
  [why, remedy]: readonly [string, string | null],
  width: number,
): readonly string[] {
  const advice = remedy === null ? [] : wrapText(`→ ${logText(remedy, 600)}`, width - 2);
  return [
    logText(head, width),
    ...[...wrapText(logText(why, 600), width - 2), ...advice].map((line) => `  ${line}`),
  ];
}
