/**
 * publish-report: one comment, one summary and one page for everything the gates found.
 *
 * @module
 */
import { digestReports, EvidenceError, type GateReport, quote } from "@ml-gates/gate";
import { expectedReports, type RunFacts, renderComment, renderHtml, renderSummary } from "@ml-gates/report";
import { type Action, type ActionHost, type ReadReport, readReports, writeText } from "@ml-gates/runner";
import { type Inputs, parseInputs } from "./inputs.ts";
import { postReview } from "./post-review.ts";

/** Tells the reports of a chain, and stops the job when one of them blocks or is missing. */
export const publishReport: Action = {
  id: "publish-report",
  inconclusive: "warn",
  run: async (host) => {
    const inputs = parseInputs(host.inputs);
    const reports = await gatherReports(host, inputs);
    const proposed = inputs.proposed === null ? [] : await readReports(host, inputs.proposed);
    const facts = { ...gatherFacts(host, inputs, reports), proposed: proposed.map(({ report }) => report) };
    const comment = renderComment(reports, { ...facts, key: inputs.key });
    await writeText(host, `${inputs.reportDir}/comment.md`, comment);
    await writeText(host, inputs.html, renderHtml(reports, facts));
    const url = await postReview(host, inputs, comment);
    return {
      judgements: [],
      reports,
      missing: facts.missing,
      outputs: { "evidence-digest": digestReports(reports), "comment-url": url ?? "" },
      summary: renderSummary(reports, facts),
    };
  },
};

/** @throws EvidenceError when there is nothing to tell: no evidence is never a pass. */
async function gatherReports(
  host: ActionHost,
  { reports: pattern, expect }: Inputs,
): Promise<readonly GateReport[]> {
  const found = await readReports(host, pattern);
  refuseOthers(host, found);
  const reports = found.map(({ report }) => report);
  if (reports.length > 0 || expect.length > 0) return reports;
  throw new EvidenceError([
    {
      message: `No report was found at ${quote(pattern)}; at least one was wanted.`,
      remedy: "Run a gate before this step, or download its reports, or correct `reports`.",
    },
  ]);
}

/** A report of another commit vouches for nothing here: a change could bring one along. */
function refuseOthers({ run }: ActionHost, found: readonly ReadReport[]): void {
  if (run.commit === null || run.event === "local" || run.event === "workflow_run") return;
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

function gatherFacts({ run }: ActionHost, inputs: Inputs, reports: readonly GateReport[]): RunFacts {
  return {
    missing: expectedReports(reports, inputs.expect),
    commit: run.commit,
    command: inputs.config === null ? "npx ml-gates run" : `npx ml-gates run ${inputs.config}`,
    runUrl: run.url,
  };
}
