/**
 * Reports of many jobs as one list: of the same gate, key and leg only the newest attempt counts.
 *
 * @module
 */
import { canonicalJson, type GateReport } from "@ml-gates/gate";

/**
 * Reports without copies (the same digest from the same leg) and without earlier attempts of the same run. Two that
 * differ and are of one attempt both stay: nobody here can say which is right, and the worse decides.
 *
 * @example
 * mergeReports([]); // => []
 */
export function mergeReports(reports: readonly GateReport[]): readonly GateReport[] {
  const newest = new Map<string, number>();
  for (const report of reports) {
    const run = runOf(report);
    newest.set(run, Math.max(newest.get(run) ?? 0, report.run.attempt));
  }
  const seen = new Set<string>();
  return reports.filter((report) => {
    const copy = `${placeOf(report)} ${report.digest}`;
    if (report.run.attempt < (newest.get(runOf(report)) ?? 0) || seen.has(copy)) return false;
    seen.add(copy);
    return true;
  });
}

/**
 * The leg of a matrix in words; empty where there is none.
 *
 * @example
 * describeLeg({ seed: "1", python: "3.12" }); // => "python=3.12, seed=1"
 */
export function describeLeg(leg: Readonly<Record<string, string>>): string {
  const parts = Object.entries(leg).map(([name, value]) => `${name}=${value}`);
  return parts.sort().join(", ");
}

function placeOf({ gate, run }: GateReport): string {
  return canonicalJson([gate.id, gate.key, { ...run.leg }]);
}

function runOf(report: GateReport): string {
  return `${placeOf(report)} ${report.run.url ?? ""}`;
}
