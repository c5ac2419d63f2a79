/**
 * The pull request to tell, and the rules it is held to: the event names them, but for a run after a fork's.
 *
 * @module
 */
import { EvidenceError } from "@ml-gates/gate";
import type { Client } from "@ml-gates/github";
import type { ActionHost } from "@ml-gates/runner";
import type { Inputs } from "./inputs.ts";
import type { BasePolicy } from "./recompute-verdict.ts";

/** Where to tell. `strange`: the reports were made by a run that is not trusted, and are judged again by `base`. */
export interface Change {
  readonly pullRequest: number | null;
  readonly strange: boolean;
  readonly base: BasePolicy | null;
}

/** @throws EvidenceError when the base's rules cannot be read: then nothing can be judged again. */
export async function findChange(host: ActionHost, inputs: Inputs, client: Client | null): Promise<Change> {
  const { run } = host;
  if (run.event !== "workflow_run") return { pullRequest: run.pullRequest, strange: false, base: null };
  if (run.head == null || run.commit === null || run.repository === null)
    return { pullRequest: null, strange: true, base: null };
  if (client === null) throw withoutToken();
  const { findPullRequest } = await import("@ml-gates/github");
  const found = await findPullRequest(client, {
    ...run.head,
    repository: run.repository,
    commit: run.commit,
  });
  if (found === null) {
    host.log(`No open pull request has ${run.commit} as its head: nothing is commented.`);
    return { pullRequest: null, strange: true, base: null };
  }
  const base = await readBase(client, {
    repository: run.repository,
    commit: found.base,
    config: inputs.config,
  });
  return { pullRequest: found.number, strange: true, base };
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
