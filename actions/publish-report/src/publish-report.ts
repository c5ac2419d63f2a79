/**
 * publish-report: one comment, one summary and one page for everything the gates found.
 *
 * @module
 */
import { digestReports, type GateReport } from "@ml-gates/gate";
import {
  expectedReports,
  foldReports,
  type RunFacts,
  renderComment,
  renderHtml,
  renderJunit,
  renderOpenMetrics,
  renderSlack,
  renderSummary,
  renderTeams,
  summariseReports,
} from "@ml-gates/report";
import {
  type Action,
  type ActionHost,
  type ActionResult,
  readReports,
  TOOL_VERSION,
  writeText,
} from "@ml-gates/runner";
import { type Change, findChange } from "./find-change.ts";
import { gatherReports } from "./gather-reports.ts";
import { holdCheck } from "./hold-check.ts";
import { type Inputs, parseInputs } from "./inputs.ts";
import { postReview, type Telling } from "./post-review.ts";

/** Tells the reports of a chain, and stops the job when one of them blocks or is missing. */
export const publishReport: Action = {
  id: "publish-report",
  inconclusive: "warn",
  run: async (host) => {
    const inputs = parseInputs(host.inputs);
    const client = await openClient(host, inputs);
    const work = (): Promise<ActionResult> => publish(host, inputs, client);
    return holdCheck(host, { inputs, client }, { work, endOf });
  },
};

async function publish(host: ActionHost, inputs: Inputs, client: Telling["client"]): Promise<ActionResult> {
  const change = await findChange(host, inputs, client);
  const gathered = await gatherReports(host, inputs);
  const [gates, reports] = [gathered.gates.map(change.judge), gathered.reports.map(change.judge)];
  const facts = await gatherFacts(host, inputs, { reports, change });
  await writeFiles(host, inputs, { reports, facts });
  const url = await postReview(host, inputs, { reports, facts, client, pullRequest: change.pullRequest });
  return {
    judgements: gathered.imported,
    reports: gates,
    missing: facts.missing,
    outputs: { "evidence-digest": digestReports(reports), "comment-url": url ?? "" },
    summary: renderSummary(reports, facts),
  };
}

/** The API's client takes longer to load than all the rest: a run without a token does without it. */
async function openClient(host: ActionHost, { token }: Inputs): Promise<Telling["client"]> {
  if (token === null) return null;
  host.mask(token);
  const { createClient } = await import("@ml-gates/github");
  return createClient({ token, apiUrl: host.run.apiUrl, userAgent: `ml-gates/${TOOL_VERSION}` });
}

async function writeFiles(
  host: ActionHost,
  { reportDir, key, html, junit }: Inputs,
  { reports, facts }: Pick<Telling, "reports" | "facts">,
): Promise<void> {
  await writeText(host, `${reportDir}/comment.md`, renderComment(reports, { ...facts, key }));
  await writeText(host, html, await renderHtml(reports, facts));
  await writeText(host, junit, renderJunit(reports, facts.missing));
  await writeText(host, `${reportDir}/metrics.txt`, renderOpenMetrics(reports));
  await writeText(host, `${reportDir}/messages/slack.json`, renderSlack(reports, facts));
  await writeText(host, `${reportDir}/messages/teams.json`, renderTeams(reports, facts));
}

async function gatherFacts(
  host: ActionHost,
  { config, expect, proposed }: Inputs,
  { reports, change }: { readonly reports: readonly GateReport[]; readonly change: Change },
): Promise<RunFacts> {
  const { commit, url, repository, serverUrl } = host.run;
  const shown = proposed === null ? [] : await readReports(host, proposed);
  return {
    missing: expectedReports(reports, [...expect, ...change.asked]),
    commit,
    command: config === null ? "npx ml-gates run" : `npx ml-gates run ${config}`,
    runUrl: url,
    repositoryUrl: repository === null ? null : `${serverUrl}/${repository}`,
    proposed: shown.map(({ report }) => report),
  };
}

/** What the check of the head commit ends with. */
function endOf({ reports = [], missing = [], summary = "" }: ActionResult) {
  const title = summariseReports(reports, missing);
  return { blocks: foldReports(reports, missing).blocks, title, summary };
}
