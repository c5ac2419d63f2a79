/**
 * The table of metrics: one row per metric and group, whatever number of limits is on it.
 *
 * @module
 */
import type { Finding, GateReport } from "@ml-gates/gate";
import {
  describeFinding,
  type FindingRow,
  isChange,
  isMeasured,
  rankFinding,
  sortFindings,
  withInterval,
} from "./finding-row.ts";
import { onceFor } from "./once-for.ts";

/** All findings about one metric in one group. */
export interface MetricRow {
  readonly name: string;
  readonly slice: string;
  readonly baseline: string;
  /** With its interval where no change is judged. */
  readonly observed: string;
  readonly change: string;
  /** Every limit on the metric, the one in trouble first. */
  readonly limit: string;
  readonly mark: string;
  /** Of the worst finding; names its limit where there are several. */
  readonly outcome: string;
}

/** One row per metric and group of each report, those in trouble first: at most `most` of them, and how many more there are. */
export function listMetrics(
  reports: readonly GateReport[],
  most: number,
): { readonly rows: readonly MetricRow[]; readonly rest: number } {
  const groups = sortGroups(reports);
  const shown = groups.slice(0, most);
  return { rows: shown.map(mergeRows), rest: groups.length - shown.length };
}

/** How many rows a report's table of metrics has. */
export function countMetrics({ findings }: GateReport): number {
  return groupFindings(findings).length;
}

/** Trouble first; among equals the model's own metrics before disparities, all rows before groups of rows. */
function orderOf([worst]: readonly FindingRow[]): number {
  if (worst === undefined) return Number.POSITIVE_INFINITY;
  const { finding, slice } = worst;
  return 4 * rankFinding(finding) + (finding.kind === "metric" ? 0 : 2) + (slice === "" ? 0 : 1);
}

/** The confidence levels of the changes that listed metrics show. */
export function listLevels(reports: readonly GateReport[]): readonly number[] {
  const measured = reports.flatMap(({ findings }) => findings.filter(isMeasured).filter(isChange));
  return [...new Set(measured.flatMap(({ effect }) => effect?.confidence ?? []))];
}

type Groups = readonly (readonly FindingRow[])[];

/** Every table of metrics asks for the same groups. */
const groupFindings = onceFor(group);

/** Comment and summary begin with the same rows. */
const sortGroups = onceFor(
  (reports: readonly GateReport[]): Groups =>
    reports
      .flatMap(({ findings }) => groupFindings(findings))
      .toSorted((one, other) => orderOf(one) - orderOf(other)),
);

function group(findings: readonly Finding[]): Groups {
  const groups = new Map<string, FindingRow[]>();
  for (const row of sortFindings(findings.filter(isMeasured)).map(describeFinding)) {
    const key = JSON.stringify([row.name, row.slice]);
    const rows = groups.get(key);
    if (rows === undefined) groups.set(key, [row]);
    else rows.push(row);
  }
  return [...groups.values()];
}

function mergeRows(rows: readonly FindingRow[]): MetricRow {
  const [worst] = rows;
  const told = (cell: (row: FindingRow) => string): string => longest(rows.map(cell));
  const change = told((row) => withInterval(row.change, row.changeInterval));
  const limits = new Set(rows.map((row) => row.limit).filter((limit) => limit !== ""));
  const outcome = worst?.outcome ?? "";
  const several = limits.size > 1 && worst !== undefined && rankFinding(worst.finding) < 4;
  return {
    name: worst?.name ?? "",
    slice: worst?.slice ?? "",
    baseline: told((row) => row.baseline),
    observed: withInterval(
      told((row) => row.observed),
      change === "–" ? told((row) => row.observedInterval) : "",
    ),
    change,
    limit: [...limits].join(", "),
    mark: worst?.mark ?? "",
    outcome: several ? `${outcome}: ${worst.limit}` : outcome,
  };
}

/** Of the same number at different digits the one with the most: it is the one that differs from a limit. */
function longest(texts: readonly string[]): string {
  return texts.reduce((best, text) => (text.length > best.length ? text : best), "");
}
