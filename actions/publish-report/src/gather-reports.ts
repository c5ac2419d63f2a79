/**
 * Gathering what there is to tell: reports of gates, and of other tools.
 *
 * @module
 */
import { EvidenceError, type GateReport, type Judgement, quote, reportJudgement } from "@ml-gates/gate";
import { importReport, isGateReport, mergeReports } from "@ml-gates/report";
import {
  type ActionHost,
  parseReports,
  type ReadReport,
  readReportTexts,
  TOOL_VERSION,
} from "@ml-gates/runner";
import type { Inputs } from "./inputs.ts";

/** Reports of gates, and other tools' reports as judgements, which the run keeps beside the others. */
export interface Gathered {
  readonly gates: readonly GateReport[];
  readonly imported: readonly Judgement[];
  /** Both, as they are told. */
  readonly reports: readonly GateReport[];
}

/** @throws EvidenceError when there is nothing to tell: no evidence is never a pass. */
export async function gatherReports(
  host: ActionHost,
  { reports: pattern, expect }: Inputs,
): Promise<Gathered> {
  const texts = await readReportTexts(host, pattern);
  const found = parseReports(texts.filter(({ text }) => isGateReport(text)));
  refuseOthers(host, found);
  const foreign = texts.filter(({ text }) => !isGateReport(text));
  const imported = foreign.map((each) => importReport(each, host.run.commit));
  if (texts.length === 0 && expect.length === 0) throw nothingFound(pattern);
  const kept = mergeReports(found.map(({ report }) => report));
  // An import of an earlier run stands in the folder too: the one made now takes its place.
  const gates = kept.filter(
    ({ gate }) => !imported.some((each) => each.gate.id === gate.id && each.gate.key === gate.key),
  );
  return { gates, imported, reports: [...gates, ...imported.map((each) => seal(host, each))] };
}

/** As the run seals it when it is kept: the digest leaves `run` out. */
function seal({ run, now }: ActionHost, judgement: Judgement): GateReport {
  const record = {
    url: run.url,
    attempt: run.attempt,
    leg: run.leg,
    startedAt: now().toISOString(),
    seconds: 0,
  };
  return reportJudgement(judgement, { toolVersion: TOOL_VERSION, run: record, inconclusive: "warn" });
}

function nothingFound(pattern: string): EvidenceError {
  const message = `No report was found at ${quote(pattern)}; at least one was wanted.`;
  const remedy = "Run a gate before this step, or download its reports, or correct `reports`.";
  return new EvidenceError([{ message, remedy }]);
}

/** A report of another commit vouches for nothing here: a change could bring one along. */
function refuseOthers({ run }: ActionHost, found: readonly ReadReport[]): void {
  if (run.commit === null || run.event === "local") return;
  const others = found.filter(
    ({ report }) => report.subject.commit !== null && report.subject.commit !== run.commit,
  );
  if (others.length === 0) return;
  throw new EvidenceError(
    others.map(({ path, report }) => ({
      message: `The report ${quote(path)} is of commit ${report.subject.commit}; this run judges ${run.commit}.`,
      remedy: "Let this run's own gates write their reports, and keep no report in the repository.",
    })),
  );
}
