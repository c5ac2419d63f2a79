/**
 * publish-report: one comment, one summary and one page for everything the gates found.
 *
 * @module
 */
import { digestReports, type GateReport } from "@ml-gates/gate";
import { expectedReports, type RunFacts, renderComment, renderHtml, renderSummary } from "@ml-gates/report";
import { type Action, type ActionHost, readReports, writeText } from "@ml-gates/runner";
import { gatherReports } from "./gather-reports.ts";
import { type Inputs, parseInputs } from "./inputs.ts";
import { postReview } from "./post-review.ts";

/** Tells the reports of a chain, and stops the job when one of them blocks or is missing. */
export const publishReport: Action = {
  id: "publish-report",
  inconclusive: "warn",
  run: async (host) => {
    const inputs = parseInputs(host.inputs);
    const { reports, gates, imported } = await gatherReports(host, inputs);
    const proposed = inputs.proposed === null ? [] : await readReports(host, inputs.proposed);
    const facts = { ...gatherFacts(host, inputs, reports), proposed: proposed.map(({ report }) => report) };
    const comment = renderComment(reports, { ...facts, key: inputs.key });
    await writeText(host, `${inputs.reportDir}/comment.md`, comment);
    await writeText(host, inputs.html, renderHtml(reports, facts));
    const url = await postReview(host, inputs, comment);
    return {
      judgements: imported,
      reports: gates,
      missing: facts.missing,
      outputs: { "evidence-digest": digestReports(reports), "comment-url": url ?? "" },
      summary: renderSummary(reports, facts),
    };
  },
};

function gatherFacts({ run }: ActionHost, inputs: Inputs, reports: readonly GateReport[]): RunFacts {
  return {
    missing: expectedReports(reports, inputs.expect),
    commit: run.commit,
    command: inputs.config === null ? "npx ml-gates run" : `npx ml-gates run ${inputs.config}`,
    runUrl: run.url,
  };
}
