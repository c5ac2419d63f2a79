/**
 * The pull request to tell, and the rules it is held to: the event names them, but for a run after a fork's.
 *
 * @module
 */
import { EvidenceError, type GateReport } from "@ml-gates/gate";
import type { Client } from "@ml-gates/github";
import type { ActionHost } from "@ml-gates/runner";
import type { Inputs } from "./inputs.ts";
import type { BasePolicy } from "./recompute-verdict.ts";

/** Where to tell, and how far the reports are believed. */
export interface Change {
  readonly pullRequest: number | null;
  /** Gates that the base's rules ask for, where the run that made the reports is not trusted. */
  readonly asked: readonly string[];
  /** The report as it may be told: judged again where that run is not trusted. */
  readonly judge: (report: GateReport) => GateReport;
}

/** @throws EvidenceError when the base's rules cannot be read: then nothing can be judged again. */
export async function findChange(host: ActionHost, inputs: Inputs, client: Client | null): Promise<Change> {
  const { run } = host;
  if (run.event !== "workflow_run")
    return { pullRequest: run.pullRequest, asked: [], judge: (report) => report };
  if (run.head == null || run.commit === null || run.repository === null) return distrust(host, null, null);
  if (client === null) throw withoutToken();
  const { findPullRequest } = await import("@ml-gates/github");
  const found = await findPullRequest(client, {
    ...run.head,
    repository: run.repository,
    commit: run.commit,
  });
  if (found === null) {
    host.log(`No open pull request has ${run.commit} as its head: nothing is commented.`);
    return distrust(host, null, null);
  }
  const base = await readBase(client, {
    repository: run.repository,
    commit: found.base,
    config: inputs.config,
  });
  return distrust(host, found.number, base);
}

/** The rules' parser is loaded only here: most runs do without it. */
async function distrust(
  { now }: ActionHost,
  pullRequest: number | null,
  policy: BasePolicy | null,
): Promise<Change> {
  const { listAsked, readRules, recomputeVerdict } = await import("./recompute-verdict.ts");
  const base = policy && readRules(policy, now().toISOString().slice(0, 10));
  return { pullRequest, asked: listAsked(base), judge: (report) => recomputeVerdict(report, base) };
}

async function readBase(
  client: Client,
  {
    repository,
    commit,
    config,
  }: { readonly repository: string; readonly commit: string; readonly config: string | null },
): Promise<BasePolicy | null> {
  const { readContent } = await import("@ml-gates/github");
  for (const path of config === null ? [".github/ml-gates.yml", "ml-gates.yml"] : [config]) {
    const content = await readContent(client, { repository, commit, path });
    if ("text" in content) return { path, text: content.text };
  }
  return null;
}

function withoutToken(): EvidenceError {
  const message =
    "There is no token, and the pull request of a workflow that has ended can only be asked for.";
  return new EvidenceError([
    { message, remedy: "Set `token`, and give the job `contents: read` and `pull-requests: write`." },
  ]);
}
