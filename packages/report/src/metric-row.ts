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

/** One row per metric and group of each report, those in trouble first. */
export function listMetrics(reports: readonly GateReport[]): readonly MetricRow[] {
  const groups = reports.flatMap(({ findings }) => groupFindings(findings.filter(isMeasured)));
  return groups.toSorted((one, other) => orderOf(one) - orderOf(other)).map(mergeRows);
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

function groupFindings(findings: readonly Finding[]): readonly (readonly FindingRow[])[] {
  const groups = new Map<string, FindingRow[]>();
  for (const row of sortFindings(findings).map(describeFinding)) {
    const key = JSON.stringify([row.name, row.slice]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
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
