/**
 * The one error boundary: runs an action, writes its reports, tells every channel, decides the exit code.
 *
 * @module
 */
import { join } from "node:path";
import {
  applyWaivers,
  EvidenceError,
  type GateReport,
  InputError,
  type Problem,
  quote,
  type RunRecord,
  reportError,
  reportJudgement,
  summarizeWaived,
  tellUnverified,
} from "@ml-gates/gate";
import type { Action, ActionResult } from "./action.ts";
import type { ActionHost } from "./action-host.ts";
import { type Telling, tellReports } from "./tell-reports.ts";
import { TOOL_VERSION } from "./tool-version.ts";
import { writeText } from "./write-text.ts";

/** How a run ended. 0 does not block, 1 fail, 2 inconclusive that blocks, 3 did not run, 70 our defect. */
export type ExitCode = 0 | 1 | 2 | 3 | 70;

/** What a run leaves to its host: the reports it told of, and the exit code. */
export interface ActionRun {
  readonly reports: readonly GateReport[];
  readonly exitCode: ExitCode;
}

/** Runs an action on a host and tells what it found. Never throws: what goes wrong is a report with verdict `error`. */
export async function runAction(action: Action, host: ActionHost): Promise<ActionRun> {
  return tell(host, await performAction(action, host));
}

/** Tells what was found. A channel that fails (a full disk, an output file that is gone) must not look like a pass. */
export async function tell(host: ActionHost, telling: Telling): Promise<ActionRun> {
  const exitCode = exitCodeOf(telling);
  try {
    await tellReports(host, telling);
    return { reports: telling.reports, exitCode };
  } catch (error) {
    host.log(
      `The verdict could not be told on every channel: ${quote(error instanceof Error ? error.message : error)}.`,
    );
    return { reports: telling.reports, exitCode: exitCode === 0 ? 3 : exitCode };
  }
}

/** Runs an action and keeps its reports, without telling anyone yet. */
export async function performAction(action: Action, host: ActionHost): Promise<Telling> {
  const startedAt = host.now();
  const result = await attempt(action, host);
  const run = recordRun(host, startedAt);
  if ("error" in result) return keepReports(host, [result.error(run)]);
  const kept = await keepReports(host, judge(action, { result, host, run }));
  return { ...result, paths: kept.paths, reports: [...kept.reports, ...(result.reports ?? [])] };
}

type Attempt = ActionResult | { readonly error: (run: RunRecord) => GateReport };

async function attempt(action: Action, host: ActionHost): Promise<Attempt> {
  try {
    return await action.run(host);
  } catch (error) {
    return { error: (run) => toErrorReport(action, error, { host, run }) };
  }
}

function judge(
  action: Action,
  {
    result,
    host,
    run,
  }: { readonly result: ActionResult; readonly host: ActionHost; readonly run: RunRecord },
): readonly GateReport[] {
  const inconclusive = result.inconclusive ?? action.inconclusive;
  try {
    const { waivers = [], reportOnly = false } = result.rules ?? {};
    const today = host.now().toISOString().slice(0, 10);
    return result.judgements.map((each) => {
      const waived = applyWaivers(each.findings, waivers, today);
      const findings = [...waived, ...tellUnverified(each.evidence)];
      return reportJudgement(
        { ...each, findings, summary: summarizeWaived(each.summary, findings) },
        { toolVersion: TOOL_VERSION, run, inconclusive, reportOnly },
      );
    });
  } catch (error) {
    return [toErrorReport(action, error, { host, run })];
  }
}

function toErrorReport(
  action: Action,
  error: unknown,
  { host, run }: { readonly host: ActionHost; readonly run: RunRecord },
): GateReport {
  const subject = { model: null, version: null, digest: null, commit: host.run.commit };
  return reportError({ id: action.id, key: null, mode: null }, describeError(error), {
    toolVersion: TOOL_VERSION,
    run,
    subject,
  });
}

function describeError(error: unknown): NonNullable<GateReport["error"]> {
  if (error instanceof InputError) return { kind: "input", problems: error.problems };
  if (error instanceof EvidenceError) return { kind: "evidence", problems: error.problems };
  const seen = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const problem: Problem = {
    message: `ml-gates ${TOOL_VERSION} broke on something it should have handled: ${quote(seen.split("\n")[0])}.`,
    remedy: "This is our defect: please open an issue with this message and the gate file.",
  };
  return { kind: "defect", problems: [problem] };
}

function recordRun(host: ActionHost, startedAt: Date): RunRecord {
  const { url, attempt: runAttempt, leg } = host.run;
  const seconds = Math.max(0, host.now().getTime() - startedAt.getTime()) / 1000;
  return { url, attempt: runAttempt, leg, startedAt: startedAt.toISOString(), seconds };
}

/** Writes each report to `<report-dir>/<gate>[.<key>].json`; a report that cannot be kept is a gate that did not run. */
async function keepReports(
  host: ActionHost,
  reports: readonly GateReport[],
): Promise<{ readonly reports: readonly GateReport[]; readonly paths: readonly string[] }> {
  try {
    const paths = await Promise.all(reports.map((report) => writeReport(host, report)));
    return { reports, paths };
  } catch (error) {
    const lost = reports.map(({ gate, run, subject }) =>
      reportError(gate, describeError(error), { toolVersion: TOOL_VERSION, run, subject }),
    );
    return { reports: lost, paths: [] };
  }
}

async function writeReport(host: ActionHost, report: GateReport): Promise<string> {
  const { id, key } = report.gate;
  const path = join(
    host.inputs["report-dir"] || "ml-gates-report",
    `${id}${key === null ? "" : `.${slug(key)}`}.json`,
  );
  await writeText(host, path, `${JSON.stringify(report, null, 2)}\n`);
  return path;
}

/** A key as a file name: nothing in it can leave the folder. */
function slug(key: string): string {
  return key.replaceAll(/[^A-Za-z0-9_-]+/g, "-").slice(0, 100);
}

/** The exit code all reports together come to: our defect, then what did not run, then failure, then what is open. */
export function exitCodeOf({ reports, missing = [] }: Pick<Telling, "reports" | "missing">): ExitCode {
  if (reports.some(({ error }) => error?.kind === "defect")) return 70;
  const blocking = reports.filter(({ blocks }) => blocks).map(({ verdict }) => verdict);
  if (blocking.includes("error") || missing.length > 0) return 3;
  if (blocking.includes("fail")) return 1;
  return blocking.includes("inconclusive") ? 2 : 0;
}
