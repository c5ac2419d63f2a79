/**
 * Telling what was found on every channel a host has: log, annotations, outputs, summary.
 *
 * @module
 */
import { type Finding, type GateReport, type Problem, VERDICTS } from "@ml-gates/gate";
import { renderSummary, renderTable, summariseReports } from "@ml-gates/report";
import type { ActionResult } from "./action.ts";
import type { ActionHost, Annotation } from "./action-host.ts";

/** GitHub shows ten annotations of a level per step; the rest would push the first ones out. */
const MAX_PER_LEVEL = 10;

/** What there is to tell. */
export interface Telling extends Partial<Omit<ActionResult, "reports" | "judgements">> {
  readonly reports: readonly GateReport[];
  /** Where the reports were written. */
  readonly paths: readonly string[];
}

/** Tells it; never throws for a channel that is not there. */
export async function tellReports(host: ActionHost, telling: Telling): Promise<void> {
  const { reports, paths, missing = [], outputs = {} } = telling;
  for (const line of renderTable(reports, missing).split("\n")) host.log(line);
  for (const annotation of capped(reports.flatMap(annotationsOf))) host.annotate(annotation);
  const common = {
    verdict: worstVerdict(reports, missing),
    blocks: String(missing.length > 0 || reports.some(({ blocks }) => blocks)),
    "report-path": paths.join("\n"),
    summary: reports.length === 1 ? (reports[0]?.summary ?? "") : summariseReports(reports, missing),
  };
  for (const [name, value] of Object.entries({ ...common, ...outputs })) host.setOutput(name, value);
  await host.appendSummary?.(telling.summary ?? renderSummary(reports));
}

function worstVerdict(reports: readonly GateReport[], missing: readonly string[]): string {
  if (missing.length > 0) return "error";
  return VERDICTS.find((verdict) => reports.some((report) => report.verdict === verdict)) ?? "error";
}

function annotationsOf(report: GateReport): readonly Annotation[] {
  if (report.error !== null) return report.error.problems.map(problemAnnotation);
  return report.findings.flatMap((finding) => findingAnnotation(finding) ?? []);
}

function problemAnnotation({ message, remedy, path, line, column }: Problem): Annotation {
  return {
    level: "error",
    message: `${message} ${remedy}`,
    ...(path === undefined || path.startsWith("input") ? {} : { path }),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  };
}

const LEVELS = { block: "error", warn: "warning", info: "notice" } as const;

function findingAnnotation({ outcome, severity, source, waiver, why, remedy }: Finding): Annotation | null {
  if (outcome === "pass" || outcome === "skipped") return null;
  const softened = outcome === "inconclusive" || waiver !== null;
  const level = softened && severity === "block" ? "warning" : LEVELS[severity];
  return { level, message: remedy === null ? why : `${why} ${remedy}`, ...source };
}

/** The most severe first, at most ten of a level; one more says how many were left out. */
function capped(annotations: readonly Annotation[]): readonly Annotation[] {
  return (["error", "warning", "notice"] as const).flatMap((level) => {
    const all = annotations.filter((each) => each.level === level);
    if (all.length <= MAX_PER_LEVEL) return all;
    const message = `${all.length - MAX_PER_LEVEL + 1} more like these: see the summary.`;
    return [...all.slice(0, MAX_PER_LEVEL - 1), { level, message }];
  });
}
