/**
 * From GitHub's environment and event to what a gate must know of the run.
 *
 * @module
 */
import type { ActionHost, RunContext } from "./action-host.ts";

interface Event {
  readonly pull_request?: { readonly number?: number; readonly base?: Commit; readonly head?: Commit };
  readonly merge_group?: { readonly base_sha?: string; readonly head_sha?: string };
  readonly repository?: { readonly default_branch?: string };
  readonly workflow_run?: {
    readonly event?: string;
    readonly head_sha?: string;
    readonly head_branch?: string;
    readonly head_repository?: { readonly owner?: { readonly login?: string } };
  };
}
interface Commit {
  readonly sha?: string;
}

/**
 * The commit judged and the commit whose policy decides. `pull_request`: the event's head and base;
 * `merge_group`: its head and base; a push to the default branch and a schedule: the commit's own policy;
 * any other ref: the default branch's. `GITHUB_SHA` of a pull request is the merge commit, so it is not used there.
 */
export function readRunContext(environment: ActionHost["environment"], payload: unknown): RunContext {
  const event = (typeof payload === "object" && payload !== null ? payload : {}) as Event;
  const { pull_request: pull, merge_group: group, workflow_run: earlier } = event;
  const serverUrl = environment["GITHUB_SERVER_URL"] ?? "https://github.com";
  const repository = environment["GITHUB_REPOSITORY"] ?? null;
  const runId = environment["GITHUB_RUN_ID"];
  return {
    event: environment["GITHUB_EVENT_NAME"] ?? "local",
    repository,
    commit: pull?.head?.sha ?? group?.head_sha ?? earlier?.head_sha ?? environment["GITHUB_SHA"] ?? null,
    base: pull?.base?.sha ?? group?.base_sha ?? baseElsewhere(environment, event),
    pullRequest: pull?.number ?? null,
    head: readHead(earlier),
    url: repository !== null && runId ? `${serverUrl}/${repository}/actions/runs/${runId}` : null,
    attempt: Number(environment["GITHUB_RUN_ATTEMPT"] ?? 1),
    leg: readLeg(environment["ML_GATES_LEG"]),
    apiUrl: environment["GITHUB_API_URL"] ?? "https://api.github.com",
    serverUrl,
  };
}

/** A workflow that a pull request started, and that has ended. */
function readHead(earlier: Event["workflow_run"]): RunContext["head"] {
  const [owner, branch] = [earlier?.head_repository?.owner?.login, earlier?.head_branch];
  if (earlier?.event !== "pull_request" || owner === undefined || branch === undefined) return null;
  return { owner, branch };
}

const MOST_PARTS = 20;

/** `toJSON(matrix)`: which leg of a matrix this job is. Anything but a flat object of texts and numbers is no leg. */
function readLeg(text: string | undefined): RunContext["leg"] {
  try {
    const value: unknown = JSON.parse(text || "{}");
    const entries = typeof value === "object" && value !== null ? Object.entries(value) : [];
    const flat = entries.filter(([, part]) => ["string", "number", "boolean"].includes(typeof part));
    return Object.fromEntries(
      flat.slice(0, MOST_PARTS).map(([name, part]) => [name, String(part).slice(0, 100)]),
    );
  } catch {
    return {};
  }
}

/** No commit is called so: a change whose base is not known is not judged, and the message quotes this. */
const UNKNOWN_BASE = "(the event names no base)";

function baseElsewhere(environment: ActionHost["environment"], event: Event): string | null {
  const isChange = /^(pull_request|merge_group)/.test(environment["GITHUB_EVENT_NAME"] ?? "");
  if (isChange) return UNKNOWN_BASE;
  const branch = event.repository?.default_branch;
  if (branch === undefined || environment["GITHUB_EVENT_NAME"] === "schedule") return null;
  return environment["GITHUB_REF"] === `refs/heads/${branch}` ? null : branch;
}
